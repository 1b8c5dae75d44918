"""``aldkg extract --documents``, ``build`` again, ``list``, ``status`` and ``remove``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Aldkg = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("small_ontology")


def test_from_papers_to_documents_to_a_graph_and_out_of_it(
    aldkg: Aldkg, note: Path, tmp_path: Path
) -> None:
    store, folder = tmp_path / "graph", tmp_path / "documents"
    other = tmp_path / "other.txt"
    other.write_text("HfO2 was grown by ALD at 250 °C.\n", encoding="utf-8")
    written = aldkg("extract", note, other, "--documents", folder, "--without-quotes")
    assert written.exit_code == 0
    assert "2 documents written with" in written.stderr
    assert "trimethylaluminum and water" not in (folder / "meyer-2015.jsonl").read_text()
    again = aldkg("extract", note, other, "--documents", folder, "--without-quotes")
    assert "0 documents written with 0 claims, 2 unchanged" in again.stderr

    assert "2 documents, 2 studies" in aldkg("build", folder, "--store", store).stderr
    second = aldkg("build", folder, "--store", store)
    assert second.exit_code == 0
    assert "unchanged and not read again: 2" in second.stderr
    assert "nothing is new; the graph stays as it is" in second.stderr
    assert "2 documents" in aldkg("build", folder, "--store", store, "--again").stderr

    listed = json.loads(aldkg("list", "--store", store, "--format", "json").stdout)
    assert [(row["document"], row["kind"]) for row in listed] == [
        ("meyer-2015", "note"),
        ("other", "article"),
    ]
    assert all(row["claims"] > 0 for row in listed)
    told = aldkg("status", "--store", store).stdout
    assert "documents: 2 (1 article, 1 note)" in told
    assert "replaced: 2 (meyer-2015, other)" in told

    wrong = aldkg("remove", "othe", "--store", store)
    assert wrong.exit_code == 1
    assert "no document 'othe' in this graph; did you mean 'other'?" in wrong.stderr
    assert "removed other; 1 document left" in aldkg("remove", "other", "--store", store).stderr
    assert "removed: 1 (other)" in aldkg("status", "--store", store).stdout


def test_options_that_do_not_go_together(aldkg: Aldkg, note: Path, tmp_path: Path) -> None:
    for options, cause in (
        (["--documents", tmp_path, "-o", tmp_path / "c"], "--output or --documents, not both"),
        (["--without-quotes"], "--without-quotes goes with --documents"),
        (["--again"], "--again goes with --documents"),
    ):
        result = aldkg("extract", note, *options)
        assert result.exit_code == 2
        assert cause in result.stderr

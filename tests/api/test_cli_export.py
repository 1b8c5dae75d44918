"""``aldkg export``: every format, and what it refuses."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from kg.export import FORMATS

Aldkg = Callable[..., Result]
ROOT = Path(__file__).resolve().parents[2]


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("name", FORMATS)
def test_export_in_every_format(aldkg: Aldkg, tiny_store: Path, tmp_path: Path, name: str) -> None:
    target = tmp_path / "out"
    result = aldkg("export", "--store", tiny_store, "--format", name, "-o", target)
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.search("Meyer|meyer|PbSe|void:documents", target.read_text(encoding="utf-8"))
    shown = aldkg("export", "--store", tiny_store, "--format", name)
    assert shown.stdout_bytes == target.read_bytes()


def test_export_of_a_query(aldkg: Aldkg, tiny_store: Path) -> None:
    options = ["export", "--store", tiny_store, "--format", "csv", "--query"]
    result = aldkg(*options, "studies-of-material", "--material", "PbSe")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [(row["study"], row["material"]) for row in rows] == [("Meyer 2015", "PbSe")]
    assert aldkg(*options, "studies-of-material", "--material=PbSe").stdout == result.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--format", "docx"], 2, "unknown format 'docx'"),
        (["--format", "csv", "--formula", "PbSe"], 2, "--formula"),
        (["--format", "csv", "--query", "studies-of-material", "--formula"], 2, "needs a value"),
        (["--format", "csv", "--query", "studies-of-material", "PbSe"], 2, "PbSe"),
        (["--format", "csv", "--query", "nope"], 1, "no query 'nope'"),
        (["--format", "csv", "--query", "studies", "--colour", "red"], 1, "colour"),
        (["--format", "ttl", "--query", "studies"], 1, "takes no query"),
    ],
)
def test_bad_exports(
    aldkg: Aldkg, tiny_store: Path, tmp_path: Path, arguments: list[str], code: int, words: str
) -> None:
    target = tmp_path / "out"
    result = aldkg("export", "--store", tiny_store, "-o", target, *arguments)
    assert result.exit_code == code
    assert result.stderr.startswith("aldkg: ")
    assert len(lines(result.stderr)) == 1
    assert words in result.stderr
    assert not target.exists()

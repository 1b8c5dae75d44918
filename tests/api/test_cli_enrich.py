"""``aldkg enrich``: what it shows, what it writes and when, and that a build reads it."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from tests.standin import Answer, StandIn

Aldkg = Callable[..., Result]
DOI = "10.5555/films.2015.7"
WORK: dict[str, Any] = {
    "DOI": DOI,
    "type": "journal-article",
    "title": ["Oxide coats on dots"],
    "author": [{"given": "Anna", "family": "Meyer"}],
    "container-title": ["Journal of Films"],
    "published-print": {"date-parts": [[2016, 1]]},
    "volume": "12",
    "page": "101-109",
}
OPENALEX: dict[str, Any] = {
    "doi": f"https://doi.org/{DOI}",
    "title": "Oxide coats on dots",
    "publication_year": 2016,
    "is_retracted": True,
    "biblio": {"issue": "3"},
}


@pytest.fixture
def standin(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[StandIn]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("ALDKG_MAILTO", "anna@films.example")
    monkeypatch.setenv("ALDKG_CACHE", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    with StandIn() as services:
        monkeypatch.setenv("ALDKG_CROSSREF_URL", services.address("crossref"))
        monkeypatch.setenv("ALDKG_OPENALEX_URL", services.address("openalex") + "/")
        services.works["crossref"].append(WORK)
        services.works["openalex"].append(OPENALEX)
        yield services


NEW = {
    "doi": (None, DOI, "Crossref"),
    "volume": (None, "12", "Crossref"),
    "issue": (None, "3", "OpenAlex"),
    "pages": (None, "101–109", "Crossref"),
}
CONFLICT = {"year": ("2015", "2016", "Crossref")}


def changes(result: Result, kind: str) -> dict[str, tuple[str | None, str, str]]:
    return {
        row["field"]: (row["now"], row["proposed"], row["source"])
        for row in json.loads(result.stdout)
        if row["kind"] == kind
    }


def items(folder: Path) -> list[dict[str, Any]]:
    return json.loads((folder / "enriched.json").read_text(encoding="utf-8"))


def test_it_shows_and_writes_nothing(aldkg: Aldkg, note: Path, standin: StandIn) -> None:
    result = aldkg("enrich", note, "-f", "json")
    assert result.exit_code == 0
    assert (changes(result, "new"), changes(result, "conflict")) == (NEW, CONFLICT)
    assert "meyer-2015: warning: retracted (OpenAlex)" in result.stderr
    assert "1 of 1 works found; 4 values new, 1 in conflict" in result.stderr
    assert [file.name for file in note.parent.iterdir()] == [note.name]
    assert standin.asked[0].headers["User-Agent"].endswith("(mailto:anna@films.example)")


def test_the_table_is_for_people(aldkg: Aldkg, note: Path, standin: StandIn) -> None:
    header, _, *lines = aldkg("enrich", note).stdout.splitlines()
    heads = "study,field,now,proposed,kind,source,found by,similarity".split(",")
    assert re.split("  +", header) == heads
    assert any(line.split()[:3] == ["meyer-2015", "doi", DOI] for line in lines)


def test_what_is_applied_is_read_by_the_next_build(
    aldkg: Aldkg, note: Path, standin: StandIn, tmp_path: Path
) -> None:
    assert aldkg("enrich", note.parent, "--apply").exit_code == 0
    (item,) = items(note.parent)
    assert (item["DOI"], item["volume"], item["page"]) == (DOI, "12", "101–109")
    assert item["issued"] == {"date-parts": [[2015]]}
    asked = len(standin.asked)
    store = tmp_path / "graph"
    assert aldkg("build", note.parent, "--store", store, "--workers", "1").exit_code == 0
    assert len(standin.asked) == asked
    table = aldkg("query", "bibliography", "--store", store, "-f", "csv").stdout
    assert f",doi,{DOI}" in table
    assert ",year,2015" in table

    again = aldkg("enrich", note.parent, "--apply", "-f", "json")
    assert (changes(again, "new"), changes(again, "conflict")) == ({}, CONFLICT)
    assert "nothing to write" in again.stderr


def test_overwrite_replaces_what_differs(aldkg: Aldkg, note: Path, standin: StandIn) -> None:
    result = aldkg("enrich", note.parent, "--apply", "--overwrite")
    assert result.exit_code == 0
    (item,) = items(note.parent)
    assert item["issued"] == {"date-parts": [[2016]]}


def test_a_library_beside_the_papers_stays_and_gaps_are_filled(
    aldkg: Aldkg, note: Path, standin: StandIn
) -> None:
    library = note.parent / "a-library.bib"
    text = "@article{m, title={Oxide coats on dots}, author={Meyer, A.}, year=2015, volume={99}}"
    library.write_text(text, encoding="utf-8")
    result = aldkg("enrich", note.parent, "--apply", "-f", "json")
    assert changes(result, "conflict")["volume"] == ("99", "12", "Crossref")
    assert (items(note.parent)[0]["volume"], items(note.parent)[0]["issue"]) == ("99", "3")
    assert library.read_text(encoding="utf-8") == text
    again = aldkg("enrich", note.parent, "-f", "json")
    assert changes(again, "new") == {}


def test_the_studies_of_a_graph(aldkg: Aldkg, note: Path, standin: StandIn, tmp_path: Path) -> None:
    store, target = tmp_path / "graph", tmp_path / "mine.json"
    assert aldkg("build", note, "--store", store, "--workers", "1").exit_code == 0
    result = aldkg("enrich", "--store", store, "--apply", "--records", target, "-f", "json")
    assert changes(result, "new")["doi"] == (None, DOI, "Crossref")
    (item,) = json.loads(target.read_text(encoding="utf-8"))
    assert (item["id"], item["DOI"]) == ("Meyer2015oxide-7f8a", DOI)


def test_a_service_that_fails_is_named_and_the_rest_goes_on(
    aldkg: Aldkg, note: Path, standin: StandIn
) -> None:
    standin.first["openalex"] += [Answer(body="<html>", headers={"Content-Type": "text/html"})] * 9
    result = aldkg("enrich", note, "-f", "json")
    assert result.exit_code == 3
    assert "aldkg: OpenAlex: gave an answer that is not JSON (text/html)" in result.stderr
    assert changes(result, "new")["doi"] == NEW["doi"]


def test_what_was_not_found_is_named(aldkg: Aldkg, note: Path, standin: StandIn) -> None:
    standin.works["crossref"].clear()
    standin.works["openalex"].clear()
    result = aldkg("enrich", note, "--apply")
    assert result.exit_code == 0
    assert "not found: meyer-2015\n0 of 1 works found" in result.stderr
    assert not (note.parent / "enriched.json").exists()


def test_no_service_at_all(aldkg: Aldkg, note: Path, standin: StandIn) -> None:
    for service in standin.works:
        standin.first[service] += [Answer(status=403)] * 9
    result = aldkg("enrich", note, "--apply")
    assert result.exit_code == 1
    assert "aldkg: Crossref: answered 403 Forbidden" in result.stderr
    assert not (note.parent / "enriched.json").exists()


def test_a_file_of_something_else_is_left(aldkg: Aldkg, note: Path, standin: StandIn) -> None:
    (note.parent / "enriched.json").write_text('{"settings": 1}', encoding="utf-8")
    result = aldkg("enrich", note, "--apply")
    assert result.exit_code == 1
    assert "enriched.json: not CSL-JSON" in result.stderr
    assert standin.asked == []


def test_files_that_cannot_be_read_are_named(
    aldkg: Aldkg, note: Path, standin: StandIn, tmp_path: Path
) -> None:
    result = aldkg("enrich", tmp_path / "gone.pdf")
    assert result.exit_code == 1
    assert "gone.pdf: no such file" in result.stderr
    assert standin.asked == []
    assert aldkg("enrich", note, tmp_path / "gone.pdf").exit_code == 3


MISUSES = [
    (["--mailto", "nobody"], "'nobody' is not a mail address"),
    (["--overwrite"], "--overwrite goes with --apply"),
    (["--records", "a.bib"], "a.bib is not a .json file"),
    (["--store", "graph"], "not both"),
    (["--format", "xml"], "unknown format 'xml'"),
]


@pytest.mark.parametrize(("flags", "message"), MISUSES)
def test_misuse(aldkg: Aldkg, note: Path, standin: StandIn, flags: list[str], message: str) -> None:
    result = aldkg("enrich", note, *flags)
    assert result.exit_code == 2
    assert message in result.stderr
    assert standin.asked == []


def test_a_mail_address_is_needed(
    aldkg: Aldkg, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ALDKG_MAILTO", raising=False)
    result = aldkg("enrich", note)
    assert result.exit_code == 2
    assert "--mailto or ALDKG_MAILTO" in result.stderr


def test_a_graph_has_no_place_for_the_file(aldkg: Aldkg, standin: StandIn, tmp_path: Path) -> None:
    result = aldkg("enrich", "--store", tmp_path, "--apply")
    assert result.exit_code == 2
    assert "--records" in result.stderr


def test_without_the_extra_it_says_how_to_get_it(
    aldkg: Aldkg, note: Path, standin: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "kg.enrich.http", raising=False)
    monkeypatch.setitem(sys.modules, "requests_cache", None)
    result = aldkg("enrich", note)
    assert result.exit_code == 2
    assert "pip install 'ald-kg[enrich]'" in result.stderr

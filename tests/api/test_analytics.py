"""Analyses by command, API and page: one answer, and one line for what is wrong."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from typer.testing import Result

from api.shown import shown_rows
from kg.analytics import ANALYSES
from kg.plain import render_text
from kg.table import Iri, Table
from ontology.iri import study_iri
from tests.rows import each_row

Aldkg = Callable[..., Result]


def test_the_analyses_are_listed(client: Any, aldkg: Aldkg) -> None:
    listed = client.get("/api/v1/analytics").json()["items"]
    assert [one["name"] for one in listed] == list(ANALYSES)
    assert {"name": "start", "type": "name", "required": True}.items() <= next(
        one for one in listed if one["name"] == "paths"
    )["params"][0].items()
    printed = aldkg("analyse", "--list", "--format", "csv").stdout
    assert [row["name"] for row in csv.DictReader(io.StringIO(printed))] == list(ANALYSES)
    page = client.get("/analytics", headers={"Accept": "text/html"}).text
    assert all(f'href="/analytics/{name}"' in page for name in ANALYSES)


@each_row("name", ["prediction-quality", "completeness"])
def test_command_api_and_page_answer_alike(
    name: str, client: Any, aldkg: Aldkg, tiny_store: Path
) -> None:
    answer = client.get(f"/api/v1/analytics/{name}").json()
    assert tuple(answer["columns"]) == ANALYSES[name].columns
    assert answer["rows"]
    printed = aldkg("analyse", name, "--store", tiny_store, "-f", "json")
    assert json.loads(printed.stdout) == answer["rows"]
    rows = client.get(f"/api/v1/analytics/{name}", params={"format": "csv"}).text
    told = aldkg("analyse", "-f", "csv", name, "--store", tiny_store).stdout
    assert told.splitlines() == rows.splitlines()
    page = client.get(f"/analytics/{name}", headers={"Accept": "text/html"}).text
    assert f"<h2>{len(answer['rows'])} rows</h2>" in page


def test_a_study_in_an_answer_leads_to_its_page() -> None:
    iri = Iri(study_iri("meyer-2015"))
    table = Table(columns=("study", "share", "study_iri"), rows=(("Meyer 2015", 0.5, iri),))
    (row,) = shown_rows(table, table.readable().columns)
    assert row.cells == (("Meyer 2015", "/studies/meyer-2015"), (0.5, ""))


def test_both_sides_of_a_row_are_read_below_it() -> None:
    columns = ("study", "sentence", "other_study", "other_sentence", "other_said_by")
    table = Table(columns=columns, rows=(("A", "It rose.", "B", "It fell.", "a review about it"),))
    (row,) = shown_rows(table, columns)
    assert [cell for cell, _ in row.cells] == ["A", "B"]
    assert [(note.who, note.quote, note.where) for note in row.notes] == [
        ("A", "It rose.", ""),
        ("B", "It fell.", "a review about it"),
    ]
    printed = render_text(table, 60)
    assert printed.splitlines()[-2:] == ["    It rose.", "    B: It fell. (a review about it)"]


def test_parameters_are_options(aldkg: Aldkg, tiny_store: Path) -> None:
    options = ("--relation", "core-property", "--state", "not in this corpus")
    result = aldkg("analyse", "gaps", "--store", tiny_store, *options, "-f", "json")
    rows = json.loads(result.stdout)
    assert {row["state"] for row in rows} == {"not in this corpus"}
    assert "superconducting transition temperature" in {row["second"] for row in rows}
    every = aldkg("analyse", "anomalies", "--store", tiny_store, "--every")
    assert every.exit_code == 0
    assert every.stderr == "no rows: nothing in the graph matches\n"


@each_row(
    ("name", "given", "status", "message"),
    [
        ("nope", {}, 404, "no analysis 'nope'"),
        ("gaps", {"colour": "red"}, 400, "gaps: no parameter 'colour'"),
        ("gaps", {"at_least": "0"}, 400, "at_least: 0 is not from 1 to 1000"),
        ("gaps", {"format": "pdf"}, 400, "unknown format 'pdf'"),
        ("paths", {"start": "GaN", "end": "PbSe"}, 400, "start: nothing in this graph"),
    ],
)
def test_what_is_wrong_is_said(
    name: str, given: dict[str, str], status: int, message: str, client: Any
) -> None:
    response = client.get(f"/api/v1/analytics/{name}", params=given)
    assert response.status_code == status
    assert message in response.json()["detail"]
    if "format" not in given:
        page = client.get(f"/analytics/{name}", params=given, headers={"Accept": "text/html"})
        assert page.status_code == status


def test_misuse_of_the_command(aldkg: Aldkg, tiny_store: Path) -> None:
    for words, code, message in (
        (("analyse",), 2, "analyse: give a NAME"),
        (("analyse", "--list", "gaps"), 2, "either a name or --list"),
        (("analyse", "gaps", "--store", tiny_store, "-f", "pdf"), 2, "unknown format 'pdf'"),
        (("analyse", "paths", "--store", tiny_store), 2, "needs --start and --end"),
    ):
        result = aldkg(*words)
        assert (result.exit_code, message in result.stderr) == (code, True), words

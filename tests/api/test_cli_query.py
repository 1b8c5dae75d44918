"""``aldkg query``: named questions, free SPARQL, and what becomes of the answers."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from tests.api.output import lines

Aldkg = Callable[..., Result]
ROOT = Path(__file__).resolve().parents[2]


def test_named_query(aldkg: Aldkg, tiny_store: Path) -> None:
    result = aldkg("query", "--store", tiny_store, "studies-of-material", "--material", "PbSe")
    assert result.exit_code == 0
    assert "Meyer 2015" in result.stdout
    assert "https://" not in result.stdout  # a table is for reading


def test_an_option_takes_several_values(aldkg: Aldkg, tiny_store: Path) -> None:
    ask = ("query", "--store", tiny_store, "-f", "csv", "studies-of-material")
    repeated = aldkg(*ask, "--material", "PbSe", "--material", "Al2O3").stdout
    assert repeated == aldkg(*ask, "--material", "PbSe or Al2O3").stdout
    alone = [aldkg(*ask, "--material", name).stdout.splitlines() for name in ("PbSe", "Al2O3")]
    assert sorted(repeated.splitlines()[1:]) == sorted(line for part in alone for line in part[1:])
    exported = (
        "export",
        "--store",
        tiny_store,
        "--format",
        "bibtex",
        "--query",
        "studies-of-material",
    )
    assert aldkg(*exported, "--material=PbSe", "--material=Al2O3").exit_code == 0


def test_options_may_stand_behind_the_name(aldkg: Aldkg, tiny_store: Path) -> None:
    before = aldkg("query", "--store", tiny_store, "-f", "csv", "studies-of-material")
    behind = aldkg("query", "studies-of-material", "--store", tiny_store, "-f", "csv")
    assert before.exit_code == behind.exit_code == 0
    assert before.stdout == behind.stdout != ""


def test_every_named_query_runs(aldkg: Aldkg, tiny_store: Path) -> None:
    from kg.queries import load_queries

    for query in load_queries().values():
        options = [
            word for name, value in query.example for word in (f"--{name.replace('_', '-')}", value)
        ]
        result = aldkg("query", query.name, "--store", tiny_store, "-f", "json", *options)
        if result.exit_code:  # the example names what the tiny graph has not
            assert result.stderr.startswith("aldkg: ")
        else:
            assert isinstance(json.loads(result.stdout), list)


def test_list_of_queries(aldkg: Aldkg) -> None:
    result = aldkg("query", "--list", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    row = {"name": "studies-of-material", "parameters": "[--material] [--role] [--sure]"}
    assert any(row.items() <= one.items() for one in rows)
    listed = aldkg("query", "--list").stdout
    heads = [line for line in lines(listed) if line and not line.startswith(" ")]
    assert heads == sorted({one["topic"] for one in rows})
    assert all(f"  {one['name']}" in listed for one in rows)
    assert "  studies-of-material [--material] [--role] [--sure]\n      Which studies" in listed


def test_an_answer_in_the_formats_that_cite(aldkg: Aldkg, tiny_store: Path) -> None:
    options = ["query", "studies-of-material", "--store", tiny_store, "--material", "PbSe", "-f"]
    key = re.findall(r"@\w+{(.+),", aldkg(*options, "bibtex").stdout)
    assert re.findall(r"\[@(.+?)\]", aldkg(*options, "markdown").stdout) == key
    assert re.findall(r"\\cite{(.+?)}", aldkg(*options, "latex").stdout) == key
    chosen = aldkg(*options, "latex", "--columns", "study, said by").stdout
    assert lines(chosen).count("Study \\\\") == 2  # who says it stands below the row
    assert "PbSe &" not in chosen


def test_columns_in_the_order_asked(aldkg: Aldkg, tiny_store: Path) -> None:
    options = ["query", "studies", "--store", tiny_store, "--columns", "title,year", "-f", "csv"]
    assert lines(aldkg(*options).stdout)[0] == "title,year"
    assert aldkg(*options, "--bom").stdout_bytes.startswith(b"\xef\xbb\xbftitle,year\r\n")


def test_free_sparql(aldkg: Aldkg, tiny_store: Path, tmp_path: Path) -> None:
    query = "SELECT ?label { ?s a ald:Study ; rdfs:label ?label } ORDER BY ?label"
    options = ["query", "--store", tiny_store, "-f", "csv"]
    typed = aldkg(*options, "--sparql", query)
    assert lines(typed.stdout) == ["label", "Meyer 2015", "Rossi 2019"]
    file = tmp_path / "q.rq"
    file.write_text(query, encoding="utf-8")
    assert aldkg(*options, "--file", file).stdout == typed.stdout
    assert aldkg(*options, "--file", "-", stdin=query).stdout == typed.stdout
    truth = aldkg(*options, "--sparql", "ASK { ?s a ald:Study }")
    assert lines(truth.stdout) == ["answer", "true"]


def test_output_file_is_written_as_a_whole(
    aldkg: Aldkg, tiny_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "rows.csv"
    options = ["query", "--store", tiny_store, "-f", "csv", "-o", target, "--sparql"]
    assert aldkg(*options, "ASK {}").exit_code == 0
    before = target.read_bytes()
    assert before == b"answer\r\ntrue\r\n"

    def fail(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "replace", fail)
    result = aldkg(*options, "ASK { <a:b> <a:c> <a:d> }")
    assert result.exit_code == 1
    assert "no space left" in result.stderr
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["rows.csv"]


HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def test_a_question_that_takes_too_long_is_ended(aldkg: Aldkg, tiny_store: Path) -> None:
    result = aldkg("query", "--store", tiny_store, "--timeout", "0.5", "--sparql", HEAVY)
    assert result.exit_code == 1
    assert lines(result.stderr) == [
        "aldkg: the query took longer than 0.5 s; --timeout SECONDS raises the limit"
    ]


def test_the_limit_of_time_comes_from_the_settings(
    aldkg: Aldkg, tiny_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALDKG_QUERY_SECONDS", "0.25")
    result = aldkg("query", "--store", tiny_store, "--sparql", HEAVY)
    assert "took longer than 0.25 s" in result.stderr


def test_a_question_may_take_its_time(
    aldkg: Aldkg, tiny_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALDKG_QUERY_SECONDS", "0.0001")
    options = ["query", "--store", tiny_store, "--timeout", 0]
    assert aldkg(*options, "--sparql", "ASK {}").exit_code == 0
    assert aldkg(*options, "studies").exit_code == 0

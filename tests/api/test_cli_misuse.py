"""What the command says of bad questions, wrong use, missing graphs and bad settings."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from tests.api.output import lines
from tests.rows import each_row

Aldkg = Callable[..., Result]
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["query", "--sparql", "SELECT * WHER {}"], "bad SPARQL"),
        (["query", "--sparql", "SELECT * { SERVICE <http://127.0.0.1:9/> {} }"], "SERVICE"),
        (["query", "--sparql", "CLEAR ALL"], "update"),
        (["query", "--sparql", "ASK " + "{" * 3000], "nested"),
        (["query", "--sparql", "ASK { ?s foaf:name ?o }"], "unknown prefix 'foaf:'"),
        (["query", "studies-by-process", "--process", "alchemy"], "--process: no process"),
        (["query", "studies-of-material", "--material", "alumnium"], "--material: no material"),
        (["query", "studies-of-material", "--material", "UO2"], "--material: the graph has no"),
        (["query", "claims-of-study", "--study", "Mayer 2015"], "did you mean: Meyer 2015"),
        (["query", "studies", "--only", "Mayer 2015"], "--only: no study"),
        (["query", "studies", "--columns", "titel"], "--columns: no column 'titel'; did you mean"),
        (["query", "--file", "/nowhere/q.rq"], "/nowhere/q.rq: there is no folder /nowhere"),
        (["analyse", "gaps", "--thing", "unobtainium"], "--thing: nothing in this graph"),
    ],
)
def test_bad_questions(aldkg: Aldkg, tiny_store: Path, arguments: list[str], words: str) -> None:
    name, *rest = arguments
    result = aldkg(name, "--store", tiny_store, *rest)
    assert result.exit_code == 1
    assert result.stderr.startswith("aldkg: ")
    assert len(lines(result.stderr)) == 1
    assert words in result.stderr
    assert "Traceback" not in result.stderr


@each_row(
    "arguments",
    [
        ["query"],
        ["query", "--sparql", "ASK {}", "--list", "--format", "pdf"],
        ["query", "studies-of-material", "--format", "pdf"],
        ["query", "--sparql", "ASK {}", "studies-of-material"],
        ["query", "no-such-query"],
        ["query", "studies-of-material", "--colour", "red"],
        ["build"],
        ["build", ""],
        ["build", "x.txt", "--report", "no-folder/r.json"],
        ["check", "x.ttl", "--report", "no-folder/r.html"],
        ["extract"],
        ["extract", ""],
        ["evaluate", "x.txt"],
        ["evaluate", "x.txt", "--gold", "g.jsonl", "--links", "l.jsonl"],
        ["frobnicate"],
    ],
)
def test_wrong_use(aldkg: Aldkg, tiny_store: Path, arguments: list[str]) -> None:
    result = aldkg(*arguments)
    assert result.exit_code == 2
    assert result.stderr
    assert "Traceback" not in result.stderr


@each_row(
    ("arguments", "words"),
    [
        (
            ["query", "oxide_coated_dot"],
            "no question 'oxide_coated_dot'; did you mean: oxide-coated",
        ),
        (["analyse", "gap"], "no analysis 'gap'; did you mean: gaps (`aldkg analyse --list`"),
        (["map", "frobnicate"], "no map 'frobnicate' (`aldkg map --list` lists them)"),
    ],
)
def test_an_unknown_name(aldkg: Aldkg, arguments: list[str], words: str) -> None:
    result = aldkg(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr


@each_row(
    ("arguments", "words"),
    [
        (["query", "deposited-below", "--max-temperature", "warm"], "--max-temperature: 'warm'"),
        (["query", "deposited_below", "--max_temperature", "warm"], "--max-temperature: 'warm'"),
        (["query", "recipes", "--sure", "2"], "--sure: '2' is not a number from 0 to 1"),
        (["query", "deposited-below", "--link", "loose"], "--link: no link 'loose'; known are:"),
        (["query", "claims-of-study"], "claims-of-study: needs --study"),
        (["query", "studies", "--cursor", "junk"], "--cursor: 'junk' is not a cursor; give the"),
        (["export", "--format", "csv", "--query", "claims-of-study"], "needs --study"),
        (["analyse", "paths"], "paths: needs --start and --end"),
        (["analyse", "gaps", "--at-least", "many"], "--at-least: 'many' is not a whole number"),
        (["analyse", "gaps", "--relation", "marriage"], "there are: core-coating, "),
        (["map", "links", "--count", "999", "-o", "x.svg"], "--count: 999 is not from 1 to 60"),
        (["search", "--kind", "opinion"], "--kind: no 'opinion'; there are: material, form, "),
        (["search", "--voice", "nobody"], "no voice 'nobody' is known; there are: the paper its"),
        (["search", "--process", "thermel ALD"], "is known; did you mean: thermal ALD"),
    ],
)
def test_a_value_of_another_form(
    aldkg: Aldkg, tiny_store: Path, arguments: list[str], words: str
) -> None:
    name, *rest = arguments
    result = aldkg(name, "--store", tiny_store, *rest)
    assert result.exit_code == 2
    assert words in result.stderr
    assert len(lines(result.stderr)) == 1


def test_usage_lines_name_arguments_once(aldkg: Aldkg) -> None:
    for command, name in (("build", "[PATH]..."), ("search", "[WORD]..."), ("check", "[PATH]")):
        line, *_ = lines(aldkg(command, "--help").stdout)
        assert line.endswith(f"[OPTIONS] {name}"), line


def test_a_port_that_is_none(aldkg: Aldkg, tiny_store: Path) -> None:
    result = aldkg("serve", "--store", tiny_store, "--port", 99999)
    assert (result.exit_code, "--port" in result.stderr) == (2, True)


def test_an_address_in_use(aldkg: Aldkg, tiny_store: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = aldkg("serve", "--store", tiny_store, "--port", port)
    assert result.exit_code == 1
    assert f"aldkg: 127.0.0.1:{port}: address already in use; choose another" in result.stderr


@pytest.mark.parametrize("arguments", [["query", "--sparql", "ASK {}"], ["serve"]])
def test_no_graph(aldkg: Aldkg, tmp_path: Path, arguments: list[str]) -> None:
    name, *rest = arguments
    result = aldkg(name, "--store", tmp_path, *rest)
    assert result.exit_code == 1
    assert f"aldkg: {tmp_path}: no graph here" in result.stderr


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xff", b"[1]\n", b"not json\n", b'{"doc": "x"}\n', b"{}"]
)
def test_bad_gold(aldkg: Aldkg, note: Path, tmp_path: Path, data: bytes) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_bytes(data)
    result = aldkg("evaluate", "--gold", gold, note)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"aldkg: {gold}")
    assert len(lines(result.stderr)) == 1


def test_a_bad_setting(aldkg: Aldkg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALDKG_PORT", "many")
    result = aldkg("serve")
    assert (result.exit_code, lines(result.stderr)) == (
        1,
        ["aldkg: ALDKG_PORT: 'many' is not a whole number"],
    )


def test_a_default_store_is_named_before_it_is_written(
    aldkg: Aldkg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALDKG_STORE", str(tmp_path / "graph"))
    named, cause = lines(aldkg("build", tmp_path / "none.txt").stderr)[:2]
    assert named == f"the graph goes to {tmp_path / 'graph'} (--store FOLDER names another)"
    assert cause.startswith(f"aldkg: {tmp_path / 'none.txt'}")
    given = aldkg("build", tmp_path / "none.txt", "--store", tmp_path / "other")
    assert "goes to" not in given.stderr

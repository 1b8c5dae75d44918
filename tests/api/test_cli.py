"""The command line, command by command, and what it says of bad input."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

import pytest
from typer.testing import Result

from kg.export import FORMATS
from kg.store import current_directory

Aldkg = Callable[..., Result]
ROOT = Path(__file__).resolve().parents[2]

NOTE = """---
key: meyer-2015
title: "Oxide coats on dots"
authors: ["Meyer, A."]
year: 2015
journal: J. Films
---

PbSe quantum dots were coated with Al2O3 by ALD from trimethylaluminum and water at 80 °C.
"""

#: Files that cannot be read, and a word of the cause that must be named.
BAD_FILES = {
    "empty.txt": (b"", "empty"),
    "binary.txt": (b"\x00\x01\x02" * 50, "binary"),
    "latin.txt": ("Temperatur 80 °C".encode("latin-1"), "not UTF-8"),
    "header.md": (b"---\ntitle: [unclosed\n---\n\nText.\n", "front matter"),
}


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "meyer-2015.md"
    path.write_text(NOTE, encoding="utf-8")
    return path


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


# --- answers


def test_named_query(aldkg: Aldkg, tiny_store: Path) -> None:
    result = aldkg("query", "--store", tiny_store, "studies-of-material", "--formula", "PbSe")
    assert result.exit_code == 0
    assert "Meyer 2015" in result.stdout
    assert "https://" not in result.stdout  # a table is for reading


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
    assert {"name": "studies-of-material", "parameters": "[--formula]"}.items() <= next(
        row for row in rows if row["name"] == "studies-of-material"
    ).items()


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


# --- papers


def test_extract(aldkg: Aldkg, note: Path, tmp_path: Path) -> None:
    target = tmp_path / "claims.jsonl"
    result = aldkg("extract", note, "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    claims = [json.loads(line) for line in lines(target.read_text(encoding="utf-8"))]
    assert {claim["doc"] for claim in claims} == {"meyer-2015"}
    assert any(claim.get("chemical") == "trimethylaluminum" for claim in claims)
    (start, end), *_ = claims[0]["evidence"]
    assert claims[0]["quote"] == NOTE[start:end]


def test_build_then_ask(aldkg: Aldkg, note: Path, tmp_path: Path) -> None:
    store = tmp_path / "graph"
    result = aldkg("build", note, "--store", store)
    assert result.exit_code == 0
    assert "1 documents, 1 studies" in result.stderr
    answer = aldkg("query", "--store", store, "studies-of-material", "--formula", "PbSe")
    assert "Meyer 2015" in answer.stdout


def test_evaluate(aldkg: Aldkg, note: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    assert aldkg("extract", note, "-o", gold).exit_code == 0
    result = aldkg("evaluate", "--gold", gold, note, "--format", "json")
    assert result.exit_code == 0
    rows = json.loads(result.stdout)
    strict = next(row for row in rows if (row["reading"], row["kind"]) == ("strict", "all"))
    assert (strict["f1"], strict["missed"], strict["spurious"]) == (1, 0, 0)
    assert strict["found"] == len(lines(gold.read_text(encoding="utf-8")))


# --- bad input


@pytest.mark.parametrize("name", BAD_FILES)
@pytest.mark.parametrize("command", ["extract", "build"])
def test_a_bad_file_is_named_with_its_cause(
    aldkg: Aldkg, tmp_path: Path, tiny_store: Path, command: str, name: str
) -> None:
    data, cause = BAD_FILES[name]
    path = tmp_path / name
    path.write_bytes(data)
    target = tmp_path / "out.jsonl"
    before = current_directory(tiny_store)
    place = ["-o", target] if command == "extract" else ["--store", tiny_store]
    result = aldkg(command, path, *place)
    assert result.exit_code == 1
    assert (result.stdout, len(lines(result.stderr))) == ("", 1)
    assert result.stderr.startswith(f"aldkg: {path}: ")
    assert cause in result.stderr
    assert not target.exists()
    assert current_directory(tiny_store) == before


@pytest.mark.parametrize("command", ["extract", "build"])
def test_a_missing_file(aldkg: Aldkg, tmp_path: Path, tiny_store: Path, command: str) -> None:
    place = ["--store", tiny_store] if command == "build" else []
    result = aldkg(command, tmp_path / "none.txt", *place)
    assert result.exit_code == 1
    assert lines(result.stderr) == [f"aldkg: {tmp_path / 'none.txt'}: no such file or folder"]


@pytest.mark.parametrize("command", ["extract", "build"])
def test_the_good_are_read_beside_the_bad(
    aldkg: Aldkg, note: Path, tmp_path: Path, command: str
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\xff\xfe\x00")
    place = ["-o", tmp_path / "o.jsonl"] if command == "extract" else ["--store", tmp_path / "g"]
    result = aldkg(command, note, bad, *place)
    assert result.exit_code == 3
    assert f"aldkg: {bad}: not UTF-8" in result.stderr
    assert (tmp_path / "o.jsonl").exists() or (tmp_path / "g").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["query", "--sparql", "SELECT * WHER {}"], "bad SPARQL"),
        (["query", "--sparql", "SELECT * { SERVICE <http://127.0.0.1:9/> {} }"], "SERVICE"),
        (["query", "--sparql", "CLEAR ALL"], "update"),
        (["query", "--sparql", "ASK " + "{" * 3000], "nested"),
        (["query", "studies-by-process", "--process", "alchemy"], "alchemy"),
        (["query", "--file", "/nowhere/q.rq"], "/nowhere/q.rq: no such file"),
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


@pytest.mark.parametrize(
    "arguments",
    [
        ["query"],
        ["query", "--sparql", "ASK {}", "--list", "--format", "pdf"],
        ["query", "studies-of-material", "--format", "pdf"],
        ["query", "--sparql", "ASK {}", "studies-of-material"],
        ["query", "no-such-query"],
        ["query", "studies-of-material", "--colour", "red"],
        ["build"],
        ["extract"],
        ["evaluate", "x.txt"],
        ["frobnicate"],
    ],
)
def test_wrong_use(aldkg: Aldkg, tiny_store: Path, arguments: list[str]) -> None:
    result = aldkg(*arguments)
    assert result.exit_code == 2
    assert result.stderr
    assert "Traceback" not in result.stderr


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


# --- check and version


def test_check(aldkg: Aldkg, tiny_store: Path, tmp_path: Path) -> None:
    result = aldkg("check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "sound" in result.stdout
    bad = tmp_path / "bad.ttl"
    bad.write_text(
        "<https://w3id.org/ald-kg/id/study/x> a <https://w3id.org/ald-kg/ontology#Study> .\n",
        encoding="utf-8",
    )
    result = aldkg("check", bad)
    assert result.exit_code == 1
    assert f"aldkg: {bad}: https://w3id.org/ald-kg/id/study/x" in result.stderr.replace(
        "study:x", "https://w3id.org/ald-kg/id/study/x"
    )


@pytest.mark.parametrize(
    ("name", "text", "cause"),
    [("x.ttl", "<a> <b>", "malformed"), ("x.owl", "", "unknown format"), ("", "", "no graph")],
)
def test_check_of_what_is_no_graph(
    aldkg: Aldkg, tmp_path: Path, name: str, text: str, cause: str
) -> None:
    path = tmp_path / name
    if name:
        path.write_text(text, encoding="utf-8")
    result = aldkg("check", path)
    assert result.exit_code == 1
    assert f"aldkg: {path}: {cause}" in result.stderr


def test_version(aldkg: Aldkg) -> None:
    for arguments in (["version"], ["--version"]):
        result = aldkg(*arguments)
        assert result.exit_code == 0
        assert [line.split()[0] for line in lines(result.stdout)] == [
            "ald-kg",
            "ontology",
            "extractor",
        ]


# --- as processes


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-c", "from api.cli import main; main()", *map(str, arguments)]


def test_a_closed_pipe_is_no_error(tiny_store: Path) -> None:
    """As in ``aldkg query ... | head -1``."""
    sparql = "SELECT * { ?a ?b ?c . ?d ?e 2015 } LIMIT 9000"
    arguments = ("query", "--store", tiny_store, "-f", "csv", "--sparql", sparql)
    with subprocess.Popen(
        command(*arguments), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_up_builds_nothing_when_there_is_a_graph_and_stops(tiny_store: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        command("up", "--store", tiny_store, "--port", port),
        cwd=ROOT,
        env={**os.environ, "ALDKG_WORKERS": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    with process:
        try:
            health = _wait_for(f"http://127.0.0.1:{port}/health")
        finally:
            process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        said = process.stderr.read().decode()
    assert health["studies"] == 2
    assert "building" not in said
    assert "Traceback" not in said


def _wait_for(address: str, tries: int = 300) -> dict[str, object]:
    for _ in range(tries):
        try:
            with urlopen(address) as response:  # noqa: S310 (our own service)
                found: dict[str, object] = json.load(response)
                return found
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")


# --- exports


@pytest.mark.parametrize("name", FORMATS)
def test_export_in_every_format(aldkg: Aldkg, tiny_store: Path, tmp_path: Path, name: str) -> None:
    target = tmp_path / "out"
    result = aldkg("export", "--store", tiny_store, "--format", name, "-o", target)
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.search("Meyer|meyer|PbSe", target.read_text(encoding="utf-8"))
    shown = aldkg("export", "--store", tiny_store, "--format", name)
    assert shown.stdout_bytes == target.read_bytes()


def test_export_of_a_query(aldkg: Aldkg, tiny_store: Path) -> None:
    options = ["export", "--store", tiny_store, "--format", "csv", "--query"]
    result = aldkg(*options, "studies-of-material", "--formula", "PbSe")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [(row["study"], row["material"]) for row in rows] == [("Meyer 2015", "PbSe")]
    assert aldkg(*options, "studies-of-material", "--formula=PbSe").stdout == result.stdout


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

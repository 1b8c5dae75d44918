"""``aldkg extract``, ``build`` and ``evaluate``: papers read, and files that cannot be."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from kg.store import current_directory
from tests.api.output import lines

Aldkg = Callable[..., Result]
ROOT = Path(__file__).resolve().parents[2]


#: Files that cannot be read, and a word of the cause that must be named.
BAD_FILES = {
    "empty.txt": (b"", "empty"),
    "binary.txt": (b"\x00\x01\x02" * 50, "binary"),
    "latin.txt": ("Temperatur 80 °C".encode("latin-1"), "not UTF-8"),
    "header.md": (b"---\ntitle: [unclosed\n---\n\nText.\n", "front matter"),
}


def test_extract(aldkg: Aldkg, note: Path, tmp_path: Path) -> None:
    target = tmp_path / "claims.jsonl"
    result = aldkg("extract", note, "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    claims = [json.loads(line) for line in lines(target.read_text(encoding="utf-8"))]
    assert {claim["doc"] for claim in claims} == {"meyer-2015"}
    assert any(claim.get("chemical") == "trimethylaluminum" for claim in claims)
    (start, end), *_ = claims[0]["evidence"]
    assert claims[0]["quote"] == note.read_text(encoding="utf-8")[start:end]


def test_extract_names_the_documents_without_a_claim(
    aldkg: Aldkg, note: Path, tmp_path: Path
) -> None:
    for name in "abcdefghijkl":
        (tmp_path / f"{name}.txt").write_text("Nothing of it.\n")
    told = aldkg("extract", note, *tmp_path.glob("?.txt")).stderr
    assert "documents without a claim: 12\n  a: no term of the field" in told
    assert told.rstrip().endswith("  j: no term of the field (1 sentence)\n  and 2 more")
    folder = tmp_path / "documents"
    told = aldkg("extract", tmp_path / "a.txt", "--documents", folder).stderr
    assert "documents without a claim: 1\n  a: aldkg explain with --all shows why" in told


def test_build_then_ask(aldkg: Aldkg, note: Path, tmp_path: Path) -> None:
    store = tmp_path / "graph"
    result = aldkg("build", note, "--store", store)
    assert result.exit_code == 0
    assert "1 document, 1 study" in result.stderr
    answer = aldkg("query", "--store", store, "studies-of-material", "--material", "PbSe")
    assert "Meyer 2015" in answer.stdout


def test_build_tells_what_it_left_unread(aldkg: Aldkg, note: Path, tmp_path: Path) -> None:
    (tmp_path / "silent.txt").write_text("Nothing of it, but for 5 kDa, eﬃciently.\n")
    target = tmp_path / "report.json"
    paths = [note, tmp_path / "silent.txt", tmp_path / "none.txt"]
    result = aldkg("build", *paths, "--store", tmp_path / "graph", "--report", target)
    assert result.exit_code == 3
    for words in (
        "documents without a claim: 1",
        "silent: no term of the field",
        "unknown units: 5 kDa (1)",
        "repaired in the text: ligature (1)",
        "rejected: 1",
    ):
        assert words in result.stderr
    report = json.loads(target.read_text(encoding="utf-8"))
    assert [d["id"] for d in report["documents"]] == ["meyer-2015", "silent"]
    assert report["rejected"] == [
        {"source": str(tmp_path / "none.txt"), "cause": "no such file or folder"}
    ]
    assert report["claims"] == sum(report["claims_by_kind"].values())


def test_claims_are_the_same_for_any_number_of_workers(
    aldkg: Aldkg, note: Path, tmp_path: Path
) -> None:
    (tmp_path / "other.txt").write_text("HfO2 was grown by ALD at 250 °C.\n", encoding="utf-8")
    one = aldkg("extract", note, tmp_path / "other.txt", "--workers", 1)
    two = aldkg("extract", tmp_path / "other.txt", note, "--workers", 2)
    assert one.exit_code == two.exit_code == 0
    assert one.stdout_bytes == two.stdout_bytes
    assert {json.loads(line)["doc"] for line in lines(one.stdout)} == {"meyer-2015", "other"}


def test_evaluate(aldkg: Aldkg, note: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    assert aldkg("extract", note, "-o", gold).exit_code == 0
    result = aldkg("evaluate", "--gold", gold, note, "--format", "json")
    assert result.exit_code == 0
    rows = json.loads(result.stdout)
    strict = next(row for row in rows if (row["reading"], row["kind"]) == ("strict", "all"))
    assert (strict["f1"], strict["missed"], strict["spurious"]) == (1, 0, 0)
    assert strict["found"] == len(lines(gold.read_text(encoding="utf-8")))


def test_evaluate_links(aldkg: Aldkg, note: Path, tmp_path: Path) -> None:
    gold = tmp_path / "links.jsonl"
    assert aldkg("extract", note, "-o", gold).exit_code == 0
    result = aldkg("evaluate", "--links", gold, note, "--format", "csv")
    assert result.exit_code == 0
    figures = dict(line.split(",") for line in lines(result.stdout))
    outcomes = [line for line in lines(gold.read_text("utf-8")) if '"kind": "outcome"' in line]
    assert figures["outcomes"] == str(len(outcomes))
    assert figures["denied_hit"] == "0"
    assert figures["not_agent"] == ""


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

"""Documents as files: nothing is lost, what is wrong is named by line, graphs are the same."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import corpus
from corpus import ReadError
from corpus.model import Author, Reference
from kg.bundled import read_shipped
from kg.documents import (
    DocumentFile,
    file_of,
    find_document_files,
    is_document_file,
    parse_document,
    parse_header,
    read_document_file,
    render_document,
    without_quotes,
)
from kg.documents.schema import render_schema, schema
from kg.model import Document
from tests.rows import each_row

DISPUTED = {"studies": ["88"], "cue": "debated", "evidence": [[0, 7]]}
ROOT = Path(__file__).parents[2]
TINY = sorted((ROOT / "tests" / "data" / "tiny").glob("*.jsonl"))
REVIEW = ROOT / "corpus" / "review" / "review.jsonl"
FULL = Reference(
    number="88",
    part="b",
    key="liu",
    authors=(Author(family="Liu", given="Y."), Author(family="Consortium")),
    title="Dots & films",
    container="J.",
    year=2011,
    volume="1",
    issue="2",
    pages="3–4",
    publisher="P",
    doi="10.1/x",
    url="https://example.org",
    type="thesis",
    span=(3, 9),
)


def header_of(lines: list[bytes]) -> dict[str, object]:
    return dict(json.loads(lines[0]))


@pytest.fixture(scope="module")
def lines() -> list[bytes]:
    return TINY[0].read_bytes().splitlines()


def join(*lines: bytes | dict[str, object]) -> bytes:
    texts = (
        x if isinstance(x, bytes) else json.dumps(x, ensure_ascii=False).encode() for x in lines
    )
    return b"".join(text + b"\n" for text in texts)


@each_row("file", [*TINY, REVIEW], ids=lambda file: file.name)
def test_a_file_read_and_written_is_the_same_file(file: Path):
    assert render_document(read_document_file(file)) == file.read_bytes()


def test_a_document_comes_back_as_it_was(documents: tuple[Document, ...]):
    for document in documents:
        whole = replace(document, references=(*document.references, FULL), written_from="x")
        back = parse_document(render_document(DocumentFile(document=whole)), "a.jsonl").document
        assert {*back.claims} == {*whole.claims}
        assert replace(back, claims=()) == replace(whole, claims=())


def test_the_shipped_review_holds_no_sentence_of_it():
    document = read_shipped().document
    assert len(document.claims) > 600
    told = (*document.claims, *document.disagreements)
    assert not any(one.evidence.quote for one in told)


def test_a_file_without_quotes_tells_the_places(tmp_path: Path, documents: tuple[Document, ...]):
    (tmp_path / "survey.txt").write_text("\n".join(c.evidence.quote for c in documents[0].claims))
    paper = corpus.read(tmp_path / "survey.txt")
    whole = file_of(paper, documents[0], code="c")
    bare = without_quotes(whole, paper)
    assert b"colloidal ALD" in render_document(whole)
    assert b"colloidal ALD" not in render_document(bare)
    back = parse_document(render_document(bare), "a.jsonl")
    assert back.places == bare.places != {}
    assert [one.evidence.quote for one in back.document.disagreements] == [""]
    assert (back.code, back.reader, back.text_sha256) == ("c", bare.reader, paper.sha256)


def test_the_published_schema_is_that_of_the_code_and_of_the_files():
    text = (ROOT / "docs" / "document.schema.json").read_text(encoding="utf-8")
    assert text == render_schema(), "python -m kg.documents.schema writes it anew"
    known = schema()["$defs"]
    checks = {name: Draft202012Validator({**known[name], "$defs": known}) for name in known}
    for file in (*TINY, REVIEW):
        head, *claims = map(json.loads, file.read_bytes().splitlines())
        checks["header"].validate(head)
        for claim in claims:
            checks[claim["kind"]].validate(claim)
    wrong = {**claims[0], "colour": "red"}
    assert not checks[wrong["kind"]].is_valid(wrong)


@each_row(
    "to, cause",
    [
        ({"version": 2}, "unknown version 2; version 1 is supported"),
        ({"version": "1"}, "unknown version '1'; version 1 is"),
        ({"sha256": "0" * 63}, "sha256 is not a hash"),
        ({"sha256": 7}, "sha256 is not text: 7"),
        ({"text_sha256": "x"}, "text_sha256 is not a hash"),
        ({"doc": ""}, "no doc"),
        ({"doc": "a\x00b"}, "doc is not a name"),
        ({"doc": "x" * 300}, "doc is not a name"),
        ({"colour": 1}, "unknown key 'colour'"),
        ({"genre": "poem"}, "genre is 'poem'"),
        ({"claims": True}, "claims is not the number"),
        ({"claims": 10**400}, "claims is not the number"),
        ({"claims": 3}, "the header states 3 claims"),
        ({"record": []}, "not a bibliographic record"),
        ({"record": {"issued": {"date-parts": [[10**30]]}}}, "issued is not a year"),
        ({"record": {"issued": 2011}}, "issued is not a year"),
        ({"record": {"colour": 1}}, "unknown key 'colour'"),
        ({"references": {}}, "references is not a list"),
        ({"references": [{}]}, "references, entry 1: no citation-number"),
        ({"references": [{"author": ["Liu"]}]}, "references, entry 1: author is not"),
        ({"references": [{"type": "poem"}]}, "references, entry 1: type is 'poem'"),
        ({"references": [{"span": [9, 3]}]}, "references, entry 1: span is not"),
        ({"disagreements": [7]}, "disagreements is not a list of records"),
        ({"disagreements": [{**DISPUTED, "cue": ""}]}, "disagreements, entry 1: no cue"),
        ({"disagreements": [{**DISPUTED, "studies": []}]}, "a disagreement names no study"),
        ({"disagreements": [{**DISPUTED, "about": ["x:y"]}]}, "about is not a thing: 'x:y'"),
        ({"disagreements": [{**DISPUTED, "about": ["outcome:A b"]}]}, "about is not an id"),
        ({"disagreements": [{**DISPUTED, "colour": 1}]}, "a disagreement has no key 'colour'"),
        ({"disagreements": [{**DISPUTED, "nonblank": [[1]]}]}, "nonblank is not one pair"),
        ({"format": "other"}, "format is 'other'"),
    ],
)
def test_a_wrong_header_is_told(lines: list[bytes], to: dict[str, object], cause: str):
    with pytest.raises(ReadError) as caught:
        parse_document(join({**header_of(lines), **to}, *lines[1:]), "a.jsonl")
    assert str(caught.value).startswith("a.jsonl: line 1: ")
    assert cause in caught.value.cause
    assert len(str(caught.value)) < 400


@each_row(
    "to, cause",
    [
        ({"doc": "other"}, "a claim of 'other' in the file of"),
        ({"study": 3}, "study is not text: 3"),
        ({"kind": "poem"}, "unknown kind 'poem'"),
        ({"evidence": []}, "evidence is not a list"),
        ({"evidence": [[4, 2]]}, "evidence is not a list"),
        ({"evidence": [[0, 10**30]]}, "evidence is not a list"),
        ({"confidence": 2}, "confidence 2 is not between 0 and 1"),
        ({"confidence": 10**400}, "confidence is not a number"),
        ({"confidence": float("nan")}, "confidence is not a number"),
        ({"colour": "red"}, "no key 'colour'"),
        ({"form": "No Such"}, "form is not an id of a term"),
        ({"quote": "\ud800"}, "an unpaired surrogate"),
        ({"nonblank": [[0, 1], [2, 3]]}, "nonblank is not one pair for each"),
        ({"nonblank": "x"}, "nonblank is not one pair for each"),
        ({"agent": ["process:ald"]}, "has no link 'agent'"),
    ],
)
def test_a_wrong_claim_is_told_with_its_line(lines: list[bytes], to: dict[str, object], cause: str):
    claim = json.dumps({**json.loads(lines[1]), **to}).encode()
    with pytest.raises(ReadError) as caught:
        parse_document(join(lines[0], lines[2], claim, *lines[3:]), "a.jsonl")
    assert str(caught.value).startswith("a.jsonl: line 3: ")
    assert cause in caught.value.cause
    assert len(str(caught.value)) < 400


@each_row(
    "damage, cause",
    [
        (lambda data: data[:-20], "ends in the middle of this line"),
        (lambda data: data[: data.rindex(b"\n", 0, -1) + 1], "the header states"),
        (lambda data: data.replace(b"Cel", b"\xff\xfe", 1), "not UTF-8"),
        (lambda data: data.replace(b'"doc"', b"1" * 5000, 1), "not JSON"),
        (lambda data: data.replace(b'"value": ', b'"value": ' + b"1" * 5000), "a number is too"),
        (lambda data: data + b"[" * 100_000, "nested too deeply"),
        (lambda data: data + b'["a list"]', "not a JSON object"),
        (lambda data: b"", "not JSON"),
    ],
)
def test_a_damaged_file_is_told(damage, cause: str):
    data = (ROOT / "tests" / "data" / "tiny" / "overview.jsonl").read_bytes()
    with pytest.raises(ReadError, match=r"^a\.jsonl: line \d+: ") as caught:
        parse_document(damage(data), "a.jsonl")
    assert cause in caught.value.cause


def test_blank_lines_and_line_ends_of_other_systems_do_no_harm(lines: list[bytes]):
    data = join(*lines)
    other = b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n\r\n")
    assert parse_document(other, "a") == parse_document(data, "a")
    assert parse_header(lines[0], "a").document.id == parse_document(data, "a").document.id


def test_files_are_known_by_their_header(tmp_path: Path, lines: list[bytes]):
    (tmp_path / "one.txt").write_bytes(join(*lines))
    (tmp_path / "two.jsonl").write_bytes(b"\xef\xbb\xbf" + join(*lines))
    (tmp_path / "claims.jsonl").write_bytes(join(*lines[1:]))
    (tmp_path / "note.md").write_text('A text on {"format": "ald-kg document"}.')
    (tmp_path / ".hidden.jsonl").write_bytes(join(*lines))
    found, others = find_document_files([tmp_path, tmp_path / "one.txt"])
    assert [file.name for file in found] == ["one.txt", "two.jsonl"]
    assert [file.name for file in others] == ["claims.jsonl"]
    assert not is_document_file(tmp_path / "none.jsonl")

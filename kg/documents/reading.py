"""Read document files; errors name the line."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from corpus import ReadError
from corpus.legible import legible_name
from corpus.model import Reference, Span
from kg.claims import from_record, parse_object, to_record
from kg.documents.disagreements import read_disagreement
from kg.documents.form import (
    DOCUMENT_TEXTS,
    FILE_TEXTS,
    FORMAT,
    GENRES,
    HEADER_KEYS,
    PLACES,
    VERSION,
    DocumentFile,
)
from kg.documents.soundness import fault_of
from kg.errors import ExtractionError
from kg.model import Claim, Disagreement, Document
from kg.records.bibliography import from_csl
from kg.records.values import LONGEST_TEXT, Record, is_span, optional_text, quoted, text

_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_LONGEST_ID: Final = 200
#: Escapes may hold half of a surrogate pair, which is not a character but valid JSON.
_ESCAPE: Final = b"\\u"

#: Spans of evidence -> the same places as counts of non-blank characters.
Places = dict[tuple[Span, ...], tuple[Span, ...]]


def parse_document(data: bytes, source: str) -> DocumentFile:
    """Return the content of a document file from its bytes; ``source`` names it in errors.

    Raises
    ------
    ReadError
        If a line is wrong; the message has the number of the first such line and the cause.
    """
    head, *lines = data.split(b"\n")
    header = _header(head, source)
    claims: list[Claim] = []
    places: Places = dict(header["places"])
    for at, line in enumerate(lines, start=2):
        if line.strip():
            try:
                claims.append(_claim(_parsed(line), header["doc"], places))
            except ExtractionError as error:
                is_last = at == len(lines) + 1
                cut = "; the file ends in the middle of this line" if is_last else ""
                raise ReadError(source, f"line {at}: {error}{cut}") from error
    if len(claims) != header["claims"]:
        raise ReadError(
            source, f"line 1: the header states {header['claims']} claims; {len(claims)} follow"
        )
    return _file(header, tuple(claims), places)


def parse_header(line: bytes, source: str) -> DocumentFile:
    """Return the content of a document file's header alone, without claims.

    Raises
    ------
    ReadError
        If it is wrong.
    """
    header = _header(line, source)
    return _file(header, (), header["places"])


def _file(header: Record, claims: tuple[Claim, ...], places: Places) -> DocumentFile:
    return DocumentFile(
        document=Document(
            **{name: header[key] for key, name in DOCUMENT_TEXTS.items()},
            claims=claims,
            record=header["record"],
            references=header["references"],
            disagreements=header["disagreements"],
        ),
        **{key: header[key] for key in FILE_TEXTS},
        places=places,
    )


def _header(line: bytes, source: str) -> Record:
    try:
        return _checked(_parsed(line))
    except ExtractionError as error:
        raise ReadError(source, f"line 1: {error}") from error


def _parsed(line: bytes) -> Record:
    try:
        record = parse_object(line.decode("utf-8-sig"))
        if _ESCAPE in line:
            json.dumps(record, ensure_ascii=False).encode()
    except UnicodeDecodeError as error:
        raise ExtractionError(f"not UTF-8 (byte {error.start + 1})") from error
    except UnicodeEncodeError as error:
        raise ExtractionError(
            "holds an unpaired surrogate (an escape \\ud800 to \\udfff)"
        ) from error
    return record


def _checked(record: Mapping[str, Any]) -> Record:
    """Return the values of a header by key, with empty values for missing keys."""
    if record.get("format") != FORMAT:
        raise ExtractionError(f"format is {quoted(record.get('format'))}, not {FORMAT!r}")
    if type(record.get("version")) is not int or record["version"] != VERSION:
        raise ExtractionError(
            f"unknown version {quoted(record.get('version'))}; version {VERSION} is supported"
            " (`aldkg extract --documents` writes it)"
        )
    unknown = sorted(map(str, record.keys() - {*HEADER_KEYS}))
    if unknown:
        raise ExtractionError(f"the header has an unknown key {unknown[0]!r}")
    values: Record = {key: optional_text(record, key) or "" for key in FILE_TEXTS}
    values |= {key: optional_text(record, key) or "" for key in DOCUMENT_TEXTS}
    disagreements, places = _disagreements(record.get("disagreements", []))
    return values | {
        "doc": _id(text(record, "doc")),
        "sha256": _sha256(record, "sha256"),
        "genre": _genre(values["genre"]),
        **{key: _sha256(record, key) for key in _HASHES if key in record},
        "claims": _count(record.get("claims")),
        "record": from_csl(record["record"]) if record.get("record") is not None else None,
        "references": _references(record.get("references", [])),
        "disagreements": disagreements,
        "places": places,
    }


_HASHES: Final = ("text_sha256", "nonblank_sha256")


def _id(name: str) -> str:
    if legible_name(name) != name or not name.strip() or len(name) > _LONGEST_ID:
        raise ExtractionError(f"doc is not a name of a document: {quoted(name)}")
    return name


def _sha256(record: Mapping[str, Any], key: str) -> str:
    value = text(record, key)
    if not _SHA256.fullmatch(value):
        raise ExtractionError(f"{key} is not a hash of 64 hexadecimal digits: {quoted(value)}")
    return value


def _genre(value: str) -> str:
    if value and value not in GENRES:
        raise ExtractionError(f"genre is {quoted(value)}, not one of {', '.join(GENRES)}")
    return value or "article"


def _count(value: object) -> int:
    if type(value) is not int or not 0 <= value < LONGEST_TEXT:
        raise ExtractionError(f"claims is not the number of claims: {quoted(value)}")
    return value


def _references(value: object) -> tuple[Reference, ...]:
    if not isinstance(value, list):
        raise ExtractionError(f"references is not a list: {quoted(value)}")
    return tuple(_reference(number, item) for number, item in enumerate(value, start=1))


def _reference(number: int, item: object) -> Reference:
    try:
        reference = from_csl(item)
    except ExtractionError as error:
        raise ExtractionError(f"references, entry {number}: {error}") from error
    if not reference.label:
        raise ExtractionError(f"references, entry {number}: no citation-number")
    return reference


def _disagreements(value: object) -> tuple[tuple[Disagreement, ...], Places]:
    """Return the disagreements of a header, and their places as counts of non-blank characters."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ExtractionError(f"disagreements is not a list of records: {quoted(value)}")
    found: list[Disagreement] = []
    places: Places = {}
    for number, item in enumerate(value, start=1):
        try:
            one = read_disagreement(item)
            spans = one.evidence.spans
            if PLACES in item:
                places[spans] = _places(item[PLACES], len(spans))
        except ExtractionError as error:
            raise ExtractionError(f"disagreements, entry {number}: {error}") from error
        found.append(one)
    return tuple(found), places


def _claim(record: Record, doc: str, places: Places) -> Claim:
    found = record.pop(PLACES, None)
    claim = from_record(record)
    if claim.doc != doc:
        raise ExtractionError(f"a claim of {quoted(claim.doc)} in the file of {quoted(doc)}")
    known = to_record(claim)
    unknown = sorted(str(key) for key in record if record[key] is not None and key not in known)
    if unknown:
        raise ExtractionError(f"a claim of this kind has no key {unknown[0]!r}")
    if fault := fault_of(claim):
        raise ExtractionError(fault)
    if found is not None:
        places[claim.evidence.spans] = _places(found, len(claim.evidence.spans))
    return claim


def _places(value: object, count: int) -> tuple[Span, ...]:
    if not isinstance(value, list) or len(value) != count or not all(map(is_span, value)):
        raise ExtractionError(
            f"{PLACES} is not one pair for each span of the evidence: {quoted(value)}"
        )
    return tuple((start, end) for start, end in value)

"""Claims as JSON Lines: the flat form of the claims contract, written and read without loss.

Each line is one JSON object. The links of a claim follow the keys of its kind
(:mod:`kg.records.links`). Besides the contract's keys a record carries ``rule``, ``extractor``,
``quote`` and ``place`` (the receipt; for claims entered by hand also ``curator`` and ``source``).
Where they add something it also carries ``approximate`` and ``raw`` of a quantity and
``substance``, the id of the reagent that a name denotes. Readers of the contract ignore these keys.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any, TextIO

from corpus.model import Span
from kg.errors import ExtractionError
from kg.grounding import ground
from kg.model import KINDS, Claim, Content, Evidence
from kg.records.links import LINK_KEYS, links_record, read_links
from kg.records.quantities import plain_number, quantity_record, read_quantity
from kg.records.values import Record, is_span, number, optional_text, quoted, text

_KIND_OF: Mapping[object, str] = {content_type: kind for kind, content_type in KINDS.items()}

#: Text fields of the evidence that a record carries in addition to the contract's keys.
_RECEIPT = ("rule", "extractor", "quote", "place", "curator", "source")


def kind_of(content: Content) -> str:
    """Return the contract's kind of a content: ``"material"``, ``"outcome"``, ...

    >>> from kg.model import Process
    >>> kind_of(Process(process="thermal_ald"))
    'process'
    """
    return _KIND_OF[type(content)]


def to_record(claim: Claim) -> Record:
    """Return the claim as a flat record of the contract."""
    return {
        "doc": claim.doc,
        "study": claim.study,
        "kind": kind_of(claim.content),
        **_content_record(claim.content),
        **links_record(claim.links, type(claim.content)),
        "evidence": [list(span) for span in claim.evidence.spans],
        "confidence": plain_number(claim.confidence),
        **receipt_record(claim.evidence),
    }


def receipt_record(evidence: Evidence) -> Record:
    """Return the fields of a record that describe its evidence, without the places."""
    receipt = {name: getattr(evidence, name) for name in _RECEIPT}
    return {key: value for key, value in receipt.items() if value}


def _content_record(content: Content) -> Record:
    values = {item.name: getattr(content, item.name) for item in fields(content)}
    quantity = values.pop("quantity", None)
    if "layers" in values:
        values["layers"] = list(values["layers"])
    if "chemical" in values:
        values |= _substance(values["chemical"])
    return {**values, **(quantity_record(quantity) if quantity is not None else {})}


def _substance(name: str) -> Record:
    """Return the vocabulary's id of a reagent whose name in the claim differs from that id."""
    term = ground("chemical", name).term
    return {"substance": term.notation} if term is not None and term.notation != name else {}


def from_record(record: Mapping[str, Any]) -> Claim:
    """Return the claim of a record of the contract.

    Raises
    ------
    ExtractionError
        If a key is missing or of the wrong type, the kind is unknown, or there is no
        evidence.
    """
    content_type = KINDS.get(text(record, "kind"))
    if content_type is None:
        raise ExtractionError(
            f"unknown kind {quoted(record['kind'])}; known are {', '.join(KINDS)}"
        )
    return Claim(
        doc=text(record, "doc"),
        study=text(record, "study"),
        content=_content(content_type, record),
        evidence=read_evidence(record),
        confidence=_confidence(record),
        links=read_links(record, content_type),
    )


def _content(content_type: type[Content], record: Mapping[str, Any]) -> Content:
    values: Record = {}
    for item in fields(content_type):
        if item.name == "quantity":
            values["quantity"] = read_quantity(record)
        elif item.name == "layers":
            values["layers"] = _layers(record)
        else:
            values[item.name] = text(record, item.name)
    return content_type(**values)


def read_evidence(record: Mapping[str, Any]) -> Evidence:
    """Return the evidence of a record.

    Raises
    ------
    ExtractionError
        If there is no place, or a value is of the wrong type.
    """
    return Evidence(
        spans=_spans(record.get("evidence")),
        **{name: optional_text(record, name) or "" for name in _RECEIPT},
    )


def _spans(value: object) -> tuple[Span, ...]:
    if not isinstance(value, list) or not value or not all(map(is_span, value)):
        raise ExtractionError(f"evidence is not a list of [start, end] pairs: {quoted(value)}")
    return tuple((start, end) for start, end in value)


def _confidence(record: Mapping[str, Any]) -> float:
    value = number(record, "confidence")
    if value is not None and not 0 <= value <= 1:
        raise ExtractionError(f"confidence {value:g} is not between 0 and 1")
    return 1.0 if value is None else value


def _layers(record: Mapping[str, Any]) -> tuple[str, ...]:
    value = record.get("layers")
    is_list = isinstance(value, list) and value and all(isinstance(item, str) for item in value)
    if not is_list:
        raise ExtractionError(f"layers is not a list of formulas: {quoted(value)}")
    return tuple(value or ())


def claim_key(claim: Claim) -> str:
    """Return a name for the claim: 16 hexadecimal digits.

    They are the start of the SHA-256 over the canonical JSON of document, study, content and
    evidence spans. The rule, the extractor's version, the links, the confidence and the printed
    form of a number are left out, so that a claim keeps its name when a better rule finds it again.
    """
    return hashlib.sha256(_statement(claim).encode()).hexdigest()[:16]


def _statement(claim: Claim) -> str:
    record = to_record(claim)
    for key in (*_RECEIPT, *LINK_KEYS, "confidence", "raw", "substance"):
        record.pop(key, None)
    return json.dumps(record, ensure_ascii=False, sort_keys=True)


def canonical(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return each claim once, in the order of the text.

    Of several claims with the same content and evidence the most confident is kept. The result does
    not depend on the order of the input.
    """
    best: dict[str, Claim] = {}
    for claim in sorted(claims, key=_preference):
        best.setdefault(_statement(claim), claim)
    return tuple(sorted(best.values(), key=_reading_order))


def _preference(claim: Claim) -> tuple[float, str]:
    return -claim.confidence, to_line(claim)


def _reading_order(claim: Claim) -> tuple[str, tuple[Span, ...], int, str]:
    kind = list(KINDS).index(kind_of(claim.content))
    return claim.doc, claim.evidence.spans, kind, to_line(claim)


def to_line(claim: Claim) -> str:
    """Return the claim as one line of JSON, without the line end."""
    return json.dumps(to_record(claim), ensure_ascii=False)


def write_claims(claims: Iterable[Claim], stream: TextIO) -> None:
    """Write the claims as JSON Lines in canonical form: the same claims give the same bytes."""
    stream.writelines(to_line(claim) + "\n" for claim in canonical(claims))


def read_claims(lines: Iterable[str], name: str) -> tuple[Claim, ...]:
    """Return the claims of JSON Lines; ``name`` is the file name for error messages.

    Raises
    ------
    ExtractionError
        For the first line that is not a claim, with its number and the cause.
    """
    return tuple(_read(lines, name))


def _read(lines: Iterable[str], name: str) -> Iterator[Claim]:
    for at, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield from_record(parse_object(line))
            except ExtractionError as error:
                raise ExtractionError(f"{name}, line {at}: {error}") from error


def parse_object(line: str) -> Record:
    """Return the JSON object of one line.

    Raises
    ------
    ExtractionError
        If the line is not JSON, or JSON of another type.
    """
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        cause = error.msg.removesuffix(" at")
        raise ExtractionError(f"cut off or not JSON ({cause} at column {error.colno})") from error
    except ValueError as error:  # a whole number of thousands of digits
        raise ExtractionError("not JSON that can be read (a number is too long)") from error
    except RecursionError as error:
        raise ExtractionError("not JSON that can be read (nested too deeply)") from error
    if not isinstance(record, dict):
        raise ExtractionError("not a JSON object")
    return record

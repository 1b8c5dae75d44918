"""A table of claims as a document: valid as a whole, or with a list of errors."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.model import Reference
from kg.claims import claim_key
from kg.curated.contents import read_cell, read_content
from kg.curated.layout import decode, read_rows
from kg.curated.rows import CellError, Row, RowError
from kg.curated.studies import read_studies
from kg.curated.terms import read_number, read_whole
from kg.identity import doi_key
from kg.model import Claim, Content, Document, Evidence

#: The rule name of claims that were entered by hand.
RULE = "curated"
#: The genre of a table's document.
GENRE = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTable:
    """A table as read: the document of its right rows, and the errors of the others."""

    document: Document
    errors: tuple[RowError, ...] = ()


def read_csv(data: bytes, *, id: str, source: str) -> ReadTable:
    """Return a table of claims from the bytes of a CSV file.

    Parameters
    ----------
    data
        The bytes of the CSV file, in UTF-8; cells separated by commas, semicolons or tabs.
    id
        The id of the document.
    source
        The name of the file in errors.
    """
    digest = hashlib.sha256(data).hexdigest()
    try:
        rows, errors = read_rows(decode(data), source)
    except ValueError as error:
        rows, errors = [], [RowError(file=source, row=0, column="", cause=str(error))]
    if not rows and not errors:
        errors = [RowError(file=source, row=0, column="", cause="no row below the header")]
    references = read_studies(rows)
    known = {reference.number for reference in references}
    claims = tuple(claim for claim in _claims(rows, id) if claim.study in known)
    errors += [error for row in rows for error in row.errors]
    document = Document(
        id=id,
        sha256=digest,
        claims=claims,
        references=_used(references, claims),
        record=Reference(title=f"Claims entered by hand: {id}", key=id),
        genre=GENRE,
        source=source,
    )
    return ReadTable(document=document, errors=tuple(sorted(errors, key=_order)))


def _order(error: RowError) -> tuple[int, str, str]:
    return error.row, error.column, error.cause


def _used(references: Sequence[Reference], claims: Sequence[Claim]) -> tuple[Reference, ...]:
    named = {claim.study for claim in claims}
    return tuple(reference for reference in references if reference.number in named)


def _claims(rows: Sequence[Row], doc: str) -> list[Claim]:
    """Return the claims of the rows without errors."""
    found: list[Claim] = []
    seen: dict[tuple[str, Content], int] = {}
    for row in rows:
        claim = _claim(row, doc)
        if claim is None:
            continue
        first = seen.setdefault((claim.study, claim.content), row.number)
        if first != row.number:
            row.refuse("", f"the same claim is already in row {first}")
        else:
            found.append(claim)
    return sorted(found, key=claim_key)


def _claim(row: Row, doc: str) -> Claim | None:
    content = read_content(row)
    confidence = read_cell(row, "confidence", _read_confidence)
    evidence = _read_evidence(row)
    if content is None or row.errors:
        return None
    return Claim(
        doc=doc,
        study=row["study"],
        content=content,
        evidence=evidence,
        confidence=1.0 if confidence is None else confidence,
    )


def _read_confidence(text: str) -> float | None:
    number = read_number(text)
    if number is not None and not 0 <= number <= 1:
        raise CellError(f"{text} is not between 0 and 1")
    return number


def _read_evidence(row: Row) -> Evidence:
    if not row["curator"]:
        row.refuse("curator", "the name of the curator is missing")
    return Evidence(
        spans=(row.span,),
        rule=RULE,
        extractor="",
        quote=row["quote"],
        place=f"row {row.number}",
        curator=row["curator"],
        source=_read_source(row),
    )


def _read_source(row: Row) -> str:
    """Return the curator's source, with the characters as in RFC 5147 if they are given."""
    start, end = (read_cell(row, column, read_whole) for column in ("start", "end"))
    source = row["source"]
    doi = doi_key_of(source)
    address = f"https://doi.org/{doi}" if doi else source
    if not (row["start"] or row["end"]):
        return address
    if not source:
        row.refuse("source", "the source of these character positions is missing")
    elif start is None or end is None:
        if not row["start"] or not row["end"]:
            row.refuse("end" if row["start"] else "start", "the other end is missing")
    elif start >= end:
        row.refuse("end", f"{end} is not after the start {start}")
    return f"{address}#char={start},{end}"


def doi_key_of(text: str) -> str:
    """Return the DOI in a source, or ``""``.

    >>> doi_key_of("10.1021/NL9036259"), doi_key_of("review")
    ('10.1021/nl9036259', '')
    """
    return doi_key(Reference(doi=text))

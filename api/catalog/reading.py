"""Rows of the catalog as the shapes of the API."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Final

from api.catalog.database import Database, Row
from api.schemas import ClaimShape, StudyShape, ThingShape
from kg.catalog import name_key
from kg.statements.voices import Speaker

_CLAIMS: Final = """
SELECT claim.number, claim.body, study.id, study.label, study.iri,
       document.id, document.genre, document.own, document.written_from, document.is_survey
FROM claim JOIN study ON study.number = claim.study
           LEFT JOIN document ON document.number = claim.document
"""
_THINGS: Final = "SELECT id, label, iri, studies, claims, body FROM term"


def studies(database: Database, numbers: Sequence[int]) -> tuple[StudyShape, ...]:
    """Return the studies of these numbers, in this order."""
    query = f"SELECT number, body FROM study WHERE number IN ({_marks(numbers)})"  # noqa: S608
    found = {number: body for number, body in database.rows(query, numbers)}  # noqa: C416
    return tuple(StudyShape.model_validate_json(found[n]) for n in numbers if n in found)


def claims(database: Database, numbers: Sequence[int]) -> tuple[ClaimShape, ...]:
    """Return the claims of these numbers, in this order."""
    rows = database.rows(f"{_CLAIMS} WHERE claim.number IN ({_marks(numbers)})", numbers)
    found = {row[0]: _claim(row) for row in rows}
    return tuple(found[number] for number in numbers if number in found)


def claim_range(database: Database, first: int, count: int) -> Iterator[ClaimShape]:
    """Yield ``count`` claims from a number on."""
    query = f"{_CLAIMS} WHERE claim.number BETWEEN ? AND ? ORDER BY claim.number"
    return map(_claim, database.rows(query, (first, first + count - 1)))


def claim_spans(database: Database, numbers: Sequence[int]) -> list[Row]:
    """Return the number of each study with that of its first claim and how many it has."""
    query = f"SELECT number, first_claim, claims FROM study WHERE number IN ({_marks(numbers)})"  # noqa: S608
    return database.rows(query, numbers)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _claim(row: Row) -> ClaimShape:
    _, body, study, label, study_iri, *said_in = row
    record = json.loads(body)
    record["study"] = {"id": study, "label": label, "href": f"/api/studies/{study}"}
    if said_in[0] is not None:
        record["evidence"]["voice"] = Speaker.of_row(said_in).voice(study_iri)
    return ClaimShape.model_validate(record)


def things(
    database: Database, field: str, begun: str, *, limit: int, offset: int
) -> tuple[tuple[ThingShape, ...], int]:
    """Return things of a field, those of most studies first, and how many there are in all."""
    condition, values = "field = ?", [field]
    key = name_key(begun)
    if begun.strip():
        condition += " AND number IN (SELECT term FROM name WHERE key >= ? AND key < ?)"
        values += [key, key + "\U0010ffff"] if key else ["", ""]
    order = "ORDER BY studies DESC, label, iri LIMIT ? OFFSET ?"
    rows = database.rows(f"{_THINGS} WHERE {condition} {order}", (*values, limit, offset))
    total = database.row(f"SELECT COUNT(*) FROM term WHERE {condition}", values)  # noqa: S608
    return tuple(map(_thing, rows)), total[0] if total else 0


def _thing(row: Row) -> ThingShape:
    key, label, iri, study_count, claim_count, body = row
    return ThingShape(
        id=key,
        label=label,
        iri=iri,
        study_count=study_count,
        claim_count=claim_count,
        **json.loads(body),
    )

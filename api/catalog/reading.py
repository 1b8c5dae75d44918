"""Reads rows of the catalog into the schemas of the API."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any, Final

from api.catalog.database import Database, Row
from api.schemas import ClaimShape, StudyRef, StudyShape, ThingShape
from kg.catalog import name_key
from kg.statements.voices import SourceDocument

#: A row as the API shows it.
Record = dict[str, Any]

_CLAIMS: Final = """
SELECT claim.number, claim.body, study.id, study.label, study.iri,
       document.id, document.genre, document.own, document.written_from, document.is_survey
FROM claim JOIN study ON study.number = claim.study
           LEFT JOIN document ON document.number = claim.document
"""
_THINGS: Final = "SELECT id, label, iri, studies, claims, body FROM term"


def studies(database: Database, numbers: Sequence[int]) -> tuple[StudyShape, ...]:
    """Return the studies with these numbers, in this order."""
    query = f"SELECT number, body FROM study WHERE number IN ({_marks(numbers)})"  # noqa: S608
    found = {number: body for number, body in database.rows(query, numbers)}  # noqa: C416
    return tuple(StudyShape.model_validate_json(found[n]) for n in numbers if n in found)


def claims(database: Database, numbers: Sequence[int]) -> tuple[ClaimShape, ...]:
    """Return the claims with these numbers, in this order."""
    rows = database.rows(f"{_CLAIMS} WHERE claim.number IN ({_marks(numbers)})", numbers)
    found = {row[0]: _claim(row) for row in rows}
    return tuple(found[number] for number in numbers if number in found)


def claim_range(database: Database, first: int, count: int) -> Iterator[ClaimShape]:
    """Yield ``count`` claims, starting with number ``first``."""
    query = f"{_CLAIMS} WHERE claim.number BETWEEN ? AND ? ORDER BY claim.number"
    return map(_claim, database.rows(query, (first, first + count - 1)))


def claim_spans(database: Database, numbers: Sequence[int]) -> list[Row]:
    """Return the number of each study, the number of its first claim and its count of claims."""
    query = f"SELECT number, first_claim, claims FROM study WHERE number IN ({_marks(numbers)})"  # noqa: S608
    return database.rows(query, numbers)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _claim(row: Row) -> ClaimShape:
    _, body, study, label, study_iri, *said_in = row
    record = json.loads(body)
    record["study"] = _study_ref(study, label)
    if said_in[0] is not None:
        record["evidence"]["voice"] = SourceDocument.of_row(said_in).voice(study_iri)
    return ClaimShape.model_validate(record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Composite:
    """The record of a recipe or observation, with its study and its claims."""

    record: Record
    study: StudyRef
    claims: tuple[ClaimShape, ...]


def composites(database: Database, level: str, numbers: Sequence[int]) -> tuple[Composite, ...]:
    """Return the recipes or observations with these numbers, in this order."""
    rows = database.rows(
        f"""SELECT {level}.number, {level}.body, study.id, study.label
        FROM {level} JOIN study ON study.number = {level}.study
        WHERE {level}.number IN ({_marks(numbers)})""",  # noqa: S608
        numbers,
    )
    found = {number: (json.loads(body), _study_ref(*study)) for number, body, *study in rows}
    wanted = list(dict.fromkeys(key for record, _ in found.values() for key in record["claim_ids"]))
    claims = {claim.id: claim for claim in claims_by_id(database, wanted)}
    return tuple(
        Composite(
            record=record,
            study=study,
            claims=tuple(claims[key] for key in record.pop("claim_ids") if key in claims),
        )
        for record, study in (found[number] for number in numbers if number in found)
    )


def claims_by_id(database: Database, keys: Sequence[str]) -> Iterator[ClaimShape]:
    """Yield the claims with these ids, in the order of the list of claims."""
    for start in range(0, len(keys), _MOST_VALUES):
        some = keys[start : start + _MOST_VALUES]
        query = f"{_CLAIMS} WHERE claim.id IN ({_marks(some)}) ORDER BY claim.number"
        yield from map(_claim, database.rows(query, some))


def _study_ref(key: str, label: str) -> StudyRef:
    return StudyRef(id=key, label=label, href=f"/api/v1/studies/{key}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TermQuery:
    """A query for terms of a field, with the order of the results.

    ``begun`` is the beginning of a name, or of a word in a name. ``tags`` maps names of
    :func:`kg.catalog.terms.tags_of` to values, one of which a term must have.
    """

    field: str
    begun: str = ""
    tags: Mapping[str, Sequence[str]] = dataclass_field(default_factory=dict)
    sort: str = "studies"

    def condition(self) -> tuple[str, list[str]]:
        """Return the SQL condition and its values."""
        parts, values = ["field = ?"], [self.field]
        if self.begun.strip():
            key = name_key(self.begun)
            parts.append("number IN (SELECT term FROM name WHERE key >= ? AND key < ?)")
            values += [key, key + "\U0010ffff"] if key else ["", ""]
        for tag, accepted in self.tags.items():
            marks = _marks(accepted)
            parts.append(
                f"number IN (SELECT term FROM term_tag WHERE name = ? AND value IN ({marks}))"  # noqa: S608
            )
            values += [tag, *map(name_key, accepted)]
        return " AND ".join(parts), values


#: Order of terms -> its SQL.
_ORDERS: Final = {
    "studies": "studies DESC, label, iri, id",
    "claims": "claims DESC, label, iri, id",
    "label": "label, iri, id",
}
#: The most values of one query, below the limit of SQLite.
_MOST_VALUES: Final = 10_000


def terms(
    database: Database, query: TermQuery, *, limit: int, offset: int
) -> tuple[list[Record], int]:
    """Return one page of the terms that match a query as records, and the total number."""
    condition, values = query.condition()
    order = f"ORDER BY {_ORDERS[query.sort]} LIMIT ? OFFSET ?"
    rows = database.rows(f"{_THINGS} WHERE {condition} {order}", (*values, limit, offset))
    total = database.row(f"SELECT COUNT(*) FROM term WHERE {condition}", values)  # noqa: S608
    return list(map(_term, rows)), total[0] if total else 0


def term(database: Database, field: str, key: str) -> Record | None:
    """Return the term of a field with this id as a record; ``None`` if there is none."""
    row = database.row(f"{_THINGS} WHERE field = ? AND id = ?", (field, key))
    return _term(row) if row else None


def first_id(database: Database, level: str, field: str) -> str | None:
    """Return the id of the first item of a list; ``None`` if the list is empty."""
    if level == "term":
        found, _ = terms(database, TermQuery(field=field), limit=1, offset=0)
        return str(found[0]["id"]) if found else None
    query = f"SELECT id FROM {level} ORDER BY number LIMIT 1"  # noqa: S608
    if field:
        query = """SELECT claim.id FROM term JOIN claim_term ON claim_term.term = term.number
            JOIN claim ON claim.number = item
            WHERE term.field = 'kind' AND term.id = ? ORDER BY item LIMIT 1"""
    row = database.row(query, (field,) if field else ())
    return str(row[0]) if row else None


def things(
    database: Database, field: str, begun: str, *, limit: int, offset: int
) -> tuple[tuple[ThingShape, ...], int]:
    """Return things of a field, those with the most studies first, and the total number."""
    found, total = terms(database, TermQuery(field=field, begun=begun), limit=limit, offset=offset)
    return tuple(map(ThingShape.model_validate, found)), total


def _term(row: Row) -> Record:
    key, label, iri, study_count, claim_count, body = row
    return {
        "id": key,
        "label": label,
        "iri": iri,
        "study_count": study_count,
        "claim_count": claim_count,
        **json.loads(body),
    }

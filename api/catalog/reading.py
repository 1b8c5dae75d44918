"""Rows of the catalog as the shapes of the API."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from api.catalog.asked import Group
from api.catalog.database import Database, Row
from api.catalog.names import Term, names_of
from api.schemas import ClaimShape, FoundSentence, StudyShape, ThingShape
from kg.catalog import name_key, places, plain, spellings
from kg.statements.voices import Speaker

#: Claims of a study that are looked at for what to show of it, and those that are shown.
_CANDIDATES: Final = 40
_SENTENCES: Final = 4

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


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _claim(row: Row) -> ClaimShape:
    _, body, study, label, study_iri, *said_in = row
    record = json.loads(body)
    record["study"] = {"id": study, "label": label, "href": f"/api/studies/{study}"}
    if said_in[0] is not None:
        record["evidence"]["voice"] = _speaker(said_in).voice(study_iri)
    return ClaimShape.model_validate(record)


def _speaker(values: Sequence[Any]) -> Speaker:
    name, genre, own, written_from, is_survey = values
    return Speaker(
        id=name,
        genre=genre or "article",
        own=own,
        written_from=written_from,
        is_survey=bool(is_survey),
    )


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


def thing(database: Database, number: int) -> ThingShape | None:
    """Return the thing of this number."""
    row = database.row(f"{_THINGS} WHERE number = ?", (number,))
    return _thing(row) if row else None


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


def reasons(
    database: Database, numbers: Sequence[int], groups: Sequence[Group], filtered: Sequence[Term]
) -> Mapping[int, tuple[FoundSentence, ...]]:
    """Return for each study the claims that made it a result, no statement twice."""
    if not groups and not filtered:
        return {}
    terms = [*(term for group in groups for term in group.terms), *filtered]
    words = _marked_words(database, groups, terms)
    match = " OR ".join(f"({group.match})" for group in groups if group.match)
    query = f"SELECT number, first_claim, claims FROM study WHERE number IN ({_marks(numbers)})"  # noqa: S608
    found: dict[int, tuple[FoundSentence, ...]] = {}
    for study, first, count in database.rows(query, numbers):
        ranks = _ranks(database, terms, match, (first, first + count - 1))
        found[int(study)] = tuple(_sentences(claims(database, ranks), words))
    return found


def _ranks(
    database: Database, terms: Sequence[Term], match: str, within: tuple[int, int]
) -> list[int]:
    """Claims of a study: those with most of the terms first, of equal ones the best text."""
    query = f"""SELECT item FROM claim_term WHERE term IN ({_marks(terms)})
        AND item BETWEEN ? AND ? GROUP BY item ORDER BY COUNT(*) DESC, item LIMIT ?"""  # noqa: S608
    values = (*(term.number for term in terms), *within, _CANDIDATES)
    named = database.numbers(query, values) if terms else []
    texts = """SELECT rowid FROM claim_text WHERE claim_text MATCH ?
        AND rowid BETWEEN ? AND ? ORDER BY rank LIMIT ?"""
    told = database.numbers(texts, (match, *within, _CANDIDATES)) if match else []
    order = {number: at for at, number in enumerate(told)}
    named.sort(key=lambda number: order.get(number, _CANDIDATES))
    return list(dict.fromkeys((*named, *told)))[: 2 * _SENTENCES]


def _sentences(found: Iterable[ClaimShape], words: tuple[str, ...]) -> Iterator[FoundSentence]:
    shown: set[str] = set()
    for claim in found:
        said = f"{claim.kind} {claim.statement}"
        if said in shown or len(shown) == _SENTENCES:
            continue
        shown.add(said)
        quote = claim.evidence.quote or ""
        yield FoundSentence(
            claim=claim.id,
            kind=claim.kind,
            statement=claim.statement,
            sentence=quote,
            marks=places(quote, words),
        )


def _marked_words(
    database: Database, groups: Sequence[Group], terms: Sequence[Term]
) -> tuple[str, ...]:
    """What is marked in sentences: the words typed, and everything that they may be called."""
    names = names_of(database, terms)
    typed = [
        begun
        for group in groups
        if not group.terms
        for word in group.words
        for begun in spellings(word)
    ]
    said = (plain(name).casefold() for name in names)
    return tuple(dict.fromkeys(filter(None, (*typed, *said))))

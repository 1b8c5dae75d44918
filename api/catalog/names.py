"""Names in the catalog: finds the terms and the studies that a name stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from api.catalog.database import Database
from kg.catalog import name_key
from kg.grounding import ground

#: Filter -> the fields that it searches: "oxide" is a class of materials, not a material.
_WIDER: Final = {"material": ("material", "class")}
#: Kinds whose unknown spellings are read by chemistry or grammar.
_GROUNDED: Final = frozenset({"chemical", "material", "direction"})
#: Among unknown spellings of chemicals and materials, only a formula can be read.
_FORMULA: Final = re.compile(r"[A-Z].*[\d(\[]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of the catalog with its label and the number of studies in which it occurs."""

    number: int
    field: str
    id: str
    label: str
    studies: int


def find_terms(database: Database, name: str, fields: Iterable[str] = ()) -> tuple[Term, ...]:
    """Return the terms that a name stands for, in the given fields or in all.

    Any known spelling matches. A reagent also matches any formula with the same atoms, and a
    direction any form of its verbs if only directions are searched.
    """
    wanted = tuple(dict.fromkeys(wide for f in fields for wide in _WIDER.get(f, (f,))))
    found = _read(database, "name.key = ? AND name.start = 0", (name_key(name),), wanted)
    if found or not (_FORMULA.search(name) or wanted == ("direction",)):
        return found
    return _grounded(database, name, wanted)


def _grounded(database: Database, name: str, fields: Sequence[str]) -> tuple[Term, ...]:
    """Return the terms that a formula (``Al(CH3)3``) or a verb form (``increased``) stands for."""
    kinds = sorted(_GROUNDED.intersection(fields) if fields else _GROUNDED)
    known = [term for kind in kinds if (term := ground(kind, name).term)]
    return tuple(
        found
        for term in known
        for found in _read(
            database, "name.key = ? AND name.start = 0", (name_key(term.iri),), fields
        )
    )


def find_begun(database: Database, beginning: str, *, limit: int) -> tuple[Term, ...]:
    """Return terms with a name that begins so, those with the most studies first."""
    key = name_key(beginning)
    if not key:
        return ()
    begins = "name.key >= ? AND name.key < ? AND term.field NOT IN ('layer', 'system')"
    return _read(database, begins, (key, key + "\U0010ffff"), (), limit)


def _read(
    database: Database,
    condition: str,
    values: Sequence[object],
    fields: Sequence[str],
    limit: int = 50,
) -> tuple[Term, ...]:
    among = f"AND term.field IN ({', '.join('?' * len(fields))})" if fields else ""
    rows = database.rows(
        f"""SELECT DISTINCT term.number, term.field, term.id, term.label, term.studies, term.iri
        FROM name JOIN term ON term.number = name.term
        WHERE {condition} {among}
        ORDER BY term.studies DESC, term.label, term.field, term.iri LIMIT ?""",  # noqa: S608
        (*values, *fields, limit),
    )
    return tuple(
        Term(number=number, field=field, id=key, label=label, studies=studies)
        for number, field, key, label, studies, _ in rows
    )


def find_studies(database: Database, field: str, name: str) -> list[int]:
    """Return the numbers of the studies with a name in a field: ``author``, ``reference``, ..."""
    query = "SELECT study FROM known WHERE field = ? AND key = ? ORDER BY study"
    return database.numbers(query, (field, name_key(name)))


def names_of(database: Database, terms: Sequence[Term]) -> tuple[str, ...]:
    """Return all names of these terms, without their IRIs."""
    rows = database.rows(
        f"""SELECT DISTINCT shown FROM name WHERE term IN ({", ".join("?" * len(terms))})
        AND start = 0 AND shown NOT LIKE 'http%' ORDER BY shown""",  # noqa: S608
        [term.number for term in terms],
    )
    return tuple(name for (name,) in rows)

"""Names in the catalog: the terms of a field, and the studies with a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from api.catalog.database import Database
from kg.catalog import name_key
from kg.grounding import ground

#: Fields that filters of another name look in too: "oxide" is not a material but a class of them.
_WIDER: Final = {"material": ("material", "class")}
#: Kinds whose names are read by what they say, where no spelling of theirs is known.
_GROUNDED: Final = frozenset({"chemical", "material", "direction"})
#: Of chemistry only a formula can name what none of its spellings does.
_FORMULA: Final = re.compile(r"[A-Z].*[\d(\[]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of the catalog, as it is called, and in how many studies it occurs."""

    number: int
    field: str
    id: str
    label: str
    studies: int


def find_terms(database: Database, name: str, fields: Iterable[str] = ()) -> tuple[Term, ...]:
    """Return the terms that a name stands for, of some fields or of all.

    Any spelling counts, of a reagent any formula with its atoms, and of a direction, if only
    directions are wanted, any form of its verbs.
    """
    wanted = tuple(dict.fromkeys(wide for f in fields for wide in _WIDER.get(f, (f,))))
    found = _read(database, "name.key = ? AND name.start = 0", (name_key(name),), wanted)
    if found or not (_FORMULA.search(name) or wanted == ("direction",)):
        return found
    return _grounded(database, name, wanted)


def _grounded(database: Database, name: str, fields: Sequence[str]) -> tuple[Term, ...]:
    """Terms that only chemistry or grammar finds: ``Al(CH3)3``, ``increased``."""
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
    """Return terms with a name that begins so, those of most studies first."""
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
    """Return the numbers of the studies that are known by a name: ``author``, ``reference``, ..."""
    query = "SELECT study FROM known WHERE field = ? AND key = ? ORDER BY study"
    return database.numbers(query, (field, name_key(name)))


def names_of(database: Database, terms: Sequence[Term]) -> tuple[str, ...]:
    """Return everything that these terms are called, their IRIs apart."""
    rows = database.rows(
        f"""SELECT DISTINCT shown FROM name WHERE term IN ({", ".join("?" * len(terms))})
        AND start = 0 AND shown NOT LIKE 'http%' ORDER BY shown""",  # noqa: S608
        [term.number for term in terms],
    )
    return tuple(name for (name,) in rows)

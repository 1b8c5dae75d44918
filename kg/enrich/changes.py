"""Additions of found works to a record, and their conflicts with it. All functions are pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from corpus.model import Author, Reference
from corpus.records.matching import title_key
from kg.enrich.model import Match
from kg.identity import SMALL_WORDS, doi_key, normalised

#: Fields in the order of a citation.
FIELDS: Final = (
    "doi",
    "authors",
    "title",
    "container",
    "year",
    "volume",
    "issue",
    "pages",
    "publisher",
    "type",
)
#: Fields that only fill gaps and never conflict, because publishers' names are spelled freely.
_FILLING_ONLY: Final = frozenset({"publisher", "type"})
Kind = Literal["new", "conflict"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field: its value in the record (``now``), its value in a service, and how that was found.

    ``kind`` is ``"new"`` if the record has no value and ``"conflict"`` if it has another one.
    Values are those of :class:`corpus.model.Reference`.
    """

    field: str
    now: Any
    proposed: Any
    kind: Kind
    source: str
    way: str
    similarity: float


def propose(own: Reference, matches: Iterable[Match]) -> tuple[Change, ...]:
    """Return the changes from the works found for a record; the first one with a field decides.

    The same value in another spelling is not a change: abbreviated journals, initials, dashes.
    """
    matches = tuple(matches)
    changes = (_change(own, field, matches) for field in FIELDS)
    return tuple(change for change in changes if change is not None)


def completed(own: Reference, changes: Iterable[Change], *, overwrite: bool = False) -> Reference:
    """Return a record with its gaps filled; with ``overwrite`` conflicts are replaced too."""
    values = {c.field: c.proposed for c in changes if overwrite or c.kind == "new"}
    return replace(own, **values)


def in_words(value: object) -> str:
    """Return a value as the text of a table cell.

    >>> in_words((Author(family="Liu", given="Y."), Author(family="Law")))
    'Liu, Y.; Law'
    """
    if isinstance(value, tuple):
        return "; ".join(", ".join(filter(None, (a.family, a.given))) for a in value)
    return "" if value is None else str(value)


def _change(own: Reference, field: str, matches: Sequence[Match]) -> Change | None:
    known = ((match, getattr(match.found.record, field)) for match in matches)
    found = next(((match, value) for match, value in known if not _is_gap(field, value)), None)
    if found is None:
        return None
    match, proposed = found
    now = getattr(own, field)
    kind: Kind = "new" if _is_gap(field, now) else "conflict"
    if kind == "conflict" and (field in _FILLING_ONLY or _says_the_same(field, now, proposed)):
        return None
    return Change(
        field=field,
        now=now,
        proposed=proposed,
        kind=kind,
        source=match.found.source,
        way=match.way,
        similarity=match.similarity,
    )


def _is_gap(field: str, value: object) -> bool:
    return not value or (field == "type" and value == "document")


def _says_the_same(field: str, now: Any, proposed: Any) -> bool:
    match field:
        case "doi":
            return doi_key(Reference(doi=now)) == doi_key(Reference(doi=proposed))
        case "title":
            return title_key(now) == title_key(proposed)
        case "authors":
            return _same_people(now, proposed)
        case "container":
            return _same_journal(now, proposed)
        case "pages":
            return _first_page(now) == _first_page(proposed)
        case _:
            return normalised(str(now)) == normalised(str(proposed))


def _same_people(now: Sequence[Author], proposed: Sequence[Author]) -> bool:
    if len(now) != len(proposed):
        return False
    families = [[title_key(author.family) for author in authors] for authors in (now, proposed)]
    return all(a.endswith(b) or b.endswith(a) for a, b in zip(*families, strict=True))


def _same_journal(now: str, proposed: str) -> bool:
    """Return whether each word of one name abbreviates the other's: ``Natl.`` and National."""
    mine, theirs = _telling_words(now), _telling_words(proposed)
    return len(mine) == len(theirs) and all(
        _shortens(*sorted(pair, key=len)) for pair in zip(mine, theirs, strict=True)
    )


def _telling_words(journal: str) -> list[str]:
    """Return the words of a journal's name without its subtitle, articles and the like."""
    words = re.findall(r"\w+", journal.split(":")[0].casefold())
    return [normalised(word) for word in words if word not in SMALL_WORDS]


def _shortens(short: str, word: str) -> bool:
    letters = iter(word)
    return short[:1] == word[:1] and all(letter in letters for letter in short)


def _first_page(pages: str) -> str:
    return normalised(re.split(r"[-–—,]", pages)[0]).lstrip("0")

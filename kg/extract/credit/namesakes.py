"""Which entry of the reference list a name means: spelling slips, namesakes, years, topics."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache

from corpus.model import Reference
from kg.extract.credit.authors import NamedWork, is_family, is_slip

_TITLE_WORD = re.compile(r"[a-z0-9]+")
#: Words of titles that do not identify a topic.
_STOP = frozenset(
    "a an and as at by during for from in into of on onto or the through to under using via with "
    "study effect properties synthesis nanocrystal nanocrystals quantum dot dots colloidal".split()
)
_Same = Callable[[str, str], bool]


def candidates(work: NamedWork, references: Collection[Reference]) -> tuple[Reference, ...]:
    """Return the references that a named work can mean, in the order of the list.

    A slip of spelling is considered only if no name of the list is spelt as printed, and a year
    only if one is printed.
    """
    exact = _matching(work, references, is_family)
    found = exact or _matching(work, references, is_slip)
    in_year = tuple(r for r in found if work.year is not None and r.year == work.year)
    return in_year or found


def _matching(
    work: NamedWork, references: Collection[Reference], same: _Same
) -> tuple[Reference, ...]:
    return tuple(reference for reference in references if _matches(work, reference, same))


def _matches(work: NamedWork, reference: Reference, same: _Same) -> bool:
    authors = reference.authors
    if not authors:
        return False
    if work.second:
        return len(authors) <= 2 and all(
            any(same(name, author.family) for author in authors)
            for name in (work.family, work.second)
        )
    if work.whole_group and same(work.family, authors[-1].family):
        return True
    return same(work.family, authors[0].family)


def topic_overlap(reference: Reference, context: str) -> float:
    """Return the share of the words of a reference's title that occur in the context, 0 to 1."""
    words = _topic(reference.title)
    return len(words & _topic(context)) / len(words) if words else 0.0


@lru_cache(maxsize=1024)
def _topic(text: str) -> frozenset[str]:
    words = _TITLE_WORD.findall(text.lower())
    return frozenset(w.rstrip("s") for w in words if w not in _STOP and len(w) > 2)


def choose(
    found: Sequence[Reference], hints: Sequence[Collection[str]], context: str
) -> Reference | None:
    """Return the namesake that is cited nearby, else the one whose title fits the context best.

    ``hints`` are the numbers cited around the name, the nearest first. The first of them that
    contains a namesake limits the choice to the namesakes in it.
    """
    for near in hints:
        cited = [reference for reference in found if reference.number in near]
        if cited:
            return max(cited, key=lambda reference: topic_overlap(reference, context))
    return max(found, key=lambda reference: topic_overlap(reference, context), default=None)

"""Choosing what to compare: studies that a search finds, and questions with their parameters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from api.basket import OWN
from api.catalog import Catalog
from api.choices import choices
from api.schemas import StudyShape
from kg.queries import NamedQuery, Param, load_queries
from kg.table import IRI_SUFFIX

#: The most studies that are offered for one text; the search page lists all.
_MOST_OFFERED: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStudies:
    """The studies that a search finds for a text that is not the name of a study."""

    text: str
    studies: tuple[StudyShape, ...]
    total: int


def offer(listing: Catalog, text: str) -> FoundStudies | None:
    """Return the studies that contain all words of a text; ``None`` if there are none."""
    search = listing.find("study", {}, text)
    found = search.result
    if not found.total or found.is_partial or search.corrected:
        return None
    numbers = found.numbers(limit=_MOST_OFFERED)
    return FoundStudies(text=text, studies=listing.studies(numbers), total=found.total)


@cache
def comparable_questions() -> tuple[NamedQuery, ...]:
    """Return the questions whose answers list studies and that need no parameter, by topic."""
    named = {"?study", f"?study{IRI_SUFFIX}"}
    found = [
        query
        for query in load_queries().values()
        if named <= set(query.text.partition("SELECT")[2].partition("WHERE")[0].split())
        and not any(param.is_required for param in query.params)
    ]
    return tuple(sorted(found, key=lambda query: (query.topic, query.title)))


def fillings(query: NamedQuery, listing: Catalog) -> list[tuple[Param, tuple[str, ...]]]:
    """Return the parameters of a question with their choices, without those of the comparison."""
    return [(param, choices(param, listing)) for param in query.params if param.name not in OWN]

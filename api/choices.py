"""Questions and values to choose among, so that nothing needs to be typed."""

from __future__ import annotations

from typing import Final

from api.catalog import Catalog
from kg.queries import NamedQuery, Param, load_queries
from kg.queries.terms import LINK_RANKS
from ontology.terms import vocabulary

#: Materials and chemicals that are offered, those of most studies first.
_MOST: Final = 60
#: Shares that are offered; others may be typed.
_SHARES: Final = ("0.5", "0.6", "0.7", "0.8", "0.9")


def choices(param: Param, listing: Catalog) -> tuple[str, ...]:
    """Return what a parameter can be: links, shares, terms, or what most studies name.

    Parameters
    ----------
    param
        The parameter.
    listing
        The catalog, for the materials and chemicals that the graph has.
    """
    if param.type == "link":
        return tuple(LINK_RANKS)
    if param.type == "share":
        return _SHARES
    field = param.kind or param.type
    if field in ("material", "chemical"):
        return tuple(thing.label for thing in listing.things(field, limit=_MOST)[0])
    return labels_of(param.kind) if param.type == "concept" else ()


def labels_of(kind: str) -> tuple[str, ...]:
    """Return what the terms of a vocabulary are called, by letters."""
    return tuple(sorted((term.label for term in vocabulary().of_kind(kind)), key=str.casefold))


def offered_questions() -> list[NamedQuery]:
    """Return the questions that the start page asks."""
    return [query for query in load_queries().values() if query.is_offered]

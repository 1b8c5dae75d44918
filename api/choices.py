"""Questions and values that the pages offer, so that nothing needs to be typed."""

from __future__ import annotations

from typing import Final

from api.catalog import Catalog
from kg.queries import NamedQuery, Param, load_queries
from kg.queries.terms import LINK_RANKS
from ontology.terms import vocabulary

#: The most materials or chemicals that are offered, those with the most studies first.
_MOST: Final = 60
#: Shares that are offered; others may be typed.
_SHARES: Final = ("0.5", "0.6", "0.7", "0.8", "0.9")


def choices(param: Param, listing: Catalog) -> tuple[str, ...]:
    """Return the values offered for a parameter: links, shares, terms, or the commonest things.

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
    """Return the labels of the terms of a vocabulary, in alphabetical order."""
    return tuple(sorted((term.label for term in vocabulary().of_kind(kind)), key=str.casefold))


def offered_questions() -> list[NamedQuery]:
    """Return the questions that the start page offers."""
    return [query for query in load_queries().values() if query.is_offered]

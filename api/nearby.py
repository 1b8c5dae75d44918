"""Suggestions for an address that does not exist: terms, studies and questions of similar name."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final
from urllib.parse import unquote

from api.addresses import address
from api.catalog import Catalog
from api.catalog.names import Term
from api.graph import ServedGraph
from api.representations import RECORDS, SUFFIXES, split_suffix
from api.terms.about import iri_of
from kg.errors import StoreError
from kg.queries import load_queries

#: The most links that an error page offers.
_MOST: Final = 6
#: The most characters of an address that are read.
_MOST_READ: Final = 80
#: Fields whose terms have pages.
_PAGED: Final = frozenset(
    {"material", "process", "chemical", "property", "technique", "parameter", "application"}
)
_HASH: Final = re.compile(r"[-_. ][0-9a-f]{8,}$")


def near(graph: ServedGraph, *missed: str) -> list[tuple[str, str]]:
    """Return labels and addresses of things whose names are like the end of a path, nearest first.

    Parameters
    ----------
    graph
        The graph in which names are looked up.
    missed
        Paths or names for which nothing was found.
    """
    try:
        catalog = graph.catalog()
    except StoreError:
        return []
    found = {href: label for one in missed for label, href in _near_one(catalog, one)}
    return [(label, href) for href, label in islice(found.items(), _MOST)]


def _near_one(catalog: Catalog, missed: str) -> Iterator[tuple[str, str]]:
    name = unquote(missed.rstrip("/").rpartition("/")[2])[:_MOST_READ]
    bare, _ = split_suffix(name, (*SUFFIXES, *RECORDS))
    words = re.sub(r"[\W_]+", " ", _HASH.sub("", bare)).strip()
    if words:
        yield from _near_pages(catalog, words, bare)


def _near_pages(catalog: Catalog, words: str, name: str) -> Iterator[tuple[str, str]]:
    queries = load_queries()
    for one in difflib.get_close_matches(name, queries, n=2):
        yield queries[one].title, f"/queries/{one}"
    yield from _paged(catalog.completions(words, limit=_MOST))
    search = catalog.find("study", {}, words)
    if not search.result.is_partial:
        # A corrected word may be wrong, so the study's name or title must contain one.
        guessed = search.corrected.casefold().split()
        for study in catalog.studies(search.result.numbers(limit=3)):
            called = f"{study.label}: {study.title or study.label}"
            if not guessed or any(word in called.casefold() for word in guessed):
                yield called, address(study.iri)
    yield from _paged(term for _, term in search.terms)


def _paged(terms: Iterable[Term]) -> Iterator[tuple[str, str]]:
    """Yield labels and addresses of those terms that have a page."""
    for term in terms:
        iri = iri_of(term.field, term.id) if term.field in _PAGED else ""
        if iri:
            yield f"{term.label} ({term.field})", address(iri)

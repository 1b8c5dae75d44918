"""Work on single studies in processes that read a frozen copy of an unfinished store.

The copy shares the files of the store, so it takes no time and no space.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from kg.catalog import Described, Descriptions, Entry, ReadStudy, Source, read_study
from kg.isolate import ForkedPool
from kg.queries import find_query, load_queries
from kg.queries.keys import Keys
from kg.queries.listing import listed_keys
from kg.statements import SourceDocuments, statement_quads
from kg.store.embedded import EmbeddedGraph
from kg.store.quads import render_quads
from kg.things import RecalledThings
from ontology import embedded

Item = TypeVar("Item")

#: Number of studies or terms per job. Some studies have a thousand times as many claims as others.
_STUDIES: Final = 2
_TERMS: Final = 50


@dataclass(frozen=True, slots=True)
class Share(Generic[Item]):
    """Some studies or terms of a copied store in a directory."""

    directory: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class MadeStudy:
    """The statements on a study as bytes for a store, and the study for the catalog."""

    statements: bytes
    study: ReadStudy


class StudyMaker:
    """Makes the statements on studies, and their catalog records, before a store has either."""

    def __init__(self, store: embedded.Store) -> None:
        self._store = store
        self._sources = SourceDocuments(store)
        self._things = RecalledThings(store)
        self._source = Source(self._things)

    def make(self, study: str) -> MadeStudy:
        """Return the statements on a study and its record; each thing is read once for both."""
        statements = list(statement_quads(self._store, [study], self._sources, self._things))
        self._things.add(statements)
        made = MadeStudy(render_quads(statements), read_study(self._source, study))
        self._things.forget()
        return made


def studies(share: Share[str]) -> list[MadeStudy]:
    """Return some studies with the statements on them."""
    maker = _open(share.directory).maker
    return [maker.make(iri) for iri in share.items]


def terms(share: Share[Entry]) -> list[Described]:
    """Return the catalog's descriptions of some terms."""
    describe = _open(share.directory).descriptions.describe
    return [describe(entry) for entry in share.items]


def keys(share: Share[str]) -> list[tuple[str, Keys]]:
    """Return the keys of some questions that have pages."""
    graph = EmbeddedGraph(_open(share.directory).store)
    return [one for name in share.items for one in listed_keys(graph, find_query(name)).items()]


#: The functions that a pool needs to fill a generation.
WORKS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "studies": studies,
    "terms": terms,
    "keys": keys,
}


class _Opened:
    """An open copy of a store, with caches of what was read."""

    def __init__(self, directory: str) -> None:
        self.store = embedded.Store.read_only(directory)
        self.maker = StudyMaker(self.store)
        self.descriptions = Descriptions(Source(self.store))


@lru_cache(maxsize=1)
def _open(directory: str) -> _Opened:
    return _Opened(directory)


def shared_studies(copy: Path, pool: ForkedPool, iris: Iterable[str]) -> Iterator[MadeStudy]:
    """Yield studies with the statements on them, made by a pool from the copy of a store."""
    return chain.from_iterable(pool.in_order("studies", _shares(copy, iris, _STUDIES)))


def shared_terms(copy: Path, pool: ForkedPool, entries: Iterable[Entry]) -> Iterator[Described]:
    """Yield the catalog's descriptions of terms, made by a pool from the copy of a store."""
    return chain.from_iterable(pool.in_order("terms", _shares(copy, entries, _TERMS)))


def shared_keys(copy: Path, pool: ForkedPool) -> Iterator[tuple[str, Keys]]:
    """Yield the keys of all questions with pages, listed by a pool from the copy of a store."""
    return chain.from_iterable(pool.in_order("keys", _shares(copy, load_queries(), 1)))


def _shares(copy: Path, items: Iterable[Item], size: int) -> Iterator[Share[Item]]:
    waiting = iter(items)
    while some := tuple(islice(waiting, size)):
        yield Share(str(copy), some)

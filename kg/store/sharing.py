"""Work on single studies in processes that read a frozen copy of a store under way.

The copy shares the files of the store, so it is made in no time and takes no room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from kg.catalog import Described, Descriptions, Entry, ReadStudy, Source, read_study
from kg.isolate import Crew
from kg.queries import find_query, load_queries
from kg.queries.keys import Keys
from kg.queries.listing import listed_keys
from kg.statements import Speakers, statement_quads, studies_spoken_of
from kg.store.embedded import EmbeddedGraph
from kg.store.quads import render_quads
from ontology import embedded

Item = TypeVar("Item")

#: Studies of a job, and terms. Some studies have a thousand times as many claims as others.
_STUDIES: Final = 2
_TERMS: Final = 50


@dataclass(frozen=True, slots=True)
class Share(Generic[Item]):
    """Some studies or terms of the copy of a store in a directory."""

    directory: str
    items: tuple[Item, ...]


def statements(share: Share[str]) -> bytes:
    """The statements on some studies, as a store loads them."""
    opened = _open(share.directory)
    return render_quads(statement_quads(opened.store, share.items, opened.speakers))


def studies(share: Share[str]) -> list[ReadStudy]:
    """Some studies as the catalog has them."""
    opened = _open(share.directory)
    return [read_study(opened.source, iri) for iri in share.items]


def terms(share: Share[Entry]) -> list[Described]:
    """Some terms as the catalog describes them."""
    describe = _open(share.directory).descriptions.describe
    return [describe(entry) for entry in share.items]


def keys(share: Share[str]) -> list[tuple[str, Keys]]:
    """The keys of some questions that have pages."""
    graph = EmbeddedGraph(_open(share.directory).store)
    return [found for name in share.items if (found := listed_keys(graph, find_query(name)))]


#: What a crew must be able to do to fill a generation.
WORKS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "statements": statements,
    "studies": studies,
    "terms": terms,
    "keys": keys,
}


class _Opened:
    """A copy of a store, with what was read of it before."""

    def __init__(self, directory: str) -> None:
        self.store = embedded.Store.read_only(directory)
        self.speakers = Speakers(self.store)
        self.source = Source(self.store)
        self.descriptions = Descriptions(self.source)


@lru_cache(maxsize=1)
def _open(directory: str) -> _Opened:
    return _Opened(directory)


def shared_statements(store: embedded.Store, copy: Path, crew: Crew) -> Iterator[bytes]:
    """All statements of a store, made by a crew from its copy in a directory."""
    return crew.in_order("statements", _shares(copy, studies_spoken_of(store), _STUDIES))


def shared_studies(copy: Path, crew: Crew, iris: Iterable[str]) -> Iterator[ReadStudy]:
    """Studies as the catalog has them, read by a crew from the copy of a store."""
    return chain.from_iterable(crew.in_order("studies", _shares(copy, iris, _STUDIES)))


def shared_terms(copy: Path, crew: Crew, entries: Iterable[Entry]) -> Iterator[Described]:
    """Terms as the catalog describes them, read by a crew from the copy of a store."""
    return chain.from_iterable(crew.in_order("terms", _shares(copy, entries, _TERMS)))


def shared_keys(copy: Path, crew: Crew) -> Iterator[tuple[str, Keys]]:
    """The keys of all questions that have pages, listed by a crew from the copy of a store."""
    return chain.from_iterable(crew.in_order("keys", _shares(copy, load_queries(), 1)))


def _shares(copy: Path, items: Iterable[Item], size: int) -> Iterator[Share[Item]]:
    waiting = iter(items)
    while some := tuple(islice(waiting, size)):
        yield Share(str(copy), some)

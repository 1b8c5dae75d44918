"""Work on single studies in processes that read a frozen copy of a store under way.

The copy shares the files of the store, so it is made in no time and takes no room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any, Final

from kg.catalog import ReadStudy, Source, read_study
from kg.isolate import Crew
from kg.statements import Speakers, statement_quads, studies_spoken_of
from kg.store.quads import render_quads
from ontology import embedded

#: Studies of a job.
_PORTION: Final = 8


@dataclass(frozen=True, slots=True)
class Share:
    """Some studies of the copy of a store in a directory."""

    directory: str
    studies: tuple[str, ...]


def statements(share: Share) -> bytes:
    """The statements on some studies, as a store loads them."""
    opened = _open(share.directory)
    return render_quads(statement_quads(opened.store, share.studies, opened.speakers))


def studies(share: Share) -> list[ReadStudy]:
    """Some studies as the catalog has them."""
    opened = _open(share.directory)
    return [read_study(opened.source, iri) for iri in share.studies]


#: What a crew must be able to do to fill a generation.
WORKS: Final[Mapping[str, Callable[[Any], Any]]] = {"statements": statements, "studies": studies}


class _Opened:
    """A copy of a store, with what was read of it before."""

    def __init__(self, directory: str) -> None:
        self.store = embedded.Store.read_only(directory)
        self.speakers = Speakers(self.store)
        self.source = Source(self.store)


@lru_cache(maxsize=1)
def _open(directory: str) -> _Opened:
    return _Opened(directory)


def shared_statements(store: embedded.Store, copy: Path, crew: Crew) -> Iterator[bytes]:
    """All statements of a store, made by a crew from a copy that is put into a new directory."""
    store.backup(str(copy))
    yield from crew.in_order("statements", _shares(copy, studies_spoken_of(store)))


def shared_studies(copy: Path, iris: Iterable[str], crew: Crew) -> Iterator[ReadStudy]:
    """Studies of the copy of a store, read by a crew, in their order."""
    for some in crew.in_order("studies", _shares(copy, iris)):
        yield from some


def _shares(copy: Path, iris: Iterable[str]) -> Iterator[Share]:
    waiting = iter(iris)
    while some := tuple(islice(waiting, _PORTION)):
        yield Share(str(copy), some)

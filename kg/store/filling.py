"""The only place that fills a generation: files of each generation are added here.

Each document is one named graph; the ontology is a named graph too, and so are the statements and
inferences rebuilt with each generation (``kg.derived``). The default graph holds the triples of
all of them, each once: a query needs no ``GRAPH``, and is measured a hundred times faster than one
over the union that the engine forms on the fly.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

from kg.catalog import (
    CATALOG_FILE,
    Described,
    Entry,
    Reader,
    Source,
    keep_catalog,
    write_catalog,
)
from kg.derived import derive, describe
from kg.isolate import Crew
from kg.queries import load_queries
from kg.queries.keys import KEYS_FILE, write_keys
from kg.queries.listing import listed_keys
from kg.queries.paging import is_small
from kg.reason import materialise
from kg.store.behind import Behind
from kg.store.embedded import EmbeddedGraph
from kg.store.loading import LOAD_BYTES, Loader
from kg.store.seal import seal
from kg.store.sharing import shared_keys, shared_statements, shared_studies, shared_terms
from ontology import embedded

#: Folders of what a crew reads while the generation is filled. Each has a name of its own, since a
#: process keeps open what it has read.
_COPIES: Final = ("documents", "stated", "everything")


def fill(
    directory: Path,
    parts: Iterable[bytes],
    *,
    own: Iterable[bytes] = (),
    ledger: bytes = b"",
    derived: bool,
    crew: Crew | None = None,
) -> None:
    """Write a new generation from parts of N-Quads, and seal it.

    Parameters
    ----------
    directory
        The folder of the generation; it is created.
    parts
        Quads as :func:`kg.store.quads.render_quads` gives them.
    own
        More of them, which the thread that loads makes while a crew is at work on the others.
    ledger
        Those of the ledger, which the default graph does not have.
    derived
        Whether statements and inferences are added.
    crew
        Processes for what is made study by study (:data:`kg.store.sharing.WORKS`), forked before;
        the store takes up what there is while they make the next.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    store = embedded.Store(str(directory))
    loader = Loader(store, directory)
    loader.keep(ledger)
    if crew is None:
        _fill_alone(store, loader, directory, chain(own, parts), derived=derived)
    else:
        _fill_with(crew, store, loader, directory, parts, own, derived=derived)
    store.flush()
    del store, loader
    # the engine has let go of its files; what else belongs to a generation is written there
    seal(directory)


def fill_from(
    live: Path, directory: Path, change: Callable[[embedded.Store], Collection[str]]
) -> None:
    """Write a new generation as a changed copy of a live one, whose files it shares, and seal it.

    Parameters
    ----------
    live
        The live generation.
    directory
        The folder of the new one; it is created.
    change
        Changes the store, and returns the IRIs of the studies that differ in anything afterwards.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    embedded.Store.read_only(str(live)).backup(str(directory))
    store = embedded.Store(str(directory))
    touched = change(store)
    store.flush()
    keep_catalog(Source(store), live / CATALOG_FILE, directory / CATALOG_FILE, touched)
    del store  # the engine lets go of its files
    seal(directory, like=live)


def _fill_alone(
    store: embedded.Store,
    loader: Loader,
    directory: Path,
    parts: Iterable[bytes],
    *,
    derived: bool,
) -> None:
    for some in _portions(parts):
        loader.load(some)
    if derived:
        derive(store)
    loader.finish()
    store.optimize()
    write_catalog(Source(store), directory / CATALOG_FILE)
    graph = EmbeddedGraph(store)
    if not is_small(graph):
        found = (listed_keys(graph, query) for query in load_queries().values())
        write_keys(directory / KEYS_FILE, (one for one in found if one))


def _fill_with(
    crew: Crew,
    store: embedded.Store,
    loader: Loader,
    directory: Path,
    parts: Iterable[bytes],
    own: Iterable[bytes],
    *,
    derived: bool,
) -> None:
    documents, stated, everything = copies = [directory / name for name in _COPIES]

    def conclude() -> None:
        if derived:
            materialise(store)
        _copy(store, everything)

    with Behind(loader.load) as behind:
        behind.load_made(own)
        behind.load(parts)
        if derived:
            _copy(store, documents)
            behind.do(partial(describe, store))
            behind.load(shared_statements(store, documents, crew))
        _copy(store, stated)
        concluded, *_ = behind.do(conclude, loader.finish, store.optimize)

        def describe_terms(entries: Iterable[Entry]) -> Iterator[Described]:
            concluded.result()
            return shared_terms(everything, crew, entries)

        reader = Reader(studies=partial(shared_studies, stated, crew), describe=describe_terms)
        write_catalog(Source(store), directory / CATALOG_FILE, reader)
        if not is_small(EmbeddedGraph(store)):
            write_keys(directory / KEYS_FILE, shared_keys(everything, crew))
    for copy in copies:
        shutil.rmtree(copy, ignore_errors=True)


def _copy(store: embedded.Store, copy: Path) -> None:
    """Copy a store for a crew; its files are merged first, for it is read three times as fast then.

    While named graphs wait, merging takes a tenth of the time that it saves.
    """
    store.optimize()
    store.backup(str(copy))


def _portions(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces that are worth loading."""
    waiting = bytearray()
    for part in parts:
        waiting += part
        if len(waiting) >= LOAD_BYTES:
            some = bytes(waiting)
            waiting.clear()  # not only when all of it is loaded
            yield some
    yield bytes(waiting)

"""The only module that fills a generation: it writes all files of each generation.

Each document is one named graph; the ontology is a named graph too, and so are the statements and
inferences, which are rebuilt with each generation (``kg.derived``). The default graph holds the
triples of all of them, each once, so that a query needs no ``GRAPH``. Such a query was measured a
hundred times faster than one over the union that the engine forms during the query.
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
    Descriptions,
    Entry,
    Reader,
    ReadStudy,
    Source,
    keep_catalog,
    write_catalog,
)
from kg.derived import descriptions, inferring_before_statements, inferring_from_statements
from kg.isolate import ForkedPool
from kg.queries import load_queries
from kg.queries.keys import KEYS_FILE, write_keys
from kg.queries.listing import listed_keys
from kg.queries.paging import is_small
from kg.reason import materialise
from kg.store.embedded import EmbeddedGraph
from kg.store.engine_thread import EngineThread
from kg.store.loading import Loader
from kg.store.quads import rendered
from kg.store.seal import seal
from kg.store.sharing import StudyMaker, shared_keys, shared_studies, shared_terms
from ontology import embedded

#: Folders that a pool reads while the generation is filled. Each has its own name, because a
#: process keeps open the files that it has read.
_COPIES: Final = ("documents", "everything")


def fill(
    directory: Path,
    parts: Iterable[bytes],
    *,
    own: Iterable[bytes] = (),
    ledger: bytes = b"",
    derived: bool,
    pool: ForkedPool | None = None,
) -> None:
    """Write a new generation from parts of N-Quads, and seal it.

    Parameters
    ----------
    directory
        The folder of the generation; it is created.
    parts
        Quads in the form of :func:`kg.store.quads.render_quads`.
    own
        Further quads, which the loading thread makes while a pool works on the others.
    ledger
        Quads of the ledger, which are not part of the default graph.
    derived
        Whether to add statements and inferences.
    pool
        Processes for the work on single studies (:data:`kg.store.sharing.WORKS`), forked before;
        the store loads their results while they work on the next ones.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    store = embedded.Store(str(directory))
    loader = Loader(store, directory)
    loader.keep(ledger)
    if pool is None or not derived:
        _fill_alone(store, loader, directory, chain(own, parts), derived=derived)
    else:
        _fill_with(pool, store, loader, directory, parts, own)
    store.flush()
    del store, loader
    # the engine has closed its files, and all others are written
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
        The function that changes the store and returns the IRIs of all studies that differ then.

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
    del store  # the engine closes its files
    seal(directory, like=live)


def _fill_alone(
    store: embedded.Store, loader: Loader, directory: Path, parts: Iterable[bytes], *, derived: bool
) -> None:
    for part in parts:
        loader.take(part)
    loader.flush()
    if derived:
        _derive_alone(store, loader, directory)
    else:
        _finish(store, loader)
        write_catalog(Source(store), directory / CATALOG_FILE)
    graph = EmbeddedGraph(store)
    if not is_small(graph):
        found = (listed_keys(graph, query) for query in load_queries().values())
        write_keys(directory / KEYS_FILE, (one for keys in found for one in keys.items()))


def _derive_alone(store: embedded.Store, loader: Loader, directory: Path) -> None:
    maker = StudyMaker(store)

    def make(iris: Iterable[str]) -> Iterator[ReadStudy]:
        for made in map(maker.make, iris):
            yield made.study
            loader.take(made.statements)
        for part in rendered(descriptions(store)):
            loader.take(part)
        loader.flush()
        materialise(store, loader.keep)
        _finish(store, loader)

    def describe(entries: Iterable[Entry]) -> Iterator[Described]:
        return map(Descriptions(Source(store)).describe, entries)

    write_catalog(Source(store), directory / CATALOG_FILE, Reader(studies=make, describe=describe))


def _finish(store: embedded.Store, loader: Loader) -> None:
    loader.finish()
    store.optimize()


def _fill_with(
    pool: ForkedPool,
    store: embedded.Store,
    loader: Loader,
    directory: Path,
    parts: Iterable[bytes],
    own: Iterable[bytes],
) -> None:
    documents, everything = copies = [directory / name for name in _COPIES]
    needed = chain(_describing(store, loader), inferring_before_statements(store, loader.keep))

    def conclude() -> None:
        for _ in chain(needed, inferring_from_statements(store, loader.keep)):
            pass
        store.backup(str(everything))

    with EngineThread(loader.load) as engine:
        engine.load_made(own)
        engine.load(parts)
        # merged files are read three times as fast
        store.optimize()
        store.backup(str(documents))
        engine.spare(chain(needed, loader.loading_kept()))

        def make(iris: Iterable[str]) -> Iterator[ReadStudy]:
            for made in shared_studies(documents, pool, iris):
                engine.take(made.statements)
                yield made.study
            engine.flush()

        def describe(entries: Iterable[Entry]) -> Iterator[Described]:
            concluded, *_ = engine.do(conclude, partial(_finish, store, loader))
            concluded.result()
            return shared_terms(everything, pool, entries)

        write_catalog(
            Source(store), directory / CATALOG_FILE, Reader(studies=make, describe=describe)
        )
        if not is_small(EmbeddedGraph(store)):
            write_keys(directory / KEYS_FILE, shared_keys(everything, pool))
    for copy in copies:
        shutil.rmtree(copy, ignore_errors=True)


def _describing(store: embedded.Store, loader: Loader) -> Iterator[None]:
    """Load the labels of documents and studies, a portion at each step."""
    for part in rendered(descriptions(store)):
        loader.load(part)
        yield

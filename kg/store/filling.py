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

#: Folders of what a pool reads while the generation is filled. Each has a name of its own, since a
#: process keeps open what it has read.
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
        Quads as :func:`kg.store.quads.render_quads` gives them.
    own
        More of them, which the thread that loads makes while a pool is at work on the others.
    ledger
        Those of the ledger, which the default graph does not have.
    derived
        Whether statements and inferences are added.
    pool
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
    if pool is None or not derived:
        _fill_alone(store, loader, directory, chain(own, parts), derived=derived)
    else:
        _fill_with(pool, store, loader, directory, parts, own)
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
        # its files are merged, for it is read three times as fast then
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
    """Load what documents and studies are called, a portion at each step."""
    for part in rendered(descriptions(store)):
        loader.load(part)
        yield

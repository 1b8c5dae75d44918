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

from kg.catalog import CATALOG_FILE, Source, keep_catalog, write_catalog
from kg.derived import derive, describe
from kg.isolate import Crew
from kg.queries import load_queries
from kg.queries.keys import KEYS_FILE, write_keys
from kg.queries.listing import listed_keys
from kg.queries.paging import is_small
from kg.reason import materialise
from kg.store.behind import LOAD_BYTES, Behind
from kg.store.embedded import EmbeddedGraph
from kg.store.seal import seal
from kg.store.sharing import shared_keys, shared_reader, shared_statements
from ontology import embedded, rdf

#: Folders of what a crew reads while the generation is filled. Each has a name of its own, since a
#: process keeps open what it has read.
_COPIES: Final = ("documents", "everything")


def fill(
    directory: Path,
    parts: Iterable[bytes],
    *,
    own: Iterable[bytes] = (),
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
    if crew is None:
        _fill_alone(store, directory, chain(own, parts), derived=derived)
    else:
        _fill_with(crew, store, directory, parts, own, derived=derived)
    store.flush()
    del store
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
    store: embedded.Store, directory: Path, parts: Iterable[bytes], *, derived: bool
) -> None:
    for some in _portions(parts):
        _load(store, some)
    if derived:
        derive(store)
    store.optimize()
    write_catalog(Source(store), directory / CATALOG_FILE)
    graph = EmbeddedGraph(store)
    if not is_small(graph):
        found = (listed_keys(graph, query) for query in load_queries().values())
        write_keys(directory / KEYS_FILE, (one for one in found if one))


def _fill_with(
    crew: Crew,
    store: embedded.Store,
    directory: Path,
    parts: Iterable[bytes],
    own: Iterable[bytes],
    *,
    derived: bool,
) -> None:
    documents, everything = (directory / name for name in _COPIES)
    with Behind(partial(_load, store)) as behind:
        behind.load_made(own)
        behind.load(parts)
        if derived:
            store.backup(str(documents))
            behind.do(partial(describe, store))
            behind.load(shared_statements(store, documents, crew))
            materialise(store)
            shutil.rmtree(documents)
        store.backup(str(everything))
        behind.do(store.optimize)
        reader = shared_reader(everything, crew)
        write_catalog(Source(store), directory / CATALOG_FILE, reader)
        if not is_small(EmbeddedGraph(store)):
            write_keys(directory / KEYS_FILE, shared_keys(everything, crew))
    shutil.rmtree(everything)


def _load(store: embedded.Store, quads: bytes) -> None:
    store.bulk_load(quads, format=rdf.RdfFormat.N_QUADS)


def _portions(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces that are worth loading."""
    waiting = bytearray()
    for part in parts:
        waiting += part
        if len(waiting) >= LOAD_BYTES:
            yield bytes(waiting)
            waiting.clear()
    yield bytes(waiting)

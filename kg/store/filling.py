"""The one place where a generation is filled: whoever adds a file to each generation adds it here.

Each document is one named graph; the ontology is a named graph too, and so are the statements and
inferences rebuilt with each generation (``kg.derived``). The default graph holds the triples of
all of them, each once: a query needs no ``GRAPH``, and is measured a hundred times faster than one
over the union that the engine forms on the fly.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Final

from kg.catalog import CATALOG_FILE, Source, keep_catalog, write_catalog
from kg.derived import derive, derive_rest
from kg.isolate import Crew
from kg.store.seal import seal
from kg.store.sharing import shared_statements, shared_studies
from ontology import embedded, rdf

#: Folders of what a crew reads while the generation is filled. Each has a name of its own, since a
#: process keeps open what it has read.
_COPIES: Final = ("documents", "everything")
#: Bytes handed to the engine at a time.
_LOAD_BYTES: Final = 16_000_000


def fill(
    directory: Path, parts: Iterable[bytes], *, derived: bool, crew: Crew | None = None
) -> None:
    """Write a new generation from parts of N-Quads, and seal it.

    Parameters
    ----------
    directory
        The folder of the generation; it is created.
    parts
        Quads as :func:`kg.store.quads.render_quads` gives them.
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
        _fill_alone(store, directory, parts, derived=derived)
    else:
        _fill_with(crew, store, directory, parts, derived=derived)
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


def _fill_with(
    crew: Crew, store: embedded.Store, directory: Path, parts: Iterable[bytes], *, derived: bool
) -> None:
    documents, everything = (directory / name for name in _COPIES)
    with ThreadPoolExecutor(max_workers=1) as behind:  # the engine works beside Python
        _load_behind(behind, store, parts)
        if derived:
            _load_behind(behind, store, shared_statements(store, documents, crew))
            derive_rest(store)
            shutil.rmtree(documents)
        store.backup(str(everything))
        optimizing = behind.submit(store.optimize)
        write_catalog(
            Source(store),
            directory / CATALOG_FILE,
            lambda iris: shared_studies(everything, iris, crew),
        )
        optimizing.result()
        shutil.rmtree(everything)


def _load_behind(behind: ThreadPoolExecutor, store: embedded.Store, parts: Iterable[bytes]) -> None:
    """Load parts while the next are made; one waits at most, so that memory does not grow."""
    loading: Future[None] | None = None
    for some in _portions(parts):
        if loading is not None:
            loading.result()
        loading = behind.submit(_load, store, some)
    if loading is not None:
        loading.result()


def _load(store: embedded.Store, quads: bytes) -> None:
    store.bulk_load(quads, format=rdf.RdfFormat.N_QUADS)


def _portions(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces that are worth loading."""
    waiting = bytearray()
    for part in parts:
        waiting += part
        if len(waiting) >= _LOAD_BYTES:
            yield bytes(waiting)
            waiting.clear()
    yield bytes(waiting)

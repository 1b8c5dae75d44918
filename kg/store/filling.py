"""The one place where a generation is filled: whoever adds a file to each generation adds it here.

Each document is one named graph; the ontology is a named graph too, and so are the statements and
inferences made anew with each generation (``kg.derived``). The default graph holds the triples of
all of them, each once: a query needs no ``GRAPH``, and is measured a hundred times faster than one
over the union that the engine forms on the fly.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Final

from kg.catalog import CATALOG_FILE, Source, keep_catalog, write_catalog
from kg.derived import derive
from kg.store.seal import seal
from ontology import embedded, rdf

#: Bytes handed to the engine at a time.
_LOAD_BYTES: Final = 16_000_000


def fill(directory: Path, parts: Iterable[bytes], *, derived: bool) -> None:
    """Write a new generation from parts of N-Quads, and seal it.

    Parameters
    ----------
    directory
        The generation; made anew.
    parts
        Quads as :func:`kg.store.quads.render_quads` gives them.
    derived
        Whether statements and inferences are added.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    _load(directory, parts, derived=derived)
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
        The new one; made anew.
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


def _load(directory: Path, parts: Iterable[bytes], *, derived: bool) -> None:
    store = embedded.Store(str(directory))
    waiting = bytearray()
    for part in parts:
        waiting += part
        if len(waiting) >= _LOAD_BYTES:
            store.bulk_load(bytes(waiting), format=rdf.RdfFormat.N_QUADS)
            waiting.clear()
    store.bulk_load(bytes(waiting), format=rdf.RdfFormat.N_QUADS)
    if derived:
        derive(store)
    store.optimize()
    store.flush()
    write_catalog(Source(store), directory / CATALOG_FILE)

"""Loads quads into a store: their triples into the default graph first, named graphs later."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kg.store.quads import without_graphs
from ontology import embedded, rdf

#: Bytes that an engine loads at a time, at most.
LOAD_BYTES: Final = 12_000_000


class Loader:
    """Loads N-Quads, each in its named graph and once more in the default graph.

    All that is derived is made from the default graph. So the named graphs, two thirds of the
    engine's work, wait in a file until there is time for them. As the engine merges its files
    while more are added, it is quicker to add them in a row.

    Parameters
    ----------
    store
        The store.
    directory
        Where the file may stand.
    """

    def __init__(self, store: embedded.Store, directory: Path) -> None:
        self._store = store
        self._waiting = directory / "graphs.nq"
        self._done = 0
        self._taken = bytearray()

    def load(self, quads: bytes) -> None:
        """Load the triples of some quads, and keep the quads."""
        self.keep(quads)
        self._load(without_graphs(quads), rdf.RdfFormat.N_TRIPLES)

    def take(self, quads: bytes) -> None:
        """Load some quads with others, when there are as many as are loaded at a time."""
        self._taken += quads
        if len(self._taken) >= LOAD_BYTES:
            self.flush()

    def flush(self) -> None:
        """Load the quads that were taken."""
        some = bytes(self._taken)
        self._taken.clear()  # before the load, so that they are not in memory twice
        self.load(some)

    def keep(self, quads: bytes) -> None:
        """Keep quads that belong to their graph alone."""
        with self._waiting.open("ab") as file:
            file.write(quads)

    def loading_kept(self) -> Iterator[None]:
        """Load quads that were kept into their graphs, one whole portion at each step.

        More may be kept meanwhile; :meth:`finish` loads what is left.
        """
        while self._waiting.stat().st_size - self._done >= LOAD_BYTES:
            self._load_kept()
            yield

    def finish(self) -> None:
        """Load all quads that were kept into their graphs."""
        while self._waiting.stat().st_size > self._done:
            self._load_kept()
        self._waiting.unlink()

    def _load_kept(self) -> None:
        with self._waiting.open("rb") as file:
            file.seek(self._done)
            some = file.read(LOAD_BYTES) + file.readline()
            self._done = file.tell()
        self._load(some, rdf.RdfFormat.N_QUADS)

    def _load(self, data: bytes, form: rdf.RdfFormat) -> None:
        # lenient: the engine itself has written what it reads here, so it need not check IRIs again
        self._store.bulk_load(data, format=form, lenient=True)

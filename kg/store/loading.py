"""Load quads into a store: their triples into the default graph first, named graphs later."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kg.store.quads import without_graphs
from ontology import embedded, rdf

#: Greatest number of bytes that an engine loads at a time.
LOAD_BYTES: Final = 12_000_000


class Loader:
    """Loads N-Quads, each into its named graph and also into the default graph.

    All derived data are made from the default graph. So the named graphs, two thirds of the
    engine's work, are stored in a file until there is time for them. The engine merges its files
    while more are added, so it is faster to add them consecutively.

    Parameters
    ----------
    store
        The store.
    directory
        The folder for that file.
    """

    def __init__(self, store: embedded.Store, directory: Path) -> None:
        self._store = store
        self._waiting = directory / "graphs.nq"
        self._done = 0
        self._taken = bytearray()

    def load(self, quads: bytes) -> None:
        """Load the triples of some quads, and store the quads for later."""
        self.keep(quads)
        self._load(without_graphs(quads), rdf.RdfFormat.N_TRIPLES)

    def take(self, quads: bytes) -> None:
        """Load some quads together with others, once there are enough for a full load."""
        self._taken += quads
        if len(self._taken) >= LOAD_BYTES:
            self.flush()

    def flush(self) -> None:
        """Load the quads that were taken."""
        some = bytes(self._taken)
        self._taken.clear()  # before the load, so that they are not in memory twice
        self.load(some)

    def keep(self, quads: bytes) -> None:
        """Store quads that are to be loaded into their named graphs only."""
        with self._waiting.open("ab") as file:
            file.write(quads)

    def loading_kept(self) -> Iterator[None]:
        """Load stored quads into their graphs, one full portion at each step.

        More may be stored meanwhile; :meth:`finish` loads the rest.
        """
        while self._waiting.stat().st_size - self._done >= LOAD_BYTES:
            self._load_kept()
            yield

    def finish(self) -> None:
        """Load all stored quads into their graphs."""
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
        # lenient: the engine wrote these bytes itself, so IRIs need no second check
        self._store.bulk_load(data, format=form, lenient=True)

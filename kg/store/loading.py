"""Quads into a store: their triples into the default graph at once, they themselves at the end."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from ontology import embedded, rdf

#: Bytes that an engine loads at a time, at most.
LOAD_BYTES: Final = 12_000_000
#: The graph of a quad, behind its triple.
_GRAPH_NAME: Final = re.compile(rb" <[^<>]*> \.$", re.MULTILINE)


class Loader:
    """Loads N-Quads, each in its named graph and once more in the default graph.

    All that is derived is made from the default graph. So the named graphs, two thirds of the
    engine's work, wait in a file until the rest is loaded. As the engine merges its files while
    more are added, it is quicker to add them in a row.

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

    def load(self, quads: bytes) -> None:
        """Load the triples of some quads, and keep the quads."""
        self.keep(quads)
        self._load(_GRAPH_NAME.sub(b" .", quads), rdf.RdfFormat.N_TRIPLES)

    def keep(self, quads: bytes) -> None:
        """Keep quads that belong to their graph alone."""
        with self._waiting.open("ab") as file:
            file.write(quads)

    def finish(self) -> None:
        """Load the quads that were kept into their graphs."""
        with self._waiting.open("rb") as file:
            while some := file.read(LOAD_BYTES):
                self._load(some + file.readline(), rdf.RdfFormat.N_QUADS)
        self._waiting.unlink()

    def _load(self, data: bytes, form: rdf.RdfFormat) -> None:
        # lenient: the engine itself has written what it reads here, so it need not check IRIs again
        self._store.bulk_load(data, format=form, lenient=True)

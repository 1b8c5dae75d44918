"""The interface of a graph, one protocol for every engine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from ontology import rdf
from ontology.answers import Answer, Solutions


class Graph(Protocol):
    """A graph opened for reading; :func:`kg.store.open_graph` opens one.

    Its default graph holds the triples of all its graphs, each once. The prefixes of the ontology
    (``ald:``, ``skos:``, ...) need no declaration. A query that is not allowed raises
    ``QueryError``, a store without an answer ``StoreError``, at once or while rows are read.
    """

    @property
    def generation(self) -> str:
        """The name of the generation; it changes with each build."""

    @property
    def directory(self) -> Path | None:
        """The folder of an embedded graph, for other processes; ``None`` for a remote one."""

    def query(self, sparql: str) -> Answer:
        """Return the answer to a query of any form."""

    def select(self, sparql: str) -> Solutions:
        """Return the rows of a SELECT."""

    def ask(self, sparql: str) -> bool:
        """Return the answer to an ASK."""

    def construct(self, sparql: str) -> Iterator[rdf.Triple]:
        """Return the triples of a CONSTRUCT or DESCRIBE."""

    def write_catalog(self, path: Path) -> None:
        """Write the catalog of this graph to a file, for a generation that came without one."""

    def documents(self) -> tuple[str, ...]:
        """Return the ids of the documents in the graph, sorted."""

    def ledger(self) -> Iterator[rdf.Quad]:
        """Return the quads of the ledger of the graph; see :mod:`kg.ledger`."""

    def quads(self, document: str | None = None, *, ontology: bool = False) -> Iterator[rdf.Quad]:
        """Yield the quads of one document or of all; ontology and derived quads on request."""

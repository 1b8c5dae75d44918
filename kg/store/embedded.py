"""A graph in this process: one generation on disk, which never changes, or a store in memory."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

from kg.catalog import Source, write_catalog
from kg.derived import derive
from kg.errors import QueryError, StoreError
from kg.store import quads as own
from kg.store.asking import AnsweringGraph, document_ids
from kg.store.generations import current_directory
from kg.store.seal import SEAL, damage, is_sealed
from kg.syntax import explain_syntax
from ontology import embedded, rdf
from ontology.answers import Answer, Solutions, Triples
from ontology.graphs import graph_iri
from ontology.iri import PREFIXES

_Row = TypeVar("_Row")


class EmbeddedGraph(AnsweringGraph):
    """A graph that pyoxigraph answers; see :class:`kg.graph.Graph`."""

    def __init__(self, store: embedded.Store, directory: Path | None = None) -> None:
        self._store = store
        self.directory = directory

    @classmethod
    def open(cls, path: Path) -> EmbeddedGraph:
        """Open the live generation of the store at ``path``.

        Raises
        ------
        StoreError
            If there is none, or it cannot be read.
        """
        directory = current_directory(path)
        return cls(open_generation(directory), directory)

    @classmethod
    def in_memory(cls, quads: Iterable[rdf.Quad], *, ontology: bool = True) -> EmbeddedGraph:
        """Return a store in memory, by default with the ontology and its inferences."""
        store = embedded.Store()
        _load(store, quads)
        if ontology:
            rendered = own.rendered_ontology()
            store.bulk_load(rendered, format=rdf.RdfFormat.N_QUADS)
            store.bulk_load(own.without_graphs(rendered), format=rdf.RdfFormat.N_TRIPLES)
            derive(store)
        return cls(store)

    @property
    def generation(self) -> str:
        """The name of the generation; ``""`` in memory."""
        return self.directory.name if self.directory else ""

    @property
    def engine(self) -> embedded.Store:
        """The store itself, for queries of clients exactly as written."""
        return self._store

    def _answer(self, sparql: str) -> Answer:
        try:
            found = embedded.answer(self._store, sparql, PREFIXES)
        except (SyntaxError, ValueError) as error:
            raise QueryError(explain_syntax(str(error), sparql, PREFIXES)) from error
        except (OSError, RuntimeError) as error:
            raise self._failed(error) from error
        if isinstance(found, Solutions):
            return Solutions(found.columns, self._read(found.rows))
        return Triples(self._read(found.rows)) if isinstance(found, Triples) else found

    def write_catalog(self, path: Path) -> None:
        """Write the catalog of this graph to a file, for a generation that came without one.

        Raises
        ------
        OSError
            If it cannot be written.
        """
        write_catalog(Source(self._store), path)

    def documents(self) -> tuple[str, ...]:
        """Return the ids of the documents in the graph, sorted."""
        names = self._read(self._store.named_graphs())
        return document_ids(name.value for name in names if isinstance(name, rdf.NamedNode))

    def ledger(self) -> Iterator[rdf.Quad]:
        """Return the quads of the ledger of the graph; see :mod:`kg.ledger`."""
        return self._read(self._store.quads_for_pattern(None, None, None, own.LEDGER))

    def quads(self, document: str | None = None, *, ontology: bool = False) -> Iterator[rdf.Quad]:
        """Yield the quads of one document or of all; ontology and derived quads on request."""
        graph = rdf.NamedNode(graph_iri(document)) if document is not None else None
        left_out = frozenset({rdf.DefaultGraph(), own.LEDGER}) if ontology else own.SERVICE
        for quad in self._read(self._store.quads_for_pattern(None, None, None, graph)):
            if quad.graph_name not in left_out:
                yield own.legible_quad(quad)

    def _read(self, rows: Iterator[_Row]) -> Iterator[_Row]:
        """Yield rows; if a file turns out to be damaged, the error names it."""
        try:
            yield from rows
        except (OSError, RuntimeError) as error:
            raise self._failed(error) from error

    def _failed(self, error: Exception) -> StoreError | QueryError:
        if self.directory is not None and any(damage(self.directory)):
            return damaged(self.directory, error)
        return QueryError(f"the query cannot be answered: {error}")


def open_generation(directory: Path) -> embedded.Store:
    """Open a generation for reading.

    Raises
    ------
    StoreError
        If it may not be read, or is damaged; the message names the damaged file and the remedy.
    """
    if directory.exists() and not os.access(directory, os.R_OK | os.X_OK):
        raise StoreError(f"{directory}: cannot be read (no permission)")
    if any(damage(directory, thorough=False)):
        raise damaged(directory)
    try:
        return embedded.Store.read_only(str(directory))
    except (OSError, RuntimeError) as error:
        raise damaged(directory, error) from error


def damaged(directory: Path, error: Exception | None = None) -> StoreError:
    """Return the error for an unreadable generation: the file, the cause and the remedy."""
    found = next(damage(directory), None)
    if found is not None:
        what = f"{directory / found[0]} {found[1]}"
    elif not is_sealed(directory):
        what = f"{directory / SEAL} is missing and the graph cannot be read ({error})"
    else:
        what = f"{directory} cannot be read ({error})"
    way = (
        "go back to an intact one with `aldkg store restore`, or remove the folder and build again"
    )
    return StoreError(f"{what}: {way}")


def _load(store: embedded.Store, quads: Iterable[rdf.Quad]) -> None:
    """Add quads to their graphs, and their triples to the default graph."""
    waiting = iter(quads)
    while batch := list(islice(waiting, own.BATCH)):
        store.bulk_extend(batch)
        store.bulk_extend(rdf.Quad(q.subject, q.predicate, q.object) for q in batch)

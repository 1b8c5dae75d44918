"""A graph in a SPARQL 1.1 service, and the selection of the graphs that belong to it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path
from typing import Any, Final, TypeVar

import requests
from urllib3.exceptions import HTTPError

from kg.catalog import Source, write_catalog
from kg.errors import QueryError, StoreError
from kg.store import quads as own
from kg.store.asking import AnsweringGraph, document_ids
from kg.store.loading import Loader
from kg.store.location import Endpoint
from kg.store.remote.client import Client
from ontology import embedded, rdf
from ontology.answers import Answer, Solutions, Triples
from ontology.graphs import (
    DOCUMENT_GRAPHS,
    GENERATION_GRAPH,
    LEDGER_GRAPH,
    SERVICE_GRAPHS,
    graph_iri,
)
from ontology.iri import PREFIXES

#: The pointer: subject and predicate of the triple that names the service's generation.
POINTER: Final = f"<{GENERATION_GRAPH}> <{PREFIXES['dcterms']}identifier>"
#: The pointer of a store in which no build has finished.
NOTHING: Final = "0000"

_GRAPH_FORMATS: Final = {
    "application/n-triples": rdf.RdfFormat.N_TRIPLES,
    "text/turtle": rdf.RdfFormat.TURTLE,
    "application/rdf+xml": rdf.RdfFormat.RDF_XML,
}
_RESULT_FORMATS: Final = {
    "application/sparql-results+json": rdf.QueryResultsFormat.JSON,
    "application/json": rdf.QueryResultsFormat.JSON,
    "application/sparql-results+xml": rdf.QueryResultsFormat.XML,
}
_HEADER: Final = " ".join(f"PREFIX {name}: <{space}>" for name, space in PREFIXES.items())
_BROKEN: Final = (requests.RequestException, HTTPError, HTTPException, OSError, SyntaxError)
#: Graphs with data on the other graphs.
_OWN_GRAPHS: Final = frozenset({GENERATION_GRAPH, LEDGER_GRAPH})
_Row = TypeVar("_Row")


class RemoteGraph(AnsweringGraph):
    """A graph in a remote store; see :class:`kg.graph.Graph`.

    Each query sees one generation. A build may come between two queries: :attr:`generation` is the
    one at the time of opening.
    """

    #: A remote graph has no folder on this machine.
    directory: None = None

    def __init__(self, client: Client, generation: str) -> None:
        self._client = client
        self.generation = generation

    @classmethod
    def open(cls, endpoint: Endpoint) -> RemoteGraph:
        """Open the graph of a service.

        Raises
        ------
        StoreError
            If there is none, or the service gives no answer.
        """
        client = Client(endpoint)
        return cls(client, _finished(client))

    def close(self) -> None:
        """Close the connections to the service."""
        self._client.close()

    def _answer(self, sparql: str) -> Answer:
        return ask(self._client, f"{_HEADER} {sparql}")

    def write_catalog(self, path: Path) -> None:
        """Write the catalog of this graph to a file, from a temporary copy of its triples.

        Raises
        ------
        OSError
            If it cannot be written.
        StoreError
            If the service gives no answer.
        """
        own_graphs = (quad for name, quad in fetch(self._client) if name not in _OWN_GRAPHS)
        with tempfile.TemporaryDirectory(prefix="aldkg-") as folder:
            copy = embedded.Store(folder)
            loader = Loader(copy, Path(folder))
            for part in own.rendered(own_graphs):
                loader.load(part)
            loader.finish()
            write_catalog(Source(copy), path)
            del copy, loader

    def documents(self) -> tuple[str, ...]:
        """Return the ids of the documents in the graph, sorted."""
        found = rows(self._client, "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
        return document_ids(row[0].value for row in found)

    def ledger(self) -> Iterator[rdf.Quad]:
        """Return the quads of the ledger of the graph; see :mod:`kg.ledger`."""
        return (quad for _, quad in fetch(self._client, LEDGER_GRAPH))

    def quads(self, document: str | None = None, *, ontology: bool = False) -> Iterator[rdf.Quad]:
        """Yield the quads of one document or of all; ontology and derived quads on request."""
        graph = graph_iri(document) if document is not None else None
        for name, quad in fetch(self._client, graph):
            if name.startswith(DOCUMENT_GRAPHS) or (ontology and name not in _OWN_GRAPHS):
                yield own.legible_quad(quad)


def generation_at(endpoint: Endpoint) -> str:
    """Return the generation that the pointer of a service names.

    Raises
    ------
    StoreError
        If no build has finished there, or the service gives no answer.
    """
    client = Client(endpoint)
    try:
        return _finished(client)
    finally:
        client.close()


def _finished(client: Client) -> str:
    found = generation(client)
    if found is None or found == NOTHING:
        raise StoreError(f"{client.endpoint}: no graph here (build one with `aldkg build`)")
    return found


def generation(client: Client) -> str | None:
    """Return the generation that the pointer of a service names; ``None`` without a pointer.

    Raises
    ------
    StoreError
        If the service gives no answer, or none that can be read.
    """
    query = f"SELECT ?name WHERE {{ GRAPH <{GENERATION_GRAPH}> {{ {POINTER} ?name }} }}"
    return next((row[0].value for row in rows(client, query)), None)


def fetch(client: Client, graph: str | None = None) -> Iterator[tuple[str, rdf.Quad]]:
    """Yield the quads of one named graph, or of all graphs of the project, each with its graph.

    Raises
    ------
    StoreError
        If the service gives no answer, or none that can be read.
    """
    values = f"VALUES ?g {{ <{graph}> }} " if graph else ""
    for row in rows(client, f"SELECT ?s ?p ?o ?g WHERE {{ {values}GRAPH ?g {{ ?s ?p ?o }} }}"):
        name = row[3].value
        if name.startswith(DOCUMENT_GRAPHS) or name in SERVICE_GRAPHS:
            yield name, rdf.Quad(*row)


def ask(client: Client, sparql: str) -> Answer:
    """Return the answer of a service to a query, read while it arrives.

    Raises
    ------
    QueryError
        If the service rejects the query.
    StoreError
        If it gives no readable answer; this may also be raised while the rows are read.
    """
    response = client.query(sparql)
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip()
    response.raw.decode_content = True
    raw: Any = response.raw
    try:
        if kind in _GRAPH_FORMATS:
            triples = (quad.triple for quad in rdf.parse(raw, format=_GRAPH_FORMATS[kind]))
            return Triples(_read(client, triples))
        if kind not in _RESULT_FORMATS:
            raise StoreError(
                f"{client.endpoint}: answers in {kind or 'no type'}, which is not SPARQL"
            )
        found = embedded.as_answer(rdf.parse_query_results(raw, format=_RESULT_FORMATS[kind]))
    except _BROKEN as error:
        raise client.failed(error) from error
    if isinstance(found, Solutions):
        return Solutions(found.columns, _read(client, found.rows))
    return found


def rows(client: Client, sparql: str) -> Iterator[Any]:
    """Return the rows of one of our own SELECT queries, with untyped terms.

    Raises
    ------
    StoreError
        If the service gives no answer, or none that can be read.
    """
    try:
        found = ask(client, sparql)
    except QueryError as error:
        raise StoreError(f"{client.endpoint}: {error}") from error
    if not isinstance(found, Solutions):
        raise StoreError(f"{client.endpoint}: gives no rows for a SELECT")
    return found.rows


def _read(client: Client, rows: Iterator[_Row]) -> Iterator[_Row]:
    """Yield rows as they arrive; an answer that breaks off raises an error."""
    try:
        yield from rows
    except _BROKEN as error:
        raise client.failed(error) from error

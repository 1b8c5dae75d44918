"""The graphs that ``aldkg check`` checks, each together with the ontology."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from corpus import ReadError
from ontology import embedded, rdf
from ontology.answers import Selecting


def bundled_graph() -> Selecting:
    """Build the graph of the bundled corpus in memory.

    Raises
    ------
    BuildError
        If a bundled note cannot be read.
    """
    from kg.build import bundled_documents
    from kg.derived import derive
    from kg.rdf import document_quads, study_iris

    documents = bundled_documents()
    slugs = study_iris(documents)
    graph = _with_ontology(chain.from_iterable(document_quads(d, slugs) for d in documents))
    derive(graph)
    return embedded.DefaultGraph(graph)


def graph_at(place: str) -> Selecting:
    """Open a store for reading, embedded or remote, or read an RDF file into memory.

    Raises
    ------
    ReadError
        If the file is missing or malformed.
    StoreError
        If the folder is not a store, or the service does not answer.
    """
    from kg.store import locate, open_graph

    location = locate(place)
    if not isinstance(location, Path) or location.is_dir():
        return open_graph(location)
    if not location.exists():
        raise ReadError(place, "no such file or folder")
    return embedded.DefaultGraph(_read_file(location))


def _read_file(path: Path) -> embedded.Store:
    syntax = rdf.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if syntax is None:
        raise ReadError(str(path), f"not RDF: unknown suffix {path.suffix!r}")
    try:
        return _with_ontology(rdf.parse(path=str(path), format=syntax))
    except (SyntaxError, ValueError) as error:
        raise ReadError(str(path), f"malformed: {error}".split(": expected ")[0]) from error


def _with_ontology(quads: Iterable[rdf.Quad]) -> embedded.Store:
    """Return a store in memory whose default graph holds the quads and the ontology."""
    from kg.store.quads import rendered_ontology, without_graphs

    store = embedded.Store()
    store.bulk_load(without_graphs(rendered_ontology()), format=rdf.RdfFormat.N_TRIPLES)
    store.bulk_extend(rdf.Quad(q.subject, q.predicate, q.object) for q in quads)
    return store

"""Quads on their way into a store: as bytes for the engine, renamed, without bad characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Final

from corpus.legible import legible
from ontology import rdf, source
from ontology.graphs import LEDGER_GRAPH, ONTOLOGY_GRAPH, SERVICE_GRAPHS, graph_iri
from ontology.iri import PREFIXES

#: Number of quads processed at a time, so that memory does not grow with the graph.
BATCH: Final = 50_000
#: The graph of a quad, behind its triple.
_GRAPH_NAME: Final = re.compile(rb" <[^<>]*> \.$", re.MULTILINE)
_ONTOLOGY: Final = rdf.NamedNode(ONTOLOGY_GRAPH)
_PREF_LABEL: Final = rdf.NamedNode(PREFIXES["skos"] + "prefLabel")
_LABEL: Final = rdf.NamedNode(PREFIXES["rdfs"] + "label")
#: The graph of the ledger, which is not part of the default graph.
LEDGER: Final = rdf.NamedNode(LEDGER_GRAPH)
#: All graphs that do not belong to a document.
SERVICE: Final = frozenset({rdf.DefaultGraph(), *map(rdf.NamedNode, SERVICE_GRAPHS)})
#: Document id -> IRI -> new IRI of things in its graph.
Renames = Mapping[str, Mapping[str, str]]


def ontology_quads() -> Iterator[rdf.Quad]:
    """Yield the ontology and its vocabularies in their named graph, without anonymous shapes.

    The preferred label of a concept is also its ``rdfs:label``, as plain text, so that everything
    in a graph has one and a concept is found without the language of its label.
    """
    for triple in source.triples():
        subject, value = triple.subject, triple.object
        if isinstance(subject, rdf.NamedNode) and not isinstance(value, rdf.BlankNode):
            yield rdf.Quad(subject, triple.predicate, value, _ONTOLOGY)
            if triple.predicate == _PREF_LABEL and isinstance(value, rdf.Literal):
                yield rdf.Quad(subject, _LABEL, rdf.Literal(value.value), _ONTOLOGY)


@cache
def rendered_ontology() -> bytes:
    """Return :func:`ontology_quads` as :func:`render_quads` gives them, rendered once."""
    return render_quads(ontology_quads())


def render_quads(quads: Iterable[rdf.Quad]) -> bytes:
    """Return quads of named graphs as bytes that the store can load."""
    return rdf.serialize(quads, format=rdf.RdfFormat.N_QUADS) or b""


def without_graphs(quads: bytes) -> bytes:
    """Return rendered quads as triples (N-Triples)."""
    return _GRAPH_NAME.sub(b" .", quads)


def rendered(quads: Iterable[rdf.Quad]) -> Iterator[bytes]:
    """Yield any number of quads in the form of :func:`render_quads`, in parts."""
    waiting = iter(quads)
    while batch := list(islice(waiting, BATCH)):
        yield render_quads(batch)


def renamed(quads: Iterable[rdf.Quad], names: Renames) -> Iterator[rdf.Quad]:
    """Yield the quads with new IRIs for some things of some documents."""
    by_graph: dict[object, dict[object, rdf.NamedNode]] = {
        rdf.NamedNode(graph_iri(document)): {
            rdf.NamedNode(old): rdf.NamedNode(new) for old, new in others.items()
        }
        for document, others in names.items()
    }
    for quad in quads:
        nodes = by_graph.get(quad.graph_name, {})
        subject, value = nodes.get(quad.subject), nodes.get(quad.object)
        if subject or value:
            parts = (subject or quad.subject, quad.predicate, value or quad.object)
            yield rdf.Quad(*parts, quad.graph_name)
        else:
            yield quad


def legible_quad(quad: rdf.Quad) -> rdf.Quad:
    """Return the quad without illegible characters, which an older version may have left."""
    value = quad.object
    if not isinstance(value, rdf.Literal) or (text := legible(value.value)) == value.value:
        return quad
    literal = rdf.Literal(
        text, datatype=None if value.language else value.datatype, language=value.language
    )
    return rdf.Quad(quad.subject, quad.predicate, literal, quad.graph_name)

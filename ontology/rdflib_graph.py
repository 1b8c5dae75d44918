"""The ontology for rdflib: a graph, the closed namespace, the version."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import OWL, XSD, ClosedNamespace
from rdflib.term import Node

from ontology import rdf, source
from ontology.errors import OntologyError
from ontology.iri import NAMESPACE, ONTOLOGY_IRI, PREFIXES


def graph() -> Graph:
    """Return the ontology and its vocabularies as a new graph.

    Raises
    ------
    OntologyError
        If a Turtle file is malformed.
    """
    return to_graph(source.triples())


def to_graph(triples: Iterable[rdf.Triple]) -> Graph:
    """Return triples as an rdflib graph with our prefixes bound."""
    made = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        made.bind(prefix, namespace)
    for triple in triples:
        made.add((_node(triple.subject), URIRef(triple.predicate.value), _node(triple.object)))
    return made


def _node(node: rdf.Node) -> Node:
    if isinstance(node, rdf.NamedNode):
        return URIRef(node.value)
    if isinstance(node, rdf.BlankNode):
        return BNode(node.value)
    if isinstance(node, rdf.Literal):
        plain = node.language is not None or node.datatype.value == str(XSD.string)
        datatype = None if plain else URIRef(node.datatype.value)
        return Literal(node.value, lang=node.language, datatype=datatype)
    raise OntologyError(f"a triple inside a triple is not supported: {node}")


@cache
def namespace() -> ClosedNamespace:
    """Return the namespace of ``ald-kg.ttl``; an undefined name raises ``AttributeError``.

    Raises
    ------
    OntologyError
        If a Turtle file is malformed.
    """
    subjects = (t.subject.value for t in source.triples() if isinstance(t.subject, rdf.NamedNode))
    names = {iri.removeprefix(NAMESPACE) for iri in subjects if iri.startswith(NAMESPACE)}
    return ClosedNamespace(NAMESPACE, sorted(names))


@cache
def version() -> str:
    """Return the ``owl:versionInfo`` of the ontology.

    Raises
    ------
    OntologyError
        If a Turtle file is malformed or none states the version.
    """
    for triple in source.triples():
        named = isinstance(triple.subject, rdf.NamedNode) and triple.subject.value == ONTOLOGY_IRI
        if named and triple.predicate.value == str(OWL.versionInfo):
            return triple.object.value if isinstance(triple.object, rdf.Literal) else ""
    raise OntologyError("ald-kg.ttl: no owl:versionInfo")

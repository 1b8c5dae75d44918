"""RDF terms from Python values, and properties of the project's ontology by name."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from corpus.legible import legible
from ontology import rdf
from ontology.iri import NAMESPACE, PREFIXES
from ontology.terms import role_properties, term_iri

Subject = rdf.NamedNode
Value = rdf.NamedNode | rdf.Literal

XSD = PREFIXES["xsd"]
TYPE = rdf.NamedNode(PREFIXES["rdf"] + "type")
LABEL = rdf.NamedNode(PREFIXES["rdfs"] + "label")
TITLE = rdf.NamedNode(PREFIXES["dcterms"] + "title")
IDENTIFIER = rdf.NamedNode(PREFIXES["dcterms"] + "identifier")
CITATION = rdf.NamedNode(PREFIXES["dcterms"] + "bibliographicCitation")
SOURCE = rdf.NamedNode(PREFIXES["oa"] + "hasSource")
SELECTOR = rdf.NamedNode(PREFIXES["oa"] + "hasSelector")
START = rdf.NamedNode(PREFIXES["oa"] + "start")
END = rdf.NamedNode(PREFIXES["oa"] + "end")
SPECIFIC_RESOURCE = rdf.NamedNode(PREFIXES["oa"] + "SpecificResource")
POSITION_SELECTOR = rdf.NamedNode(PREFIXES["oa"] + "TextPositionSelector")
GENERATED_BY = rdf.NamedNode(PREFIXES["prov"] + "wasGeneratedBy")
UNIT = rdf.NamedNode(PREFIXES["qudt"] + "hasUnit")
ACTIVITY = rdf.NamedNode(PREFIXES["prov"] + "Activity")


@cache
def ald(name: str) -> rdf.NamedNode:
    """Return a class or property of the ontology."""
    return rdf.NamedNode(NAMESPACE + name)


@cache
def concept(kind: str, notation: str) -> rdf.NamedNode:
    """Return the node of a vocabulary concept."""
    return rdf.NamedNode(term_iri(kind, notation))


@cache
def role_property(kind: str, notation: str) -> rdf.NamedNode | None:
    """Return the property that links a study to a thing in this role; ``None`` if there is none."""
    iri = role_properties().get(term_iri(kind, notation))
    return rdf.NamedNode(iri) if iri else None


def typed(text: str, datatype: str) -> rdf.Literal:
    """Return a literal of an XML Schema type."""
    return rdf.Literal(text, datatype=rdf.NamedNode(XSD + datatype))


def double(value: float) -> rdf.Literal:
    """Return a number as ``xsd:double``, exact and in the spelling of the store."""
    return rdf.Literal(float(value))


def decimal(value: float) -> rdf.Literal:
    """Return a number as ``xsd:decimal``, exact and in the spelling of the store.

    >>> decimal(1.0).value, decimal(0.85).value, decimal(1e-7).value
    ('1', '0.85', '0.0000001')
    """
    return typed(format(Decimal(repr(value)).normalize(), "f"), "decimal")


class Graph:
    """Collects the triples of one document, each once."""

    def __init__(self, name: str) -> None:
        self.name = rdf.NamedNode(name)
        self._triples: dict[rdf.Triple, None] = {}

    def add(self, subject: Subject, predicate: rdf.NamedNode, value: Value | None) -> None:
        """Add a triple; a value of ``None`` adds nothing."""
        if value is not None:
            self._triples[rdf.Triple(subject, predicate, value)] = None

    def text(self, subject: Subject, predicate: rdf.NamedNode, text: str) -> None:
        """Add a plain text, made legible; an empty one adds nothing."""
        text = legible(text)
        self.add(subject, predicate, rdf.Literal(text) if text else None)

    def quads(self) -> Iterator[rdf.Quad]:
        """Yield the triples as quads of the document's graph."""
        for triple in self._triples:
            yield rdf.Quad(triple.subject, triple.predicate, triple.object, self.name)

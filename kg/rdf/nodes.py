"""RDF terms from Python values, and the properties of our ontology by name."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import pyoxigraph as ox

from corpus.legible import legible
from ontology.iri import NAMESPACE, PREFIXES
from ontology.terms import role_properties, term_iri

Subject = ox.NamedNode
Value = ox.NamedNode | ox.Literal

XSD = PREFIXES["xsd"]
TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
LABEL = ox.NamedNode(PREFIXES["rdfs"] + "label")
TITLE = ox.NamedNode(PREFIXES["dcterms"] + "title")
IDENTIFIER = ox.NamedNode(PREFIXES["dcterms"] + "identifier")
CITATION = ox.NamedNode(PREFIXES["dcterms"] + "bibliographicCitation")
SOURCE = ox.NamedNode(PREFIXES["oa"] + "hasSource")
SELECTOR = ox.NamedNode(PREFIXES["oa"] + "hasSelector")
START = ox.NamedNode(PREFIXES["oa"] + "start")
END = ox.NamedNode(PREFIXES["oa"] + "end")
SPECIFIC_RESOURCE = ox.NamedNode(PREFIXES["oa"] + "SpecificResource")
POSITION_SELECTOR = ox.NamedNode(PREFIXES["oa"] + "TextPositionSelector")
GENERATED_BY = ox.NamedNode(PREFIXES["prov"] + "wasGeneratedBy")
UNIT = ox.NamedNode(PREFIXES["qudt"] + "hasUnit")
ACTIVITY = ox.NamedNode(PREFIXES["prov"] + "Activity")


@cache
def ald(name: str) -> ox.NamedNode:
    """A class or property of the ontology."""
    return ox.NamedNode(NAMESPACE + name)


@cache
def concept(kind: str, notation: str) -> ox.NamedNode:
    """A vocabulary concept."""
    return ox.NamedNode(term_iri(kind, notation))


@cache
def role_property(kind: str, notation: str) -> ox.NamedNode | None:
    """The property that links a study to what it uses in this role."""
    iri = role_properties().get(term_iri(kind, notation))
    return ox.NamedNode(iri) if iri else None


def typed(text: str, datatype: str) -> ox.Literal:
    """A literal of an XML Schema type."""
    return ox.Literal(text, datatype=ox.NamedNode(XSD + datatype))


def double(value: float) -> ox.Literal:
    """A number as ``xsd:double``, exact and spelled as a store spells it."""
    return ox.Literal(float(value))


def decimal(value: float) -> ox.Literal:
    """A number as ``xsd:decimal``, exact and spelled as a store spells it.

    >>> decimal(1.0).value, decimal(0.85).value, decimal(1e-7).value
    ('1', '0.85', '0.0000001')
    """
    return typed(format(Decimal(repr(value)).normalize(), "f"), "decimal")


class Graph:
    """Collects the triples of one document, each once."""

    def __init__(self, name: str) -> None:
        self.name = ox.NamedNode(name)
        self._triples: dict[ox.Triple, None] = {}

    def add(self, subject: Subject, predicate: ox.NamedNode, value: Value | None) -> None:
        """Add a triple; a value of ``None`` adds nothing."""
        if value is not None:
            self._triples[ox.Triple(subject, predicate, value)] = None

    def text(self, subject: Subject, predicate: ox.NamedNode, text: str) -> None:
        """Add a plain text, as far as it is legible; an empty one adds nothing."""
        text = legible(text)
        self.add(subject, predicate, ox.Literal(text) if text else None)

    def quads(self) -> Iterator[ox.Quad]:
        """The triples as quads of the document's graph."""
        for triple in self._triples:
            yield ox.Quad(triple.subject, triple.predicate, triple.object, self.name)

"""The documents of the ontology as triples: the whole, a module, a vocabulary, a term."""

from __future__ import annotations

from functools import cache

from ontology import rdf, source
from ontology.axioms import Index, index_triples
from ontology.iri import ONTOLOGY_IRI
from ontology.rdf import Node
from ontology.reference import Section, reference


@cache
def _index() -> Index:
    return index_triples(source.triples())


def whole() -> tuple[rdf.Triple, ...]:
    """Return the header, modules, classes, properties and shapes; vocabularies are separate."""
    return source.model()


def is_whole(iri: str) -> bool:
    """Return whether an IRI names the ontology or its served version."""
    return iri in (ONTOLOGY_IRI, reference().version_iri)


def section_triples(section: Section) -> tuple[rdf.Triple, ...]:
    """Return the triples of a module or vocabulary and of its terms."""
    subjects = [section.iri, *(entry.iri for entry in section.entries)]
    return tuple(triple for iri in subjects for triple in term_triples(iri))


def term_triples(iri: str) -> tuple[rdf.Triple, ...]:
    """Return the triples of a term, with its blank nodes (shapes, restrictions)."""
    found: list[rdf.Triple] = []
    waiting: list[Node] = [rdf.NamedNode(iri)]
    while waiting:
        node = waiting.pop()
        for predicate, values in _index().get(node, {}).items():
            for value in values:
                found.append(rdf.Triple(node, rdf.NamedNode(predicate), value))  # type: ignore[arg-type]
                if isinstance(value, rdf.BlankNode):
                    waiting.append(value)
    return tuple(found)

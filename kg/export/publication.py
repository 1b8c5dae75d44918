"""Metadata on the publication of a graph, for every format that describes itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from ontology import rdf, source
from ontology.iri import ONTOLOGY_IRI, PREFIXES


@cache
def ontology_license() -> str:
    """Return the licence of the ontology and of the bundled corpus, as an IRI.

    Raises
    ------
    OntologyError
        If a Turtle file is malformed.
    """
    return ontology_header(PREFIXES["dcterms"] + "license")


@cache
def ontology_header(predicate: str) -> str:
    """Return the value of a property in the header of the ontology; ``""`` if there is none.

    Raises
    ------
    OntologyError
        If a Turtle file is malformed.
    """
    root = rdf.NamedNode(ONTOLOGY_IRI)
    for triple in source.model():
        if triple.subject == root and triple.predicate.value == predicate:
            return triple.object.value if not isinstance(triple.object, rdf.Triple) else ""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Publication metadata of a graph.

    ``license`` is an IRI, by default that of the bundled corpus. ``date`` is an ISO 8601 day, or
    ``""`` for none. ``base_url`` is the address of the service with a slash at its end, or ``""``
    if there is none.
    """

    title: str = "Claims on atomic layer deposition and colloidal nanocrystals"
    description: str = (
        "What studies on atomic layer deposition and colloidal nanocrystals made, used, measured "
        "and found, each claim with its evidence in a document."
    )
    license: str = field(default_factory=ontology_license)
    publisher: str = ""
    date: str = ""
    base_url: str = ""

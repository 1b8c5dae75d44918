"""The answer of the endpoint to a request without a query: a SPARQL 1.1 service description."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from api.answers.formats import GRAPH, JSON_LD, N_TRIPLES, RDF_XML, TURTLE, choose
from kg.rdf.nodes import TYPE
from ontology import rdf

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS: Final = "http://www.w3.org/ns/formats/"

#: The media types of the service as terms of https://www.w3.org/ns/formats/.
_RESULT_FORMATS: Final = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "RDF_XML",
    "JSON-LD",
)

_WRITERS: Final = {
    TURTLE: rdf.RdfFormat.TURTLE,
    N_TRIPLES: rdf.RdfFormat.N_TRIPLES,
    RDF_XML: rdf.RdfFormat.RDF_XML,
    JSON_LD: rdf.RdfFormat.JSON_LD,
}


def describe(endpoint: str) -> Iterator[rdf.Triple]:
    """Yield the description of the service at this address."""
    service = rdf.BlankNode("service")
    said = (
        (TYPE.value, f"{_SD}Service"),
        (f"{_SD}endpoint", endpoint),
        (f"{_SD}supportedLanguage", f"{_SD}SPARQL11Query"),
        (f"{_SD}feature", f"{_SD}UnionDefaultGraph"),
        *((f"{_SD}resultFormat", _FORMATS + name) for name in _RESULT_FORMATS),
    )
    for predicate, value in said:
        yield rdf.Triple(service, rdf.NamedNode(predicate), rdf.NamedNode(value))


def render_description(endpoint: str, accept: str | None) -> tuple[str, str]:
    """Return the media type and text of the description, in the format the client prefers."""
    media = choose(accept, GRAPH) or TURTLE
    data = rdf.serialize(describe(endpoint), format=_WRITERS[media], prefixes={"sd": _SD})
    return media, (data or b"").decode()

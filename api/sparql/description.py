"""What the endpoint says of itself when nothing is asked: a SPARQL 1.1 service description."""

from __future__ import annotations

from rdflib import RDF, BNode, Graph, Namespace, URIRef

from api.sparql.formats import GRAPH, JSON_LD, N_TRIPLES, RDF_XML, TURTLE, choose

_SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
_FORMATS = Namespace("http://www.w3.org/ns/formats/")

#: Our media types under the names of https://www.w3.org/ns/formats/.
_RESULT_FORMATS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "RDF_XML",
    "JSON-LD",
)

_RDFLIB_NAMES = {
    TURTLE: "turtle",
    N_TRIPLES: "nt",
    RDF_XML: "pretty-xml",
    JSON_LD: "json-ld",
}


def describe(endpoint: str) -> Graph:
    """Return the description of the service at this address."""
    graph = Graph()
    graph.bind("sd", _SD)
    service = BNode("service")
    graph.add((service, RDF.type, _SD.Service))
    graph.add((service, _SD.endpoint, URIRef(endpoint)))
    graph.add((service, _SD.supportedLanguage, _SD.SPARQL11Query))
    graph.add((service, _SD.feature, _SD.UnionDefaultGraph))
    for name in _RESULT_FORMATS:
        graph.add((service, _SD.resultFormat, _FORMATS[name]))
    return graph


def render_description(endpoint: str, accept: str | None) -> tuple[str, str]:
    """Return the media type and text of the description, as the client likes it best."""
    media = choose(accept, GRAPH) or TURTLE
    return media, describe(endpoint).serialize(format=_RDFLIB_NAMES[media])

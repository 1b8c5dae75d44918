"""The JSON-LD context: read off the ontology, and a document that it expands is the same graph."""

from __future__ import annotations

import json

import pytest

from kg.export.formats import export
from kg.export.jsonld import render_node
from ontology import rdf, source
from ontology.context import coercions, coercions_of, context
from ontology.iri import NAMESPACE, ONTOLOGY_IRI, PREFIXES


def test_the_context_follows_the_ontology():
    assert coercions()[NAMESPACE + "aboutStudy"] == "@id"
    assert coercions()[NAMESPACE + "year"] == PREFIXES["xsd"] + "integer"
    assert NAMESPACE + "quote" not in coercions()
    defined = {
        triple.subject.value
        for triple in source.model()
        if triple.object == rdf.NamedNode(PREFIXES["owl"] + "ObjectProperty")
    }
    assert defined <= {name for name, kind in coercions().items() if kind == "@id"}


def test_a_property_of_two_types_is_not_coerced():
    turtle = """@prefix owl: <http://www.w3.org/2002/07/owl#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        <urn:one> a owl:DatatypeProperty ; rdfs:range <urn:number> .
        <urn:two> a owl:DatatypeProperty ; rdfs:range <urn:number>, <urn:text> ."""
    found = coercions_of(source.parse_turtle(turtle.encode(), "test"))
    assert found["urn:one"] == "urn:number"
    assert "urn:two" not in found


@pytest.mark.parametrize("whole", [True, False])
def test_expanding_by_the_context_gives_the_same_triples(answers, whole):
    document = json.loads(export(answers, "jsonld"))
    assert document["@context"].items() <= context().items()
    if whole:
        document["@context"] = context()
    found = rdf.parse(json.dumps(document).encode(), format=rdf.RdfFormat.JSON_LD)
    assert set(found) == set(answers.quads())


def test_the_context_matters(answers):
    document = json.loads(export(answers, "jsonld"))
    del document["@context"]["ald:aboutStudy"]
    found = rdf.parse(json.dumps(document).encode(), format=rdf.RdfFormat.JSON_LD)
    assert set(found) != set(answers.quads())


def test_the_ontology_itself_as_jsonld_reads_back():
    root = rdf.NamedNode(ONTOLOGY_IRI)
    stated = [t for t in source.model() if isinstance(t.subject, rdf.NamedNode)]
    stated = [t for t in stated if not isinstance(t.object, rdf.BlankNode)]
    found = {
        quad.triple
        for quad in rdf.parse(render_node(stated).encode(), format=rdf.RdfFormat.JSON_LD)
    }
    assert found == set(stated)
    assert any(triple.subject == root for triple in found)

from __future__ import annotations

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS

import ontology
from ontology import iri
from ontology.curie import from_curie, to_curie
from ontology.errors import OntologyError
from ontology.validation import Violation, parse_turtle

ALD = URIRef(iri.ONTOLOGY_IRI)


@pytest.fixture(scope="module")
def own() -> Graph:
    return ontology.graph()


def test_the_ontology_has_no_fault(own):
    assert ontology.validate(own) == []
    assert ontology.validate() == []


def test_no_data_is_no_fault():
    assert ontology.validate_data(Graph()) == []


LOST = [
    ("ald:Study", RDFS.label, "The term has no label."),
    ("ald:Claim", SKOS.definition, "The term has no definition (skos:definition)."),
    ("ald:usesLigand", DCTERMS.source, "The term has no source (dcterms:source)."),
    ("process:silar", SKOS.prefLabel, "The term has no label."),
    ("process:movpe", SKOS.notation, "The concept has no id (skos:notation)."),
]
CIRCLE = ("process:ald", "process:thermal-ald")


@pytest.fixture(scope="module")
def faults() -> list[Violation]:
    """What is found in an ontology that lost some triples and got a wrong one."""
    graph = ontology.graph()
    for subject, predicate, _ in LOST:
        graph.remove((URIRef(from_curie(subject)), predicate, None))
    ligand = URIRef(iri.concept_iri("role_chemical", "ligand"))
    graph.remove((None, URIRef(iri.NAMESPACE + "forRole"), ligand))
    one, other = (URIRef(from_curie(curie)) for curie in CIRCLE)
    graph.add((one, SKOS.broader, other))
    return ontology.validate(graph)


@pytest.mark.parametrize(("subject", "predicate", "message"), LOST)
def test_a_term_that_lost_something_is_named(faults, subject, predicate, message):
    assert (subject, message) in {(to_curie(v.focus), v.message) for v in faults}


def test_a_role_that_lost_its_property_is_named(faults):
    roles = [to_curie(v.focus) for v in faults if v.check == "role-without-property"]
    assert roles == ["crole:ligand"]


def test_a_circle_of_broader_concepts_names_its_members(faults):
    circle = [to_curie(v.focus) for v in faults if v.check == "broader-cycle"]
    assert circle == sorted(CIRCLE)


def test_nothing_else_is_found_than_what_was_spoilt(faults):
    assert len(faults) == len(LOST) + 1 + len(CIRCLE)


def test_an_instance_of_a_subclass_is_held_to_the_shape_of_its_superclass():
    graph = Graph()
    claim = URIRef(iri.claim_iri("0" * 16))
    graph.add((claim, RDF.type, URIRef(iri.NAMESPACE + "TechniqueClaim")))
    messages = {violation.message for violation in ontology.validate_data(graph)}
    assert "A claim must be about exactly one study (ald:aboutStudy)." in messages


def test_a_violation_tells_where_and_by_which_shape():
    graph = Graph()
    study = URIRef(iri.study_iri("a"))
    graph.add((study, RDF.type, URIRef(iri.NAMESPACE + "Study")))
    assert ontology.validate_data(graph) == [
        Violation(
            focus=str(study),
            message="A study must have a label (rdfs:label), such as its first author and year.",
            check="ald:Study rdfs:label",
        )
    ]


def test_the_order_of_violations_is_stable():
    graph = Graph()
    for number in range(9):
        graph.add((URIRef(iri.study_iri(str(number))), RDF.type, URIRef(iri.NAMESPACE + "Study")))
    found = ontology.validate_data(graph)
    assert found == sorted(found)
    assert len(found) == 9


def test_validation_leaves_the_graph_as_it_is():
    graph = Graph()
    graph.add((URIRef(iri.study_iri("a")), RDF.type, URIRef(iri.NAMESPACE + "Study")))
    ontology.validate_data(graph)
    assert len(graph) == 1


def test_malformed_turtle_is_named():
    with pytest.raises(OntologyError, match=r"^mine\.ttl: line 1: "):
        parse_turtle(b"this is not Turtle", "mine.ttl")


def test_names_are_closed():
    assert str(ontology.ALD.Study) == iri.NAMESPACE + "Study"
    with pytest.raises(AttributeError):
        _ = ontology.ALD.Studdy
    with pytest.raises(AttributeError, match="no attribute 'colour'"):
        _ = ontology.colour  # type: ignore[attr-defined]


def test_the_header_names_version_and_licence(own):
    assert own.value(ALD, OWL.versionInfo) == Literal(ontology.VERSION)
    assert str(own.value(ALD, OWL.versionIRI)) == f"{iri.ONTOLOGY_IRI}/{ontology.VERSION}"
    for predicate in (DCTERMS.title, DCTERMS.license, DCTERMS.source):
        assert own.value(ALD, predicate, any=True)


def test_the_model_gives_what_the_kinds_of_term_need(own):
    for kind, name in ontology.terms.KIND_CLASSES.items():
        assert (URIRef(iri.NAMESPACE + name), RDF.type, OWL.Class) in own, kind

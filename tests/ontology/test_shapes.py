"""The shapes as SPARQL find what a SHACL engine finds, and refuse what they do not know."""

from __future__ import annotations

from pathlib import Path

import pyshacl
import pytest
from rdflib import Graph
from rdflib.namespace import RDF, SH

import ontology
from ontology import embedded, iri, rdf, source
from ontology.errors import OntologyError
from ontology.rdflib_graph import to_graph
from ontology.shapes import compile_shapes
from ontology.validation import shapes, validate_data, validate_store

EXAMPLES = sorted((Path(ontology.__file__).parent / "examples").glob("*/*.ttl"))
BACKGROUND = EXAMPLES[0].parents[1] / "background.ttl"


@pytest.fixture(scope="module")
def every_example() -> Graph:
    """All examples in one graph, the things of each under a name of its own."""
    lines: list[str] = []
    for number, path in enumerate(EXAMPLES):
        triples = [
            *source.parse_turtle(path.read_bytes(), path.name),
            *source.parse_turtle(BACKGROUND.read_bytes(), "background"),
        ]
        text = "".join(f"{triple} .\n" for triple in triples)
        lines.append(text.replace(iri.BASE + "id/", f"{iri.BASE}id/{number}/"))
    return Graph().parse(data="".join(lines), format="nt")


def by_engine(data: Graph) -> set[tuple[str, str]]:
    """What pySHACL finds; it is told the types of the concepts that the data point to."""
    merged = data + Graph()
    for node, kind in ontology.graph().subject_objects(RDF.type):
        merged.add((node, RDF.type, kind))
    model = to_graph(source.model())
    _, report, _ = pyshacl.validate(merged, shacl_graph=model, ont_graph=model, inplace=True)
    assert isinstance(report, Graph)
    return {
        (str(report.value(found, SH.focusNode)), str(report.value(found, SH.resultMessage)))
        for found in report.subjects(RDF.type, SH.ValidationResult)
    }


def test_a_shacl_engine_finds_the_same(every_example):
    own = {str(node) for node in every_example.subjects()}
    messages = {constraint.message for constraint in shapes()}
    ours = {(v.focus, v.message) for v in validate_data(every_example) if v.message in messages}
    engine = {(focus, message) for focus, message in by_engine(every_example) if focus in own}
    assert ours == engine
    assert len({message for _, message in ours}) > 150


def test_a_store_is_checked_as_it_is():
    store = embedded.Store()
    store.extend(rdf.Quad(t.subject, t.predicate, t.object) for t in source.triples())
    asked = embedded.DefaultGraph(store)
    assert validate_store(asked) == []
    for number in range(3):
        study = rdf.NamedNode(iri.study_iri(str(number)))
        kind = rdf.NamedNode(iri.NAMESPACE + "Study")
        store.add(rdf.Quad(study, rdf.NamedNode(iri.PREFIXES["rdf"] + "type"), kind))
    assert [found.check for found in validate_store(asked)] == ["ald:Study rdfs:label"] * 3
    assert len(validate_store(asked, limit=2)) == 2


SHAPE = """
@prefix ald: <https://w3id.org/ald-kg/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
ald:Thing a owl:Class, sh:NodeShape ; sh:property [ PART ] .
"""


@pytest.mark.parametrize(
    ("part", "cause"),
    [
        ('sh:path ald:a ; sh:qualifiedMaxCount 1 ; sh:message "m"', r"ald:Thing ald:a: sh:qual"),
        ("sh:path ald:a ; sh:minCount 1", r"ald:Thing ald:a: the shape has no message"),
        ('sh:path [ sh:inversePath ald:a ] ; sh:minCount 1 ; sh:message "m"', r"ald:Thing: a prop"),
    ],
)
def test_what_is_not_supported_is_refused_by_name(part, cause):
    triples = source.parse_turtle(SHAPE.replace("PART", part).encode(), "shape.ttl")
    with pytest.raises(OntologyError, match=cause):
        compile_shapes(triples)

"""What follows is added, once, apart from what is said, and can be taken away again."""

from __future__ import annotations

from pathlib import Path

import owlrl
import pytest
from rdflib import Graph

from kg.derived import (
    derive,
    descriptions,
    inferring_before_statements,
    inferring_from_statements,
    is_on_statements,
)
from kg.model import Document, Form, Material, Process, System
from kg.rdf import document_quads, study_iris
from kg.rdf.nodes import TYPE
from kg.reason import materialise, read_rules, rules
from kg.rebuild import rebuild
from kg.statements import statement_quads
from kg.store import ontology_quads, open_graph, replace
from ontology import embedded, rdf, source
from ontology.curie import to_curie
from ontology.graphs import INFERRED_GRAPH, SERVICE_GRAPHS
from ontology.iri import NAMESPACE, PREFIXES
from ontology.rdflib_graph import to_graph
from tests.rows import each_row

INFERRED = rdf.NamedNode(INFERRED_GRAPH)
PREFIX = "".join(f"PREFIX {prefix}: <{space}>\n" for prefix, space in PREFIXES.items())


def filled(documents) -> embedded.Store:
    """A store of documents and ontology, with nothing derived."""
    slugs = study_iris(documents)
    store = embedded.Store()
    quads = [q for d in documents for q in document_quads(d, slugs)] + [*ontology_quads()]
    store.extend(quads)
    store.extend(rdf.Quad(q.subject, q.predicate, q.object) for q in quads)
    return store


@pytest.fixture
def store(documents) -> embedded.Store:
    return filled(documents)


def inferred(store: embedded.Store) -> set[rdf.Triple]:
    return {quad.triple for quad in store.quads_for_pattern(None, None, None, INFERRED)}


def ask(store: embedded.Store, pattern: str) -> bool:
    return bool(store.query(f"{PREFIX} ASK {{ {pattern} }}"))


def rows(store: embedded.Store, query: str) -> list[tuple[str, ...]]:
    return sorted(
        tuple(to_curie(value.value) for value in solution)
        for solution in store.query(PREFIX + query)
    )


def test_nothing_that_is_said_is_inferred(store):
    said = {quad.triple for quad in store.quads_for_pattern(None, None, None, rdf.DefaultGraph())}
    materialise(store)
    assert inferred(store)
    assert not inferred(store) & said


def test_inferences_stand_in_their_own_graph_and_in_the_default_graph(store):
    before = set(store)
    materialise(store)
    found = inferred(store)
    assert set(store) - before == {
        rdf.Quad(one.subject, one.predicate, one.object, graph)
        for one in found
        for graph in (INFERRED, rdf.DefaultGraph())
    }


def test_a_second_run_finds_nothing_new(store):
    materialise(store)
    once = set(store)
    materialise(store)
    assert set(store) == once


def test_inferring_before_and_from_statements_gives_what_inferring_at_once_gives(documents):
    whole, parts = filled(documents), filled(documents)
    derive(whole)
    made = [*statement_quads(parts), *descriptions(parts)]
    kept: list[bytes] = []
    for _ in inferring_before_statements(parts, kept.append):
        pass
    before = b"".join(kept)
    parts.extend(rdf.Quad(q.subject, q.predicate, q.object) for q in made)
    for _ in inferring_from_statements(parts, kept.append):
        pass
    assert before not in (b"", b"".join(kept))
    quads = [*rdf.parse(b"".join(kept), format=rdf.RdfFormat.N_QUADS)]
    assert len(quads) == len(inferred(whole))
    assert {q.triple for q in quads if q.graph_name == INFERRED} == inferred(whole)
    default = (None, None, None, rdf.DefaultGraph())
    assert {*parts.quads_for_pattern(*default)} == {*whole.quads_for_pattern(*default)}


def test_rules_that_wait_for_statements_are_those_with_words_of_statements(documents):
    store = filled(documents)
    made = [*statement_quads(store), *descriptions(store)]
    kinds = {quad.object.value for quad in made if quad.predicate == TYPE}
    said = {quad.predicate.value for quad in made} | kinds
    late = {rule.query for rule in rules() if {rule.head, *rule.body} & said}
    assert late == {rule.query for rule in rules() if is_on_statements(rule)}


def test_the_order_in_which_quads_came_does_not_matter(documents):
    one, other = filled(documents), filled(tuple(reversed(documents)))
    derive(one)
    derive(other)
    assert set(one) == set(other)


@pytest.fixture(scope="module")
def derived_and_bare(documents, claims_about) -> tuple[embedded.Store, embedded.Store]:
    """A store of the documents and one more, with all that is derived and with that taken away."""
    extra = Document(
        id="more",
        sha256="c" * 64,
        claims=claims_about(
            "more",
            Form(formula="CsPbBr3", form="nanoplatelet"),
            Form(formula="CdSe", form="quantum_dot"),
            Material(role="film", formula="ZnO"),
            System(architecture="core_shell", layers=("CdSe", "CdS", "ZnS", "SiO2")),
            Process(process="thermal_ald"),
        ),
    )
    derived, bare = filled((*documents, extra)), filled((*documents, extra))
    derive(derived)
    return derived, bare


@each_row(
    "pattern",
    [
        "?x a ald:PerovskiteNanocrystal",
        "?x a ald:IIVINanocrystal",
        "?x a ald:OxideTerminatedSystem",
        "?study ald:involvesProcess process:ald ; ald:usesProcess process:thermal-ald",
        "?study ald:hasClaim ?claim . ?document ald:states ?claim",
        "?one ald:cites ?other . ?other ald:citedBy ?one",
        "?inner ald:inside ?outer . ?outer ald:outside ?inner",
        "?system ald:containsMaterial solid:Al2O3",
        "process:thermal-ald skos:broaderTransitive process:ald",
        "solid:ZnO a ald:Material ; a ald:Oxide",
    ],
)
def test_queries_may_rely_on_it(derived_and_bare, pattern):
    derived, bare = derived_and_bare
    asserted = {"solid:ZnO a ald:Material ; a ald:Oxide"}
    assert ask(derived, pattern)
    assert ask(bare, pattern) == (pattern in asserted)


def test_a_film_is_no_nanocrystal(claims_about):
    claims = claims_about("d", Form(formula="CsPbBr3", form="thin_film"))
    store = filled([Document(id="d", sha256="0" * 64, claims=claims)])
    materialise(store)
    assert not ask(store, "?x a ald:NanocrystalComponent")
    assert ask(store, "?study ald:hasComponent ?c . ?c ald:material/a ald:HalidePerovskite")


def test_layered_systems_are_found_by_core_class_and_outermost_class(claims_about):
    claims = claims_about(
        "d",
        System(architecture="core_shell", layers=("CdSe", "CdS", "Al2O3")),
        System(architecture="core_shell", layers=("PbSe", "Al2O3")),
        System(architecture="core_shell", layers=("CdSe", "ZnS")),
        System(architecture="core_shell", layers=("ZnO", "CdS")),
    )
    store = filled([Document(id="d", sha256="0" * 64, claims=claims)])
    materialise(store)
    query = """SELECT ?layers { ?s a ald:OxideTerminatedSystem ; ald:layers ?layers ;
                                   ald:innermost ?core . ?core a ald:IIVISemiconductor }"""
    assert rows(store, query) == [("CdSe > CdS > Al2O3",)]
    order = """SELECT ?layers { ?inner ald:inside ?outer ; ald:layerOf ?s ; ald:material ?a .
        ?outer ald:material ?b . ?a a ald:IIVISemiconductor . ?b a ald:Oxide .
        ?s ald:layers ?layers }"""
    assert set(rows(store, order)) == {("CdSe > CdS > Al2O3",)}


def test_an_owl_rl_reasoner_agrees(claims_about):
    """All that we infer, owlrl infers too; all that it infers in our words, we have."""
    claims = claims_about(
        "d",
        Form(formula="CsPbBr3", form="nanocrystal"),
        System(architecture="core_shell", layers=("CdSe", "CdS", "SiO2")),
        Process(process="thermal_ald"),
    )
    document = Document(id="d", sha256="0" * 64, claims=claims)
    data = [quad.triple for quad in document_quads(document)]
    concepts = [t for t in source.triples() if "NanocrystalForm" in str(t.object)]
    broader = PREFIXES["skos"] + "broader"
    concepts += [t for t in source.triples() if t.predicate.value == broader]
    triples = [*source.model(), *data, *concepts]
    graph = to_graph(t for t in triples if not t.predicate.value.startswith(PREFIXES["sh"]))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    store = embedded.Store()
    store.extend(rdf.Quad(t.subject, t.predicate, t.object) for t in triples)
    materialise(store)
    ours = to_graph(q.triple for q in store.quads_for_pattern(None, None, None, None))
    made = to_graph(inferred(store))
    assert [triple for triple in made if triple not in graph] == []
    assert missing(graph, ours) == []


def missing(closure: Graph, ours: Graph) -> list[tuple[str, ...]]:
    """What the closure says in our words of instances, and we do not."""
    heads = {rule.head for rule in rules()}
    kinds = PREFIXES["rdf"] + "type"
    return [
        (str(s), str(p), str(o))
        for s, p, o in closure
        if (s, p, o) not in ours
        and "/id/" in str(s)
        and (str(p) in heads or (str(p) == kinds and str(o) in heads))
    ]


def test_rules_are_read_off_the_axioms():
    turtle = b"""
    @prefix ald: <https://w3id.org/ald-kg/ontology#> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix prov: <http://www.w3.org/ns/prov#> .
    ald:A rdfs:subClassOf ald:B . ald:B rdfs:subClassOf ald:C , prov:Entity .
    ald:p owl:inverseOf ald:q . ald:r a owl:TransitiveProperty .
    ald:s owl:propertyChainAxiom ( ald:p ald:q ) .
    """
    made = [
        (rule.name, to_curie(rule.head)) for rule in read_rules(source.parse_turtle(turtle, "t"))
    ]
    assert made == [
        ("prp-inv1", "ald:q"),
        ("prp-inv2", "ald:p"),
        ("prp-spo2", "ald:s"),
        ("prp-trp", "ald:r"),
        ("cax-sco", "ald:B"),
        ("cax-sco", "ald:C"),
    ]


def test_every_rule_concludes_in_our_own_words():
    heads = {to_curie(rule.head) for rule in rules()}
    assert all(head.startswith("ald:") or head == "skos:broaderTransitive" for head in heads)
    assert len({(rule.name, rule.query) for rule in rules()}) == len(rules())


@pytest.mark.usefixtures("small_ontology")
def test_a_graph_on_disk_has_it_and_can_be_without(tmp_path: Path, documents):
    slugs = study_iris(documents)
    replace(tmp_path, {d.id: document_quads(d, slugs) for d in documents})
    service = {rdf.NamedNode(name) for name in SERVICE_GRAPHS}
    pattern = f"GRAPH <{INFERRED_GRAPH}> {{ ?study <{NAMESPACE}hasClaim> ?claim }}"
    with_all = set(open_graph(tmp_path).quads(ontology=True))
    assert open_graph(tmp_path).query(f"ASK {{ {pattern} }}")
    assert open_graph(tmp_path).documents() == tuple(sorted(d.id for d in documents))
    rebuild(tmp_path, derived=False)
    assert not open_graph(tmp_path).query(f"ASK {{ {pattern} }}")
    assert not open_graph(tmp_path).query("ASK { ?x a ald:Statement }")
    bare = {q for q in open_graph(tmp_path).quads(ontology=True) if q.graph_name not in service}
    assert bare == set(open_graph(tmp_path).quads())
    rebuild(tmp_path)
    assert set(open_graph(tmp_path).quads(ontology=True)) == with_all


@pytest.mark.usefixtures("small_ontology")
def test_documents_read_again_leave_no_old_inference(tmp_path: Path, documents):
    survey, note = documents
    slugs = study_iris(documents)
    replace(tmp_path, {d.id: document_quads(d, slugs) for d in documents})
    before = set(open_graph(tmp_path).quads(ontology=True))
    replace(tmp_path, {}, drop=[survey.id])
    fresh = tmp_path / "fresh"
    replace(fresh, {note.id: document_quads(note, slugs)})
    left = set(open_graph(tmp_path).quads(ontology=True))
    assert {q.graph_name for q in before - left} > {INFERRED}
    assert left == set(open_graph(fresh).quads(ontology=True))

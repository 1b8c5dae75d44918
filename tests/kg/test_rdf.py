"""Documents as quads and back: nothing lost, no blank node, the same bytes every time."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Author, Reference
from kg.claims import canonical
from kg.model import (
    Application,
    Chemical,
    Claim,
    Condition,
    Document,
    Evidence,
    Form,
    Material,
    Outcome,
    Process,
    Quantity,
    System,
    Technique,
)
from kg.rdf import claims_from_quads, disagreements_from_quads, document_quads, study_iris
from kg.rdf.records import citation_text, own_record, study_label, study_records
from ontology import embedded, rdf, vocabulary

NUMBERS = st.floats(allow_nan=False, allow_infinity=False, width=64)
FORMULAS = st.sampled_from(["PbSe", "Al2O3", "ZnxCd1-xS", "(Ti,Cr)Ox", "soda-lime glass"])
REFERENCES = (
    Reference(
        number="88",
        authors=(Author(family="Liu", given="Y."), Author(family="Law", given="M.")),
        title="Robust, Functional Nanocrystal Solids by Infilling with Atomic Layer Deposition",
        container="Nano Lett.",
        year=2011,
        volume="11",
        issue="12",
        pages="5349–5355",
        type="article-journal",
    ),
)


def notations(kind: str):
    return st.sampled_from([term.notation for term in vocabulary().of_kind(kind)])


@st.composite
def quantities(draw):
    maybe = st.none() | NUMBERS
    return Quantity(
        value=draw(maybe),
        value_max=draw(maybe),
        start=draw(maybe),
        unit=draw(st.sampled_from([None, "Cel", "nm/{cycle}", "parsec"])),
        bound=draw(st.sampled_from([None, "min"])),
        approximate=draw(st.booleans()),
        raw=draw(st.sampled_from(["", "70 °C"])),
    )


CONTENTS = st.one_of(
    st.builds(Material, role=notations("role_material"), formula=FORMULAS),
    st.builds(Form, formula=FORMULAS, form=notations("form")),
    st.builds(
        System,
        architecture=notations("architecture"),
        layers=st.lists(FORMULAS, min_size=1, max_size=4).map(tuple),
    ),
    st.builds(Process, process=notations("process")),
    st.builds(
        Chemical,
        role=notations("role_chemical"),
        chemical=notations("chemical") | st.sampled_from(["tris(unheard)of", "h2o/co2"]),
    ),
    st.builds(Condition, parameter=notations("parameter"), quantity=st.none() | quantities()),
    st.builds(Technique, technique=notations("technique")),
    st.builds(
        Outcome,
        property=notations("property"),
        direction=notations("direction"),
        quantity=st.none() | quantities(),
    ),
    st.builds(Application, application=notations("application")),
)
SPANS = st.lists(
    st.tuples(st.integers(0, 99), st.integers(100, 999)), min_size=1, max_size=3, unique=True
)
EVIDENCE = st.builds(
    Evidence,
    spans=SPANS.map(lambda spans: tuple(sorted(spans))),
    rule=st.just("rule"),
    extractor=st.sampled_from(["ald-kg/0", "ald-kg/1"]),
    quote=st.sampled_from(["", 'a "quote"\nof two lines']),
)
CLAIMS = st.builds(
    Claim,
    doc=st.just("paper"),
    study=st.sampled_from(["this", "88"]),
    content=CONTENTS,
    evidence=EVIDENCE,
    confidence=st.sampled_from([0.5, 0.75, 1.0]),
)


def document(claims=(), **own) -> Document:
    return Document(id="paper", sha256="0" * 64, claims=tuple(claims), references=REFERENCES, **own)


@settings(max_examples=60)
@given(st.lists(CLAIMS, max_size=6))
def test_claims_come_back_as_they_were(claims):
    kept = canonical(claims)
    assert claims_from_quads(document_quads(document(kept))) == kept


@settings(max_examples=20)
@given(st.lists(CLAIMS, max_size=3), st.sampled_from(["", "ald-kg/1", "other/2"]))
def test_who_read_a_document_comes_back(claims, extractor):
    claims = canonical(claims)
    quads = set(document_quads(document(claims, extractor=extractor)))
    versions = {q.subject: q.object.value for q in quads if "extractorVersion" in str(q.predicate)}
    read_by = {versions[q.object] for q in quads if "readBy" in str(q.predicate)}
    assert read_by == {extractor, *(claim.evidence.extractor for claim in claims)} - {""}
    assert claims_from_quads(quads) == claims


@settings(max_examples=20)
@given(st.lists(CLAIMS, min_size=1, max_size=6))
def test_quads_have_no_blank_nodes_and_do_not_depend_on_order(claims):
    quads = set(document_quads(document(claims)))
    assert quads == set(document_quads(document(list(reversed(claims)))))
    assert not any(
        isinstance(term, rdf.BlankNode) for quad in quads for term in (quad.subject, quad.object)
    )


def test_disagreements_come_back_as_they_were(documents):
    survey = documents[0]
    assert survey.disagreements
    more = replace(survey.disagreements[0], studies=("this", "77"), cue="debated", about=())
    told = (*survey.disagreements, more)
    quads = list(document_quads(replace(survey, disagreements=told)))
    assert disagreements_from_quads(quads) == told
    assert claims_from_quads(quads) == canonical(survey.claims)


def test_direct_triples_stand_beside_the_claim():
    claim = Claim(
        doc="paper",
        study="88",
        content=Chemical(role="precursor", chemical="trimethylaluminum"),
        evidence=Evidence(spans=((0, 5),), rule="r", extractor="x"),
    )
    store = embedded.Store()
    store.extend(document_quads(document([claim])))
    ask = """PREFIX ald: <https://w3id.org/ald-kg/ontology#>
    PREFIX chem: <https://w3id.org/ald-kg/chemical/>
    ASK { ?study ald:usesPrecursor chem:trimethylaluminum ; ald:year 2011 .
          ?claim ald:aboutStudy ?study }"""
    assert bool(store.query(ask, use_default_graph_as_union=True))


def test_claim_on_an_unlisted_reference_keeps_its_number():
    evidence = Evidence(spans=((0, 5),), rule="r", extractor="x")
    claim = Claim(doc="paper", study="99", content=Process(process="ald"), evidence=evidence)
    assert claims_from_quads(document_quads(document([claim]))) == (claim,)


def test_one_study_has_one_iri_in_all_documents():
    note = Document(id="note", sha256="1" * 64, record=REFERENCES[0], genre="note")
    slugs = study_iris([document(), note])
    described = {
        q.object.value
        for q in document_quads(note, slugs)
        if q.predicate.value.endswith("describes")
    }
    referred = {
        q.object.value
        for q in document_quads(document(), slugs)
        if q.predicate.value.endswith("refersTo")
    }
    assert described == referred


def test_labels_and_citations():
    assert study_label(REFERENCES[0]) == "Liu 2011"
    assert study_label(Reference(title="A title")) == "A title"
    nameless = replace(document(), record=Reference(doi="10.5555/abc.1"))
    assert study_label(own_record(nameless)) == nameless.id
    assert citation_text(REFERENCES[0]).endswith("Nano Lett. 2011, 11 (12), 5349–5355")


def test_several_works_under_one_number_are_studies_of_their_own() -> None:
    first, second = (
        Reference(number="7", part=part, authors=(Author(family=name),), title=title, year=2009)
        for part, name, title in (("a", "Holm", "Dry oxides"), ("b", "Vik", "Wet oxides"))
    )
    claim = Claim(
        doc="a",
        study="7",
        content=Process(process="ald"),
        evidence=Evidence(spans=((0, 1),), quote="x", rule="r", extractor="e"),
        confidence=1.0,
    )
    document = Document(id="a", sha256="0" * 64, claims=(claim,), references=(first, second))
    assert study_records(document)["7"] == first
    assert study_records(document)["7b"] == second
    quads = list(document_quads(document))
    values = {name: _values(quads, name) for name in ("firstAuthor", "number", "aboutStudy")}
    assert values["firstAuthor"] == {"Holm", "Vik"}
    assert values["number"] == {"7", "7b"}
    (study,) = values["aboutStudy"]
    authors = {q.object.value for q in quads if q.subject.value == study and _is(q, "firstAuthor")}
    assert authors == {"Holm"}


def _is(quad: rdf.Quad, name: str) -> bool:
    return quad.predicate.value.endswith(("#" + name, "/" + name))


def _values(quads: list[rdf.Quad], name: str) -> set[str]:
    return {quad.object.value for quad in quads if _is(quad, name)}

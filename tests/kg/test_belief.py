"""One vote a source: repeats, notes and second reviews do not add up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Author, Reference
from kg.model import Chemical, Claim, Condition, Document, Evidence, Process, Quantity, Technique
from kg.rdf import document_quads, study_iris
from kg.statements.belief import SYSTEMATIC_ERROR, belief, beliefs
from kg.statements.claims import claims_about, studies_spoken_of
from kg.statements.voices import SourceDocuments
from kg.store import EmbeddedGraph
from kg.things import Things
from ontology.graphs import BELIEF_GRAPH

ALD = Process(process="ald")
STUDY = Reference(
    number="1", authors=(Author(family="Zeta"),), title="A Paper Made Up", year=2015, doi="10.1/z"
)


def paper(name, *claims, own=False, genre="article") -> Document:
    """A document with claims ``(content, confidence)`` on the study; ``own``: it is the study."""
    made = tuple(
        Claim(
            doc=name,
            study="this" if own else "1",
            content=content,
            evidence=Evidence(spans=((10 * at, 10 * at + 9),), rule="r", extractor="x"),
            confidence=confidence,
        )
        for at, (content, confidence) in enumerate(claims)
    )
    record = STUDY if own else Reference(title=f"Review {name}")
    references = () if own else (STUDY,)
    return Document(
        id=name, sha256="0" * 64, claims=made, references=references, record=record, genre=genre
    )


def found(*documents):
    slugs = study_iris(documents)
    store = EmbeddedGraph.in_memory(
        (q for d in documents for q in document_quads(d, slugs)), ontology=False
    )
    engine = store._store
    said = (
        one for study in studies_spoken_of(engine) for one in claims_about(Things(engine), study)
    )
    return beliefs(said, SourceDocuments(engine))


def wrong(*votes: float) -> float:
    """The formula of the docs, written out: every source is misread."""
    product = 1.0
    for vote in votes:
        product *= 1 - (1 - SYSTEMATIC_ERROR) * vote
    return product


OWN = paper("own", (ALD, 0.8), own=True)
NOTE = paper("note", (ALD, 0.7), own=True, genre="note")
FIRST = paper("first", (ALD, 0.9))
SECOND = paper("second", (ALD, 0.6))


@pytest.mark.parametrize(
    ("documents", "sources", "votes"),
    [
        ((OWN,), 1, [0.8]),
        ((FIRST,), 1, [0.9]),
        ((OWN, FIRST), 2, [0.8, 0.9]),  # the paper and a review: two
        ((FIRST, SECOND), 1, [0.9]),  # two reviews that cite the same paper: one
        ((OWN, NOTE), 1, [0.8]),  # the paper and a note on it: one
        ((OWN, NOTE, FIRST, SECOND), 2, [0.8, 0.9]),
    ],
)
def test_sources_are_counted_once(documents, sources, votes):
    (statement,) = found(*documents)
    assert statement.sources == sources
    assert statement.documents == len(documents)
    assert statement.belief == pytest.approx(1 - wrong(*votes), abs=1e-4)


def test_a_document_that_repeats_itself_has_one_vote():
    (statement,) = found(paper("first", (ALD, 0.5), (ALD, 0.9), (ALD, 0.5)))
    assert (statement.sources, statement.documents, len(statement.claims)) == (1, 1, 3)
    assert statement.belief == pytest.approx(1 - wrong(0.9), abs=1e-4)


def test_a_statement_is_what_is_said_of_whom():
    warm = Condition(
        parameter="temperature", quantity=Quantity(value=70.0, unit="Cel", raw="70 °C")
    )
    same = Condition(
        parameter="temperature",
        quantity=Quantity(value=70.0, unit="Cel", raw="70 degrees", approximate=True),
    )
    hot = Condition(parameter="temperature", quantity=Quantity(value=90.0, unit="Cel"))
    statements = found(
        paper("a", (warm, 0.9), (hot, 0.9), (ALD, 0.9), (Technique(technique="tem"), 0.9)),
        paper("b", (same, 0.9)),
    )
    assert len(statements) == 4
    assert sorted(s.documents for s in statements) == [1, 1, 1, 2]


def test_aliases_of_a_reagent_make_one_statement():
    tma = [Chemical(role="precursor", chemical=name) for name in ("trimethylaluminum", "TMA")]
    assert len(found(paper("a", (tma[0], 0.9)), paper("b", (tma[1], 0.9)))) == 1


def test_order_of_documents_does_not_matter():
    assert found(OWN, FIRST) == found(FIRST, OWN)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=4), st.floats(0, 1))
def test_another_source_never_lowers_belief_and_certainty_is_never_reached(votes, other):
    assert belief(votes) <= belief([*votes, other]) <= 1
    assert belief(votes[:1]) <= 1 - SYSTEMATIC_ERROR


def test_the_graph_tells_belief_and_lists_the_claims():
    slugs = study_iris([OWN, FIRST])
    store = EmbeddedGraph.in_memory(q for d in (OWN, FIRST) for q in document_quads(d, slugs))
    query = f"""SELECT ?belief ?sources ?documents (COUNT(?claim) AS ?claims) {{
        GRAPH <{BELIEF_GRAPH}> {{
          ?s a ald:Statement ; ald:belief ?belief ; ald:sourceCount ?sources ;
             ald:documentCount ?documents ; ald:assertedBy ?claim ; ald:onStudy ?study }}
        ?claim ald:asserts ?s ; ald:aboutStudy ?study
    }} GROUP BY ?belief ?sources ?documents"""
    ((value, *counts),) = [[v.value for v in row] for row in store.query(query)]
    assert (float(value), counts) == (belief([0.8, 0.9]), ["2", "2", "2"])

"""Explaining a document: the claims of the extractor, with the terms behind and what fell away."""

from __future__ import annotations

import pytest

import corpus
from kg.explain import GAVE_WAY, HEDGED, NO_RULE, NO_TERM, explain
from kg.extract import extract
from kg.model import Chemical, Condition, Outcome, System
from tests.rows import each_row

TEXT = """# Coated dots

PbSe quantum dots were coated with Al2O3 by ALD from trimethylaluminum and water at 80 °C.
The weather was fine. The mobility of the films increased to 7 cm²V⁻¹s⁻¹.
TiO2 could be promising.
"""


def paper(text):
    return corpus.read_bytes(text.encode(), id="doc", source="doc.txt")


@pytest.fixture(scope="module")
def explanation():
    return explain(paper(TEXT))


def sentences(explanation):
    return {s.text.split()[0]: s for p in explanation.passages for s in p.sentences}


def terms_of(explanation, kind):
    """The texts of the terms that fired for each claim of a kind."""
    return [
        [
            explanation.sentence(place).terms[i].text
            for place in one.read_at
            for i in explanation.statement(place).terms
        ]
        for one in explanation.claims
        if isinstance(one.claim.content, kind)
    ]


@each_row("path", corpus.bundled_notes()[::12], ids=lambda path: path.stem)
def test_explained_claims_are_the_extracted_claims(path):
    paper = corpus.read(path)
    explanation = explain(paper)
    assert tuple(one.claim for one in explanation.claims) == extract(paper)
    for number, one in enumerate(explanation.claims):
        assert one.read_at
        for place in one.read_at:
            statement = explanation.statement(place)
            assert number in statement.claims
            assert not statement.dropped


def test_terms_that_fired(explanation):
    assert ["trimethylaluminum"] in terms_of(explanation, Chemical)
    assert terms_of(explanation, Condition) == [["80 °C"]]
    assert terms_of(explanation, Outcome) == [["mobility", "increased", "7 cm²V⁻¹s⁻¹"]]
    (layers,) = terms_of(explanation, System)
    assert {"PbSe", "Al2O3"} <= set(layers)


def test_terms_stand_where_they_say(explanation):
    for passage in explanation.passages:
        for sentence in passage.sentences:
            for term in sentence.terms:
                assert sentence.text[term.start : term.end] == term.text
            assert sentence.text.split()[0] in explanation.paper.raw[slice(*sentence.spans[0])]


def test_why_a_sentence_is_silent(explanation):
    found = sentences(explanation)
    assert found["Coated"].silence == "a heading is not read"
    assert found["The"].silence in ("", NO_TERM)
    assert found["TiO2"].silence == HEDGED
    assert found["PbSe"].silence == ""


def test_a_statement_that_gave_way_says_so():
    explained = explain(paper("ALD was used. Thermal ALD of Al2O3 was run at 80 °C.\n"))
    dropped = [
        s.dropped
        for p in explained.passages
        for sentence in p.sentences
        for s in sentence.statements
        if not s.claims
    ]
    assert dropped == [GAVE_WAY]


@pytest.mark.parametrize(
    ("text", "silence"),
    [
        ("Nothing is said. Nothing at all.\n", f"{NO_TERM} (2 sentences)"),
        ("TiO2 could be promising.\n", f"{HEDGED} (1 sentence)"),
        ("TiO2 is nice. It could be.\n", f"{NO_RULE} (1 sentence)"),
        ("| only | cells |\n", "no running text: only headings or tables"),
    ],
)
def test_why_a_document_is_silent(text, silence):
    explained = explain(paper(text))
    assert explained.claims == ()
    assert explained.silence == silence


def test_kinds_and_studies(explanation):
    assert explanation.studies == ("this",)
    assert {"material", "process", "chemical", "condition", "outcome"} <= set(explanation.kinds)
    assert explanation.silence == ""

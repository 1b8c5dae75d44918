"""The ranker: what it looks at, what it takes back, and how it is fitted."""

from __future__ import annotations

import pytest

import corpus
from kg.extract.ranking.features import features
from kg.extract.ranking.ranker import (
    UNLIKELY,
    Weights,
    outcomes_told,
    weights,
    without_unlikely,
)
from kg.extract.ranking.training import Example, fit, left_out, report
from kg.extract.settling import settle
from kg.extract.tracing import trace
from kg.model import Outcome

TEXT = (
    "Alumina on dots\n\nAl2O3 was grown by ALD on PbS quantum dots. "
    "The coating may often increase the stability in such films. "
    "Here we show that the carrier mobility increased.\n"
)


def told():
    paper = corpus.read_bytes(TEXT.encode(), id="case", source="case.txt")
    read = trace(paper, rank=False)
    return paper, read, list(outcomes_told(read.readings, read.statements))


def test_features_name_content_words_and_syntax():
    _, _, outcomes = told()
    mobility = next(o for o in outcomes if o.outcome.property == "carrier_mobility")
    found = features(mobility)
    assert {"property=carrier_mobility", "direction=increase", "own", "closes"} <= found.keys()
    assert found["direction is ccomp VBD"] == 1.0
    assert "hedged" not in found
    assert all(0 <= value <= 1 for value in found.values())


def test_an_unlikely_outcome_makes_no_claim_and_says_why():
    paper, read, _ = told()
    doubt = Weights(bias=2.0, least=0.4, of={"property=carrier_mobility": -4.0})
    ranked = without_unlikely(read.readings, read.statements, doubt)
    dropped = {s.finding.content.property for s in ranked if s.dropped == UNLIKELY}
    assert dropped == {"carrier_mobility"}
    kept = {c.content.property for c, _ in settle(paper, ranked) if isinstance(c.content, Outcome)}
    everything = {
        c.content.property
        for c, _ in settle(paper, read.statements)
        if isinstance(c.content, Outcome)
    }
    assert everything - kept == {"carrier_mobility"}


def test_the_shipped_weights_are_of_features_that_exist():
    model = weights()
    assert 0 < model.least < 1
    assert len(model.of) > 100
    _, _, outcomes = told()
    assert any(name in model.of for name in features(outcomes[0]))


def example(document: str, name: str, *, is_right: bool) -> Example:
    found = {name: 1.0, "always": 1.0}
    return Example(source="set", document=document, found=found, is_right=is_right)


def test_fitting_needs_a_feature_in_two_documents():
    pytest.importorskip("sklearn", reason="needs the extra train")
    given = [example(f"d{n}", "good" if n % 2 else "bad", is_right=n % 2 > 0) for n in range(8)]
    model = fit([*given, example("d9", "rare", is_right=False)])
    assert model.of["good"] > 0 > model.of["bad"]
    assert "rare" not in model.of
    with pytest.raises(ValueError, match="all right or all wrong"):
        fit(given[1::2])


def test_a_document_is_judged_without_itself():
    pytest.importorskip("sklearn", reason="needs the extra train")
    others = [example(f"d{n}", "seen", is_right=n != 3) for n in range(9)]
    odd = [example("z", "its own", is_right=False) for _ in range(5)]
    chances = left_out([*others, *odd])
    assert min(chances[len(others) :]) > 0.5  # only its own examples say that it is wrong
    lines = list(report([*others, *odd], chances))
    assert lines[1].split() == ["set", "8", "0", "6", "0"]

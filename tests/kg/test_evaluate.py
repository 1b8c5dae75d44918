"""The measure: small cases by hand, and agreement with the contract's own scorer."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.evaluate import KINDS, LEVELS, Score, evaluate

SHARED = Path(os.environ.get("ALDKG_SHARED", Path(__file__).parents[3] / "shared"))
SCORER = SHARED / "contract" / "score_claims.py"


def claim(**own):
    return {"doc": "d", "study": "this", "kind": "process", "evidence": [[0, 5]]} | own


def test_counts_and_figures():
    score = Score(found=3, missed=1, spurious=2)
    assert (score.precision, score.recall) == (0.6, 0.75)
    assert score.f1 == pytest.approx(2 / 3)
    assert Score().f1 == 0


def test_credit_is_left_out_of_the_uncredited_reading():
    gold, found = [claim(process="ald", study="8")], [claim(process="ald", study="9")]
    scores = evaluate(gold, found).scores
    assert scores["strict"]["process"] == Score(0, 1, 1)
    assert scores["uncredited"]["process"] == Score(1, 0, 0)


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ({"value": 100, "unit": "nm"}, {"value": 1000, "unit": "Ao"}, True),
        ({"value": 1, "unit": "Torr"}, {"value": 133.3, "unit": "Pa"}, True),
        ({"value": 100, "unit": "nm"}, {"value": 100.5, "unit": "nm"}, True),
        ({"value": 100, "unit": "nm"}, {"value": 102, "unit": "nm"}, False),
        ({"value": 1, "unit": "nm"}, {"value_max": 1, "unit": "nm"}, False),
        ({"value": 1, "unit": "nm"}, {"value": 1, "unit": "s"}, False),
    ],
)
def test_numbers_and_units(gold, found, same):
    condition = {"kind": "condition", "parameter": "thickness"}
    scores = evaluate([claim(**condition, **gold)], [claim(**condition, **found)]).scores
    assert scores["strict"]["condition"].found == int(same)


def test_scope_and_optional():
    gold = [
        {"doc": "d", "scope": [[0, 10]]},
        claim(process="ald"),
        claim(process="cvd", optional=True),
    ]
    found = [claim(process="ald"), claim(process="cvd"), claim(process="pvd", evidence=[[50, 60]])]
    assert evaluate(gold, found).scores["strict"]["all"] == Score(1, 0, 0)


def test_evidence_overlap():
    gold = [claim(process="ald"), claim(process="cvd")]
    found = [claim(process="ald"), claim(process="cvd", evidence=[[7, 9]])]
    assert evaluate(gold, found).evidence_overlap == 0.5


KEYS = {
    "role": st.sampled_from(["core", "shell"]),
    "formula": st.sampled_from(["Al2O3", "Al₂O₃", "CdSe"]),
    "form": st.sampled_from(["quantum_dot", "powder"]),
    "layers": st.sampled_from([["CdSe", "CdS"], ["CdSe"]]),
    "architecture": st.sampled_from(["core_shell", "hybrid"]),
    "process": st.sampled_from(["ald", "ALD", "cvd"]),
    "chemical": st.sampled_from(["water", "ozone"]),
    "parameter": st.sampled_from(["thickness", "temperature"]),
    "technique": st.sampled_from(["tem", "xrd"]),
    "property": st.sampled_from(["stability", "doping"]),
    "direction": st.sampled_from(["increase", "none"]),
    "application": st.sampled_from(["laser", "display"]),
    "unit": st.sampled_from(["nm", "Ao", "Cel", "°C", "K", None]),
    "bound": st.sampled_from([None, "min"]),
    "value": st.sampled_from([None, 1, 10, 10.05, "x"]),
    "value_max": st.sampled_from([None, 20]),
    "from": st.sampled_from([None, 0.1]),
}


@st.composite
def claims(draw):
    kind = draw(st.sampled_from(sorted(KINDS)))
    shape = KINDS[kind]
    names = shape.main + shape.further + shape.numeric
    span = draw(st.sampled_from([[0, 5], [3, 9], [20, 30]]))
    record = {name: draw(KEYS[name]) for name in names}
    common = {
        "doc": draw(st.sampled_from(["a", "b"])),
        "study": draw(st.sampled_from(["1", "this"])),
    }
    return common | {"kind": kind, "evidence": [span]} | record


@pytest.mark.skipif(not SCORER.is_file(), reason="the contract's scorer is not beside the project")
@settings(max_examples=150)
@given(
    st.lists(st.tuples(claims(), st.booleans()), min_size=1, max_size=12),
    st.lists(claims(), max_size=12),
    st.booleans(),
)
def test_agrees_with_the_contract(gold, found, scoped):
    spec = importlib.util.spec_from_file_location("score_claims", SCORER)
    contract = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(contract)
    lines = [record | ({"optional": True} if optional else {}) for record, optional in gold]
    lines += [{"doc": "a", "scope": [[0, 10]]}] if scoped else []
    theirs = contract.score(list(lines), list(found))
    ours = evaluate(lines, found)
    for level in LEVELS:
        for kind in (*KINDS, "all"):
            expected = theirs[level]["all"] if kind == "all" else theirs[level]["kinds"][kind]
            score = ours.scores[level][kind]
            assert (score.gold, score.predicted, score.f1) == (
                expected["gold"],
                expected["predicted"],
                pytest.approx(expected["f1"]),
            )
    assert ours.evidence_overlap == theirs["evidence_overlap"]

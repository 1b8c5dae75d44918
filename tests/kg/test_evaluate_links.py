"""The measure of links: small cases by hand, and agreement with the contract's own scorer."""

from __future__ import annotations

import importlib.util
import os
import sys
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.evaluate_links import LinkCounts, evaluate_links

SHARED = Path(os.environ.get("ALDKG_SHARED", Path(__file__).parents[3] / "shared"))
SCORER = SHARED / "contract" / "score_links.py"


def outcome(**own):
    said = {"kind": "outcome", "property": "stability", "direction": "increase"}
    return {"doc": "d", "study": "this", "evidence": [[0, 5]]} | said | own


def counts(gold, found):
    """Counts of one outcome with these links, those that are not 0."""
    result = asdict(evaluate_links([outcome(**gold)], [outcome(**found)]))
    return {name: count for name, count in result.items() if count and name != "outcomes"}


def test_of_is_right_near_or_wrong():
    infilled = {"of": ["PbSe", "Al2O3"]}
    right = {"of_gold": 1, "of_found": 1, "of_right": 1}
    near = {"of_gold": 1, "of_found": 1, "of_near": 1}
    wrong = {"of_gold": 1, "of_found": 1}
    cases = [
        (infilled, {"of": ["PbSe", "Al₂O₃"]}, right),
        (infilled, {"of": ["PbSe"]}, near),
        (infilled, {"of": ["PbSe", "Al2O3", "ZnO"]}, near),
        (infilled, {"of": ["Al2O3"]}, wrong),
        (infilled, {"of": ["Al2O3", "PbSe"]}, wrong),
        (infilled, {}, {"of_gold": 1}),
        ({"of_any": [["CdSe"], ["CdS"]]}, {"of": ["CdS"]}, right),
        ({"of": []}, {"of": ["CdS"]}, {}),
    ]
    assert [counts(gold, found) for gold, found, _ in cases] == [case[2] for case in cases]


def test_agents_are_counted_one_by_one():
    gold = {"agent": ["process:ald", "material:Al2O3"], "not_agent": ["chemical:water"]}
    asked = {"agent_gold": 1, "denied": 1}
    cases = [
        ({}, {}),
        ({"agent": ["process:thermal_ald"]}, {"agent_hit": 1, "agent_named": 1, "agent_right": 1}),
        (
            {"agent": ["material:Al₂O₃", "chemical:Water"]},
            {"agent_hit": 1, "agent_named": 2, "agent_right": 1, "denied_hit": 1},
        ),
        ({"agent": ["process:cvd"]}, {"agent_named": 1}),
    ]
    assert [counts(gold, found) for found, _ in cases] == [asked | case[1] for case in cases]


def test_only_outcomes_that_agree_are_looked_at():
    gold = [outcome(of=["PbSe"], agent=["process:ald"])]
    other = outcome(direction="decrease", of=["PbSe"])
    elsewhere = outcome(doc="e", of=["PbSe"])
    assert evaluate_links(gold, [other, elsewhere]) == LinkCounts()
    assert evaluate_links(gold, [outcome(of=["PbSe"])]).figures() == {
        "of_precision": 1,
        "of_recall": 1,
        "of_exact": 1,
        "agent_precision": None,
        "agent_recall": 0,
        "not_agent": None,
    }


THINGS = st.lists(
    st.sampled_from(
        "process:ald process:thermal_ald process:silar process:colloidal_silar chemical:oleic_acid"
        " chemical:Oleic-Acid material:Al2O3 material:Al₂O₃ form:nanorod form:quantum_dot".split()
    ),
    max_size=3,
)
LAYERS = st.lists(st.sampled_from(["PbSe", "Al2O3", "Al₂O₃"]), max_size=3)


@st.composite
def outcomes(draw, *names):
    links = {"of": LAYERS, "of_any": st.lists(LAYERS, max_size=2), "agent": THINGS}
    common = {
        "doc": draw(st.sampled_from(["a", "b"])),
        "property": draw(st.sampled_from(["stability", "doping"])),
        "value": draw(st.sampled_from([None, 1, 2])),
    }
    links["not_agent"] = THINGS
    return outcome(**common, **{n: draw(links[n]) for n in names if draw(st.booleans())})


@pytest.mark.skipif(not SCORER.is_file(), reason="the contract's scorer is not beside the project")
@settings(max_examples=150)
@given(
    st.lists(outcomes("of", "of_any", "agent", "not_agent"), min_size=1, max_size=8),
    st.lists(outcomes("of", "agent"), max_size=8),
)
def test_agrees_with_the_contract(gold, found):
    sys.path.insert(0, str(SCORER.parent))
    try:
        spec = importlib.util.spec_from_file_location("score_links", SCORER)
        contract = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(contract)
    finally:
        sys.path.remove(str(SCORER.parent))
    theirs, ours = contract.score(gold, found), evaluate_links(gold, found)
    assert list(asdict(ours).values()) == list(theirs["counts"].values())
    assert ours.figures() == {name: theirs[name] for name in ours.figures()}

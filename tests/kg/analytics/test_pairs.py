"""Pairs that met, pairs that did not, and pairs that may come next."""

from __future__ import annotations

import pytest

from kg.analytics.gaps import ABSENT, FAILED, NEVER, TOGETHER, UNLINKED, gap_map
from kg.analytics.pairs import core_of, pairs_of
from kg.analytics.prediction import prediction_table, quality_table
from kg.analytics.scores import Partners, hold_out, number_of_partners, three_link_paths
from kg.errors import QueryError
from ontology.iri import system_iri
from tests.kg.analytics.world import found, recipe, sample, solid, term, use, world
from tests.rows import each_row

ALD, CVD = term("process:ald"), term("process:cvd")


def coated(study: str, *layers: str, architecture: str = "core_shell"):
    label = {"core_shell": "core/shell", "nanolaminate": "nanolaminate"}[architecture]
    return use(study, label, system_iri(architecture, layers))


@pytest.fixture(scope="module")
def facts():
    return world(
        uses=[
            coated("Alpha 2011", "PbSe", "Al2O3"),
            coated("Beta 2012", "PbSe", "Al2O3"),
            coated("Beta 2012", "CdSe", "CdS", "Al2O3"),
            coated("Gamma 2013", "CdSe", "CdS"),
            coated("Delta 2014", "InP", "ZnO"),
            coated("Delta 2014", "Al2O3", "ZnO", architecture="nanolaminate"),
            coated("Epsilon 2015", "InP", "ZnO"),
            coated("Zeta 2016", "CdTe", "HfO2"),
            use("Alpha 2011", "film", solid("CdS")),
        ],
        outcomes=[
            found("Alpha 2011", "infilling", "absent", sample("PbSe", "Al2O3"), causes=(CVD,)),
            found("Alpha 2011", "infilling", "present", sample("PbSe", "Al2O3"), causes=(ALD,)),
            found("Gamma 2013", "infilling", "absent", sample("CdSe", "CdS"), causes=(ALD,)),
            found("Gamma 2013", "infilling", "present", sample("CdSe"), causes=(ALD,)),
            found("Alpha 2011", "stability", "absent", sample("CdSe", "CdS")),
            found("Zeta 2016", "infilling", "absent", sample("CdTe", "HfO2"), causes=(ALD,)),
        ],
    )


def test_pairs_of_cores_and_coatings(facts):
    studies = pairs_of(facts, "core-coating").studies
    assert {(facts.label(a), facts.label(b)): len(s) for (a, b), s in studies.items()} == {
        ("CdSe", "Al2O3"): 1,
        ("CdSe", "CdS"): 2,
        ("CdTe", "HfO2"): 1,
        ("InP", "ZnO"): 2,
        ("PbSe", "Al2O3"): 2,
    }
    assert core_of(("CdS", "HgS", "CdS")) == "CdS"


def test_the_map_of_gaps_tells_the_states_apart(facts):
    table = gap_map(facts)
    assert [row[:6] for row in table.rows] == [
        (FAILED, "CdTe", "HfO2", 1, 1, "Zeta 2016"),
        (NEVER, "CdSe", "ZnO", 2, 2, None),
        (NEVER, "InP", "CdS", 2, 2, None),
        (NEVER, "PbSe", "ZnO", 2, 2, None),
        (UNLINKED, "InP", "Al2O3", 2, 2, "Delta 2014"),
        (UNLINKED, "PbSe", "CdS", 2, 2, "Alpha 2011, Beta 2012"),
    ]
    assert table.rows[0][6] == "atomic layer deposition: infilling absent"
    met = gap_map(facts, state=TOGETHER, thing="CdSe").rows
    assert [row[1:6] for row in met] == [
        ("CdSe", "Al2O3", 2, 2, "Beta 2012"),
        ("CdSe", "CdS", 2, 2, "Beta 2012, Gamma 2013"),
    ]


def test_a_pair_that_another_study_made_has_not_failed(facts):
    (row,) = gap_map(facts, state=TOGETHER, thing="PbSe").rows
    assert row[5:7] == ("Alpha 2011, Beta 2012", "chemical vapor deposition: infilling absent")


def test_what_no_study_has_is_not_in_this_corpus():
    facts = world(recipes=[recipe("Alpha 2011", "Al2O3", "ald", "trimethylaluminum")])
    rows = gap_map(facts, relation="material-process").rows
    assert (ABSENT, None, "spatial ALD") in {row[:3] for row in rows}
    assert "atomic layer deposition" not in {row[2] for row in rows}
    asked = gap_map(facts, relation="material-process", thing="spatial ALD").rows
    assert [row[:3] for row in asked] == [(ABSENT, "spatial ALD", None)]
    precursors = gap_map(facts, relation="material-precursor")
    assert not precursors.rows
    listed = gap_map(facts, relation="material-precursor", state=ABSENT).column("second")
    assert "diethylzinc" in listed
    assert "trimethylaluminum" not in listed
    with pytest.raises(QueryError, match="thing: nothing in this graph is called"):
        gap_map(facts, thing="moonshine")


#: a1 and a2 share b1; only a1 has b2, only a3 has b3.
SQUARE = [("a1", "b1"), ("a1", "b2"), ("a2", "b1"), ("a3", "b3")]


@each_row(
    ("pair", "paths", "partners"),
    [
        # a2 - b1 - a1 - b2: b1 has 2 partners and a1 has 2, so 1 / sqrt(2 * 2)
        (("a2", "b2"), 0.5, 1),
        (("a3", "b1"), 0.0, 2),
        # a known pair is not its own evidence: a1 - b2 - ? leads to nobody else
        (("a1", "b1"), 0.0, 4),
    ],
)
def test_scores_of_a_square(pair, paths, partners):
    known = Partners.of(SQUARE)
    assert three_link_paths(known, pair) == paths
    assert number_of_partners(known, pair) == partners


def test_hold_out_of_two_blocks():
    """In two full blocks of 3 by 3 each hidden pair has paths, pairs across have none: area 1.

    Hidden, a pair has partners 2 * 2 = 4 against 9, or 6 beside its own ends: it is last.
    """
    pairs = [(f"a{i}", f"b{j}") for i in range(6) for j in range(6) if i // 3 == j // 3]
    test = hold_out(pairs)
    assert (test.hidden, test.area, test.baseline) == (18, 1.0, 0.0)
    assert test.verdict == "too few pairs to judge (18, 20 are needed)"
    more = [(f"a{i}", f"b{j}") for i in range(8) for j in range(8) if i // 4 == j // 4]
    assert hold_out(more).verdict == "better than the baseline"


def test_small_graphs_are_not_judged(facts):
    rows = {row[0]: row for row in quality_table(facts).rows}
    # of five pairs CdSe-Al2O3 alone leaves both ends a partner
    assert rows["core-coating"][1:5] == (4, 4, 5, 1)
    assert rows["core-coating"][-1] == "too few pairs to judge (1, 20 are needed)"
    assert rows["material-process"][4:8] == (0, None, None, None)


def test_predicted_pairs_say_why_and_how_far_to_trust(facts):
    table = prediction_table(facts)
    assert table.rows == (
        (
            *(1, "PbSe", "CdS", 0.5, 9, "CdSe with CdS", "Alpha 2011, Beta 2012"),
            "too few pairs to judge (1, 20 are needed)",
        ),
    )
    assert prediction_table(facts, count=1).rows == table.rows

"""Substitutions, disagreements, anomalies, trends and completeness of facts written by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.analytics.anomalies import FAR, IMPOSSIBLE, UNIT, anomaly_table, unit_slip
from kg.analytics.completeness import completeness_by_field, completeness_by_study
from kg.analytics.disagreements import DISJOINT, NO_CHANGE, OPPOSITE, disagreement_table
from kg.analytics.facts import Value
from kg.analytics.substitutions import substitution_table
from kg.analytics.trends import fisher_exact, trend_table
from tests.kg.analytics.world import found, recipe, sample, solid, term, use, world
from tests.rows import each_row

YIELD = "photoluminescence_quantum_yield"
ON = sample("PbS", "CdS")
TMA, DEZ = term("chemical:trimethylaluminum"), term("chemical:diethylzinc")


def test_precursors_that_stand_in_for_one_another():
    facts = world(
        recipes=[
            recipe("Alpha 2011", "ZnO", "thermal_ald", "diethylzinc"),
            recipe("Beta 2012", "ZnO", "ald", "zinc_acetate"),
            recipe("Gamma 2013", "ZnO", "ald", "trimethylaluminum", "diethylzinc"),
            recipe("Delta 2014", "ZnO", "colloidal_ald", "zinc_formate"),
        ],
        uses=[use("Beta 2012", "precursor", TMA), use("Beta 2012", "precursor", DEZ)],
        outcomes=[
            found("Beta 2012", YIELD, "decrease", ON, causes=(TMA,), value="≥ 70 %"),
            found("Beta 2012", "photoluminescence_intensity", "decrease", ON, causes=(DEZ,)),
        ],
    )
    shown = substitution_table(facts).without("sentence").rows
    assert shown == (
        (
            *("solid and process", "ZnO", "atomic layer deposition", "diethylzinc"),
            "photoluminescence intensity decrease (Beta 2012)",
            *("Alpha 2011", "zinc acetate"),
        ),
        (
            *("solid and process", "ZnO", "atomic layer deposition", "zinc acetate", None),
            *("Beta 2012", "diethylzinc"),
        ),
        (
            *("sample and property", "PbS/CdS", "photoluminescence intensity", "diethylzinc"),
            "photoluminescence intensity decrease (Beta 2012)",
            *("Beta 2012", "trimethylaluminum"),
        ),
        (
            *("sample and property", "PbS/CdS", "photoluminescence intensity"),
            "trimethylaluminum",
            "photoluminescence quantum yield decrease ≥ 70 % (Beta 2012)",
            *("Beta 2012", "diethylzinc"),
        ),
    )
    assert {row[3] for row in substitution_table(facts, thing="TMA").rows} == {
        "trimethylaluminum",
        "diethylzinc",
    }
    assert substitution_table(facts, role="co-reactant").rows == ()


def measured(study: str, low: float, high: float):
    value = {"lower": low, "upper": high, "dimension": "%", "value": f"{low:g} to {high:g}"}
    return found(study, YIELD, "reported", ON, **value)


@each_row(
    ("first", "second", "kind", "differ"),
    [
        (found("A 1", YIELD, "increase", ON), found("B 2", YIELD, "decrease", ON), OPPOSITE, None),
        (found("A 1", YIELD, "present", ON), found("B 2", YIELD, "absent", ON), OPPOSITE, None),
        (found("A 1", YIELD, "none", ON), found("B 2", YIELD, "increase", ON), NO_CHANGE, None),
        (measured("A 1", 1, 5), measured("B 2", 6, 7), DISJOINT, None),
        (measured("A 1", 1, 5), measured("B 2", 5, 7), "", None),
        (measured("A 1", 1, 2), replace(measured("B 2", 6, 7), dimension="K"), "", None),
        (found("A 1", YIELD, "increase", ON), found("B 2", YIELD, "increase", ON), "", None),
        (found("A 1", YIELD, "increase", ON), found("B 2", "doping", "decrease", ON), "", None),
        (
            found("A 1", YIELD, "increase", ON),
            found("B 2", YIELD, "decrease", sample("PbS", "ZnS")),
            "",
            None,
        ),
        (
            found("A 1", YIELD, "increase", ON, conditions="60 °C"),
            found("B 2", YIELD, "decrease", ON, causes=(TMA,), baseline="cation exchange"),
            OPPOSITE,
            "cause, baseline, conditions",
        ),
    ],
)
def test_disagreements(first, second, kind, differ):
    table = disagreement_table(world(outcomes=[first, second]))
    assert table.column("disagreement") == ((kind,) if kind else ())
    assert table.column("differ_in") == ((differ,) if kind else ())


def test_one_study_disagrees_with_itself_only_on_request_and_with_a_reason():
    before = found("A 1", YIELD, "decrease", ON)
    after = found("A 1", YIELD, "increase", ON, conditions="50 cycles")
    assert disagreement_table(world(outcomes=[before, after])).rows == ()
    within = disagreement_table(world(outcomes=[before, after]), within=True)
    assert within.column("differ_in") == ("conditions",)
    assert disagreement_table(world(outcomes=[before, replace(after, conditions="")])).rows == ()


def test_a_disagreement_may_lie_in_the_process():
    """One study names its only process, the other says what made the shell; kinds are one."""
    pair = [found("A 1", YIELD, "increase", ON), found("B 2", YIELD, "none", ON)]
    exchanged = use("A 1", "process", term("process:cation_exchange"))
    grown = recipe("B 2", "CdS", "biphasic_colloidal_ald")
    table = disagreement_table(world(outcomes=pair, uses=[exchanged], recipes=[grown]))
    assert table.column("differ_in") == ("process",)
    assert table.column("made_by") == ("cation exchange",)
    assert table.column("other_made_by") == ("biphasic colloidal ALD",)
    alike = use("A 1", "process", term("process:colloidal_ald"))
    table = disagreement_table(world(outcomes=pair, uses=[alike], recipes=[grown]))
    assert table.column("differ_in") == (None,)


def test_a_property_is_asked_with_its_kinds():
    pair = [
        found("A 1", "air_stability", "increase", ON),
        found("B 2", "air_stability", "none", ON),
    ]
    assert len(disagreement_table(world(outcomes=pair), property_="stability")) == 1
    assert len(disagreement_table(world(outcomes=pair), property_="doping")) == 0


def thick(study: str, nanometres: float, unit: float = 1e-9) -> Value:
    return Value(
        study=study,
        quality=term("parameter:thickness"),
        printed=f"{nanometres:g}",
        code="nm",
        base="m",
        lower=nanometres * unit,
        upper=nanometres * unit,
        of=(solid("Al2O3"),),
    )


NEAR = [thick("A 1", 10), thick("B 2", 12), thick("C 3", 9), thick("D 4", 11)]


@each_row(
    ("odd", "suspicion", "explanation"),
    [
        (thick("E 5", 10), None, None),
        (thick("E 5", 10, 1e-6), UNIT, "a prefix of the unit"),
        (thick("E 5", 105), UNIT, "Å and nm"),
        (thick("E 5", 350), FAR, None),
        (replace(thick("E 5", 10, 1e-6), lower=None), None, None),
        (replace(thick("E 5", 1), upper=1e-6), None, None),
        (replace(thick("E 5", -300, 1), base="K"), IMPOSSIBLE, "below absolute zero"),
    ],
)
def test_anomalies(odd, suspicion, explanation):
    table = anomaly_table(world(values=[*NEAR, odd]))
    assert table.column("suspicion") == ((suspicion,) if suspicion else ())
    assert table.column("explanation") == ((explanation,) if suspicion else ())


def test_few_neighbours_judge_nothing_and_every_value_can_be_listed():
    odd = thick("E 5", 10, 1e-6)
    assert anomaly_table(world(values=[*NEAR[1:], odd])).rows == ()
    listed = anomaly_table(world(values=NEAR), neighbours=3, every=True)
    assert listed.column("neighbours_median") == (1.1e-8, 1e-8, 1.1e-8, 1e-8)
    above = Value(
        study="A 1",
        quality=term(f"property:{YIELD}"),
        printed="120 %",
        code="percent",
        lower=1.2,
        upper=1.2,
        direction="reported",
    )
    assert anomaly_table(world(values=[above])).column("explanation") == ("more than 100 %",)
    assert anomaly_table(world(values=[replace(above, direction="increase")])).rows == ()


def test_temperatures_in_the_other_scale():
    assert unit_slip(70 + 2 * 273.15, 350.0, base="K") == "K and °C"
    assert unit_slip(1000.0, 350.0, base="K") == ""


def test_trends_compare_the_halves():
    """Eight studies; colloidal ALD only in the later four: chance 2 / C(8, 4) = 2 / 70."""
    ald, liquid = term("process:ald"), term("process:colloidal_ald")
    used = [use(f"Study {year}", "process", ald) for year in range(2001, 2005)]
    used += [use(f"Study {year}", "process", liquid) for year in range(2005, 2009)]
    listed = [use("Listed 1990", "process", ald)]
    told = [found(one.study, YIELD, "present") for one in used]
    table = trend_table(world(uses=[*used, *listed], outcomes=told))
    assert table.without("by_year").rows == (
        *(
            ("process", label, 4, first, first + 3, 2004, *shares, trend, 0.0286)
            for label, first, shares, trend in (
                ("atomic layer deposition", 2001, (1.0, 0.0), "falling"),
                ("colloidal ALD", 2005, (0.0, 1.0), "rising"),
            )
        ),
    )
    assert table.column("by_year")[1] == "2005: 1, 2006: 1, 2007: 1, 2008: 1"
    assert trend_table(world()).rows == ()
    assert fisher_exact(2, 2, 2, 2) == pytest.approx(1.0)


def test_completeness_asks_makers_only():
    facts = world(
        recipes=[
            recipe("Alpha 2011", "Al2O3", "thermal_ald"),
            recipe("Beta 2012", "CdS", "colloidal_ald"),
            recipe("Gamma 2013", "CdS", "silar"),
        ],
        uses=[
            use("Alpha 2011", "precursor", TMA),
            use("Alpha 2011", "condition", term("parameter:room_temperature")),
            use("Delta 2014", "process", term("process:ald")),
        ],
    )
    by_field = {row[0]: row[1:] for row in completeness_by_field(facts).rows}
    assert by_field["temperature"] == (2, 1, 0.5, "Alpha 2011", "Beta 2012")
    assert by_field["ligand"] == (2, 0, 0.0, None, "Alpha 2011, Beta 2012")
    by_study = completeness_by_study(facts, process="ALD")
    assert by_study.without("does_not_state").rows == (
        ("Alpha 2011", 2011, 2, 0.18, "precursor, temperature", "Alpha 2011"),
    )

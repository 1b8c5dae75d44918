"""What maps show of a small world, and why they leave out what they leave out."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.analytics.facts import Facts, Value
from kg.analytics.gaps import ABSENT, FAILED, NEVER, TOGETHER, UNLINKED
from kg.errors import QueryError
from kg.maps import MAPS, find_map, narrow
from kg.maps.changes import change_map
from kg.maps.growth import growth_map
from kg.maps.heat import heat_map
from kg.maps.links import link_map
from kg.maps.model import Changes, HeatMap, Interval, NodeLinkDiagram, Scatter, Timeline
from kg.maps.page import PAGE, render_page
from kg.maps.timeline import timeline
from ontology.iri import concept_iri, system_iri
from tests.kg.analytics.world import found, link, recipe, sample, solid, term, use, world

ALD = term("process:ald")
KELVIN, PER_CYCLE = "K", "nm/{cycle}"


def value(study: str, quality: str, number: float, text: str, of: str = "ZnO", **more: object):
    units = {
        "temperature": ("Cel", KELVIN),
        "room_temperature": ("", KELVIN),
        "growth_per_cycle": (PER_CYCLE, PER_CYCLE),
    }
    code, base = units[quality]
    fields = {"lower": number, "upper": number, "code": code, "base": base, "sentence": text}
    return Value(
        study=study,
        quality=term(f"parameter:{quality}"),
        printed=f"{number:g}",
        of=(solid(of),),
        **{**fields, **more},  # type: ignore[arg-type]
    )


@pytest.fixture(scope="module")
def facts() -> Facts:
    """Five studies of coats; what each shows is said beside it."""
    coat = [
        use(study, "core/shell", system_iri("core_shell", layers))
        for study, layers in (
            ("Alpha 2011", ("PbSe", "Al2O3")),
            ("Beta 2012", ("PbSe", "ZnO")),
            ("Gamma 2013", ("CdSe", "CdS")),
        )
    ]
    percent = {"dimension": concept_iri("unit", "1"), "causes": (solid("ZnS"),)}
    dots = sample("InP", "ZnS")
    return world(
        uses=[
            *coat,
            use("Beta 2012", "process", ALD),
            use("Alpha 2011", "process", ALD),
            use("Delta 2014", "film", solid("PbSe")),
            use("Delta 2014", "core/shell", system_iri("core_shell", ("InP", "CdS"))),
        ],
        recipes=[
            recipe("Beta 2012", "ZnO", "ald", "diethylzinc"),
            recipe("Alpha 2011", "ZnO", "ald"),
        ],
        links=[
            link(ALD, "makes", solid("ZnO"), "Alpha 2011", "ALD made <ZnO>."),
            link(ALD, "makes", solid("ZnO"), "Beta 2012"),
            link(solid("ZnO"), "on", solid("PbSe"), "Beta 2012"),
            link(term("chemical:diethylzinc"), "precursor for", solid("ZnO"), "Beta 2012"),
        ],
        outcomes=[
            found("Alpha 2011", "infilling", "absent", sample("PbSe", "Al2O3"), causes=(ALD,)),
            found(
                *("Beta 2012", "photoluminescence_quantum_yield", "increase", dots),
                **{**percent, "value": "5 → 40 %", "start": 0.05, "lower": 0.4, "upper": 0.4},
            ),
            found(  # by more than 70 %: no value of the property
                *("Gamma 2013", "photoluminescence_quantum_yield", "decrease", dots),
                **{**percent, "value": "≥ 70 %", "lower": 0.7},
            ),
            found(
                *("Alpha 2011", "photoluminescence_quantum_yield", "reported", dots),
                **{**percent, "value": "≥ 12 %", "lower": 0.12},
            ),
            found(
                *("Delta 2014", "photoluminescence_quantum_yield", "reported", dots),
                value="0.5",
            ),
        ],
        values=[
            # One sentence with one temperature: a point.
            value("Alpha 2011", "growth_per_cycle", 0.11, "One."),
            value("Alpha 2011", "temperature", 423.15, "One."),
            value("Alpha 2011", "temperature", 523.15, "Another."),
            # Elsewhere, of the same thing and the only one: a point, with a range.
            value("Beta 2012", "growth_per_cycle", 0.17, "One.", upper=0.2),
            value("Beta 2012", "temperature", 373.15, "Another.", upper=393.15),
            # Two temperatures, and the text does not say which.
            value("Gamma 2013", "growth_per_cycle", 0.3, "One."),
            value("Gamma 2013", "temperature", 373.15, "Another."),
            value("Gamma 2013", "temperature", 393.15, "Another."),
            # A temperature of another thing; a growth without a unit; a mass.
            value("Delta 2014", "temperature", 373.15, "One.", of="CdS"),
            value("Delta 2014", "growth_per_cycle", 0.3, "One."),
            value("Delta 2014", "growth_per_cycle", 0.4, "Two.", code="", base=""),
            value("Delta 2014", "growth_per_cycle", 30, "Two.", base="ng.cm-2/{cycle}"),
            # A temperature without a number.
            value("Alpha 2011", "growth_per_cycle", 0.36, "Two.", of="CdS"),
            value("Alpha 2011", "room_temperature", 293.15, "Three.", of="CdS", upper=298.15),
        ],
    )


def test_growth_is_drawn_where_the_text_ties_it_to_one_temperature(facts: Facts) -> None:
    answer = growth_map(facts)
    assert isinstance(answer.picture, Scatter)
    points = {(point.x, point.y) for point in answer.picture.points}
    assert points == {
        (Interval(low=150.0, high=150.0), Interval(low=0.11, high=0.11)),
        (Interval(low=100.0, high=120.0), Interval(low=0.17, high=0.2)),
        (Interval(low=20.0, high=25.0), Interval(low=0.36, high=0.36)),
    }
    assert {point.series for point in answer.picture.points} == {"atomic layer deposition"}
    assert (answer.picture.x_title, answer.picture.y_title) == (
        "deposition temperature / °C",
        "growth per cycle / nm",
    )
    assert answer.notes == (
        "1 left out: in a unit that is not a length per cycle.",
        "1 left out: with several temperatures; the text does not state which one applies.",
        "1 left out: without a temperature.",
        "1 left out: without a unit.",
    )
    assert len(answer.table) == 7
    assert answer.table.column("temperature_degc")[:2] == (150.0, "100 to 120")
    assert growth_map(facts, process="colloidal ALD").picture is None
    assert len(growth_map(facts, process="ALD", material="ZnO").table) == 2
    fewer = growth_map(facts, count=1)
    assert isinstance(fewer.picture, Scatter)
    assert len(fewer.picture.points) == 1
    assert fewer.notes[-1] == "2 more not drawn."


def test_a_change_is_drawn_where_both_values_are_known(facts: Facts) -> None:
    answer = change_map(facts, property_="quantum yield")
    assert isinstance(answer.picture, Changes)
    assert [(c.start, c.end.low, c.end.high) for c in answer.picture.changes] == [
        (None, 12.0, None),
        (5.0, 40.0, 40.0),
    ]
    assert answer.picture.title == "photoluminescence quantum yield / %"
    assert {change.group for change in answer.picture.changes} == {"ZnS"}
    assert answer.notes == (
        "1 left out: only one value is stated, which may be the change itself.",
        "1 left out: without a unit.",
    )
    assert change_map(facts) == answer


def test_a_heat_map_tells_why_a_field_is_empty(facts: Facts) -> None:
    answer = heat_map(facts, relation="core-coating", columns="Al2O3, CdS, GaN")
    assert isinstance(answer.picture, HeatMap)
    rows, columns = answer.picture.rows, answer.picture.columns
    states = {(rows[c.row], columns[c.column]): c.state for c in answer.picture.cells}
    assert states == {
        ("PbSe", "Al2O3"): FAILED,
        ("PbSe", "CdS"): UNLINKED,
        ("PbSe", "GaN"): ABSENT,
        ("CdSe", "Al2O3"): NEVER,
        ("CdSe", "CdS"): TOGETHER,
        ("CdSe", "GaN"): ABSENT,
        ("InP", "Al2O3"): NEVER,
        ("InP", "CdS"): TOGETHER,
        ("InP", "GaN"): ABSENT,
    }
    failed = narrow(answer, "PbSe", "Al2O3")
    assert set(failed.column("study")) == {"Alpha 2011"}
    assert "infilling absent" in failed.column("finding")
    strange = find_map("material-by-process").answer(facts, {"absent": "2"})
    assert isinstance(strange.picture, HeatMap)
    assert len(strange.picture.columns) == 3
    with pytest.raises(QueryError, match="rows: nothing in this graph is called 'unobtainium'"):
        heat_map(facts, relation="core-coating", rows="unobtainium")


def test_a_timeline_begins_with_the_first_report(facts: Facts) -> None:
    answer = timeline(facts, kind="process")
    assert isinstance(answer.picture, Timeline)
    (span,) = answer.picture.spans
    assert (span.label, span.first) == ("atomic layer deposition", "Alpha 2011")
    assert [(year, studies) for year, studies, _ in span.years] == [(2011, 1), (2012, 1)]
    assert answer.table.column("is_first") == ("yes", None)
    assert narrow(answer, "atomic layer deposition", "2012").column("study") == ("Beta 2012",)


def test_links_are_drawn_around_a_thing_with_what_says_so(facts: Facts) -> None:
    answer = link_map(facts, thing="zinc oxide")
    assert isinstance(answer.picture, NodeLinkDiagram)
    assert [(k.label, k.below) for k in answer.picture.nodes] == [
        ("ZnO", ""),
        ("PbSe", "on · 1 study"),
        ("diethylzinc", "precursor for · 1 study"),
        ("atomic layer deposition", "makes · 2 studies"),
    ]
    told = {edge.mark.rows: edge.mark.title for edge in answer.picture.edges}
    assert told["ZnO", "atomic layer deposition"] == (
        "atomic layer deposition makes ZnO: Alpha 2011, Beta 2012. ALD made <ZnO>."
    )
    assert len(narrow(answer, "ZnO", "atomic layer deposition")) == 2
    one = link_map(facts, study="beta 2012")
    assert isinstance(one.picture, NodeLinkDiagram)
    assert not one.picture.has_centre
    assert set(one.table.column("study")) == {"Beta 2012"}
    assert len(link_map(facts, thing="ZnO", count=1).table) == 2
    assert link_map(facts, thing="spatial ALD").picture is None
    with pytest.raises(QueryError, match="nothing in this graph is called 'alchemy'"):
        link_map(facts, thing="alchemy")


def test_what_is_wrong_is_said(facts: Facts) -> None:
    with pytest.raises(QueryError, match="no map 'link'; did you mean: links"):
        find_map("link")
    with pytest.raises(QueryError, match="no row of this map is about ZnO and any"):
        narrow(heat_map(facts, relation="core-coating"), "ZnO", "")
    with pytest.raises(QueryError, match="this map has no pairs"):
        narrow(growth_map(facts), "ZnO", "")


def test_the_documentation_is_that_of_the_program() -> None:
    printed = (Path(__file__).parents[3] / PAGE).read_text(encoding="utf-8")
    assert printed == render_page(), "python -m kg.maps.page"


def test_a_graph_of_nothing_has_no_pictures() -> None:
    for found_ in MAPS.values():
        answer = found_.answer(world(), {})
        assert (answer.picture, answer.table.rows) == (None, ())

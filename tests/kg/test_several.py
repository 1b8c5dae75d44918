"""Several values of one parameter: the answer is what matches any of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.errors import QueryError
from kg.queries import Pages, Param, find_query, gathered, load_queries, run, values_of
from kg.queries.several import MOST_VALUES, parted
from kg.store import Graph
from kg.table import Table
from tests.rows import each_row

PROPERTY = Param(name="property", type="concept", kind="property", description="d")
CHEMICAL = Param(name="chemical", type="concept", kind="chemical", description="d")
STUDY = Param(name="study", type="study", description="d")

#: Two values of each type of parameter that the bundled graph has.
PAIRS = {
    "material": ("PbS", "Al2O3"),
    "property": ("stability", "photoluminescence"),
    "process": ("ALD", "annealing"),
    "technique": ("TEM", "XPS"),
    "application": ("solar cell", "LED"),
    "chemical": ("TMA", "amine"),
    "parameter": ("temperature", "thickness"),
    "role_chemical": ("solvent", "ligand"),
    "role_material": ("shell", "matrix"),
    "architecture": ("core/shell", "nanocomposite"),
    "study": ("Liu 2011", "Loiudice"),
}


@each_row(
    ("text", "parts"),
    [
        ("mobility or PL", ("mobility", "PL")),
        ("mobility; PL", ("mobility", "PL")),
        ("mobility, PL, or band gap", ("mobility", "PL", "band gap")),
        ("mobility OR PL or mobility", ("mobility", "PL")),
        ("PbS; ", ("PbS",)),
        ("carrier mobility", ("carrier mobility",)),
        ("1,2-ethanedithiol", ("1,2-ethanedithiol",)),
        ("10.1002/15(97)2:1::AID>3.0.CO;2-Z", ("10.1002/15(97)2:1::AID>3.0.CO;2-Z",)),
        ("indium oxide or rutile", ("indium oxide", "rutile")),
        ("organic", ("organic",)),
    ],
)  # fmt: skip
def test_how_values_are_parted(text: str, parts: tuple[str, ...]) -> None:
    assert parted(text) == parts


def test_a_name_is_never_parted(bundled: Graph) -> None:
    direction = Param(name="direction", type="concept", kind="direction", description="d")
    assert values_of(bundled, direction, "negligible or absent") == ("negligible or absent",)
    assert values_of(bundled, PROPERTY, "PL or mobility") == ("PL", "mobility")
    one = Param(name="max_temperature", type="temperature", description="d")
    assert values_of(bundled, one, "100 or 200") == ("100 or 200",)


def test_there_is_a_limit(bundled: Graph) -> None:
    listed = "; ".join(f"study {number}" for number in range(MOST_VALUES + 1))
    with pytest.raises(QueryError, match=f"study: {MOST_VALUES + 1} values, but at most"):
        values_of(bundled, STUDY, listed)


def test_a_parameter_may_be_given_again_if_it_takes_several() -> None:
    query = find_query("oxide-coated-dots")
    given = [("core", "PbS"), ("core", ""), ("core", "PbSe"), ("max_temperature", "100")]
    assert gathered(query, given) == {"core": "PbS or PbSe", "max_temperature": "100"}
    with pytest.raises(QueryError, match="max_temperature: takes one value"):
        gathered(query, [*given, ("max_temperature", "200")])


def _filled() -> Iterator[tuple[str, str]]:
    for query in load_queries().values():
        for param in query.params:
            if param.takes_several and query.name != "untried-materials":
                yield query.name, param.name


def _rows(table: Table, left_out: tuple[str, ...]) -> set[tuple[object, ...]]:
    kept = [place for place, name in enumerate(table.columns) if name not in left_out]
    return {tuple(row[place] for place in kept) for row in table.rows}


@each_row(("name", "param"), list(_filled()))
def test_the_answer_for_several_values_is_that_for_each(
    name: str, param: str, bundled: Graph
) -> None:
    query = find_query(name)
    asked = query.param(param)
    others = {p.name: "Ihly 2011" for p in query.params if p.is_required and p.name != param}
    one, other = PAIRS[asked.kind or asked.type]
    answers = [run(bundled, name, {**others, param: value}) for value in (one, other)]
    both = {**others, param: f"{one} or {other}"}
    found = run(bundled, name, both)
    assert len(set(found.rows)) == len(found.rows)
    # merged columns list what the rows of both values have, and a row has one belief
    left_out = (*query.merge, query.belief)
    wanted = set().union(*(_rows(answer, left_out) for answer in answers))
    assert _rows(found, left_out) == wanted
    paged = Pages(bundled, query, both, whole=0).page(limit=10_000, patience=1e9)
    assert paged.table.rows == found.rows


def test_untried_materials_were_tried_with_none_of_several_processes(bundled: Graph) -> None:
    def materials(process: str) -> set[object]:
        return set(run(bundled, "untried-materials", {"process": process}).column("material"))

    assert materials("ALD or annealing") == materials("ALD") & materials("annealing")


def test_a_class_of_reagents_includes_its_members(bundled: Graph) -> None:
    found = set(run(bundled, "reagents", {"chemical": "amine"}).column("chemical"))
    assert {"amine", "oleylamine"} <= found
    assert set(run(bundled, "reagents", {"chemical": "oleylamine"}).column("chemical")) == {
        "oleylamine"
    }


def test_what_is_unknown_among_several_is_named(bundled: Graph) -> None:
    with pytest.raises(QueryError, match="property: no property 'colour of money'"):
        run(bundled, "outcome-of-property", {"property": "PL or colour of money"})
    for value in ("PbSe; }", "PbSe; } DROP ALL #", "PbSe or ?x", "PbSe, Al2O3> . ?s ?p ?o"):
        with pytest.raises(QueryError, match="no material"):
            run(bundled, "studies-of-material", {"material": value})

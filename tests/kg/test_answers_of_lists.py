"""Lists and records of the bundled graph against the review's text and reference list."""

from __future__ import annotations

import pytest

from kg.queries import run
from kg.store import Graph
from kg.table import Cell

Row = tuple[Cell, ...]

#: What is asked, with which values -> the columns that are compared, and rows that must be there.
CASES: dict[str, tuple[dict[str, str], tuple[str, ...], set[Row]]] = {
    "all-claims": (
        {},
        ("study", "kind", "aspect", "value"),
        {
            ("Liu 2011", "material", "matrix", "Al2O3"),
            ("Valdesueiro 2016", "process", None, "atmospheric-pressure ALD"),
        },
    ),
    "bibliography": (
        {"study": "Liu 2011"},
        ("field", "value"),
        {
            ("container", "Nano Lett."),
            ("volume", "11"),
            ("issue", "12"),
            ("pages", "5349–5355"),
        },
    ),
    "claims-of-study": (
        {"study": "Valdesueiro 2016"},
        ("kind", "aspect", "value"),
        {
            ("material", "matrix", "Al2O3"),
            ("material", "nanocrystal component", "PbSe"),
            ("process", None, "atmospheric-pressure ALD"),
            ("chemical", "precursor", "trimethylaluminum"),
            ("outcome", "ligand retention", "present"),
        },
    ),
    "compare-studies": (
        {"first": "Liu 2011", "second": "Valdesueiro 2016"},
        ("kind", "aspect", "first", "second"),
        {
            ("chemical", "precursor", "trimethylaluminum", "trimethylaluminum"),
            ("material", "matrix", "Al2O3", "Al2O3"),
            ("outcome", "ligand retention", None, "present"),
        },
    ),
    "ligand-families-of-precursors": (
        {},
        ("family", "metal"),
        {("alkyl", "Al"), ("alkyl", "Zn"), ("amide", "Ti"), ("amide", "Hf")},
    ),
    "links": (
        {},
        ("study", "from", "link", "to"),
        {("Valdesueiro 2016", "trimethylaluminum", "precursor for", "Al2O3")},
    ),
    "material-classes": (
        {},
        ("class",),
        {("oxide",), ("sulfide",), ("lead chalcogenide",), ("halide perovskite",)},
    ),
    "reagents": (
        {"chemical": "TMA"},
        ("study", "role"),
        {
            (study, "precursor")
            for study in (
                *("Devloo-Casier 2016", "Valdesueiro 2016", "Loiudice 2017", "Bose 2018"),
                *("Kuhs 2019", "Loiudice 2019"),
            )
        },
    ),
    "references-without-claims": (
        {},
        ("name", "printed_number", "study"),
        {("review", "8", "Cozzoli 2006"), ("review", "13", "Yu 2003")},
    ),
    "reporting-of-parameter": (
        {"process": "ald", "parameter": "temperature"},
        ("study", "stated"),
        {
            ("Liu 2011", "70 °C"),
            ("Valdesueiro 2016", "room temperature"),
            ("Ip 2013", "not stated"),
            ("So 2015", "not stated"),
        },
    ),
    "sources-of-study": (
        {"study": "[88]"},
        ("study", "document"),
        {("Liu 2011", "review"), ("Liu 2011", "liu-2011-pbse-infilling")},
    ),
    "untried-materials": (
        {"process": "plasma-enhanced ALD"},
        ("material",),
        {("PbSe",), ("CsPbBr3",)},
    ),
    "values-of-parameter": (
        {"parameter": "temperature"},
        ("study", "to", "unit"),
        {("Liu 2011", "70", "°C")},
    ),
}


@pytest.mark.parametrize("query", CASES)
def test_lists_hold_what_a_reader_finds(query: str, bundled: Graph):
    values, columns, must = CASES[query]
    table = run(bundled, query, values)
    found = {tuple(row) for row in zip(*(table.column(name) for name in columns), strict=True)}
    assert must - found == set()

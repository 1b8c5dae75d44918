"""Answers of the bundled graph against rows that a reader of the review wrote by hand.

Each case names the columns that are compared, rows that must be there, and values that must not
stand in a column. Where ``is_all`` is set, there is no other row.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from kg.queries import run
from kg.store import Graph
from kg.table import Cell

Row = tuple[Cell, ...]
ROOM = "room temperature (20 to 25 °C)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    query: str
    values: dict[str, str] = field(default_factory=dict)
    columns: tuple[str, ...]
    must: frozenset[Row]
    must_not: dict[str, frozenset[str]] = field(default_factory=dict)
    is_all: bool = False


CASES = {
    "an oxide on lead chalcogenide dots below 100 °C": Case(
        query="oxide-coated-dots",
        values={"core": "PbX", "coating": "oxide", "max_temperature": "below 100 °C"},
        columns=("study", "temperature"),
        must=frozenset(
            {
                ("Ihly 2011", ROOM),
                ("Liu 2011", "70 °C"),
                ("Valdesueiro 2016", ROOM),
                ("Liu 2013", "not stated"),
                ("Hu 2014", "not stated"),
                ("Ten Cate 2013", "not stated"),
                ("So 2015", "not stated"),
                ("Ip 2013", "not stated"),
            }
        ),
        must_not={"core": frozenset({"Ag", "CeO2", "CsPbBr3", "CsPbX3"})},
        is_all=True,
    ),
    "what came of it": Case(
        query="oxide-coated-dots",
        values={"core": "lead chalcogenide", "max_temperature": "100 °C"},
        columns=("study", "property", "change", "from", "to", "unit"),
        must=frozenset(
            {
                ("Ihly 2011", "oxidation resistance", "increase", None, None, None),
                ("Ihly 2011", "sintering resistance", "increase", None, None, None),
                ("Liu 2011", "conductivity", "increase", None, None, None),
                ("Liu 2011", "air stability", "increase", None, None, None),
                ("Valdesueiro 2016", "ligand retention", "present", None, None, None),
                ("Liu 2013", "electron mobility", "increase", "1", "7", "cm² V⁻¹ s⁻¹"),
                ("So 2015", "air stability", "increase", None, None, None),
            }
        ),
    ),
    "precursors that hurt emission": Case(
        query="precursors-and-emission",
        columns=("study", "cause", "change", "to", "unit"),
        must=frozenset(
            {
                ("Kuhs 2019", "trimethylaluminum", "decrease", "≥ 70", "%"),
                ("Kuhs 2019", "diethylzinc", "decrease", "≥ 70", "%"),
                ("Kuhs 2019", "tetrakis(dimethylamido)titanium", "decrease", "10 to 20", "%"),
                ("Kuhs 2019", "tetrakis(ethylmethylamido)hafnium", "decrease", "10 to 20", "%"),
                ("Kuhs 2019", "plasma treatment", "decrease", "≤ 90", "%"),
                ("Devloo-Casier 2016", "trimethylaluminum", "decrease", None, None),
                ("Bose 2018", "trimethylaluminum", "decrease", None, None),
                ("Loiudice 2017", "trimethylaluminum", "decrease", None, None),
                ("Palei 2018", "atomic layer deposition", "decrease", None, None),
                ("Palei 2018", "atomic layer deposition", "increase", None, None),
            }
        ),
        must_not={"cause": frozenset({"cadmium oleate", "ozone"})},
    ),
    "effects of TMA": Case(
        query="effect-of-precursor",
        values={"chemical": "TMA", "property": "photoluminescence intensity", "link": "stated"},
        columns=("study", "change"),
        must=frozenset(
            {
                ("Kuhs 2019", "decrease"),
                ("Devloo-Casier 2016", "decrease"),
                ("Bose 2018", "decrease"),
                ("Loiudice 2017", "decrease"),
            }
        ),
        is_all=True,
    ),
    "what proves infilling": Case(
        query="proof-of-outcome",
        columns=("study", "technique"),
        must=frozenset(
            {
                ("Liu 2011", "XPS depth profiling"),
                ("Loiudice 2017", "electron energy loss spectroscopy"),
                ("Loiudice 2017", "energy-dispersive X-ray spectroscopy"),
                ("Loiudice 2017", "ultramicrotomy sectioning"),
                (
                    "Loiudice 2017",
                    "high-angle annular dark-field scanning transmission electron microscopy",
                ),
            }
        ),
    ),
    "stability of caesium lead halides": Case(
        query="stability",
        values={"material": "CsPbX3"},
        columns=("study", "property", "change", "tried"),
        must=frozenset(
            {
                ("Loiudice 2017", "water stability", "increase", "not reported"),
                ("Loiudice 2017", "sintering resistance", "increase", "not reported"),
                ("Loiudice 2017", "oxidation resistance", "increase", "not reported"),
            }
        ),
        must_not={"study": frozenset({"Bose 2018", "Liu 2011"})},
    ),
    "systems by colloidal ALD": Case(
        query="colloidal-ald-systems",
        columns=("study", "layers"),
        must=frozenset(
            {
                ("Ithurria 2012", "CdSe > CdS"),
                ("Sagar 2016", "PbS > CdS"),
                ("Nasilowski 2017", "PbS > CdS"),
                ("Sagar 2017", "HgSe > CdSe"),
                ("Sagar 2017", "HgSe > CdS"),
                ("Slejko 2017", "Au > CdS"),
                ("Razgoniaeva 2016", "CdS > CdS"),
                ("Le Monnier 2019", "SiO2 > Al2O3"),
                ("Le Monnier 2019", "SiO2 > AlPO4"),
                ("Loiudice 2019", "Ag > AlOx"),
                ("Loiudice 2019", "CeO2 > Al2O3"),
                ("Piveteau 2020", "CdSe > CdS"),
                ("Lhuillier 2014", "CdSe > CdSe"),
            }
        ),
        must_not={
            "study": frozenset({"Lechner 2014", "Ihly 2011", "Liu 2011", "Crisp 2020", "Kuhs 2019"})
        },
    ),
    "the first colloidal ALD": Case(
        query="colloidal-ald-systems",
        values={"study": "Ithurria 2012"},
        columns=("study", "solvents", "phase_transfer_agents", "temperature"),
        must=frozenset(
            {
                (
                    "Ithurria 2012",
                    "dimethylformamide, hexane, toluene",
                    "didodecyldimethylammonium bromide",
                    ROOM,
                )
            }
        ),
    ),
    "ligands stay": Case(
        query="ligand-fate",
        columns=("study", "ligands", "change"),
        must=frozenset(
            {
                ("Valdesueiro 2016", "amine", "present"),
                ("Yin 2016", "thiocarboxylic acid", "present"),
                ("Lambert 2011", None, "present"),
            }
        ),
        must_not={"change": frozenset({"not reported"})},
    ),
    "mobility": Case(
        query="mobility-and-ligands",
        columns=("study", "property", "from", "to", "unit"),
        must=frozenset(
            {
                ("Liu 2013", "electron mobility", "1", "7", "cm² V⁻¹ s⁻¹"),
                ("Liu 2011", "conductivity", None, None, None),
                ("Treml 2017", "electronic coupling", None, None, None),
            }
        ),
        must_not={"study": frozenset({"Kuhs 2019", "Saris 2020"})},
    ),
    "recipes of alumina": Case(
        query="recipes",
        values={"material": "alumina"},
        columns=("study", "precursors", "coreactants", "temperature"),
        must=frozenset({("Liu 2011", "trimethylaluminum", "water", "70 °C")}),
        must_not={"precursors": frozenset({"diethylzinc"})},
    ),
    "annealing": Case(
        query="effects-of-process",
        values={"process": "annealing"},
        columns=("study", "property", "change"),
        must=frozenset({("Sagar 2017", "photoluminescence quantum yield", "increase")}),
    ),
    "growth per cycle": Case(
        query="growth-per-cycle",
        columns=("study", "to", "unit"),
        must=frozenset({("Loiudice 2019", "0.36", "nm cycle⁻¹")}),
        is_all=True,
    ),
    "deposited below 100 °C": Case(
        query="deposited-below",
        values={"max_temperature": "100"},
        columns=("study", "material", "temperature"),
        must=frozenset(
            {
                ("Ihly 2011", "Al2O3", ROOM),
                ("Liu 2011", "Al2O3", "70 °C"),
                ("Valdesueiro 2016", "Al2O3", ROOM),
                ("Ithurria 2012", "CdS", ROOM),
                ("Sagar 2016", "CdS", ROOM),
            }
        ),
        must_not={"study": frozenset({"Hazarika 2019", "Kuhs 2019"})},
    ),
    "all by one first author": Case(
        query="studies",
        values={"name": "Loiudice"},
        columns=("study",),
        must=frozenset({(f"Loiudice {year}",) for year in (2015, 2016, 2017, 2019, 2020)}),
        is_all=True,
    ),
    "a number of the review": Case(
        query="studies",
        values={"name": "[88]"},
        columns=("study",),
        must=frozenset({("Liu 2011",)}),
        is_all=True,
    ),
    "gold in cadmium sulfide": Case(
        query="outcome-of-property",
        values={"material": "Au"},
        columns=("study", "property", "change"),
        must=frozenset(
            {
                ("Slejko 2017", "plasmon resonance position", "red shift"),
                ("Slejko 2017", "plasmon-exciton interaction", "increase"),
            }
        ),
        must_not={"study": frozenset({"Guntern 2019", "Enache 2006"})},
    ),
    "studies of an oxide family": Case(
        query="studies-of-material",
        values={"material": "alumina", "role": "matrix"},
        columns=("study", "material"),
        must=frozenset(
            {
                ("Ihly 2011", "Al2O3"),
                ("Liu 2011", "Al2O3"),
                ("Loiudice 2017", "AlOx"),
                ("Saris 2020", "AlOx"),
                ("So 2015", "Al2O3"),
            }
        ),
        must_not={"study": frozenset({"Crisp 2020", "Ithurria 2012"})},
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_answers_are_those_of_a_reader(case: Case, bundled: Graph):
    table = run(bundled, case.query, case.values)
    columns = [table.column(name) for name in case.columns]
    rows = set(zip(*columns, strict=True))
    assert case.must - rows == set()
    for name, wrong in case.must_not.items():
        assert wrong & {str(cell) for cell in table.column(name)} == set()
    assert not case.is_all or rows == case.must


def test_review_and_note_are_one_source(bundled: Graph):
    """The notes were written from the review, so nothing is confirmed by both."""
    query = "SELECT DISTINCT ?n { ?statement ald:sourceCount ?n }"
    assert [row["n"].value for row in bundled.query(query)] == ["1"]  # type: ignore[union-attr]


def test_no_statement_of_the_bundled_graph_lacks_a_sentence_or_a_place(bundled: Graph):
    query = """SELECT ?statement { ?statement a ald:Statement
      FILTER NOT EXISTS { ?statement ald:sentence ?s ; ald:statedAt ?place ; ald:voice ?voice } }"""
    assert list(bundled.query(query)) == []

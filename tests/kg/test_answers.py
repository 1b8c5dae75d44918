"""Answers of the bundled graph against rows that a reader of the review wrote by hand."""

from __future__ import annotations

import pytest

from kg.queries import run
from kg.store import Graph
from tests.kg.reader import FIVE, ROOM, Case

CASES = {
    **FIVE,
    "recipes of alumina": Case(
        query="recipes",
        values={"material": "alumina"},
        columns=("study", "precursors", "coreactants", "temperature"),
        must=frozenset(
            {
                ("Liu 2011", "trimethylaluminum", "water", "70 °C"),
                ("Loiudice 2019", "trimethylaluminum", "oxygen", None),
                ("Le Monnier 2019", "trimethylaluminum", "water", None),
            }
        ),
        must_not={"precursors": frozenset({"diethylzinc"})},
    ),
    "the narrowest process of a recipe": Case(
        query="recipes",
        values={"study": "Valdesueiro 2016"},
        columns=("made", "process"),
        must=frozenset({("Al2O3", "atmospheric-pressure ALD")}),
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
    "what the review calls disputed": Case(
        query="controversies",
        columns=("study", "property", "material", "process", "place"),
        must=frozenset(
            {
                (
                    study,
                    "photoluminescence intensity",
                    None,
                    "atomic layer deposition",
                    "review, section 3.3, paragraph 5",
                )
                for study in ("Palei 2018", "Bose 2018")
            }
            | {
                (study, None, "CdS, CdSe", "colloidal ALD", "review, section 5.2, paragraph 4")
                for study in ("Ithurria 2012", "Slejko 2017")
            }
        ),
        is_all=True,
    ),
    "a dispute on one property": Case(
        query="controversies",
        values={"property": "photoluminescence intensity"},
        columns=("study",),
        must=frozenset({("Palei 2018",), ("Bose 2018",)}),
        is_all=True,
    ),
    "a dispute on one solid": Case(
        query="controversies",
        values={"material": "cadmium sulfide"},
        columns=("study",),
        must=frozenset({("Ithurria 2012",), ("Slejko 2017",)}),
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
    "effects of ZnO": Case(
        query="effects-of-coating",
        values={"coating": "ZnO", "core": "InP"},
        columns=("study", "property", "change"),
        must=frozenset(
            {
                ("Crisp 2020", "charge separation", "present"),
                ("Crisp 2020", "photoconductivity", "increase"),
                ("Crisp 2020", "carrier lifetime", "increase"),
            }
        ),
        is_all=True,
    ),
    "effects of a coating on its particles": Case(
        query="effects-of-coating",
        values={"coating": "alumina"},
        columns=("study", "sample", "property", "change"),
        must=frozenset(
            {
                ("Le Monnier 2019", "Pd/Al2O3", "thermal stability", "increase"),
                ("Le Monnier 2019", "Pd/Al2O3", "accessible surface", "decrease"),
                ("Loiudice 2020", "CsPbBr3/AlOx", "energy transfer", "change"),
                ("Loiudice 2019", "CsPbBr3/AlOx", "ion exchange rate", "decrease"),
            }
        ),
        must_not={
            "sample": frozenset({"SiO2/ZnS", "CdSe/AlOx", "Ag/AlOx"}),
            "cause": frozenset({"trimethylaluminum", "ligand exchange", "oleic acid"}),
        },
    ),
    "precursors of sulfides": Case(
        query="precursors-of-material",
        values={"material": "sulfide", "link": "stated"},
        columns=("study", "material", "precursor"),
        must=frozenset(
            {
                ("Ithurria 2012", "CdS", "cadmium acetate"),
                ("Ithurria 2012", "CdS", "potassium sulfide"),
                ("Kuhs 2019", "ZnS", "diethylzinc"),
                ("Le Monnier 2019", "ZnS", "diethylzinc"),
            }
        ),
        is_all=True,
    ),
    "changes with numbers": Case(
        query="changes-with-numbers",
        columns=("study", "property", "change", "from", "to", "unit"),
        must=frozenset(
            {
                ("Liu 2013", "electron mobility", "increase", "1", "7", "cm² V⁻¹ s⁻¹"),
                ("She 2014", "optical gain", "increase", None, "4", "fold"),
                ("She 2014", "gain saturation", "increase", None, "100", "fold"),
                ("She 2014", "gain threshold", "decrease", None, "8.6", "µJ cm⁻²"),
                ("Kuhs 2019", "photoluminescence intensity", "decrease", None, "≤ 90", "%"),
                ("Kuhs 2019", "photoluminescence intensity", "decrease", None, "10 to 20", "%"),
                ("Kuhs 2019", "photoluminescence quantum yield", "decrease", None, "≥ 70", "%"),
                ("Lin 2009", "power conversion efficiency", "increase", None, "41.3", "%"),
                ("Ip 2013", "power conversion efficiency", "no change", "6", "6", "%"),
            }
        ),
        is_all=True,
    ),
    "heated or tested": Case(
        query="highest-temperature",
        columns=("study", "nanocrystals"),
        must=frozenset({("Sagar 2017", "HgSe"), ("Liu 2011", "PbSe")}),
        is_all=True,
    ),
    "lead sulfide in cadmium sulfide": Case(
        query="studies-of-system",
        values={"inner": "PbS", "outer": "CdS"},
        columns=("study", "layers"),
        must=frozenset(
            (study, "PbS/CdS") for study in ("Sagar 2016", "Nasilowski 2017", "Lechner 2014")
        ),
        is_all=True,
    ),
    "many layers": Case(
        query="multilayer-systems",
        columns=("study", "layers"),
        must=frozenset(
            {
                ("Slejko 2017", "CdSe/CdS/ZnS/CdS/ZnS"),
                ("She 2014", "CdS/CdSe/CdS"),
                ("Mews 1994", "CdS/HgS/CdS"),
                ("Kuhs 2019", "CdSe/CdS/ZnS/HfO2"),
            }
        ),
        must_not={"study": frozenset({"Nasilowski 2017", "Ithurria 2012"})},
    ),
    "one row for Liu": Case(
        query="study-overview",
        values={"study": "Liu 2011"},
        columns=("coating", "process", "precursors", "coreactants", "temperature"),
        must=frozenset(
            {
                (
                    "Al2O3",
                    "atomic layer deposition, ligand exchange",
                    "trimethylaluminum",
                    "water",
                    "70 °C",
                )
            }
        ),
        is_all=True,
    ),
    "who used cation exchange": Case(
        query="studies-by-process",
        values={"process": "cation exchange"},
        columns=("study",),
        must=frozenset({("Lechner 2014",)}),
        is_all=True,
    ),
    "who depth-profiled": Case(
        query="studies-by-technique",
        values={"technique": "XPS"},
        columns=("study", "technique"),
        must=frozenset(
            {
                ("Liu 2011", "XPS depth profiling"),
                ("Bose 2018", "X-ray photoelectron spectroscopy"),
            }
        ),
        is_all=True,
    ),
    "transistors": Case(
        query="applications",
        values={"application": "field-effect transistor"},
        columns=("study",),
        must=frozenset({("Liu 2011",), ("Liu 2013",), ("Lhuillier 2014",), ("So 2015",)}),
        is_all=True,
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

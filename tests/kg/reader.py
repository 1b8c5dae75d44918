"""Rows that a reader of the review wrote by hand: the form of a case, and those of five questions.

Each case names the columns that are compared, rows that must be there, and values that must not
stand in a column. Where ``is_all`` is set, there is no other row.
"""

from __future__ import annotations

from dataclasses import dataclass, field

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


#: Cases of the questions that the start page asks, by what a reader calls them.
FIVE = {
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
                ("So 2015", "doping", "change", None, None, None),
                ("Ten Cate 2013", "carrier multiplication", "present", None, None, None),
                ("Ip 2013", "power conversion efficiency", "no change", "6", "6", "%"),
            }
        ),
        must_not={"change": frozenset({"absent"})},
    ),
    "what made the films last": Case(
        query="oxide-coated-dots",
        values={"core": "PbSe", "max_temperature": "100", "property": "air stability"},
        columns=("study", "cause"),
        must=frozenset({("Liu 2011", "Al2O3, ligand exchange")}),
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
                ("Bose 2018", "atomic layer deposition", "decrease", None, None),
                ("Loiudice 2017", "trimethylaluminum", "decrease", None, None),
                ("Palei 2018", "atomic layer deposition", "decrease", None, None),
                ("Palei 2018", "atomic layer deposition", "increase", None, None),
                ("Kuhs 2019", "water", "no change", None, None),
                ("Jeannin 2017", "atomic layer deposition", "no change", None, None),
            }
        ),
        is_all=True,
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
        is_all=True,
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
        is_all=True,
        must_not={"study": frozenset({"Bose 2018", "Liu 2011"})},
    ),
    "systems by colloidal ALD": Case(
        query="colloidal-ald-systems",
        columns=("study", "layers"),
        must=frozenset(
            {
                ("Ithurria 2012", "CdSe/CdS"),
                ("Sagar 2016", "PbS/CdS"),
                ("Nasilowski 2017", "PbS/CdS"),
                ("Sagar 2017", "HgSe/CdSe"),
                ("Sagar 2017", "HgSe/CdS"),
                ("Slejko 2017", "Au/CdS"),
                ("Slejko 2017", "CdSe/CdS"),
                ("Slejko 2017", "CdSe/CdS/ZnS/CdS/ZnS"),
                ("Slejko 2017", "CdSe/ZnS/CdS/ZnS"),
                ("Razgoniaeva 2016", "CdS/CdS"),
                ("Hazarika 2019", "CdSe/CdS/CdSe/CdS/CdSe"),
                ("Hazarika 2019", "CdS/ZnS/CdS/CdSe/CdS/ZnS/CdS"),
                (
                    "Hazarika 2019",
                    "CdSe/CdS/ZnCdS/CdS/CdSe/CdS/ZnCdS/CdS/CdSe",
                ),
                ("Le Monnier 2019", "SiO2/Al2O3"),
                ("Le Monnier 2019", "SiO2/AlPO4"),
                ("Le Monnier 2019", "SiO2/ZnS"),
                ("Loiudice 2019", "Ag/AlOx"),
                ("Loiudice 2019", "CeO2/AlOx"),
                ("Loiudice 2019", "CsPbX3/AlOx"),
                ("Loiudice 2019", "CsPbBr3/AlOx"),
                ("Loiudice 2020", "CsPbBr3/AlOx"),
                ("She 2014", "CdS/CdSe/CdS"),
                ("Piveteau 2020", "CdSe/CdS"),
                ("Lhuillier 2014", "CdSe/CdSe"),
            }
        ),
        is_all=True,
    ),
    "each shell from its own reagents": Case(
        query="colloidal-ald-systems",
        values={"study": "Le Monnier 2019"},
        columns=("layers", "precursors", "coreactants"),
        must=frozenset(
            {
                ("SiO2/Al2O3", "trimethylaluminum", "water"),
                ("SiO2/AlPO4", "trimethylaluminum", "phosphoric acid"),
                ("SiO2/ZnS", "diethylzinc", "hydrogen sulfide"),
            }
        ),
        is_all=True,
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
                ("Bose 2018", "oleic acid", "present"),
            }
        ),
        is_all=True,
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
}

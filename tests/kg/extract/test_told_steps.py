"""Steps of recipes as sentences tell them: reagents, times, processes and techniques.

Each row is a sentence, what must be read in it, and what must not; all sentences are made up.
"""

from __future__ import annotations

import corpus
from kg.claims import to_record
from kg.extract import extract
from tests.rows import each_row

KEYS = {
    "chemical": ("role", "chemical"),
    "condition": ("parameter", "value", "value_max", "unit"),
    "process": ("process",),
    "technique": ("technique",),
}


def read(text: str) -> set[str]:
    """The claims of a text, each as its own keys in one line."""
    paper = corpus.read_bytes(text.encode(), id="case", source="case.txt")
    records = [to_record(claim) for claim in extract(paper)]
    told = [(r, KEYS[r["kind"]]) for r in records if r["kind"] in KEYS]
    return {" ".join(_shown(r[key]) for key in keys if key in r) for r, keys in told}


def _shown(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


GASES = [
    ("Mass spectrometry detected methane and dimethylamine among the by-products.",
     "byproduct methane, byproduct dimethylamine", ""),
    ("Acetylacetone and CO2 leave with the nitrogen stream.",
     "byproduct acetylacetone, byproduct co2, purge_gas nitrogen", ""),
    ("The carrier gas was argon at 50 sccm.", "flow_rate 50 sccm", ""),
    ("Nitrogen was passed through the lines at 200 sccm as the carrier.", "purge_gas nitrogen", ""),
    ("A constant flow of 300 sccm N2 gave a pressure of 1 mbar in the ALD reactor.",
     "purge_gas nitrogen, flow_rate 300 sccm, pressure 1 mbar", ""),
    ("The precursors were transported by 50 sccm of argon.", "purge_gas argon", ""),
    ("The device was kept in a nitrogen-purged glovebox.", "", "purge_gas nitrogen"),
    ("The sequence HF/N2/TMA/N2 was timed 1/30/1.5/30 s.",
     "purge_gas nitrogen, precursor trimethylaluminum, pulse_time 1 s, purge_time 30 s", ""),
    ("The cycle was DEZ - N2 - H2O - N2 at 150 °C.",
     "precursor diethylzinc, coreactant water, purge_gas nitrogen", ""),
    ("The sample passed zones of trimethylaluminum, nitrogen, and water vapour.",
     "precursor trimethylaluminum, purge_gas nitrogen, coreactant water", ""),
    ("The ALD used DEZ/H2O and TMA/O3.", "coreactant ozone", "purge_gas nitrogen"),
    ("The oxide was a supercycle of lithium tert-butoxide/water and trimethylaluminum/water.",
     "precursor lithium tert-butoxide, precursor trimethylaluminum, coreactant water", ""),
    ("HfO2 was grown at 250 °C from TEMAHf, held at 75 °C, and water.",
     "precursor tetrakis_ethylmethylamido_hafnium, coreactant water", ""),
    ("The films were made by ALD (TMA and H2O, 200 °C).",
     "precursor trimethylaluminum", ""),
    ("Tungsten was grown from WF6 and Si2H6.", "precursor wf6, coreactant si2h6", ""),
    ("The oxide was etched with BCl3/Ar gas.", "plasma_gas bcl3", "precursor bcl3"),
]  # fmt: skip

USES = [
    ("Potassium persulfate was used to etch the copper.", "additive potassium persulfate", ""),
    ("NaClO2 was used to oxidize the copper foil.", "coreactant naclo2", ""),
    ("The copper foil was oxidized with ammonium persulfate.",
     "coreactant ammonium persulfate", ""),
    ("We used maleic anhydride to trigger the growth of CsPbBr3.", "additive maleic anhydride", ""),
    ("The wafers were etched for 60 s in dilute HCl.", "additive hydrogen_chloride", ""),
    ("The H3PO4 treatment was insufficient.",
     "additive phosphoric_acid, surface_pretreatment", "coreactant phosphoric_acid"),
    ("A pretreatment with TMA cut the delay of the Ru growth.", "additive trimethylaluminum",
     "precursor trimethylaluminum"),
    ("Blocking of SiO2 with an octadecylsilane monolayer let cobalt grow on copper.",
     "additive octadecylsilane", "precursor octadecylsilane"),
    ("Silver nitrate was reduced by ethylene glycol.", "coreactant ethylene glycol", ""),
    ("Ag was photodeposited from AgNO3 with methanol as hole scavenger.",
     "additive methanol", "solvent methanol"),
    ("The framework grew with zinc nitrate as the metal source and 2-methylimidazole as linker.",
     "linker 2-methylimidazole", ""),
    ("Ammonium hydroxide was added to zinc nitrate until a precipitate formed.",
     "coreactant ammonia", ""),
    ("NH4OH was added to the mixture of TEOS and ethanol to start the hydrolysis.",
     "additive ammonia", "coreactant ammonia"),
    ("Etch rates in 10 M NH4OH were determined.", "", "additive ammonia, coreactant ammonia"),
    ("Stoichiometric CsBr, AgBr and BiBr3 were ground and heated.",
     "precursor csbr, precursor agbr, precursor bibr3", ""),
    ("Selenium particles were made from H2SeO3 in the presence of PVA.", "ligand pva", ""),
    ("The crystals were soaked in methanolic solutions of CuCl2·2H2O.", "solvent methanol", ""),
    ("The product was precipitated with acetone and stored in hexane.",
     "solvent hexane", "solvent acetone"),
    ("The nanoparticles were centrifuged in isopropanol.", "", "solvent isopropanol"),
    ("The sensor answered to 5 ppm H2.", "analyte hydrogen", ""),
    ("Neither ammonia nor ethanol provoked a signal of the sensor.",
     "analyte ammonia, analyte ethanol", ""),
    ("The films were annealed for 1 h in forming gas.", "annealing_time 1 h",
     "coreactant forming gas"),
]  # fmt: skip

NUMBERS = [
    ("The electrode was immersed in a 0.1 M Cd(NO3)2 solution for 2 min.",
     "duration 2 min", "test_duration 2 min"),
    ("The coated dots were soaked in water for 3 h and kept 90% of their emission.",
     "test_duration 3 h", "duration 3 h"),
    ("The powder was filtered and dried at 80 °C for 12 h.", "temperature 80 Cel, duration 12 h",
     "test_duration 12 h"),
    ("The oxide grew by seven ZrO2 cycles at 250 °C.", "cycle_count 7 {cycle}", ""),
    ("The film was dipped four times into the Zn2+ and S2- solutions.",
     "cycle_count 4 {cycle}", ""),
    ("The washing was repeated three times.", "", "cycle_count 3 {cycle}"),
    ("NiO was deposited by ALD with cycle numbers of 25, 50 and 100.",
     "cycle_count 25 {cycle}, cycle_count 50 {cycle}, cycle_count 100 {cycle}", ""),
    ("Half a nanometre of yttria halved the resistance.", "thickness 0.5 nm", ""),
    ("The film was annealed at 3500 C for 300 s.", "annealing_temperature 350 Cel",
     "annealing_temperature 3500 Cel"),
    ("The film was annealed at 1000 C for 300 s.", "annealing_temperature 1000 Cel", ""),
    ("The dots were covered by a CdS skin of 0.4 nm.", "thickness 0.4 nm", "particle_size 0.4 nm"),
    ("The particles grew on 2.3 nm CdSe seeds.", "particle_size 2.3 nm", "thickness 2.3 nm"),
    ("ZnO was grown by ALD with 5% ozone in oxygen.", "concentration 5 percent", ""),
    ("The catalysts were annealed in 10% H2/Ar.", "", "concentration 10 percent"),
    ("The bare dots went dark in 40 s.", "", "duration 40 s, test_duration 40 s"),
    ("Tungsten shifts the transition downwards by 24 K.", "", "test_temperature 24 K"),
    ("The film has a modulus of 154 GPa.", "", "pressure 154 GPa"),
    ("A 3 s purge, 45 s plasma and a 4 s purge completed the ALD cycle.",
     "purge_time 3 s, exposure_time 45 s, purge_time 4 s", "purge_time 45 s"),
    ("The chamber was purged with Ar for 10 s after each pulse.", "purge_time 10 s",
     "pulse_time 10 s"),
    ("The flask was evacuated at 110 °C for 1 h.", "duration 1 h", "purge_time 1 h"),
    ("MoO3 turned into MoS2 under 20 Torr of H2S.", "pressure 20 Torr", ""),
    ("Under 450 nm light (100 mW cm-2) no photodegradation could be discerned.",
     "power_density 100 mW.cm-2", ""),
]  # fmt: skip

WAYS = [
    ("UV light was used to drive the ALD of SiO2.", "photo_assisted_ald", ""),
    ("They were converted into MoS2 in a quartz tube under H2S.", "sulfurization", ""),
    ("The ZnO films were converted to ZIF-8 by ligand vapour.", "mof_conversion", ""),
    ("An exchange of surface Pb2+ for Cd2+ gives PbS dots a skin.", "cation_exchange", ""),
    ("The cation exchange of Pb with Cd is hindered.", "", "cation_exchange"),
    ("The dots were made by a heat-up colloidal route.", "colloidal_synthesis", ""),
    ("Zn0.9Mg0.1O was precipitated by dropping TMAH into zinc acetate.", "precipitation", ""),
    ("After the final precipitation, the QDs were redissolved in toluene.", "", "precipitation"),
    ("The oxide kept the dots from sintering at 90 °C.", "", "annealing"),
    ("The resistivity was lower than that of a sputtered layer.", "", "sputtering"),
    ("Laser annealing was not studied.", "", "annealing"),
    ("Powder diffraction shows zinc blende.", "xrd", ""),
    ("Electron diffraction shows zinc blende.", "", "xrd"),
    ("Impedance spectra gave longer lifetimes.", "electrochemical_measurement", ""),
    ("Water contact angles of 108° prove the monolayer.", "contact_angle_measurement", ""),
    ("Images were taken on a JEOL JEM-2100F at 200 kV.", "tem", ""),
    ("A Hitachi S-4800 was used to view the cross-sections.", "sem", ""),
    ("Crystals were examined on a Bruker D8 Advance.", "xrd", ""),
    ("The composition was determined with a Kratos Axis Ultra.", "xps", ""),
    ("The wafers were bought from Hitachi and Bruker.", "", "sem, xrd"),
]  # fmt: skip


@each_row(("text", "wanted", "refused"), [*GASES, *USES, *NUMBERS, *WAYS])
def test_a_step_is_read_as_it_is_told(text: str, wanted: str, refused: str) -> None:
    found = read(text)
    assert set(wanted.split(", ")) - {""} <= found, found
    assert not found & (set(refused.split(", ")) - {""}), found

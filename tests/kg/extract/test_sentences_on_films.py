"""What single sentences on films and their growth claim and what they do not.

All sentences are made up for these tests.
"""

from __future__ import annotations

from tests.kg.extract.case_papers import wrong

CASES: list[tuple[str, dict[str, object], bool]] = [
    # steps of a cycle, short forms of two methods, names of groups, what was spared
    ("CdTe was grown by ALE from the elements.", {"process": "ald"}, True),
    ("CdTe was grown by ALE from the elements.", {"process": "atomic_layer_etching"}, False),
    ("CdTe was etched by ALE in HF.", {"process": "atomic_layer_etching"}, True),
    ("O2 plasma activation ended each cycle of Pt.", {"process": "plasma_treatment"}, False),
    ("O2 plasma activation cleaned the Pt sheet.", {"process": "plasma_treatment"}, True),
    ("NiO was studied by TEM/HRTEM.", {"technique": "tem"}, True),
    ("NiO was studied by TEM (HRTEM).", {"technique": "tem"}, False),
    ("NiO was studied by RBS and nuclear reaction analysis.", {"technique": "rbs"}, True),
    (
        "NiO was studied by RBS and nuclear reaction analysis.",
        {"technique": "ion_beam_analysis"},
        True,
    ),
    ("NiO was studied by ion beam analysis (RBS).", {"technique": "ion_beam_analysis"}, False),
    ("A laser-based spectrometer looked at NiO.", {"application": "laser"}, False),
    ("Lasers based on CdSe dots were built.", {"application": "laser"}, True),
    ("NiO grew without the need for any annealing.", {"process": "annealing"}, False),
    ("The way does away with the use of an annealing.", {"process": "annealing"}, False),
    ("NiO needed the use of an annealing.", {"process": "annealing"}, True),
    ("GaN was deposited on SiC without a TiN buffer layer.", {"formula": "TiN"}, False),
    ("GaN was deposited on SiC with a TiN buffer layer.", {"formula": "TiN"}, True),
    ("The cells without a TiN layer broke.", {"formula": "TiN"}, True),
    ("A window of self-limited growth was seen.", {"property": "self_limiting_growth"}, True),
    ("The deposition self-saturates.", {"property": "self_limiting_growth"}, True),
    ("The crystal growth stops by itself.", {"property": "self_limiting_growth"}, False),
    # gases that a surface sets free
    ("NbF5 gave by-products such as CO2 and H2O.", {"role": "byproduct", "chemical": "co2"}, True),
    (
        "NbF5 gave by-products such as CO2 and H2O.",
        {"role": "byproduct", "chemical": "water"},
        True,
    ),
    ("NbF5 gave pulses such as CO2 and H2O.", {"role": "byproduct"}, False),
    ("Detection of CO2 in the dose of Cp2Mg was new.", {"role": "analyte"}, False),
    ("Detection of NO2 with SnO2 sensors was new.", {"role": "analyte", "chemical": "no2"}, True),
    ("Formation of HF ended each pulse of NbF5.", {"role": "byproduct", "chemical": "hf"}, True),
    ("Removal of HF ended each pulse of NbF5.", {"role": "byproduct"}, False),
    # precursors by their class, and gases by which a deposition is named
    ("TbN grew by ALD from terbium amidinate and NH3.", {"chemical": "terbium amidinate"}, True),
    ("A praseodymium(III) triazenide precursor was dosed for ALD.", {"role": "precursor"}, True),
    ("TbN grew by ALD from terbium.", {"role": "precursor"}, False),
    ("H2O-assisted ALD of TbN was tried.", {"role": "coreactant", "chemical": "water"}, True),
    ("Ozone-based atomic layer deposition of TbN was tried.", {"role": "coreactant"}, True),
    ("Plasma-based ALD of TbN was tried.", {"role": "coreactant"}, False),
    ("A water-based ink of TbN was tried.", {"role": "coreactant"}, False),
    # elements that a film holds besides its own
    ("A plasma lowered the Cl concentration in TaN.", {"property": "impurity_content"}, True),
    (
        "A salt lowered the Cl concentration in the solution.",
        {"property": "impurity_content"},
        False,
    ),
    ("TaN grown hot had a lower concentration of oxygen.", {"direction": "decrease"}, True),
    ("TaN held H and C as the main impurities.", {"property": "impurity_content"}, True),
    ("Carbon was the only contaminant of TaN.", {"property": "impurity_content"}, True),
    ("Carbon was the main element of the C60 films.", {"property": "impurity_content"}, False),
    # what only differs
    ("The oxides showed different resistivities.", {"kind": "outcome"}, False),
    ("The oxides were poor and showed different resistivities.", {"kind": "outcome"}, False),
    ("The oxides showed a difference in resistivity.", {"kind": "outcome"}, False),
    ("The oxides showed no difference in resistivity.", {"direction": "none"}, True),
    ("The oxides showed a lower resistivity.", {"direction": "decrease"}, True),
    # what is put on a particle, and what it lies on
    (
        "CdTe nanocrystals on SnO2 were overcoated with ZnSe by SILAR.",
        {"role": "overlayer", "formula": "CdTe"},
        False,
    ),
    (
        "Rh particles were deposited on ZrO2 powder by ALD. Rh/ZrO2 composites were then reduced.",
        {"role": "matrix", "formula": "ZrO2"},
        False,
    ),
    (
        "Rh particles were deposited on ZrO2 powder by ALD. Rh/ZrO2 composites were then reduced.",
        {"role": "support", "formula": "ZrO2"},
        True,
    ),
    # what is called by one word with another, and what a solid becomes
    ("TbN grew from TMA and NH3 as the coreactant.", {"role": "precursor"}, True),
    (
        "TbN grew from TMA and NH3 as the coreactant.",
        {"chemical": "ammonia", "role": "coreactant"},
        True,
    ),
    ("TbN grew from H2 and NH3 as the coreactant.", {"role": "precursor"}, False),
    ("A liquid ALD precursor of Tb was made.", {"process": "liquid_phase_ald"}, False),
    ("A liquid ALD precursor of Tb was made.", {"process": "ald"}, True),
    ("Liquid ALD of TbN was done in a flask.", {"process": "liquid_phase_ald"}, True),
    ("Heat converted the WN films to tungsten.", {"role": "product", "formula": "W"}, True),
    ("Heat converted the WN films from cubic to hexagonal.", {"role": "product"}, False),
    ("The WN films were not converted to tungsten.", {"role": "product"}, False),
    ("The WN films were converted to tungsten.", {"role": "product"}, True),
    (
        "The precursor bound by ligand exchange with OH groups.",
        {"process": "ligand_exchange"},
        False,
    ),
    ("The dots met the precursor in a ligand exchange.", {"process": "ligand_exchange"}, True),
]


def test_claims_of_single_sentences_on_films():
    assert wrong(CASES) == []

"""What single sentences on the making and treating of particles claim and what they do not.

All sentences are made up for these tests.
"""

from __future__ import annotations

from tests.kg.extract.case_papers import wrong

CASES: list[tuple[str, dict[str, object], bool]] = [
    # lists of reagents and of their parts pair in order
    (
        "SnI2 and thioacetamide were used as the tin and sulfur sources.",
        {"role": "precursor", "chemical": "sni2"},
        True,
    ),
    (
        "Nickel acetate and selenourea served as nickel and selenium precursors.",
        {"role": "coreactant", "chemical": "selenourea"},
        True,
    ),
    (
        "Pd(acac)2 and benzyl alcohol served as the metal source and the reductant.",
        {"role": "coreactant", "chemical": "benzyl alcohol"},
        True,
    ),
    (
        "AgNO3, NaBH4 and PVP were used as the precursor, the reductant and the capping agent.",
        {"role": "ligand", "chemical": "pvp"},
        True,
    ),
    (
        "Oleylamine and octadecene were used as ligand and solvent.",
        {"role": "solvent", "chemical": "oleylamine"},
        False,
    ),
    (
        "Cobalt nitrate and urea were used as the cobalt source and the precipitant.",
        {"role": "coreactant", "chemical": "urea"},
        True,
    ),
    # two elements share the word that makes them a name of other reagents
    (
        "In(acac)3 with ozone and ammonia as oxygen and nitrogen sources was employed in ALD of "
        "indium oxynitride.",
        {"role": "coreactant", "chemical": "ammonia"},
        True,
    ),
    (
        "In(acac)3 with ozone and ammonia as oxygen and nitrogen sources was employed in ALD of "
        "indium oxynitride.",
        {"chemical": "oxygen"},
        False,
    ),
    # salts share their anion
    (
        "Cobalt ferrite particles were precipitated from cobalt(II) and iron(III) nitrates.",
        {"role": "precursor", "chemical": "cobalt(ii) nitrate"},
        True,
    ),
    (
        "Zinc and lead acetates were dissolved in oleylamine to synthesize PbZnS nanocrystals.",
        {"role": "precursor", "chemical": "zinc_acetate"},
        True,
    ),
    (
        "Zinc and lead bromides were deposited as films.",
        {"kind": "chemical"},
        False,
    ),
    (
        "Octadecene and oleic acid were used as solvent, and precursors were injected.",
        {"role": "precursor"},
        False,
    ),
    (
        "ZnI2 and Na2Se were chosen as precursors of ZnSe and toluene as solvent.",
        {"role": "solvent", "chemical": "na2se"},
        False,
    ),
    (
        "Dots were made using octadecene and white spirit as a solvent, varying the precursors.",
        {"role": "precursor"},
        False,
    ),
    # a ligand may be added alone
    (
        "CdTe dots: CdI2 was heated in octadecene in a flask, and oleic acid was added.",
        {"role": "ligand", "chemical": "oleic_acid"},
        True,
    ),
    (
        "For CdTe dots, octadecene and oleic acid were loaded into the flask.",
        {"role": "solvent", "chemical": "1_octadecene"},
        True,
    ),
    ("ZnO films were spun, and oleic acid was added to the ink.", {"role": "ligand"}, False),
    (
        "Ag nanocubes were made with AgNO3 and HCl in diethylene glycol.",
        {"role": "byproduct"},
        False,
    ),
    # a range of two units
    ("The ZnO film was annealed for 30 s to 5 min.", {"value": 0.5, "value_max": 5.0}, True),
    ("The ZnO particles are 400 nm to 2 µm large.", {"value": 0.4, "value_max": 2.0}, True),
    ("The ZnO film was annealed for 30 min to 5 s.", {"value_max": 30.0}, False),
    # a stretch of light is no size, no technique
    ("The PbS detectors use a part of the near-infrared spectrum.", {"technique": "ftir"}, False),
    ("The PbS dots absorb across the infrared spectrum.", {"technique": "ftir"}, False),
    ("The infrared spectrum of the PbS dots shows C-H bands.", {"technique": "ftir"}, True),
    # heat of a plate, of an annealing that names its sample; a plate of liquids is none
    (
        "The PbS film was then placed on a hotplate at 300 °C.",
        {"parameter": "annealing_temperature", "value": 300},
        True,
    ),
    (
        "The coated substrates were put on a hot plate held at 250 °C for 5 min.",
        {"parameter": "annealing_time", "value": 5},
        True,
    ),
    (
        "The ZnO solution was placed on a hot plate at 70 °C.",
        {"parameter": "annealing_temperature"},
        False,
    ),
    (
        "Thermal annealing of as-deposited Pt nanowires in air at 225 °C helped.",
        {"parameter": "annealing_temperature", "value": 225},
        True,
    ),
    (
        "The glass was cleaned in acetone and finally exposed to oxygen plasma.",
        {"process": "plasma_treatment"},
        True,
    ),
    # words of a work-up
    ("CdS dots: the precipitation was collected and washed.", {"process": "precipitation"}, False),
    ("CdS was made by precipitation from CdI2 and Na2S.", {"process": "precipitation"}, True),
    ("The CdS mixture was stirred before filtration.", {"kind": "application"}, False),
    (
        "The Cu alloy suppresses the hydrogen evolution reaction (HER) on ZnO.",
        {"application": "water_splitting"},
        False,
    ),
    (
        "Pt nanocrystals were tried in the hydrogen evolution reaction (HER).",
        {"application": "water_splitting"},
        True,
    ),
    (
        "Au films are used as a surface-enhanced Raman scattering (SERS) substrate.",
        {"application": "sers_substrate"},
        True,
    ),
    (
        "Selenium in trioctylphosphine was injected to give CdSe nanocrystals.",
        {"process": "colloidal_synthesis"},
        True,
    ),
    (
        "PbI2 and cesium oleate reacted in oleylamine to form CsPbI3 nanocrystals.",
        {"process": "colloidal_synthesis"},
        True,
    ),
    (
        "To give the CdSe nanocrystals time, oleylamine was kept.",
        {"process": "colloidal_synthesis"},
        False,
    ),
    # crystals in frameworks, shapes that a verb tells
    (
        "CdS@UiO-66 hybrids were made.",
        {"architecture": "hybrid", "layers": ["CdS", "UiO-66"]},
        True,
    ),
    ("Pt@ZIF-8 was made.", {"role": "matrix", "formula": "ZIF-8"}, True),
    (
        "We grew shells of a metal-organic framework around Cu nanocrystals.",
        {"architecture": "hybrid", "layers": ["Cu", "MOF"]},
        True,
    ),
    ("CdSe@ZnS dots were made.", {"architecture": "hybrid"}, False),
    (
        "PbSe-Pb(oleate)2 nanocrystals were stirred.",
        {"formula": "PbSe", "form": "nanocrystal"},
        True,
    ),
    (
        "Devices were finished by evaporation of 80 nm Ag on PbS through a shadow mask.",
        {"role": "electrode", "formula": "Ag"},
        True,
    ),
    # what a solid holds, what a sample is tried with, what is sold or falls apart makes nothing
    (
        "CuS films were grown by ALD (Figure S2), and the powder was mixed with carbon (Fig. S8).",
        {"kind": "chemical"},
        False,
    ),
    (
        "The bromine-rich domains emit green, and phonons displace bromine atoms in the films made "
        "by spin coating.",
        {"chemical": "bromine"},
        False,
    ),
    ("MoS2 films were grown from MoCl5 and sulfur vapor by CVD.", {"role": "coreactant"}, True),
    (
        "The gap of CsPbI3 films made by spin coating falls by replacing Br− with I−.",
        {"role": "ligand"},
        False,
    ),
    ("The oleate ligands on PbSe dots were replaced by I−.", {"role": "ligand"}, True),
    (
        "Butyltin trichloride and a potassium halide (X = F, Cl, Br) were mixed to deposit SnO2.",
        {"role": "ligand"},
        False,
    ),
    (
        "The degradation of rhodamine B with H2O2 on Ag2O was followed.",
        {"role": "coreactant"},
        False,
    ),
    (
        "The TiO2 photocatalyst was synthesized by adding H2O2 to TiCl4.",
        {"chemical": "hydrogen_peroxide"},
        True,
    ),
    (
        "Urea decomposes into ammonia and carbon dioxide during the synthesis of ZnO.",
        {"chemical": "ammonia"},
        False,
    ),
    (
        "The CdTe dots were put into a buffer of 5 mM dithiothreitol and 2 mM CaCl2.",
        {"kind": "chemical"},
        False,
    ),
    (
        "The CdTe dots were capped with dithiothreitol in a buffer.",
        {"role": "ligand"},
        True,
    ),
    (
        "ZnO powder was synthesized and mixed with a binder (PTFE, 55 wt% in water, Alfa).",
        {"role": "solvent"},
        False,
    ),
    ("ZnO membranes grown by ALD show a drop in water flux.", {"role": "solvent"}, False),
    ("PEG, APTES and oleic acid were purchased from Merck.", {"role": "solvent"}, False),
    ("PEG, APTES and oleic acid were purchased from Merck.", {"role": "additive"}, False),
    ("PEG, APTES and oleic acid were purchased from Merck.", {"role": "ligand"}, True),
    (
        "CdTe films grew. NiO was removed from them by etching with a 1 M citric acid solution.",
        {"role": "ligand"},
        False,
    ),
    (
        "Thermogravimetry of the ZnS powder was done under a 50 mL/min flow of nitrogen.",
        {"role": "purge_gas"},
        False,
    ),
    (
        "Lauryl sodium sulfate was added to the nickel acetate solution to make NiO wires.",
        {"role": "precursor", "chemical": "sodium sulfate"},
        False,
    ),
    # capitals that the document defines otherwise, be it without a blank
    (
        "A semiconductor/insulator/semiconductor(SIS) structure of ZnO was grown. The SIS of ZnO "
        "and polypyrrole lasts.",
        {"process": "sequential_infiltration_synthesis"},
        False,
    ),
    # what is added is the agent, and not what it is added to
    (
        "Hydrazine was quickly added to the AgNO3 solution as the reductant.",
        {"role": "coreactant", "chemical": "hydrazine"},
        True,
    ),
    (
        "Hydrazine was quickly added to the AgNO3 solution as the reductant.",
        {"role": "coreactant", "chemical": "agno3"},
        False,
    ),
    (
        "K2PtCl4 was added to a solution of PVP as the stabilizer.",
        {"role": "ligand", "chemical": "pvp"},
        True,
    ),
    # a phosphine gives a phosphide its phosphorus
    (
        "Co2P nanocrystals were synthesized from Co(acac)2 and TOP.",
        {"role": "coreactant", "chemical": "top"},
        True,
    ),
    (
        "CdSe nanocrystals were synthesized from CdO, selenium and TOP.",
        {"role": "coreactant", "chemical": "top"},
        False,
    ),
    # the source of a metal decomposes to make it, a dye is degraded
    (
        "Mo particles were obtained by decomposition of Mo(CO)6.",
        {"role": "precursor", "chemical": "mo(co)6"},
        True,
    ),
    (
        "The photocatalytic decomposition of rhodamine B on ZnO took 9 min.",
        {"role": "precursor"},
        False,
    ),
    (
        "The photocatalytic decomposition of rhodamine B on ZnO took 9 min.",
        {"role": "analyte"},
        True,
    ),
]


def test_claims_of_sentences_on_syntheses():
    assert wrong(CASES) == []

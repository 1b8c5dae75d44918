"""What sentences on colloidal nanocrystals claim and what they do not.

All sentences are made up for these tests.
"""

from __future__ import annotations

from tests.kg.extract.case_papers import wrong

CASES: list[tuple[str, dict[str, object], bool]] = [
    # with two elements behind it, "Co" at the head of a sentence is no cobalt
    ("Co-doping of ZnO with Ga and In was tried.", {"role": "dopant", "formula": "Co"}, False),
    ("Co-doping of ZnO with Ga and In was tried.", {"role": "dopant", "formula": "Ga"}, True),
    ("Co-doping of ZnO nanorods was tried.", {"role": "dopant", "formula": "Co"}, True),
    # a defect that only explains something else
    (
        "The emission of the ZnTe dots is weak due to the presence of tellurium vacancies.",
        {"property": "trap_states"},
        False,
    ),
    ("XPS showed the presence of tellurium vacancies.", {"property": "trap_states"}, True),
    # a sign that is missing denies what it is a sign of
    (
        "We obtained GaAs dots without any feature that shows quantum confinement.",
        {"property": "quantum_confinement", "direction": "present"},
        False,
    ),
    (
        "We obtained GaAs dots with a feature that shows quantum confinement.",
        {"property": "quantum_confinement", "direction": "present"},
        True,
    ),
    # the efficiency of particles that shine is none of a cell or a diode
    (
        "High-efficiency (45%) green luminescent Cs2InCl5 nanocrystals were made.",
        {"property": "photoluminescence_quantum_yield", "value": 45.0},
        True,
    ),
    (
        "The ZnSeTe dots show a quantum efficiency of 62%.",
        {"property": "photoluminescence_quantum_yield", "value": 62.0},
        True,
    ),
    (
        "A quantum dot LED with ZnSeTe dots shows a quantum efficiency of 6.2%.",
        {"property": "external_quantum_efficiency", "value": 6.2},
        True,
    ),
    # wavelengths of several samples, and of one that moved
    (
        "Dots with an emission wavelength from 600 nm to 650 nm were obtained.",
        {"property": "exciton_peak_position", "direction": "increase"},
        False,
    ),
    (
        "The emission wavelength shifted from 600 nm to 650 nm.",
        {"property": "exciton_peak_position", "direction": "increase"},
        True,
    ),
    # the first of two verbs says nothing of the second subject
    (
        "At the surface the work function decreases and the decay time of dots increases.",
        {"property": "photoluminescence_lifetime", "direction": "decrease"},
        False,
    ),
    # names that share their last word share what is said of it
    (
        "The electron and hole mobility of the HgSe films increased 20-fold.",
        {"property": "carrier_mobility", "value": 20.0},
        True,
    ),
    (
        "The electron mobility of the HgSe films increased 20-fold.",
        {"property": "carrier_mobility"},
        False,
    ),
    # a width whose name its value parts
    (
        "The dots emit with a full width of 25 nm at half maximum.",
        {"property": "linewidth", "value": 25.0},
        True,
    ),
    ("The slit has a full width of 25 nm.", {"property": "linewidth"}, False),
    # what treatments often bring, and what is only aimed at
    ("Heat treatments often lead to sintering of the particles.", {"kind": "outcome"}, False),
    ("The heat treatment led to sintering of the particles.", {"kind": "outcome"}, True),
    (
        "Preparing CuFeS2 dots of a higher quantum yield is our goal.",
        {"property": "photoluminescence_quantum_yield"},
        False,
    ),
    # a vessel that holds a solution is no sample
    (
        "A silver target was fixed in a vessel filled with 5 mL of a graphene oxide dispersion.",
        {"kind": "system"},
        False,
    ),
    # carbon around a compound, and on the grid of a microscope
    ("Carbon-coated ZnFe2O4 nanoparticles were made.", {"architecture": "core_shell"}, True),
    ("The dots were put on carbon-coated Cu grids.", {"formula": "C"}, False),
    # particles of a metal and an oxide, whose arrangement is left open
    ("Au/CeO2 nanocrystals were made by seeded growth.", {"kind": "system"}, False),
    ("PbS/HfO2 nanocomposites were made from PbS nanocrystals.", {"kind": "system"}, True),
    # where absorption sets in is no place of a peak
    ("The InAs dots have their absorption onset at 1100 nm.", {"kind": "outcome"}, False),
    # where a line lies beside another one, and how wide it is
    (
        "The emission of the coated dots appears at longer wavelengths.",
        {"property": "exciton_peak_position", "direction": "increase"},
        True,
    ),
    (
        "The plasmon band of Ge-doped CdO dots lies at lower energy.",
        {"property": "plasmon_resonance_position", "direction": "increase"},
        True,
    ),
    ("Dots that are excited at longer wavelengths were studied.", {"kind": "outcome"}, False),
    # what light took away from a solution
    (
        "Under UV light 46 % of the dye molecules were decomposed within 2 h.",
        {"property": "photocatalytic_efficiency", "value": 46.0},
        True,
    ),
    # a level that is reached again is no rise
    (
        "The cathode recovered its capacity of 410 mAh/g.",
        {"property": "specific_capacity", "direction": "increase"},
        False,
    ),
    # the orbital, not a work that is cited
    ("The sp^2 carbon of the shells conducts at 5 S/cm.", {"study": "2"}, False),
    # what others make such things from, ahead of the own work
    (
        "The synthesis of InSb dots involves a pyrophoric precursor, tris(trimethylsilyl)arsine. "
        "A safer way would help. Here we report InSb dots from antimony chloride, which is safe. "
        "The dots emit at 1200 nm, and they were made at 200 °C within one hour in octadecene.",
        {"chemical": "tris(trimethylsilyl)arsine"},
        False,
    ),
    # the formula of a name, in either spelling
    (
        "Cobalt sulfide (CoS) rods were made. The cobalt sulphide rods were used as an anode.",
        {"role": "electrode", "formula": "CoS"},
        True,
    ),
    # a base that only helps particles into another liquid, a salt that is no source of the dots
    (
        "The ZnSe dots were transferred from hexane to N-methylformamide by KOH and K2S.",
        {"chemical": "koh", "role": "phase_transfer_agent"},
        True,
    ),
    (
        "ZnO nanocrystals were made from zinc acetate and KOH in methanol.",
        {"chemical": "koh", "role": "coreactant"},
        True,
    ),
    ("Addition of ZnBr2 resulted in small InAs dots.", {"role": "precursor"}, False),
    ("Addition of ZnBr2 resulted in a ZnSe shell on InAs dots.", {"role": "precursor"}, True),
    # the uncoated sample of a clause, and the particles before they were coated
    (
        "SnO2 cubes were coated with MgO by ALD. The uncoated cubes coarsened to more than 40 nm.",
        {"property": "particle_size", "of": ["SnO2", "MgO"]},
        False,
    ),
    (
        "We made CdTe dots. The dots have a band gap of 1.9 eV. Then a ZnTe shell was grown.",
        {"property": "band_gap", "of": ["CdTe"]},
        True,
    ),
]


def test_claims_of_sentences_on_nanocrystals():
    assert wrong(CASES) == []

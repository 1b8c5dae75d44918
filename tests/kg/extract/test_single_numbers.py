"""Which numbers of single sentences are claimed: no instrument's, no model's, no test's.

All sentences are made up for these tests.
"""

from __future__ import annotations

from tests.kg.extract.case_papers import wrong

CASES: list[tuple[str, dict[str, object], bool]] = [
    # an instrument, a transition or a model has numbers of its own
    ("The PL was excited by a 405 nm laser.", {"parameter": "wavelength"}, False),
    ("The HgTe photodetector was lit at 1310 nm.", {"parameter": "wavelength"}, True),
    ("The ZnO film had a Curie temperature of 310 K.", {"value": 310}, False),
    ("The ZnO film was grown at a temperature of 510 K.", {"value": 510}, True),
    ("For HPLC a gradient over 18 min was used.", {"value": 18}, False),
    ("The ZnO dots were stirred for 18 min.", {"value": 18}, True),
    ("The laser gave an output power of 35 mW.", {"parameter": "power"}, False),
    ("The plasma power was 200 W.", {"parameter": "power"}, True),
    ("The absorption of ZnO was measured from 400 to 900 nm.", {"parameter": "wavelength"}, False),
    ("The height scale of the AFM image is z = 6 nm.", {"value": 6}, False),
    ("Sample RT-B4 was a ZnO film.", {"parameter": "room_temperature"}, False),
    ("The ZnO film was grown at RT.", {"parameter": "room_temperature"}, True),
    ("The ZnO dots emit and are 90 nm long.", {"parameter": "wavelength"}, False),
    ("The interlayer distance of MoS2 was 0.62 nm.", {"value": 0.62}, False),
    ("The MoS2 layer was 0.62 nm thick.", {"value": 0.62}, True),
    ("The ZnO film had a detection limit of 5 mM.", {"value": 5}, False),
    ("The TGA profile of ZnO was taken up to 95 °C.", {"value": 95}, False),
    ("The TEM lamella of ZnO was 40 nm thick.", {"value": 40}, False),
    ("Spectra of ZnO were taken at a scanning speed of 90 nm/min.", {"value": 90}, False),
    ("The ZnO film grew at a rate of 90 nm/min.", {"value": 90}, True),
    ("The ZnO films were lit with 1 Sun (100 mW/cm2).", {"value": 100}, True),
    ("The turnover of ZnO took 3 ms.", {"value": 3}, False),
    ("The pulse of ZnCl2 took 3 ms.", {"value": 3}, True),
    ("For the BET area ZnO was degassed at 120 °C.", {"value": 120}, False),
    ("The strain of the ZnO film was defined as 100% of its length.", {"kind": "outcome"}, False),
    ("The W/L of the FET is 80 μm/40 μm, its diameter 2 mm.", {"unit": "um"}, False),
    ("Pads with diameters of 60 μm lay on the ZnO film.", {"value": 60}, False),
    ("Grains with diameters of 60 μm lay on the ZnO film.", {"value": 60}, True),
    ("The response of ZnO dots was extended to 610 nm by CdS dots.", {"value": 610}, False),
    ("Their UV response faded when the ZnO dots grew to 210 nm.", {"value": 210}, True),
    # values that a property cannot have
    ("The emission peak was increased 10-fold.", {"value": 10}, False),
    ("The emission intensity was increased 10-fold.", {"value": 10}, True),
    ("The absorption was measured in a 1 cm cell.", {"property": "absorption"}, False),
    ("The strain of the bacteria was higher.", {"property": "strain"}, False),
    ("The strain of the film was higher.", {"property": "strain"}, True),
    ("The density of islands was lower.", {"property": "density"}, False),
    ("The density of the film was lower.", {"property": "density"}, True),
    # numbers of samples and of instruments
    ("Films were annealed at 130 °C for 1, 5 and 20 min.", {"parameter": "annealing_time"}, True),
    ("Thermogravimetry was done in air from 25 to 900 °C.", {"value_max": 900}, False),
    ("A Celgard separator, 25 µm in thickness, was used.", {"value": 25}, False),
    ("The lattice fringe spacings of 0.19 and 0.23 nm fit.", {"value": 0.23}, False),
    ("The state was kept with a retention of 1000 s.", {"parameter": "test_duration"}, True),
    # times of kinetics and of data taking, of history; lengths of tools and of atoms
    ("The response and recovery times of ZnO were 24 and 210 s.", {"value": 210}, False),
    ("The ZnO wires were dipped for 210 s.", {"value": 210}, True),
    ("Spectra of the ZnO film were taken every 2 min.", {"kind": "condition"}, False),
    ("The 1s and 2s peaks of O were seen for ZnO.", {"kind": "condition"}, False),
    ("The ZnO film was kept in air for 2 days.", {"parameter": "test_duration"}, True),
    ("ZnO was patterned by 193 nm immersion lithography.", {"value": 193}, False),
    ("The reflector of ZnO had a bandwidth of 620 nm.", {"kind": "condition"}, False),
    ("The spacing was 0.29 nm for the (220) plane of ZnO.", {"kind": "condition"}, False),
    ("The simulation of ZnO had a mesh size of 5 nm.", {"value": 5}, False),
    ("A pressure drop of 6 Torr was seen for ZnO.", {"kind": "condition"}, False),
    ("ZnO was grown at a pressure of 6 Torr.", {"parameter": "pressure"}, True),
    ("The ZnO film was put into 1 m NaOH.", {"parameter": "thickness"}, False),
    # values that only go into a calculation
    ("The size of ZnO was calculated with an assumed band gap of 3.3 eV.", {"value": 3.3}, False),
    ("The size was calculated using a refractive index of 2.4.", {"value": 2.4}, False),
    ("The refractive index of the ZnO film was 2.4.", {"value": 2.4}, True),
    # cycles of a cell, and of a deposition
    ("The ZnO electrode kept a capacity of 120 mAh/g at 300 cycles.", {"value": 300}, False),
    ("The ZnO electrode was coated by 5 cycles of Al2O3 ALD.", {"parameter": "cycle_count"}, True),
    ("The ZnO cell was tested at 50 mA/g, a 0.2 C rate.", {"parameter": "temperature"}, False),
    ("A plasma-enhanced chemical vapor deposited ZnO film.", {"process": "cvd"}, True),
    (
        "A plasma-enhanced chemical vapor deposited ZnO film.",
        {"process": "plasma_enhanced_ald"},
        False,
    ),
    ("An increase of the temperature of ZnO of 20 °C was seen.", {"value": 20}, False),
    ("LiPF6 in carbonates (1:1 vol %) wetted the ZnO.", {"kind": "condition"}, False),
    # what cells give, shifts, depths and ions' radii are no settings
    ("The fuel cell with a ZnO film gave a power density of 35 mW/cm2.", {"value": 35}, False),
    ("The ZnO film was lit at a power density of 35 mW/cm2.", {"value": 35}, True),
    (
        "The Ag particles showed a 37 nm red shift with a ZnO shell.",
        {"kind": "condition", "value": 37},
        False,
    ),
    ("The ZnO film had a junction depth of 40 nm.", {"value": 40}, False),
    ("By SIMS at a sputtering rate of 0.3 nm/s ZnO was seen.", {"value": 0.3}, False),
    # tests have temperatures of their own
    (
        "The power density of the cell with a ZnO film was measured at 450 °C.",
        {"parameter": "test_temperature", "value": 450},
        True,
    ),
    ("The ZnO film was deposited at 450 °C.", {"parameter": "temperature", "value": 450}, True),
    # rates of charging, and temperatures that lost their sign
    ("At a rate of 90 C the ZnO anode kept its capacity.", {"value": 90}, False),
    ("ZnO films of 20 C were thinner.", {"value": 20}, False),
    ("ZnO films were grown at 150 C.", {"value": 150, "unit": "Cel"}, True),
    ("ZnO films were grown at 90 C.", {"value": 90, "unit": "Cel"}, True),
    (
        "ZnO rods were grown by hydrothermal treating at 95 °C for 3 h.",
        {"parameter": "temperature", "value": 95},
        True,
    ),
    (
        "ZnO rods were grown by hydrothermal treating at 95 °C for 3 h.",
        {"parameter": "duration", "value": 3},
        True,
    ),
    (
        "ZnO rods were improved by thermal treating at 395 °C.",
        {"parameter": "annealing_temperature"},
        True,
    ),
    # lengths of hills, holes and cuts, wafers, scans, differences and laws
    ("The hillocks of CdO had a peak-to-valley height of 90 nm.", {"value": 90}, False),
    (
        "The hillocks of CdO had a peak-to-peak height of 40-90 nm.",
        {"parameter": "particle_size"},
        False,
    ),
    ("CdO clusters had a diameter of 90 nm.", {"parameter": "particle_size", "value": 90}, True),
    ("FTO plates with an Rg of 0.8 nm carried MgO dots.", {"value": 0.8}, False),
    ("MgO was grown on Ge with holes of a diameter of 440 nm.", {"value": 440}, False),
    (
        "Microlenses of CaO had diameters of 30, 45 and 70 μm.",
        {"parameter": "particle_size"},
        False,
    ),
    (
        "CaO was sputtered after 4 × 10⁻⁷ Torr base pressure was reached.",
        {"parameter": "pressure"},
        False,
    ),
    ("The Si ridge had a core cross-section of 900 nm × 310 nm.", {"value": 310}, False),
    ("The substrates were 350-μm thick polished MgO plates.", {"parameter": "thickness"}, False),
    ("The MgO films on the substrates were 2 μm thick.", {"parameter": "thickness"}, True),
    (
        "The In content of ZnO was measured by EDX over an area of 1.7 mm2.",
        {"parameter": "film_area"},
        False,
    ),
    (
        "The plate was kept at a temperature higher than the wall by 15-25 °C.",
        {"unit": "Cel"},
        False,
    ),
    ("The plate of MgO was kept at 15-25 °C.", {"unit": "Cel"}, True),
    ("The VN films had an average ΔTc of 2.6 K.", {"value": 2.6}, False),
    ("The VN film had two transitions at 7.4 and 8.1 K.", {"parameter": "test_temperature"}, False),
    ("The time τ0 of the ZnO dots was 3 × 10⁻¹¹ s.", {"parameter": "duration"}, False),
    (
        "Annealed ZnO films coated at 170 and 230 °C were rough.",
        {"parameter": "temperature", "value": 230},
        True,
    ),
    (
        "Annealed ZnO films coated at 170 and 230 °C were rough.",
        {"parameter": "annealing_temperature"},
        False,
    ),
    (
        "MgO dots answered at once under 365-nm LED light.",
        {"parameter": "wavelength", "value": 365},
        True,
    ),
]


def test_claims_of_numbers_in_single_sentences():
    assert wrong(CASES) == []

"""Which properties single sentences name, and which changes are theirs.

All sentences are made up for these tests.
"""

from __future__ import annotations

from tests.kg.extract.case_papers import wrong

CASES: list[tuple[str, dict[str, object], bool]] = [
    # names of properties that mean something else
    (
        "The sintered ZnO was infiltrated with Fe and reduced at 850 °C.",
        {"property": "sintering_resistance"},
        False,
    ),
    ("Magnetite has a Curie temperature Tc of 850 K.", {"kind": "outcome"}, False),
    ("The recombination of vacancies in ZnO was reduced.", {"property": "recombination"}, False),
    ("The recombination of carriers in ZnO was reduced.", {"kind": "outcome"}, True),
    ("The film reduced the absorption of ZnO.", {"property": "absorption"}, True),
    (
        "The particle size of ZnO did not decrease monotonously.",
        {"property": "particle_size", "direction": "none"},
        False,
    ),
    (
        "The roughness of a 3 µm-thick ZnO film was measured.",
        {"property": "surface_roughness"},
        False,
    ),
    (
        "The contact angle of ZnO varied between 112° and 141°.",
        {"property": "contact_angle", "direction": "reported", "value": 112.0, "value_max": 141.0},
        True,
    ),
    # what a change depends on, which samples are meant, what is not known
    ("The tilt of CsPbI3 dots decreases as size increases.", {"kind": "outcome"}, False),
    (
        "The tilt of CsPbI3 is constant for larger nanocrystals.",
        {"property": "particle_size"},
        False,
    ),
    ("Annealing led to larger grains of CsPbI3.", {"property": "particle_size"}, True),
    ("The cause of the low trap density of ZnO is still under debate.", {"kind": "outcome"}, False),
    ("ZnO films switched despite their low stability.", {"property": "stability"}, False),
    (
        "ZnO was made by the selective conversion of films.",
        {"property": "catalytic_selectivity"},
        False,
    ),
    ("V O doping of ZnO was studied.", {"role": "dopant"}, False),
    ("N doping of ZnO was studied.", {"role": "dopant", "formula": "N"}, True),
    ("Applied strain changes ZnO films.", {"property": "strain"}, False),
    ("Emission from In ions was measured at 325.6 nm.", {"kind": "outcome"}, False),
    ("Emission from InP dots was measured at 625 nm.", {"property": "exciton_peak_position"}, True),
    (
        "The polarization resistance of the ZnO cathode fell.",
        {"property": "corrosion_resistance"},
        False,
    ),
    (
        "The polarization resistance of ZnO in NaCl rose.",
        {"property": "corrosion_resistance"},
        True,
    ),
    ("The linewidth of ZnO increased, and losses are neglected.", {"kind": "outcome"}, True),
    ("CaO has a roughness of 0.3 nm RMS even after 65 nm of etching.", {"value": 65}, False),
    ("CaO is smooth for trench widths of 45 and 66 nm.", {"kind": "outcome", "value": 66}, False),
    ("The roughness of a 25 nm Fe 4 N film was low.", {"kind": "outcome", "value": 25}, False),
    ("The roughness of CaO was 0.3 nm.", {"kind": "outcome", "value": 0.3}, True),
    ("The density of voids in CaO was reduced.", {"property": "density"}, False),
    ("The density of CaO was reduced.", {"property": "density"}, True),
    (
        "The intensity of the emission band centered at 610–640 nm of MnS increased.",
        {"property": "exciton_peak_position"},
        False,
    ),
    (
        "The PL of ZnO lies 0.3 eV below the band.",
        {"property": "photoluminescence_intensity"},
        False,
    ),
]


def test_claims_of_single_sentences_on_properties():
    assert wrong(CASES) == []

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
]


def test_claims_of_single_sentences_on_films():
    assert wrong(CASES) == []

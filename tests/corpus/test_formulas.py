"""Formulas printed with blanks: closed up where they are plainly formulas, else left."""

from __future__ import annotations

import pytest

from corpus.formulas import close_formulas
from corpus.mapped import mapped

CLOSED = [
    ("an Al 2 O 3 film", "an Al2O3 film"),
    ("Pb(C 11 H 19 O 2 ) 2", "Pb(C11H19O2)2"),
    ("((Me 3 Si) 2 Te)", "((Me3Si)2Te)"),
    ("SnO x /Ag stacks", "SnOx/Ag stacks"),
    ("the SnO x, grown", "the SnOx, grown"),
    ("a SnO x layer", "a SnOx layer"),
    ("TiO 2 and ZrO 2.", "TiO2 and ZrO2."),
    ("the CO 2 reduction", "the CO2 reduction"),
    ("an O 2 plasma, N 2 purge", "an O2 plasma, N2 purge"),
    ("NH 3 or H 2 O pulses", "NH3 or H2O pulses"),
    ("H 2 S and Li 2 S", "H2S and Li2S"),
    ("TiCl 4 was dosed", "TiCl4 was dosed"),
    ("MoS 2 sheets", "MoS2 sheets"),
    ("V 2 O 5 and In 2 O 3", "V2O5 and In2O3"),
    ("Cd 0.5 Zn 0.5 S dots", "Cd0.5Zn0.5S dots"),
    ("of Al(CH 3 ) 3 vapor", "of Al(CH3)3 vapor"),
]
LEFT = [
    "PbSe 2 nm dots",
    "ZnO 5 nm thick",
    "of CdSe 3 samples",
    "In 2 days",
    "for I 2 think",
    "Figure 1 C shows",
    "TiO 2 nm thick",
    "a T 97 lifetime",
    "As 3 of them",
    "No 2 here",
]


@pytest.mark.parametrize(("printed", "expected"), CLOSED)
def test_blanks_go(printed: str, expected: str) -> None:
    assert close_formulas(mapped(printed)).text == expected


@pytest.mark.parametrize("text", LEFT)
def test_quantities_and_words_stay(text: str) -> None:
    assert close_formulas(mapped(text)).text == text

"""Damage of old publisher fonts: what is seen, what was printed, and look-alikes left alone."""

from __future__ import annotations

import pytest

from corpus.mapped import mapped
from corpus.repairs import REPAIRS, count_repairs, has_font_damage, repair, restore_dropped
from corpus.text import clean

ANYWHERE = [
    ("heated to 368C", "heated to 36°C"),
    ("grown at 4008C for", "grown at 400°C for"),
    ("held at 36 8C.", "held at 36 °C."),
    ("at 22.58C", "at 22.5°C"),
    ("a window of 170 • C to 210 • C", "a window of 170 °C to 210 °C"),
    ("kept at 160 degC", "kept at 160 °C"),
    ("at 2 degC/min", "at 2 °C/min"),
    ("at 160degC", "at 160°C"),
    ("at 25 ºC", "at 25 °C"),
    ("from 80–300 ° C", "from 80–300 °C"),
    ("at 300 oC", "at 300 °C"),
    ("at 10 T orr", "at 10 Torr"),
    ("to 0.007 A ˚ for", "to 0.007 Å for"),
    ("about 1.1 ˚A per", "about 1.1 Å per"),
    ("of 8.6 μ J cm⁻²", "of 8.6 μJ cm⁻²"),
    ("pressures of ;0.25 Torr", "pressures of ~0.25 Torr"),
    ("an α - Al2O3 wafer", "an α-Al2O3 wafer"),
    ("TMA/ H2O pulses", "TMA/H2O pulses"),
    ("of CdSe @ZnS dots", "of CdSe@ZnS dots"),
    ("on Si (100 ) wafers", "on Si (100) wafers"),
]
ALONE = [
    "Figure 28C shows",
    "Fig. 18C shows",
    "sample 28C was",
    "the 8C panel",
    "a 5 nm film; 10 nm more",
    "written to a@b.org or c @d.org",
    "T oration",
    "at 25 C",
    "a my system",
    "5 M HCl",
]
FONT = [
    ("pressure of;1 Torr", "pressure of~1 Torr"),
    ("grade,)99.99%", "grade,>99.99%"),
    ("velocity of 2.5 m ys was", "velocity of 2.5 m/s was"),
    ("of 0.375 ngycm²", "of 0.375 ng/cm²"),
    ("the H2SO4yH2O2 bath", "the H2SO4/H2O2 bath"),
    ("below -5 =10⁻⁷ Torr", "below <5 ×10⁻⁷ Torr"),
]
DROPPED = [
    ("exposures of NH (Vendor3", "exposures of NH3 (Vendor"),
    ("NH pulses came into the3\nflow", "NH3 pulses came into the\nflow"),
    ("ZrO powder on a grid2", "ZrO2 powder on a grid"),
    ("traces of O , CO, CO , H22 2", "traces of O2, CO, CO2, H2"),
    ("rinsed in H SOyH O baths242 2", "rinsed in H2SO4yH2O2 baths"),
    ("some H O in the gas. The2", "some H2O in the gas. The"),
    ("the NH pressure was ;0.653", "the NH3 pressure was ;0.65"),
    ("a density of 5.2 g ycm , this mass3", "a density of 5.2 g ycm³ , this mass"),
]
NOT_DROPPED = ["a film of ZrO on sample3", "NH pulses of 4", "grid2", "in 2003", "see Table 3"]


@pytest.mark.parametrize(("seen", "printed"), ANYWHERE)
def test_safe_rows_repair_any_text(seen: str, printed: str) -> None:
    assert clean(seen) == printed


@pytest.mark.parametrize("text", ALONE)
def test_look_alikes_stay(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(("seen", "printed"), FONT)
def test_font_rows_need_a_damaged_document(seen: str, printed: str) -> None:
    assert repair(mapped(seen), font=True).text.replace(" ²", "²") == printed
    assert repair(mapped(seen)).text == seen


@pytest.mark.parametrize(("seen", "printed"), DROPPED)
def test_dropped_digits_go_back_to_their_formulas(seen: str, printed: str) -> None:
    restored = restore_dropped(mapped(seen))
    assert restored.text.replace(" ,", ",") == printed.replace(" ,", ",")
    assert list(restored.origins) == sorted(restored.origins)


@pytest.mark.parametrize("text", NOT_DROPPED)
def test_digits_that_do_not_fit_stay(text: str) -> None:
    assert restore_dropped(mapped(text)).text == text


def test_font_damage_is_told_from_two_signs() -> None:
    assert has_font_damage("as before w24 x, at 10 T orr")
    assert not has_font_damage("as before [24], at 10 Torr; panel 8C")


def test_repairs_are_counted_by_name() -> None:
    counts = count_repairs("w21 x: 368C and 400 8C at 5 T orr of NH gas3")
    assert counts["degree sign read as 8"] == 2
    assert counts["split Torr"] == 1
    assert counts["subscript dropped to the line end"] == 1


def test_names_of_rows_are_unique() -> None:
    assert len({row.name for row in REPAIRS}) == len(REPAIRS)

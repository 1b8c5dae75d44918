"""Damage of old publisher fonts: what is seen, what was printed, and look-alikes left alone."""

from __future__ import annotations

from collections import Counter

import pytest

from corpus import read_bytes
from corpus.mapped import mapped
from corpus.repairs import (
    CHARACTERS,
    FONTS,
    HEALTHY,
    REPAIRS,
    Symptoms,
    damaged_fonts,
    repair,
    repair_characters,
    restore_dropped,
)
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
    ("of sample 4 ( 1 nm of ZnO below, 2 nm above)", "of sample 4 (1 nm of ZnO below, 2 nm above)"),
    ("a film of 4 ( 1 nm on it", "a film of 4 ± 1 nm on it"),
    ("grown at e100 °C only", "grown at ≤100 °C only"),
    ("lost above (g300 °C)", "lost above (≥300 °C)"),
]
SINGLE = [
    ("eﬃcient ﬁlms, ﬂat", "efficient films, flat"),
    ("nano\u00adcrys\u0002tals", "nanocrystals"),
    ("bell\x07 and \x9f", "bell and "),
    ("zero\u200bwidth", "zerowidth"),
    ("A\u030angstro\u0308m", "Ångström"),
    ("25 \uf0b0C, 2 \uf06dm, 4 \uf0b1 1", "25 °C, 2 μm, 4 ± 1"),
    ("25 Â°C, 2 Î¼m, 5â€“7 nm, 2 Ã— 3", "25 °C, 2 μm, 5–7 nm, 2 × 3"),
    ("Ångström, naïve, São", "Ångström, naïve, São"),
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
    "sample 4 (1 nm) and 5 (2 nm)",
    "a value of 10 mV cm⁻¹",
    "an e-beam, g values",
    "Teflon® parts and Nafion® films",
]
W_AND_X, REGISTERED, MINUS_AS_2 = FONTS
FONT = [
    ("pressure of;1 Torr", "pressure of~1 Torr", W_AND_X),
    ("grade,)99.99%", "grade,>99.99%", W_AND_X),
    ("velocity of 2.5 m ys was", "velocity of 2.5 m/s was", W_AND_X),
    ("of 0.375 ngycm²", "of 0.375 ng/cm²", W_AND_X),
    ("the H2SO4yH2O2 bath", "the H2SO4/H2O2 bath", W_AND_X),
    ("below -5 =10⁻⁷ Torr", "below <5 ×10⁻⁷ Torr", W_AND_X),
    ("of 22 mV cm here", "of 22 μΩ cm here", W_AND_X),
    ("thin ®lms of low coef®cient", "thin films of low coefficient", REGISTERED),
    ("a share of 10±5 at.%", "a share of 10–5 at.%", REGISTERED),
    ("8 cm22 V21 s21 here", "8 cm⁻² V⁻¹ s⁻¹ here", MINUS_AS_2),
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
DROPPING = Symptoms(fonts=frozenset({W_AND_X}))
NOT_DROPPED = ["a film of ZrO on sample3", "NH pulses of 4", "grid2", "in 2003", "see Table 3"]


@pytest.mark.parametrize(("seen", "printed"), ANYWHERE)
def test_safe_rows_repair_any_text(seen: str, printed: str) -> None:
    assert clean(seen) == printed


@pytest.mark.parametrize("text", ALONE)
def test_look_alikes_stay(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(("seen", "printed"), SINGLE)
def test_single_characters_are_repaired(seen: str, printed: str) -> None:
    repaired = repair_characters(mapped(seen), Counter())
    assert repaired.text == printed
    assert list(repaired.origins) == sorted(repaired.origins)


@pytest.mark.parametrize(("seen", "printed", "font"), FONT)
def test_font_rows_need_a_damaged_document(seen: str, printed: str, font: str) -> None:
    damaged = Symptoms(fonts=frozenset({font}))
    assert repair(mapped(seen), damaged, Counter()).text.replace(" ²", "²") == printed
    assert repair(mapped(seen), HEALTHY, Counter()).text == seen


@pytest.mark.parametrize(("seen", "printed"), DROPPED)
def test_dropped_digits_go_back_to_their_formulas(seen: str, printed: str) -> None:
    restored = restore_dropped(mapped(seen), DROPPING, Counter())
    assert restored.text.replace(" ,", ",") == printed.replace(" ,", ",")
    assert list(restored.origins) == sorted(restored.origins)


@pytest.mark.parametrize("text", NOT_DROPPED)
def test_digits_that_do_not_fit_stay(text: str) -> None:
    assert restore_dropped(mapped(text), DROPPING, Counter()).text == text


def test_font_damage_is_told_from_two_signs() -> None:
    assert damaged_fonts("as before w24 x, at 10 T orr") == {W_AND_X}
    assert damaged_fonts("®lms of low coef®cient") == {REGISTERED}
    assert not damaged_fonts("as before [24], at 10 Torr; panel 8C, Teflon® and Nafion®")


def _read(text: str) -> tuple[str, dict[str, int]]:
    """Read a text as a document: its one passage, and what was repaired in it."""
    paper = read_bytes(f"{text}\n".encode(), id="doe", source="doe.txt")
    return " ".join(passage.text for passage in paper.passages), dict(paper.repairs)


def test_repairs_are_counted_by_name() -> None:
    _, counts = _read("w21 x: 368C and 400 8C at 5 T orr of NH gas3")
    assert counts["degree sign read as 8"] == 2
    assert counts["split Torr"] == 1
    assert counts["subscript dropped to the line end"] == 1


def test_names_of_rows_are_unique() -> None:
    rows = (*CHARACTERS, *REPAIRS)
    assert len({row.name for row in rows}) == len(rows)


def test_a_paper_carries_its_counts() -> None:
    text = "\ufeffThin ﬁlms of ZnO grew at 1508C, soft\u00adly.\n"
    paper = read_bytes(text.encode(), id="doe", source="doe.txt")
    assert paper.repairs == {"soft hyphen": 1, "ligature": 1, "degree sign read as 8": 1}
    assert read_bytes(b"Films grew.", id="roe", source="roe.txt").repairs == {}

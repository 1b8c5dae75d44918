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
from tests.rows import each_row

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
    ("EDTtreated films of OAcapped dots", "EDT-treated films of OA-capped dots"),
    ("Untreated films, UV-treated, SAMs grown", "Untreated films, UV-treated, SAMs grown"),
    ("to 0.007 A ˚ for", "to 0.007 Å for"),
    ("about 1.1 ˚A per", "about 1.1 Å per"),
    ("of 8.6 μ J cm⁻²", "of 8.6 μJ cm⁻²"),
    ("pressures of ;0.25 Torr", "pressures of ~0.25 Torr"),
    ("an α - Al2O3 wafer", "an α-Al2O3 wafer"),
    ("of La0.6Sr0.4CoO3 − δ films", "of La0.6Sr0.4CoO3−δ films"),
    ("the shift – δ in ppm", "the shift – δ in ppm"),
    ("TMA/ H2O pulses", "TMA/H2O pulses"),
    ("of the films.The rate fell,which", "of the films. The rate fell, which"),
    ("of the films.However,the rate", "of the films. However, the rate"),
    ("in DMF.The dots of PbS NCs.We saw", "in DMF. The dots of PbS NCs. We saw"),
    ("a camera.FTIR spectra", "a camera. FTIR spectra"),
    ("with HC1, ZnC12 and HAuC14", "with HCl, ZnCl2 and HAuCl4"),
    ("see www.films.org and J.Films", "see www.films.org and J.Films"),
    ("of CdSe @ZnS dots", "of CdSe@ZnS dots"),
    ("on Si (100 ) wafers", "on Si (100) wafers"),
    ("of sample 4 ( 1 nm of ZnO below, 2 nm above)", "of sample 4 (1 nm of ZnO below, 2 nm above)"),
    ("a film of 4 ( 1 nm on it", "a film of 4 ± 1 nm on it"),
    ("grown at e100 °C only", "grown at ≤100 °C only"),
    ("lost above (g300 °C)", "lost above (≥300 °C)"),
    # subscripts in brackets
    ("Al(2)O(3) from Al(CH(3))(3) and H(2)O in N(2)", "Al2O3 from Al(CH3)3 and H2O in N2"),
    ("TiO(2)-coated Cu(2)Se, MoS(2) and CsPbBr(3)", "TiO2-coated Cu2Se, MoS2 and CsPbBr3"),
    ("GaO(X) on CsSnBr(x)I(3-x), then HfO(x)", "GaOx on CsSnBrxI3-x, then HfOx"),
    ("Panel Ti(x) shows NiO (x) at SnO(y", "Panel Ti(x) shows NiO (x) at SnO(y"),
    ("HfO(2)/ZrO(2) of Zn(acac)(2)", "HfO2/ZrO2 of Zn(acac)2"),
    ("bound by In(2)Se(4)(2-)", "bound by In2Se4(2-)"),
    ("from Zr(O t Bu)4 and Co( i PrAMD)2", "from Zr(OtBu)4 and Co(iPrAMD)2"),
    ("the n Butanol and set (i Prime)", "the n Butanol and set (i Prime)"),
    # powers of ten of long tests
    ("a retention of 76 % after 104 s", "a retention of 76 % after 10⁴ s"),
    ("the first 105 program/erase cycles", "the first 10⁵ program/erase cycles"),
    # numbers that blanks divide
    ("at 1, 100 and 1, 000 °C (3, 000-4, 000 °C)", "at 1, 100 and 1,000 °C (3,000-4,000 °C)"),
    ("at 20 0 °C or 9 0 °C", "at 200 °C or 90 °C"),
    ("a 10 5 -fold rise and a 10 4-fold one", "a 10⁵ -fold rise and a 10⁴-fold one"),
    ("103–104 times smaller, a 102-105 fold rise", "10³–10⁴ times smaller, a 10²-10⁵ fold rise"),
    ("dipped 102-103 times into the bath", "dipped 102-103 times into the bath"),
    # degree signs
    ("at 250 8 C. Then", "at 250 °C. Then"),
    ("at 150 0C or 160 ⁰C", "at 150 °C or 160 °C"),
    ("at 95 o C, then 80 C°", "at 95 °C, then 80 °C"),
    ("at 120 degrees Celsius or 90 degrees C", "at 120 °C or 90 °C"),
    ("at 70◦C and 80 ○C", "at 70°C and 80 °C"),
    # dashes between numbers that rise
    ("between 225±325 °C", "between 225–325 °C"),
    ("of 4±12 nm", "of 4–12 nm"),
    ("from 225?325 °C, 5�9 nm", "from 225–325 °C, 5–9 nm"),
    ("held at 120y180 °C", "held at 120–180 °C"),
    ("grown at 200350 °C or 150 275 °C", "grown at 200–350 °C or 150–275 °C"),
    ("metal?doped and n�type films", "metal-doped and n-type films"),
    # micro sign
    ("at 8.5 mu W, 40 mu Omega cm", "at 8.5 μW, 40 μΩ cm"),
    ("a drop of 25 lL, 4 lm thick", "a drop of 25 μL, 4 μm thick"),
    # minus and times signs, powers
    ("4 Â 10À3 mbar", "4 × 10⁻³ mbar"),
    ("10À3 mbar on Zn1ÀxMgxO", "10⁻³ mbar on Zn1−xMgxO"),
    ("2.5 3 10^-6 Torr, 5 mm 3 7 mm", "2.5 × 10⁻⁶ Torr, 5 mm × 7 mm"),
    ("1.9 × 10?3 A cm?2", "1.9 × 10⁻³ A cm⁻²"),
    ("3 × 10 -2 mbar, 3 x 10-2 mbar", "3 × 10⁻² mbar, 3 x 10⁻² mbar"),
    ("of 1.4 × 107, or 2.1 × 1018 cm-3", "of 1.4 × 10⁷, or 2.1 × 10¹⁸ cm⁻³"),
    ("below 10-5 Torr, 10 -8 A", "below 10⁻⁵ Torr, 10⁻⁸ A"),
    ("N-2/H-2 plasma and O-3 oxidant", "N2/H2 plasma and O3 oxidant"),
    ("down to 10−12 M", "down to 10⁻¹² M"),
    ("at 350 \\degreecelsius", "at 350 °C"),
    ("an on/off ratio of 106", "an on/off ratio of 10⁶"),
    ("quality factors above 106", "quality factors above 10⁶"),
    ("below 1012 cm-2 eV-1", "below 10¹² cm⁻² eV⁻¹"),
    ("12 cm 2 /V s and 8 cm 2 V -1 s -1", "12 cm² /V s and 8 cm² V⁻¹ s⁻¹"),
    ("Mobilities above 7 Cm2 V-1 s-1", "Mobilities above 7 cm² V⁻¹ s⁻¹"),
    ("6.5cm2V-1s-1 and 5 mg mL-1", "6.5cm²V⁻¹s⁻¹ and 5 mg mL⁻¹"),
    ("at 10 mA/cm 2, 30 m2 g-1", "at 10 mA/cm², 30 m² g⁻¹"),
    ("with S 2- and Cd2+ ions", "with S²⁻ and Cd²⁺ ions"),
    ("J. Ex. 3, 17 ~1997!", "J. Ex. 3, 17 (1997)"),
    # formulas and names that a page sets apart
    ("a gate on In 0.4Ga0.6As or p-In 0.4Ga0.6As", "a gate on In0.4Ga0.6As or p-In0.4Ga0.6As"),
    ("of Zn0.15 Cd0.85 Se, Pb0.7 Sn0.3 Te", "of Zn0.15Cd0.85Se, Pb0.7Sn0.3Te"),
    ("a Pbx Sn1´x Te film, ZnxCd1´xTe", "a PbxSn1-xTe film, ZnxCd1-xTe"),
    ("of ZnSySe1  y, ZnS/ZnSySe1 y", "of ZnSySe1-y, ZnS/ZnSySe1-y"),
    ("a shell of Zn xCd1-xSe", "a shell of ZnxCd1-xSe"),
    ("a Zrx Hf1-xO gate", "a ZrxHf1-xO gate"),
    ("La0.7Sr0.3Co O3 cathodes", "La0.7Sr0.3CoO3 cathodes"),
    ("an ALD Ga O film", "an ALD Ga2O3 film"),
    ("Pd@Ru02, V205? and Ti02 on Si02/Si", "Pd@RuO2, V205? and TiO2 on SiO2/Si"),
    ("LiCo02, Ta205 and Co304 films, Y203, Ni02", "LiCoO2, Ta2O5 and Co3O4 films, Y203, Ni02"),
    (
        "A12O3 from TiC14 or SiCI4, AI2O3, A1 and C14",
        "Al2O3 from TiCl4 or SiCl4, Al2O3, A1 and C14",
    ),
    ("ZnО, НfO2 and ТiO2 of a keyboard", "ZnO, HfO2 and TiO2 of a keyboard"),
    ("Sr Ti O3, Cs Pb Br 3, Zr O 2, Ag Bi S2 and V2O 5", "SrTiO3, CsPbBr3, ZrO2, AgBiS2 and V2O5"),
    ("LiNi0.5 Mn1.5 O4 or BaTi O3", "LiNi0.5Mn1.5O4 or BaTiO3"),
    ("Ru O2 plasma, Cu S2, TiO2 Al2O3, Cu2S 2", "Ru O2 plasma, Cu S2, TiO2 Al2O3, Cu2S 2"),
    ("Hf0·5Zr0·5O2 and CuSO4·5H2O", "Hf0.5Zr0.5O2 and CuSO4·5H2O"),
    ("ZnO : Al, Y2O3 : Eu3+ film, ZnO : Al ratio", "ZnO:Al, Y2O3:Eu3+ film, ZnO : Al ratio"),
    ("a (Ba, Sr) TiO3 film", "a (Ba, Sr)TiO3 film"),
    ("NH 3 at 150 °C and PbSe 2 at.%", "NH3 at 150 °C and PbSe 2 at.%"),
    ("H 2O, D 2O and H 2S pulses", "H2O, D2O and H2S pulses"),
    ("from Zn(DMP) 2, and [Y(DPfAMD) 3]", "from Zn(DMP)2, and [Y(DPfAMD)3]"),
    ("HAuCl 4, K2PtCl 6, NiCl 2.6H2O", "HAuCl4, K2PtCl6, NiCl2.6H2O"),
    ("HAuCl4‚3H2O and N2H4‚HCl", "HAuCl4·3H2O and N2H4·HCl"),
    ("Pt(3)Co and Pd(2)Sn dots", "Pt3Co and Pd2Sn dots"),
    ("a TiO 2 -ZrO 2 film", "a TiO2-ZrO2 film"),
    (
        "hexane dithiol, tetraoctyl ammonium, tri -sodium",
        "hexanedithiol, tetraoctylammonium, trisodium",
    ),
    ("at 45 °C–90%RH", "at 45 °C–90% RH"),
    # units
    ("of 8 Omega cm or 0.3 m Omega.cm(2)", "of 8 Ω cm or 0.3 mΩ cm²"),
    ("of 12–15 µO cm, 4 mΩ•cm 2", "of 12–15 μΩ cm, 4 mΩ cm²"),
    ("30-60 microM, 9 microOhm cm, 2 microL", "30-60 μM, 9 μOhm cm, 2 μL"),
    ("at 9 cm2/V sec, from 3 to 8 ls", "at 9 cm²/V s, from 3 to 8 μs"),
    ("of 310 mAh g 1, 900 L m2 h1 bar1", "of 310 mAh g⁻¹, 900 L m⁻² h⁻¹ bar⁻¹"),
    ("about 40e90 nm wide", "about 40–90 nm wide"),
    ("of 10− 9–10− 8 S cm− 1", "of 10⁻⁹–10⁻⁸ S cm⁻¹"),
    ("a resistivity near 1013 Ω cm", "a resistivity near 10¹³ Ω cm"),
    ("an on/ off ratio of over 108", "an on/ off ratio of over 10⁸"),
    ("an endurance of 1011 cycles", "an endurance of 10¹¹ cycles"),
    # tags and entities left over
    ("5 &mu;m, 3&amp;nbsp;nm, &lt;4", "5 μm, 3 nm, <4"),
    ("TiCl[sub]4[/sub] and N-2-H-2 mixed plasma", "TiCl4 and N2-H2 mixed plasma"),
    ("ZrO{sub 2} of 5.6 g/cm{sup 3} at 10{sup -3} Torr", "ZrO2 of 5.6 g/cm³ at 10⁻³ Torr"),
    ("in <mml:math><mml:mi>S</mml:mi><mml:mn>6</mml:mn></mml:math>S6 gas", "in S6 gas"),
    ("in <mml:math><mml:mi>S</mml:mi><mml:mn>6</mml:mn></mml:math> gas", "in S6 gas"),
    ('<span class="a">an</span> Al<SUB>2</SUB>O<sub>3</sub> film<br/>of', "an Al2O3 film of"),
    ("5 × 10 <sup>-6</sup> g/m <sup>2</sup> /day", "5 × 10⁻⁶ g/m² /day"),
    ("[ZrO.sub.2]/[Al.sub.2][O.sub.3] at 90[degrees]C", "ZrO2/Al2O3 at 90 °C"),
    ("[SnCl.sup.4], [H.sup.2]O, 3 [cm.sup.2], [10.sup.-4] Pa", "SnCl4, H2O, 3 cm², 10⁻⁴ Pa"),
    (
        "41[thin space (1/6-em)]000 cd, 1[thin space (1/6-em)]:[thin space (1/6-em)]2",
        "41000 cd, 1:2",
    ),
    (r"\(LaYO_3\) of \(\sim 12\), \(9 \pm 2\), \(4\) runs", "LaYO3 of ~ 12, 9 ± 2, 4 runs"),
    (r"of 3 μ\upOmega⋅cm and \textasciitilde{}2 eV", "of 3 μΩ⋅cm and ~2 eV"),
]
SINGLE = [
    ("eﬃcient ﬁlms, ﬂat", "efficient films, flat"),
    ("nano\u00adcrys\u0002tals", "nanocrystals"),
    ("bell\x07 and \x9f", "bell and "),
    ("a cycle \x01two runs\x02 took", "a cycle (two runs) took"),
    ("12.5 \x05 0.7 mA cm\x012 of SnI3\x01xBrx", "12.5 ± 0.7 mA cm−2 of SnI3−xBrx"),
    ("2 mA cm^{\x012} and 10^{\x017} A", "2 mA cm^{−2} and 10^{−7} A"),
    ("a \x04300 nm film (\x0490 nm)", "a ~300 nm film (~90 nm)"),
    ("zero\u200bwidth", "zerowidth"),
    ("an improve¬ ment, ¬p", "an improvement, ¬p"),
    ("A\u030angstro\u0308m", "Ångström"),
    ("25 \uf0b0C, 2 \uf06dm, 4 \uf0b1 1", "25 °C, 2 μm, 4 ± 1"),
    ("25 Â°C, 2 Î¼m, 5â€“7 nm, 2 Ã— 3", "25 °C, 2 μm, 5–7 nm, 2 × 3"),
    ("Ångström, naïve, São, 3 Å² and 5 Å–7 Å", "Ångström, naïve, São, 3 Å² and 5 Å–7 Å"),
    ("10â\x81»Â³, 5Â\xa0nm, 3â\x80\x934", "10⁻³, 5\xa0nm, 3–4"),
    ("200\x96300, it\x92s", "200–300, it’s"),
    ("at 210/C14C, 4 /C2 10/C0 3, 3 /C176C", "at 210°C, 4 × 10− 3, 3 °C"),
    ("/H110117 /H9262m at 80 /H11034C, /H208491/H20850", "~7 μm at 80 °C, (1)"),
    ("Pt/C, TiO2/C60, CO/C2H4, C12/C14, ZnO/C3N4", "Pt/C, TiO2/C60, CO/C2H4, C12/C14, ZnO/C3N4"),
    ("͑100͒ 2 ϫ 3 ␮m ϳ5", "(100) 2 × 3 μm ~5"),
    ("（１００） ５％", "(100) 5%"),
    ("5 \U0001d707m", "5 μm"),
]
ALONE = [
    "PbS(12) and CdSe(2) dots on SiO2/Si(111)",
    "Ca(OH)2, Sn(acac)2 and samples B(2), Au(3)",
    "after 105 cycles of ALD or 104 s",
    "Figure 28C shows",
    "Fig. 18C shows",
    "sample 28C was",
    "the 8C panel",
    "a 5 nm film; 10 nm more",
    "written to a@b.org or c @d.org",
    "T oration",
    "at 25 C",
    "a MAX phase of TiC1-x, line NaC1b",
    "in ACS.Nano Lett and U.S.A",
    "a my system",
    "5 M HCl",
    "sample 4 (1 nm) and 5 (2 nm)",
    "a value of 10 mV cm⁻¹",
    "an e-beam, g values",
    "Teflon® parts and Nafion® films",
    "a spread of 250±5 °C, of 2±3 at.%, of 12±12 nm",
    "between 10-20 Torr and 5-10 nm",
    "2 × 105 cycles of 3 × 10 nm",
    "a band at 1018 and 2350",
    "sample A-1, TiO-2 and step 2 s -3 s",
    "an area of 10 × 10 mm2 and 3 V",
    "Why not? Because it grew.",
    "see https://example.org/x?page=3",
    "in 5 steps of 3 layers",
    "30 mm wide, 5 lm/W",
    "at 300 °C-1 h",
    "In 0.5 s the Zn 0.2 Pa, or 1e3 nm",
    "a share Cd0.3 of Zn0.2 Se, Pt x Ni",
    "an Al O bond, sample Ru03b",
    "Sn(acac) 2 nm thick, Zn(OAc) 3 cycles",
    "CdSe(3)Zn and sample B(2)Ni",
    "2 A g of 1 M acid, 3 W m 2",
    "5 O atoms per cm and 4 Omega points",
    "(a) [sub] x.sub and micro M",
]
W_AND_X, REGISTERED, TILDES, MINUS_AS_2 = FONTS
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
    ("in @Fig. 7~a!# and Eq. ~3!", "in [Fig. 7(a)] and Eq. (3)", TILDES),
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


@each_row(("seen", "printed"), ANYWHERE)
def test_safe_rows_repair_any_text(seen: str, printed: str) -> None:
    assert clean(seen) == printed


@each_row("text", ALONE)
def test_look_alikes_stay(text: str) -> None:
    assert clean(text) == text


@each_row(("seen", "printed"), SINGLE)
def test_single_characters_are_repaired(seen: str, printed: str) -> None:
    repaired = repair_characters(mapped(seen), Counter())
    assert repaired.text == printed
    assert list(repaired.origins) == sorted(repaired.origins)


@each_row(("seen", "printed", "font"), FONT)
def test_font_rows_need_a_damaged_document(seen: str, printed: str, font: str) -> None:
    damaged = Symptoms(fonts=frozenset({font}))
    assert repair(mapped(seen), damaged, Counter()).text.replace(" ²", "²") == printed
    assert repair(mapped(seen), HEALTHY, Counter()).text == seen


@each_row(("seen", "printed"), DROPPED)
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

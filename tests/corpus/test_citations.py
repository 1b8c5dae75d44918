"""Citation marks in every printed style, and superscripts that are none."""

from __future__ import annotations

import pytest

from corpus.citations import expand_numbers, place, read_habits, take_citations
from corpus.mapped import mapped
from corpus.text import flatten_markup, flatten_scripts
from tests.rows import each_row

KNOWN = tuple(str(number) for number in range(1, 153))

MARKS = [
    # printed, text without the mark, numbers, what stands before the mark
    ("It grew.⁸² Then", "It grew. Then", "82", "It grew."),
    ("It grew.^{82} Then", "It grew. Then", "82", "It grew."),
    ("It grew.^{91-94} Then", "It grew. Then", "91 92 93 94", "It grew."),
    ("It grew.⁴⁶⁻⁴⁹ Then", "It grew. Then", "46 47 48 49", "It grew."),
    ("It grew.^{53,55} Then", "It grew. Then", "53 55", "It grew."),
    ("It grew.^{59–61,65–66}", "It grew.", "59 60 61 65 66", "It grew."),
    ("by Doe et al.¹²⁹ too", "by Doe et al. too", "129", "by Doe et al."),
    ("by Doe et al.129 too", "by Doe et al. too", "129", "by Doe et al."),
    ("(Figure 4b).⁸⁷ The", "(Figure 4b). The", "87", "(Figure 4b)."),
    ("in the exchange.130 However", "in the exchange. However", "130", "in the exchange."),
    ("longer lifetime.96", "longer lifetime.", "96", "longer lifetime."),
    ("capped with Al2O3.103 Films", "capped with Al2O3. Films", "103", "capped with Al2O3."),
    ("our method [21]. In", "our method. In", "21", "our method"),
    ("known [1,2] and", "known and", "1 2", "known"),
    ("known [3–5].", "known.", "3 4 5", "known"),
    ("before w20–22 x. The", "before. The", "20 21 22", "before"),
    ("the depositionw24 x. A", "the deposition. A", "24", "the deposition"),
    ("the tool[[1]](#1) on", "the tool on", "1", "the tool"),
    (r"the tool [\[3,](#page-1-0) [4\]](#page-1-1) on", "the tool on", "3 4", "the tool"),
    (r"the tools [\[3–](#page-1-0)[5\]](#page-1-1).", "the tools.", "3 4 5", "the tools"),
    (r"by Doe et al. [\[6\]](https://example.org/6) on", "by Doe et al. on", "6", "by Doe et al."),
    (r"It held at 30°[\[12\]](#b12) for", "It held at 30° for", "12", "It held at 30°"),
    ("small pores<sup>12</sup> are", "small pores are", "12", "small pores"),
    ("of 5 nm⁸⁵ dots", "of 5 nm dots", "85", "of 5 nm"),
    ("a film (ref. 88) grew", "a film grew", "88", "a film"),
    ("It grew there.1,2 Then", "It grew there. Then", "1 2", "It grew there."),
    # every dash, blanks, semicolons, words and letters in a list
    ("known [3—5].", "known.", "3 4 5", "known"),
    ("known [3 − 5; 9].", "known.", "3 4 5 9", "known"),
    ("known [3±5].", "known.", "3 4 5", "known"),
    ("known [3 to 5 and 9].", "known.", "3 4 5 9", "known"),
    ("known [12a,b].", "known.", "12", "known"),
    ("known [3]–[5] it", "known it", "3 4 5", "known"),
    ("known [3], [7] and [9] it", "known it", "3 7 9", "known"),
    ("known [see 3,4] it", "known it", "3 4", "known"),
    ("known [3, p. 14] it", "known it", "3", "known"),
    ("It grew.^{12a,b} Then", "It grew. Then", "12", "It grew."),
    ("It grew.^{[12]} Then", "It grew. Then", "12", "It grew."),
    ("It grew,^{3)} then", "It grew, then", "3", "It grew,"),
    ("It grew.^{3}–^{5} Then", "It grew. Then", "3 4 5", "It grew."),
    ("It grew.^{3},^{7} Then", "It grew. Then", "3 7", "It grew."),
    ("It grew.^35 Then", "It grew. Then", "35", "It grew."),
    ("films of Al_{2}O_{3}^{12} too", "films of Al2O3 too", "12", "films of Al2O3"),
    ("It grew.123–5 Then", "It grew. Then", "123 124 125", "It grew."),
    # glued where the superscript was lost
    ("many precursors35 and", "many precursors and", "35", "many precursors"),
    ("many precursors5,7–9 and", "many precursors and", "5 7 8 9", "many precursors"),
    ("core-shell dots12 are", "core-shell dots are", "12", "core-shell dots"),
    ("films of CdSe-dots12 are", "films of CdSe-dots are", "12", "films of CdSe-dots"),
    ("water and NH36 grow", "water and NH3 grow", "6", "water and NH3"),
    ("a coat of Al2O312,13 is", "a coat of Al2O3 is", "12 13", "a coat of Al2O3"),
    ("by ALD17 on", "by ALD on", "17", "by ALD"),
    ("coupled QDs17 on", "coupled QDs on", "17", "coupled QDs"),
    ("deposition (ALD)17 is", "deposition (ALD) is", "17", "deposition (ALD)"),
    ("dots (a few nm)17 are", "dots (a few nm) are", "17", "dots (a few nm)"),
    ('so-called "giant"17 dots', 'so-called "giant" dots', "17", 'so-called "giant"'),
    ("is as follows:12 First", "is as follows: First", "12", "is as follows:"),
    ("with water,12 ozone", "with water, ozone", "12", "with water,"),
    ("grew at 200 °C.12 The", "grew at 200 °C. The", "12", "grew at 200 °C."),
    ("was 5 nm.12 The", "was 5 nm. The", "12", "was 5 nm."),
    ("by Doe et al.12 A film", "by Doe et al. A film", "12", "by Doe et al."),
    ("by this method.30 A film", "by this method. A film", "30", "by this method."),
    ("PbS QDs[12] are", "PbS QDs are", "12", "PbS QDs"),
    ("on TiO2 [3,4] and", "on TiO2 and", "3 4", "on TiO2"),
    ("It began in 1977.3 Since", "It began in 1977. Since", "3", "It began in 1977."),
    ("from H2S.27,29", "from H2S.", "27 29", "from H2S."),
    ("by Doe et al.,12 who", "by Doe et al., who", "12", "by Doe et al.,"),
    ("in water.(12) Then", "in water. Then", "12", "in water."),
    # words of the sentence stay
    ("as in refs. 12 and 13 it", "as in refs. 12 and 13 it", "12 13", "as in"),
    ("as in Ref. [12] it", "as in Ref. [12] it", "12", "as in"),
    ("see references 3–5 too", "see references 3–5 too", "3 4 5", "see"),
    ("It grew. Refs. [3,4] tell", "It grew. Refs. [3,4] tell", "3 4", "It grew. Refs."),
]
#: Marks of a text without a list.
BARE = [
    ("from metal and ammonia14 or", "from metal and ammonia or", "14"),
    ("It grew there.1,2 Then", "It grew there. Then", "1 2"),
    ("It grew there.12 From ozone5 it", "It grew there. From ozone it", "12 | 5"),
    ("from InCl3,1 InCp,2 and In(acac)3.3 It", "from InCl3, InCp, and In(acac)3. It", "1 | 2 | 3"),
    ("on glass,4 steel,5 and water6 of", "on glass, steel, and water of", "4 | 5 | 6"),
    ("It grew.[4]", "It grew.", "4"),
    ("It grew (12), as known (13, 14).", "It grew, as known.", "12 | 13 14"),
    ("It grew in ice (12–14). It melted (3).", "It grew in ice. It melted.", "12 13 14 | 3"),
    ("It grew [3][5]. It melted [3]–[5].", "It grew. It melted.", "3 5 | 3 4 5"),
    ("It grew [10-12]. It melted [12].", "It grew. It melted.", "10 11 12 | 12"),
    (
        "It grew. 1 It fell. 2,3 It rose, 4 and sank. 5 It set. 6 Doe et al. 7 It lay. 8 It held",
        "It grew. It fell. It rose, and sank. It set. Doe et al. It lay. It held",
        "1 | 2 3 | 4 | 5 | 6 | 7 | 8",
    ),
]
NO_MARKS = [
    "7 cm²V⁻¹s⁻¹ at S²⁻ sites with OH⁻ and Cd²⁺",
    "10⁻⁷ to 10^{-9} m and 10^5 or 10⁵ times",
    "1.4 mWcm⁻² over 3 cm² and 2 m^{2} and 5 nm³",
    "the ⁷⁷Se and ¹¹³Cd spectra, a ¹H line",
    "R² of the fit and Cu⁰ sites",
    "Hf[N(CH3)2]4 and [Al2(OH)²⁻ (TCPP)]",
    "Si [100] wafers along [111]",
    "version 1.5 of 2.3 eV, pH 7.4 The end",
    "in Figure 3. 12 samples",
    # formulas, isotopes and compound names
    "CsPbBr3, NH3, Al2O3, C60, H2O2, CH3NH3PbI3 and Cd33Se33 of (CdSe)33",
    "Y(thd)3 or (NH4)2 with Ca(NO3)2, of [6,6]-phenyl-C61 and cucurbit[6]uril",
    "1-octadecene and 1,2-ethanedithiol, ZnxCd1-xS and Zn0.5Cd0.5S, Sn90Zn10",
    "layers of CdSe2 and ZnS3, with residues of beads73,24 and",
    # quantities whose blanks are lost
    "a thickness of10 nm, heated to250 °C for30 min, about12 times, over100 cycles",
    "in toluene10 mL, 3 mm2 and a dose of 20 J cm-2 or 10-6 mbar",
    "the rate was 0.15. It fell; AM1.5 light of a P3HT0.5 film",
    # figures, equations, sections, samples
    "see Fig. [3], Eq. [4], Table [2], figure3, step2, sample12 and type1",
    "Keithley2400, Picosun200 and Tween20 in Nafion117",
    "Si[100] and the [100] and [110] directions",
    "cut 8° towards [11-20] and the [1–100] axis, a ZnO[10-10]//Al2O3[11-20] film",
    "FeSe(001)[100]∥MgO(001)[110] on a-plane (11-20) sapphire, FeSe [100][110] MgO",
    "the function g^{(2)} of G_{R}^{(1)} and sin^{2} or exp^2",
    "at 25 cm^{-} ^{1} in the spectrum of (Ahv)^{2} versus hv",
]
#: What a document without a list numbers in other ways.
BARE_NO_MARKS = [
    "It grew there.1 Then it stayed",
    "from ozone5 it grew",
    "on silicon (100) and sapphire (001) wafers",
    "Clean it (1), fill it (2). By Eq. (1) and Eq. (2) it fell.",
    "Sample [1] was red. Then sample [2] was blue, and sample [3] green.",
    "Step [1] was slow, but step [2] was fast.",
    "[1] The film grew. [2] The film was cut.",
    "The film12 was cut. A film12 fell. No film12 stayed.",
    "the equation is\nr = k p (1)\nand it gives\nr = k q (2)\n",
    "of glass,6 steel,2 and water5 of",
    "Ice grew. 1 Methods It fell. 2 Results It rose, 4 and sank. 3 Outlook It froze.",
    "in three steps, (1) clean, (2) fill and (3) cut",
]


def _taken(printed: str, known: tuple[str, ...] = KNOWN) -> tuple[str, list[tuple[str, str]]]:
    flat = flatten_markup(mapped(printed))
    text, found = take_citations(flat, read_habits(printed, known))
    done = flatten_scripts(text)
    placed = [place(done, mark) for mark in found]
    return done.text, [(" ".join(c.numbers), done.text[: c.at].rstrip()) for c in placed]


@each_row(("printed", "text", "numbers", "before"), MARKS)
def test_marks_are_taken_out(printed: str, text: str, numbers: str, before: str) -> None:
    assert _taken(printed) == (text, [(numbers, before)])


@each_row(("printed", "text", "numbers"), BARE)
def test_marks_of_a_text_without_a_list(printed: str, text: str, numbers: str) -> None:
    done, found = _taken(printed, ())
    assert (done, " | ".join(numbers for numbers, _ in found)) == (text, numbers)


@each_row("printed", NO_MARKS)
def test_what_is_no_mark_stays(printed: str) -> None:
    assert _taken(printed)[1] == []


@each_row("printed", BARE_NO_MARKS)
def test_other_numbers_of_a_text_without_a_list_stay(printed: str) -> None:
    assert _taken(printed, ())[1] == []


def test_a_number_that_the_list_lacks_is_no_mark() -> None:
    assert _taken("It grew.⁸² Then of precursors82 it", ("1", "2"))[1] == []


def test_the_span_is_the_mark_in_the_raw_text() -> None:
    raw = "It grew.^{91-94} Then"
    _, (found,) = take_citations(mapped(raw), read_habits(raw, KNOWN))
    assert raw[slice(*found.span)] == "^{91-94}"


CAPTION = (
    "Figure 9. a) Dots, reprinted with permission from ref. (25) and (26). Copyright 2018 Example"
    " Society. b) Films. Reprinted with permission from ref. (24). Copyright 2020 Other House."
)


def test_permission_lines_credit_and_leave_the_caption() -> None:
    text, found = take_citations(mapped(CAPTION), read_habits(CAPTION, KNOWN))
    assert [(mark.numbers, mark.permission) for mark in found] == [
        (("25", "26"), True),
        (("24",), True),
    ]
    assert text.text == (
        "Figure 9. a) Dots, reprinted with permission. b) Films. Reprinted with permission."
    )
    spots = [text.text[: place(text, mark).at].split()[-1] for mark in found]
    assert spots == ["permission", "permission"]


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("82", "82"),
        ("91–94", "91 92 93 94"),
        ("⁴⁶⁻⁴⁸", "46 47 48"),
        ("1, 2 ,5", "1 2 5"),
        ("(25) and (26)", "25 26"),
        ("9-3", "9 3"),
        ("3,3", "3"),
    ],
)
def test_ranges_are_written_out_in_order(printed: str, numbers: str) -> None:
    assert " ".join(expand_numbers(printed)) == numbers


def test_a_mark_of_zero_with_a_letter_is_no_number():
    read_habits("Dots grew.0e They were coated.0b Nothing else was tried.3")

"""Citation marks in every printed style, and superscripts that are none."""

from __future__ import annotations

import pytest

from corpus.citations import expand_numbers, place, take_citations
from corpus.mapped import mapped
from corpus.text import flatten_markup, flatten_scripts

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
    ("small pores<sup>12</sup> are", "small pores are", "12", "small pores"),
    ("of 5 nm⁸⁵ dots", "of 5 nm dots", "85", "of 5 nm"),
    ("a film (ref. 88) grew", "a film grew", "88", "a film"),
    ("It grew there.1,2 Then", "It grew there. Then", "1 2", "It grew there."),
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
]


def _taken(printed: str) -> tuple[str, list[tuple[str, str]]]:
    text, found = take_citations(flatten_markup(mapped(printed)), KNOWN)
    done = flatten_scripts(text)
    placed = [place(done, mark) for mark in found]
    return done.text, [(" ".join(c.numbers), done.text[: c.at]) for c in placed]


@pytest.mark.parametrize(("printed", "text", "numbers", "before"), MARKS)
def test_marks_are_taken_out(printed: str, text: str, numbers: str, before: str) -> None:
    assert _taken(printed) == (text, [(numbers, before)])


@pytest.mark.parametrize("printed", NO_MARKS)
def test_units_charges_powers_and_directions_are_no_marks(printed: str) -> None:
    assert _taken(printed)[1] == []


def test_a_number_that_the_list_lacks_is_no_mark() -> None:
    text, found = take_citations(mapped("It grew.⁸² Then"), ("1", "2"))
    assert (text.text, found) == ("It grew.⁸² Then", ())


def test_without_a_list_a_small_number_glued_to_a_stop_is_no_mark() -> None:
    text, found = take_citations(mapped("It grew there.1,2 Then it stayed.12,13 Then"))
    assert text.text == "It grew there.1,2 Then it stayed. Then"
    assert [mark.numbers for mark in found] == [("12", "13")]


def test_the_span_is_the_mark_in_the_raw_text() -> None:
    raw = "It grew.^{91-94} Then"
    _, (found,) = take_citations(mapped(raw), KNOWN)
    assert raw[slice(*found.span)] == "^{91-94}"


CAPTION = (
    "Figure 9. a) Dots, reprinted with permission from ref. (25) and (26). Copyright 2018 Example"
    " Society. b) Films. Reprinted with permission from ref. (24). Copyright 2020 Other House."
)


def test_permission_lines_credit_and_leave_the_caption() -> None:
    text, found = take_citations(mapped(CAPTION), KNOWN)
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

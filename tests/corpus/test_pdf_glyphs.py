"""PDFs: accents, initials, spaced letters and fonts whose codes are not those of letters."""

from __future__ import annotations

import re

from corpus.readers.pdf.pi_fonts import read_signs
from tests.corpus.pdf_pages import column_lines, read_pdf, text_of
from tests.data.printing import Font, Piece, print_pdf, stream, width_of


def test_the_initial_of_a_text_goes_to_its_word() -> None:
    body = column_lines("line", x=60, top=636, count=20, width=480)
    first = [
        Piece(x=60, y=660, text="T", size=34),
        Piece(x=83, y=672, text="he dots of lead selenide were coated with alumina"),
        Piece(x=83, y=660, text="and kept in air for thirty days without a change"),
    ]
    text = text_of(read_pdf(print_pdf([[*first, *body]])))
    assert text.startswith("The dots of lead selenide were coated with alumina and kept in air")


def test_an_accent_is_put_over_the_letter_that_it_is_printed_over() -> None:
    angstrom = [Piece(x=60, y=700, text="The growth per cycle of the films was 1.1 A")]
    end = 60 + width_of(angstrom[0].text, 10)
    angstrom.append(Piece(x=end - 5.4, y=702, text="°", size=8))
    angstrom.append(Piece(x=end + 2.5, y=700, text="at the end of the runs that were done here."))
    rest = column_lines("line", x=60, top=670, count=12, width=480)
    assert "was 1.1 Å at the end" in text_of(read_pdf(print_pdf([[*angstrom, *rest]])))


def test_words_are_parted_where_a_font_prints_no_blanks() -> None:
    x, pieces = 60.0, []
    for word in "the films were kept in the air of a glovebox and then they were measured".split():
        pieces.append(Piece(x=x, y=700, text=word))
        x += width_of(word, 10) + 1.6
    text = text_of(
        read_pdf(print_pdf([[*pieces, *column_lines("line", x=60, top=670, count=12, width=480)]]))
    )
    assert "the films were kept in the air of a glovebox and then they were measured" in text


def test_the_letters_of_a_spaced_heading_are_one_word() -> None:
    heading = [Piece(x=60 + 12 * at, y=720, text=sign) for at, sign in enumerate("ABSTRACT")]
    paper = read_pdf(
        print_pdf([[*heading, *column_lines("line", x=60, top=690, count=20, width=480)]])
    )
    assert [passage.text for passage in paper.passages if passage.kind == "heading"] == ["ABSTRACT"]


MAP = b"""/CIDInit /ProcSet findresource begin begincmap /CMapName /A def
1 begincodespacerange <00> <FF> endcodespacerange
3 beginbfchar <41> <D835DC3C> <42> <D835> <43> <0045> endbfchar endcmap end"""
MATH = Font(
    entries="/Subtype /Type1 /BaseFont /Times-Italic /ToUnicode %(0)d 0 R", objects=(stream(MAP),)
)


def test_letters_outside_the_first_plane_are_whole_and_halves_of_them_nothing() -> None:
    line = "The traces were recorded up to 4 V on a probe station with gold contacts of"
    page = [
        *column_lines("line", x=60, top=690, count=20, width=480),
        Piece(x=60, y=720, text=line),
        Piece(x=440, y=720, text="A", font="M"),
        Piece(x=460, y=720, text="B", font="M"),
        Piece(x=480, y=720, text="C", font="M"),
    ]
    paper = read_pdf(print_pdf([page], fonts={"M": MATH}))
    assert "\U0001d43c" in paper.raw
    for text in (paper.raw, *(passage.text for passage in paper.passages)):
        assert not re.search("[\ud800-\udfff]", text)


WIDE = "/FirstChar 33 /LastChar 126 /Widths [" + "500 " * 94 + "]"
KEYS = {
    "K": Font(entries=f"/Subtype /Type1 /BaseFont /ABCDEF+Universal-GreekwithMathPi {WIDE}"),
    "O": Font(entries=f"/Subtype /Type1 /BaseFont /ABCDEF+MathematicalPi-One {WIDE}"),
}


def test_the_signs_of_pi_fonts_are_what_they_look_like() -> None:
    x, pieces = 60.0, column_lines("line", x=60, top=660, count=20, width=480)
    parts = [("", "The pressure was low "), ("K", "~"), ("O", ","), ("", "10 mTorr"), ("K", "!")]
    for font, text in parts:
        pieces.append(Piece(x=x, y=720, text=text, font=font))
        x += 5 if font else width_of(text, 10)
    raw = read_pdf(print_pdf([pieces], fonts=KEYS)).raw
    assert "The pressure was low (<10 mTorr)" in raw


def test_a_pi_font_may_name_its_signs_by_the_catalogue() -> None:
    encoding = b"<< /Type /Encoding /Differences [ 2 /H20849 /H20850 65 /H11006 /A /H9262 ] >>"
    font = Font(
        entries="/Subtype /Type1 /BaseFont /ABCDEF+MathematicalPi-Three /Encoding %(0)d 0 R",
        objects=(encoding,),
    )
    data = print_pdf([[]], fonts={"N": font})
    names = ["times-roman", "mathematicalpi-three"]
    assert read_signs(names, data) == {1: {2: "(", 3: ")", 65: "±", 67: "μ"}}
    assert read_signs(["times-roman"], data) == {}

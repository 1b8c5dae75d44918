"""Reference lists as publishers print them: where they are found, how they are cut apart."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from corpus import Paper, read_bytes

#: Words of body text, ten a line.
_PROSE = "the dots of lead sulfide were coated with a thin film of alumina and kept in the air then"
#: A piece of a page: x, y, size, text.
Piece = tuple[float, float, float, str]


def print_pdf(pages: Sequence[Sequence[Piece]]) -> bytes:
    """Print texts at places, as a PDF of Times."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(pages), b" ".join(b"%d 0 R" % (4 + 2 * at) for at in range(len(pages)))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
    ]
    for at, pieces in enumerate(pages):
        shown = b"\n".join(
            b"/F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj" % (size, x, y, _escaped(text))
            for x, y, size, text in pieces
        )
        content = b"BT " + shown + b" ET"
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * at),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        ]
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
    return body + head + table + trailer % (len(objects) + 1, len(body))


def _escaped(text: str) -> bytes:
    for sign in "\\()":
        text = text.replace(sign, "\\" + sign)
    return text.encode("cp1252")


def _prose(x: float, y: float, lines: int, size: float = 10) -> list[Piece]:
    """Lines of body text from a height downwards; the last ends a sentence."""
    texts = [_PROSE[: 58 + at % 3] for at in range(lines - 1)] + ["and stayed as they were."]
    return [(x, y - 12 * at, size, text) for at, text in enumerate(texts)]


#: Three works: first line and the rest, as a column breaks them.
WORKS = (
    ("R. Holm, T. Ek, and S. Vik,", "Appl. Layer Lett. 12, 340 (2009)."),
    ("U. Brandt and J. Kern,", "J. Vac. Films A 27, 11 (2011)."),
    ("M. Osei, L. Dahl, and P. Roy,", "Surf. Grow. 8, 77 (2014)."),
)
FAMILIES = ["Holm Ek Vik", "Brandt Kern", "Osei Dahl Roy"]


def _list(
    label: str, x: float = 50, y: float = 400, hang: float = 14, size: float = 8, first: int = 1
) -> list[Piece]:
    """The three works with their labels, each on two lines."""
    pieces: list[Piece] = []
    for at, (line, rest) in enumerate(WORKS):
        printed = label.replace("1", str(first + at))
        top = y - 20 * at
        if label == "^":
            pieces.append((x, top + 3, 0.65 * size, str(first + at)))
            pieces.append((x + 5, top, size, line))
        else:
            pieces.append((x, top, size, f"{printed} {line}"))
        pieces.append((x + hang, top - 10, size, rest))
    return pieces


def _read(*pages: Sequence[Piece]) -> Paper:
    return read_bytes(print_pdf(pages), id="a", source="a.pdf")


def _families(paper: Paper) -> list[str]:
    return [" ".join(author.family for author in r.authors) for r in paper.references]


def _assert_listed(paper: Paper, name: str = "") -> None:
    """The three works are the references, and nothing of them is text."""
    assert _families(paper) == FAMILIES, name
    assert [r.number for r in paper.references] == ["1", "2", "3"], name
    assert [r.year for r in paper.references] == [2009, 2011, 2014], name
    assert [r.container for r in paper.references][1] == "J. Vac. Films A", name
    text = " ".join(passage.text for passage in paper.passages)
    assert not any(word in text for word in ("Holm", "Brandt", "Vac. Films", "Grow.")), name
    assert all(
        r.span and r.authors[0].family in paper.raw[slice(*r.span)] for r in paper.references
    )


LABELS = ["[1]", "(1)", "1.", "1)", "(1).", "1", "^"]
HEADINGS = [
    "References",
    "REFERENCES AND NOTES",
    "Notes and references",
    "References and links",
    "Literature Cited",
    "5. References",
    "R E F E R E N C E S",
    "Bibliography:",
]


def test_labels_of_every_kind() -> None:
    for label in LABELS:
        for hang in (0, 14):
            paper = _read([*_prose(50, 700, 15), *_list(label, hang=hang)])
            _assert_listed(paper, f"{label} {hang}")
            assert paper.passages[-1].text.endswith("stayed as they were.")


def test_headings_of_every_kind() -> None:
    for heading in HEADINGS:
        for label in ("[1]", "^"):
            paper = _read([*_prose(50, 700, 15), (50, 430, 11, heading), *_list(label)])
            _assert_listed(paper, f"{label} {heading}")
            assert not any(passage.text == heading for passage in paper.passages)


def test_labels_beside_a_list_are_no_marks_and_marks_in_the_text_resolve() -> None:
    body = [*_prose(50, 700, 14)[:-1], (50, 544, 10, "Others say so [1] and extend it. [2,3]")]
    paper = _read([*body, *_list("[1]")])
    _assert_listed(paper)
    numbers = [c.numbers for passage in paper.passages for c in passage.citations]
    assert numbers == [("1",), ("2", "3")]


def test_a_list_on_the_first_page_stands_before_the_text() -> None:
    first = [
        (50, 740, 16, "Alumina on dots of lead sulfide"),
        (50, 700, 10, "Abstract: " + _PROSE),
        (50, 670, 11, "References and links"),
        *_list("1.", y=650),
        (50, 560, 11, "1. Introduction"),
        *_prose(50, 540, 12),
    ]
    second = [(50, 720, 11, "2. Growth"), *_prose(50, 700, 12)]
    paper = _read(first, second)
    _assert_listed(paper)
    headings = [passage.text for passage in paper.passages if passage.kind == "heading"]
    assert headings == ["1. Introduction", "2. Growth"]
    sections = [p.text.count("coated") for p in paper.passages if p.section]
    assert sections == [11, 11]


def test_an_entry_broken_over_columns_and_pages_is_one() -> None:
    entries = _list("[1]")
    left = [*_prose(50, 700, 30), *[(x, y - 330, s, t) for x, y, s, t in entries[:1]]]
    right = [(320, y + 310, s, t) for x, y, s, t in entries[1:3]]
    second = [(50, y + 350, s, t) for x, y, s, t in entries[3:]]
    _assert_listed(_read([*left, *right], second))


def test_references_at_the_feet_of_pages() -> None:
    entries = _list("^", hang=5)
    pages = [
        [*_prose(50, 700, 20), *[(x, 90 - 10 * at, s, t) for at, (x, _, s, t) in enumerate(part)]]
        for part in ([*entries[1:3]], [*entries[4:6]], [*entries[7:9]])
    ]
    for at, page in enumerate(pages):
        page.append((52, 93, 5.2, str(at + 1)))
    paper = _read(*pages)
    _assert_listed(paper)
    assert sum(passage.text.count("stayed as they were") for passage in paper.passages) == 3


BEHIND = {
    "legend": [(50, 300, 10, "Figure 1. Dots below a film of alumina that is four nm thick.")],
    "appendix": [(50, 300, 11, "Appendix"), *_prose(50, 280, 6)],
    "biography": [(50, 280, 9, "Ida Kranz works on dots and films since she was at school.")],
    "notice": [(50, 310, 8, "Manuscript received in March, accepted in April.")],
    "same print": _prose(50, 300, 6, size=8),
}


def test_what_stands_behind_a_list_is_no_part_of_it() -> None:
    for name, pieces in BEHIND.items():
        for label in ("[1]", "^", "1."):
            paper = _read([*_prose(50, 700, 15), *_list(label), *pieces])
            _assert_listed(paper, f"{name} {label}")
            text = " ".join(passage.text for passage in paper.passages)
            assert pieces[-1][3].split()[-1] in text, f"{name} {label}"


def test_what_interrupts_a_list_is_no_part_of_it() -> None:
    first, second = _list("[1]")[:2], _list("[1]")[2:]
    caption = [(320, 700, 8, "Figure 2. The dots below their film,"), (320, 690, 8, "in air.")]
    moved = [(320, y + 250, size, text) for _, y, size, text in second]
    paper = _read([*_prose(50, 700, 24), *_prose(320, 500, 12), *first, *caption, *moved])
    _assert_listed(paper)
    assert any(
        passage.text == "Figure 2. The dots below their film, in air." for passage in paper.passages
    )


def test_numbered_sections_affiliations_and_steps_are_no_references() -> None:
    sections = [
        (50, 700 - 50 * at, 10, f"{at + 1}. {name}")
        for at, name in enumerate(("Introduction", "Growth in 2009", "Results", "Summary"))
    ]
    prose = [piece for at in range(4) for piece in _prose(50, 686 - 50 * at, 2)]
    affiliations = [
        (50, 400 - 12 * at, 9, f"{at + 1} Institute of Films, University of Town, Country")
        for at in range(3)
    ]
    paper = _read([*sections, *prose, *affiliations])
    assert paper.references == ()
    assert sum("Institute" in passage.text for passage in paper.passages) >= 1


AUTHOR_YEAR = (
    ("Brandt, U., Kern, J., 2011. Cold alumina on dots of", "sulfides. J. Vac. Films 27, 11–19."),
    (
        "Holm, R., Ek, T., Vik, S., 2009. Dry oxides on dots of",
        "selenides. Appl. Layer Lett. 12, 340.",
    ),
    ("van der Osei, M., Dahl, L., 2014. Dots in air below", "oxides. Surf. Grow. 8, 77–80."),
)


@pytest.mark.parametrize(("out", "within", "space"), [(50, 64, 20), (50, 50, 26), (64, 50, 20)])
def test_a_list_without_labels_is_cut_by_its_print(out: float, within: float, space: float) -> None:
    pieces: list[Piece] = []
    for at, lines in enumerate(AUTHOR_YEAR):
        pieces += [(out, 400 - space * at, 8, lines[0]), (within, 391 - space * at, 8, lines[1])]
    body = [*_prose(50, 700, 14)[:-1], (50, 544, 10, "Dots grew (Brandt and Kern, 2011).")]
    paper = _read([*body, (50, 420, 11, "References"), *pieces])
    assert [r.authors[0].family for r in paper.references] == ["Brandt", "Holm", "van der Osei"]
    assert [r.year for r in paper.references] == [2011, 2009, 2014]
    assert [c.numbers for p in paper.passages for c in p.citations] == [("1",)]


def test_a_list_without_labels_and_heading_is_told_by_its_entries() -> None:
    lines = [
        (50 + 14 * (at % 2), 400 - 10 * at, 8, AUTHOR_YEAR[at // 2][at % 2]) for at in range(6)
    ]
    fourth = [(50, 340, 8, "Roy, M., 2013. Films. Surf. Grow. 7, 1–9.")]
    body = [*_prose(50, 700, 14)[:-1], (50, 544, 10, "Dots grew (Brandt and Kern, 2011).")]
    paper = _read([*body, *lines, *fourth])
    families = [r.authors[0].family for r in paper.references]
    assert families == ["Brandt", "Holm", "van der Osei", "Roy"]
    assert [c.numbers for p in paper.passages for c in p.citations] == [("1",)]


PARTS = [
    "(1) (a) Holm, R.; Ek, T. Appl. Layer Lett. 2009, 12, 340. (b) Vik, S. Surf. Grow. 2010, 3, 9.",
    "[1] a) R. Holm, T. Ek, Appl. Layer Lett. 2009, 12, 340; b) S. Vik, Surf. Grow. 2010, 3, 9.",
    "1 (a) R. Holm, T. Ek, Appl. Layer Lett., 2009, 12, 340; (b) S. Vik, Surf. Grow., 2010, 3, 9.",
    "[1] R. Holm and T. Ek, Appl. Layer Lett. 12, 340 (2009); S. Vik, Surf. Grow. 3, 9 (2010).",
    "(1) For reviews, see: (a) Holm, R.; Ek, T. Appl. Layer Lett. 2009, 12, 340 and (b) Vik, S."
    " Surf. Grow. 2010, 3, 9.",
]


def test_an_entry_of_several_parts_is_several_references_under_one_number() -> None:
    for printed in PARTS:
        label = printed.split()[0]
        second = f"{label.replace('1', '2')} A. Roy, B. Poe, Surf. Grow. 8, 77 (2014)."
        lines = [(50, 400, 8, printed[:70]), (64, 390, 8, printed[70:]), (50, 380, 8, second)]
        paper = _read([*_prose(50, 700, 15), (50, 420, 11, "References"), *lines])
        found = [(r.number, r.part, r.authors[0].family, r.year) for r in paper.references]
        assert found == [
            ("1", "a", "Holm", 2009),
            ("1", "b", "Vik", 2010),
            ("2", "", "Roy", 2014),
        ], printed
        assert [r.label for r in paper.references] == ["1", "1b", "2"]
        assert [(r.volume, r.pages) for r in paper.references][:2] == [("12", "340"), ("3", "9")]


def test_a_list_of_a_plain_text_ends_where_another_text_begins() -> None:
    anchored = '- <span id="b-1"></span>[1]'
    for label in ("[1]", "(1)", "1.", "1)", "1", "¹", "- 1", "- [1]", anchored):
        signs = {"¹": "¹²³"}
        entries = "\n".join(
            f"{signs[label][at] if label in signs else label.replace('1', str(at + 1))} "
            + " ".join(work)
            for at, work in enumerate(WORKS)
        )
        for heading in ("", "References\n\n"):
            raw = f"Dots grew in air [1].\n\n{heading}{entries}\n\nThe dots were kept in air.\n"
            paper = read_bytes(raw.encode(), id="a", source="a.txt")
            _assert_listed(paper, f"{label} {heading}")
            assert [p.text for p in paper.passages] == [
                "Dots grew in air.",
                "The dots were kept in air.",
            ]


def test_items_that_are_entries_make_a_list_without_heading() -> None:
    works = [" ".join(lines) for lines in AUTHOR_YEAR]
    items = "\n".join(f"- {work}" for work in (*works, "Roy, M., 2013. Films. Surf. Grow. 7, 1–9."))
    raw = f"Dots grew (Brandt and Kern, 2011).\n\n## Thanks\n\nWe thank A. Doe.\n\n{items}\n"
    paper = read_bytes(raw.encode(), id="a", source="a.md")
    families = [r.authors[0].family for r in paper.references]
    assert families == ["Brandt", "Holm", "van der Osei", "Roy"]
    assert [p.text for p in paper.passages][-1] == "We thank A. Doe."


def test_thanks_below_the_heading_are_no_entry() -> None:
    raw = """Dots grew in air.

# References

Funds of the Example Council (2013AB12) and of Exampletown College (No. 7).

[1] R. Holm, Films of oxides. Surf. Grow. 8, 77 (2014).

[10] M. Osei, Dots of sulfides. Surf. Grow. 9, 11 (2015).

[11] P. Roy, Wires of nitrides. Surf. Grow. 9, 20 (2015).

[12] A. Poe, Tubes of nitrides. Surf. Grow. 9, 27 (2015).

[13] S. Vik, Rods of nitrides. Surf. Grow. 9, 33 (2015).
"""
    paper = read_bytes(raw.encode(), id="a", source="a.md")
    assert [r.authors[0].family for r in paper.references] == ["Holm", "Osei", "Roy", "Poe", "Vik"]
    assert any(passage.text.startswith("Funds") for passage in paper.passages)


def test_a_numbered_list_of_steps_stays_text() -> None:
    raw = "1. Clean the wafer.\n2. Heat the chamber to 2000 K.\n3. Wait for an hour.\n"
    paper = read_bytes(raw.encode(), id="a", source="a.txt")
    assert paper.references == ()
    assert "Heat the chamber" in " ".join(passage.text for passage in paper.passages)


def test_a_number_glued_to_its_author_is_a_label() -> None:
    text = """Oxides were cut.

References

1 R. Holm, Films of oxides. Surf. Grow. 8, 77 (2014).
2M. Osei, Dots of sulfides. Surf. Grow. 9, 11 (2015).
3 P. Roy, Wires of nitrides. Surf. Grow. 9, 20 (2015).
"""
    paper = read_bytes(text.encode(), id="a", source="a.txt")
    assert [r.number for r in paper.references] == ["1", "2", "3"]

"""Plain text and Markdown articles: layout, joins, heads, lists of references."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Paper, ReadError, read_bytes
from corpus.layout import heading_level
from corpus.manuscript import read_authors
from corpus.places import Places
from tests.rows import each_row


def _read(text: str) -> Paper:
    return read_bytes(textwrap.dedent(text).lstrip("\n").encode(), id="doc", source="doc.txt")


def _texts(paper: Paper, kind: str) -> list[str]:
    return [passage.text for passage in paper.passages if passage.kind == kind]


MANUSCRIPT = """
    This version was deposited by its writers, see https://example.org/10.5555/abc.123

    Coated dots and how they last

    Jane Doe⁺, Li R. Roe*

    Institute of Examples, Exampletown

    Abstract

    Dots were coated.

    1. Introduction

    Dots last longer below an oxide.^{1} Films were grown at

    100 °C in a flow tube, and then their capacity of

    \x20


    Figure 1. a) A dot, reprinted with permission from ref. (2). Copyright 2011 Example

    Society. b) A film.

    Al₂O₃ growth was measured.²

    1.1 Details

    The bath was three-

    fold.

    References

    - Doe, J.; Roe, L. R. Dots. *J. Ex.* **2010**, *1* (2), 3–4.
    - (2) Roe, L. R. Films and

    Shells. J. Ex. Soc. 2011, 5 (6), 7–
    8.
"""


def test_head_of_a_manuscript_is_its_record() -> None:
    paper = _read(MANUSCRIPT)
    record = paper.record
    assert record is not None
    assert record.title == "Coated dots and how they last"
    assert [(author.family, author.given) for author in record.authors] == [
        ("Doe", "Jane"),
        ("Roe", "Li R."),
    ]
    assert record.doi == "10.5555/abc.123"
    assert _texts(paper, "title") == [record.title]
    assert not any("Exampletown" in passage.text for passage in paper.passages)


def test_a_paragraph_goes_on_behind_a_figure() -> None:
    paper = _read(MANUSCRIPT)
    passage = next(passage for passage in paper.passages if passage.text.startswith("Dots last"))
    assert passage.text == (
        "Dots last longer below an oxide. Films were grown at 100 °C in a flow tube, and then"
        " their capacity of Al2O3 growth was measured."
    )
    start = passage.text.index("Films")
    spans = passage.raw_spans(start, len(passage.text))
    assert len(spans) == 2
    assert paper.raw[slice(*spans[1])].startswith("Al₂O₃ growth")
    assert [c.numbers for c in passage.citations] == [("1",), ("2",)]


def test_a_caption_stands_alone_and_whole() -> None:
    paper = _read(MANUSCRIPT)
    assert _texts(paper, "caption") == ["Figure 1. a) A dot, reprinted with permission. b) A film."]


def test_headings_make_the_path() -> None:
    paper = _read(MANUSCRIPT)
    last = paper.passages[-1]
    assert last.section == ("1. Introduction", "1.1 Details")
    assert last.text == "The bath was three-fold."


def test_the_reference_list_is_read_and_numbered() -> None:
    paper = _read(MANUSCRIPT)
    assert [reference.number for reference in paper.references] == ["1", "2"]
    second = paper.references[1]
    assert (second.title, second.container, second.pages) == (
        "Films and Shells",
        "J. Ex. Soc.",
        "7–8",
    )
    assert second.span is not None
    assert paper.raw[slice(*second.span)].startswith("Roe, L. R. Films")
    assert not any("Shells" in passage.text for passage in paper.passages)


WRAPPED = """
    2. Experimental
    2.1. Growth of films
    Films of titanium nitride were grown in a flow tube that was
    evacuated and then heated. The pumps were iso-
    lated during the dose, and isolated again while the home-
    built tool was read w20–
    22 x. During each dose, a
    flow of nitrogen of 100 sccm was kept, and through the 2.75-
    inch flange a

    312Q. Doe et al. / Thin Solid Films 436 (2003) 145–156
    Fig. 1. Spectra of the surface after the third dose at 152 8C
    of precursor. They are displaced for clarity.
    second flow entered the tube during growth of the film at
    10 T orr.
    2.2. Analysis
    The films were weighed.
"""


def test_hard_wrapped_lines_become_paragraphs() -> None:
    paper = _read(WRAPPED)
    assert _texts(paper, "paragraph") == [
        "Films of titanium nitride were grown in a flow tube that was evacuated and then heated."
        " The pumps were isolated during the dose, and isolated again while the home-built tool was"
        " read. During each dose, a flow of nitrogen of 100 sccm was kept, and through the"
        " 2.75-inch flange a second flow entered the tube during growth of the film at 10 Torr.",
        "The films were weighed.",
    ]
    assert _texts(paper, "caption") == [
        "Fig. 1. Spectra of the surface after the third dose at 152 °C of precursor. They are"
        " displaced for clarity."
    ]
    assert paper.passages[2].citations[0].numbers == ("20", "21", "22")
    assert [passage.section for passage in paper.passages if passage.kind == "paragraph"] == [
        ("2. Experimental", "2.1. Growth of films"),
        ("2. Experimental", "2.2. Analysis"),
    ]


MARKED = """
    ##### RESEARCH ARTICLE

    # Shells of an oxide on dots by a cold bath

    Jane Doe,<sup>1,a)</sup> Li R. Roe,\\* and Ann Poe $^{2,3}$ +Institute of Layers, Exampletown

    Received: 4 May 2018 Accepted: 9 July 2018

    Published: 2 January 2019

    # 1 INTRODUCTION

    Dots were coated and kept for a year.
"""


def test_a_title_that_markdown_marks_is_the_title() -> None:
    paper = _read(MARKED)
    assert paper.record is not None
    assert paper.record.title == "Shells of an oxide on dots by a cold bath"
    assert [author.family for author in paper.record.authors] == ["Doe", "Roe", "Poe"]
    assert paper.record.year == 2019
    assert _texts(paper, "title") == [paper.record.title]
    assert paper.passages[-1].section == ("1 INTRODUCTION",)


def test_a_masthead_above_the_title_is_no_title() -> None:
    text = (
        "Layer Letters | (2013) 9:3021\n\nArticle\n\nCoated dots and how they last\n\nDots last.\n"
    )
    record = _read(text).record
    assert record is not None
    assert (record.title, record.container) == ("Coated dots and how they last", "Layer Letters")


@each_row(
    ("line", "first"),
    [
        ("KRANZ Ida(克兰);LI Olov-Per(李) State Laboratory of Layers", ("Kranz", "Ida")),
        ("LI Ida;KRANZ Olov", ("Li", "Ida")),
        ("JK Doe, Olov Kranz", ("Doe", "JK")),
        ("Jane Doe,\\*† Li Roe‡ and Ann Poe §Institute of Layers", ("Doe", "Jane")),
    ],
)
def test_names_among_marks_and_addresses(line: str, first: tuple[str, str]) -> None:
    author = read_authors(line)[0]
    assert (author.family, author.given) == first


LONG = "and this went on for as long as the text of the record says that it should have gone on, "


def test_an_abstract_file_has_doi_title_and_paragraphs() -> None:
    lines = (
        "10.5555/example.2014.08",
        "A way to grow shells on spheres of an oxide in water",
        f"Spheres were stirred in water at 50 degC for 30 min, {LONG}{LONG}then it ended.",
        f"Then shells were grown and dried at 80 degC for 6 h, {LONG}{LONG}then it ended.",
    )
    paper = _read("\n".join(lines))
    assert paper.record is not None
    assert paper.record.doi == "10.5555/example.2014.08"
    assert paper.record.title == "A way to grow shells on spheres of an oxide in water"
    assert [passage.kind for passage in paper.passages] == ["title", "paragraph", "paragraph"]


def test_a_label_that_runs_in_is_a_heading() -> None:
    paper = _read("ABSTRACT: Films were grown by a new process that is shown here.\n")
    assert [(p.kind, p.section) for p in paper.passages] == [
        ("heading", ()),
        ("paragraph", ("ABSTRACT:",)),
    ]
    assert paper.passages[1].text.startswith("Films were")


def test_the_headings_of_a_paper_on_one_line_are_found() -> None:
    told = "Films were grown in a tube and cut. " * 90
    line = f"Films of a new oxide  Abstract {told}Introduction {told}Results and discussion {told}"
    sections = [p.section for p in _read(f"{line}Conclusions {told}\n").passages]
    assert sections[2::2] == [
        ("Abstract",),
        ("Introduction",),
        ("Results and discussion",),
        ("Conclusions",),
    ]
    short = _read("Films were cut. Introduction Films are old. Conclusions They were cut.\n")
    assert [p.kind for p in short.passages] == ["paragraph"]


def test_markdown_headings_items_and_tables() -> None:
    paper = _read(
        "# Growth\n\n- first dose\n- second dose\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nText here.\n"
    )
    assert [passage.kind for passage in paper.passages] == [
        "heading",
        "list_item",
        "list_item",
        "table",
        "table",
        "paragraph",
    ]
    assert paper.passages[0].text == "Growth"
    assert paper.passages[-1].section == ("Growth",)


def test_a_rule_is_no_text() -> None:
    paper = _read("# Dots in air\n\nThe dots were grown.\n\n---\n\n* * *\n\nThey were dried.\n")
    assert [p.text for p in paper.passages][1:] == ["The dots were grown.", "They were dried."]


def test_entries_on_one_line_and_of_a_full_width_font() -> None:
    entries = (
        "(1）Doe，J.；Roe，L. R. Growth of films. J. Ex. 2003, 4, 145–156.",
        "(2) Roe, L. R. Weighing of films. J. Ex. 2010, 12, 345–350.",
        "(3) Poe, A. Films in 1999 (4) and later. J. Ex. 2011, 13, 1–9.",
    )
    paper = _read(f"Films were grown (1), then weighed (2).\n\nReferences\n\n{' '.join(entries)}\n")
    assert [reference.number for reference in paper.references] == ["1", "2", "3"]
    assert [author.family for author in paper.references[0].authors] == ["Doe", "Roe"]
    assert [reference.year for reference in paper.references] == [2003, 2010, 2011]


def test_numbered_reference_styles() -> None:
    paper = _read(
        """
        Films were grown [1], then weighed [2].

        References

        [1] J. Doe, L.R. Roe, Growth of thin films of oxides, Thin Solid Films 436 (2003) 145–156.
        [2] Roe, L. R. & Doe, J. Weighing of thin films. Nat. Ex. 12, 345–350 (2010).
        """
    )
    first, second = paper.references
    assert [author.family for author in first.authors] == ["Doe", "Roe"]
    assert (first.container, first.volume, first.year) == ("Thin Solid Films", "436", 2003)
    assert (second.container, second.pages, second.year) == ("Nat. Ex.", "345–350", 2010)
    assert [author.family for author in second.authors] == ["Roe", "Doe"]


def test_a_run_of_blanks_costs_no_more_than_its_length() -> None:
    """A search tied to the end of the line took a minute for this one."""
    paper = _read("# Dots in air\n\nThey grew" + " " * 30_000 + "in air.\n\nThey were dried.\n")
    assert [p.text.split() for p in paper.passages[1:]] == [
        ["They", "grew", "in", "air."],
        ["They", "were", "dried."],
    ]


def test_what_converters_call_a_title_is_none() -> None:
    paper = _read(
        "---\ntitle: ASSOCIATED CONTENT\nyear: 2018\n---\n\n# Dots grown in air\n\nThey grew.\n"
    )
    assert paper.record is not None
    assert (paper.record.title, paper.record.year) == ("Dots grown in air", 2018)


def test_the_place_of_a_paragraph_goes_on_behind_a_caption() -> None:
    paper = _read(
        "Dots were kept in\n\nFigure 1. A dot in a tube of glass.\n\nwater for an hour.\n"
    )
    at = paper.raw.index("water")
    assert Places(paper).describe([(at, at + 5)]) == "paragraph 1"
    assert Places(paper).describe([(at - 9, at - 2)]) == "caption of Figure 1"


@each_row(
    ("line", "level"),
    [
        ("Abstract", 1),
        ("**Conclusions**", 1),
        ("2. Experimental", 1),
        ("2.1. FTIR studies", 2),
        ("3.2 Characterization techniques", 2),
        ("### Growth", 3),
        ("Results and Discussion", 1),
        ("2. The films were grown at 300 °C in a flow tube.", 0),
        ("Films were grown", 0),
        ("10 Torr of ozone", 0),
        ("150 nm Films", 0),
    ],
)
def test_heading_level(line: str, level: int) -> None:
    assert heading_level(line) == level


def test_windows_line_ends_and_byte_order_mark_keep_offsets() -> None:
    data = "\ufeffDots grew.\r\n\r\nShells of Al₂O₃ grew.\r\n".encode()
    paper = read_bytes(data, id="doc", source="doc.txt")
    assert paper.raw == data.decode()
    passage = paper.passages[-1]
    assert passage.text == "Shells of Al2O3 grew."
    assert paper.raw[slice(*passage.raw_spans(0, 6)[0])] == "Shells"


@given(
    st.text(
        alphabet=st.sampled_from("ab A1.,;-\n\n #|*^{}[]()xw⁸²₂$_<>/\r\t\ufeff\f\x02ﬁ"),
        max_size=300,
    )
)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        paper = read_bytes(text.encode(), id="doc", source="doc.txt")
    except ReadError:
        return
    for passage in paper.passages:
        origins = list(passage.origins)
        assert origins == sorted(origins)
        assert all(0 <= citation.at <= len(passage.text) for citation in passage.citations)
        start, end = passage.raw_spans(0, len(passage.text))[0]
        assert 0 <= start < end <= len(paper.raw)


@pytest.mark.parametrize(
    "text",
    ["⁸" * 9000, "1" * 9000, "w1 x 1 T orr " + "NH H O ZrO " * 40 + "2" * 40, "[1," * 3000],
    ids=["raised digits", "digits", "dropped digits", "open brackets"],
)
def test_text_out_of_all_bounds_is_read(text: str) -> None:
    assert _read(f"Dots grew. {text}\n").passages[0].text.startswith("Dots grew.")

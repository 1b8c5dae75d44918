"""PDFs as publishers print them: all prose of a page and nothing else, in the order of reading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.corpus.pdf_pages import column_lines, line_label, read_pdf, text_of
from tests.data.printing import Article, Block, Piece, print_pdf, set_article


def _unlike(number: int) -> str:
    """A word that no other number has."""
    syllables = ("ba", "co", "du", "fe", "gi", "ka", "lo", "mu", "ne", "pi")
    return "z" + "".join(syllables[int(digit)] for digit in f"{number:04}")


def _sentence(number: int) -> str:
    first, second, third = (_unlike(3 * number + at) for at in range(3))
    return f"The {first} films were kept in the {second} and it was as {third} as before."


def _prose(first: int, count: int) -> str:
    return " ".join(_sentence(first + at) for at in range(count))


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\bz[a-z]{8}\b", text))


@st.composite
def _articles(draw: st.DrawFn) -> tuple[Article, Counter[str]]:
    """An article set in some way, and the words of its text."""
    kinds = draw(st.lists(st.sampled_from(["text", "text", "text", "heading"]), max_size=8))
    lengths = [draw(st.integers(1, 9)) for _ in kinds]
    blocks = [Block(kind="text", text=_prose(0, 2))]
    number = 2
    for kind, length in zip(kinds, lengths, strict=True):
        if kind == "heading":
            blocks.append(Block(kind="heading", text=f"{len(blocks)}. On the films in air"))
        else:
            blocks.append(Block(kind="text", text=_prose(number, length)))
            number += length
    if draw(st.booleans()):
        blocks += [Block(kind="item", text=f"- {_unlike(3000 + at)} films") for at in range(3)]
        blocks.append(Block(kind="text", text=_prose(number, 3)))
        number += 3
    if draw(st.booleans()):
        blocks.append(Block(kind="note", text=f"a) {_prose(number, 1)}"))
    article = Article(
        title=draw(
            st.sampled_from(
                [
                    ["Alumina on dots of lead selenide"],
                    ["Alumina and zinc oxide on dots of", "lead selenide in the first cycles"],
                    [
                        "Alumina and zinc oxide on dots",
                        "of lead selenide kept in air in",
                        "thirty runs",
                    ],
                ]
            )
        ),
        names=draw(
            st.sampled_from(["", "Ida Kranz and Olov Lind", "I. Kranz, O. Lind, P. de Roe"])
        ),
        blocks=tuple(blocks),
        columns=draw(st.integers(1, 2)),
        gutter=draw(st.sampled_from([9, 10, 12, 18, 24])),
        size=draw(st.sampled_from([9, 10])),
        title_leading=draw(st.sampled_from([1.0, 1.2, 1.6])),
        heads=("Kranz and Lind", "J. Layer Films 12, 031501 (2019)"),
    )
    return article, _words(" ".join(block.text for block in blocks))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(_articles())
def test_every_word_of_the_text_is_in_exactly_one_passage(
    printed: tuple[Article, Counter[str]],
) -> None:
    article, words = printed
    paper = read_pdf(print_pdf(set_article(article)))
    assert _words(text_of(paper)) == words
    assert paper.record is not None
    assert paper.record.title == " ".join(article.title)
    assert "031501" not in paper.raw


@settings(max_examples=10)
@given(st.floats(8, 14), st.sampled_from([8, 9, 10]))
def test_columns_are_read_one_after_the_other_however_narrow_the_gutter(
    gutter: float, size: float
) -> None:
    blocks = [Block(kind="text", text=_prose(0, 40)), Block(kind="text", text=_prose(40, 40))]
    pages = set_article(Article(blocks=blocks, gutter=gutter, size=size))
    order = [word for word in text_of(read_pdf(print_pdf(pages))).split() if word[0] == "z"]
    expected = re.findall(r"\bz[a-z]{8}\b", " ".join(block.text for block in blocks))
    assert order == expected


def test_an_abstract_of_its_own_width_is_read_before_the_columns_below() -> None:
    wide = column_lines("abstract", x=54, top=700, count=10, width=320)
    notes = column_lines("beside", x=390, top=700, count=8, width=168)
    left = column_lines("left", x=54, top=560, count=20, width=245)
    right = column_lines("right", x=313, top=560, count=20, width=245)
    text = text_of(read_pdf(print_pdf([[*wide, *notes, *left, *right]])))
    found = re.findall(r"[a-z]+-[a-z]{2}\b", text)
    for name, count in (("abstract", 10), ("beside", 8), ("left", 20), ("right", 20)):
        ours = [word for word in found if word.startswith(name)]
        assert ours == [line_label(name, at) for at in range(count)]
    places = [found.index(line_label(name, 0)) for name in ("abstract", "left", "right")]
    assert places == sorted(places)


def test_equations_do_not_hide_the_columns() -> None:
    left, right = (
        column_lines(name, x=x, top=700, count=24, width=245)
        for name, x in (("left", 54), ("right", 317))
    )
    signs = [
        Piece(x=90 + 263 * column + 14 * at, y=700 - 12 * row, text="x=y"[at % 3])
        for column in range(2)
        for row in range(6, 24, 3)
        for at in range(9)
    ]
    kept = [piece for piece in (*left, *right) if (700 - piece.y) / 12 not in range(6, 24, 3)]
    text = text_of(read_pdf(print_pdf([[*kept, *signs]])))
    assert text.index(line_label("left", 23)) < text.index(line_label("right", 0))


ABSTRACT = "We coat dots of lead selenide with alumina and see that they last in air."


@pytest.mark.parametrize(
    "above",
    [
        pytest.param([], id="no heading at all"),
        pytest.param([Block(kind="heading", text="1. Introduction")], id="a heading below"),
    ],
)
def test_a_short_abstract_without_its_heading_is_kept(above: Sequence[Block]) -> None:
    blocks = [Block(kind="item", text=ABSTRACT), *above, Block(kind="text", text=_prose(0, 9))]
    article = Article(
        title=["Alumina on dots of lead selenide"],
        names="Ida Kranz and Olov Lind",
        blocks=blocks,
    )
    paper = read_pdf(print_pdf(set_article(article)))
    assert ABSTRACT in text_of(paper)
    assert "Kranz" not in text_of(paper)
    assert paper.record is not None
    assert [author.family for author in paper.record.authors] == ["Kranz", "Lind"]


FRONT = (
    "Department of Layers, University of Films, 12345 Poe, Germany",
    "(Received 3 May 2018; accepted 4 June 2018; published 1 July 2018)",
    "E-mail: ida@films.example",
    "Copyright 2018 The Layer Society",
)


def test_addresses_and_notices_of_the_head_are_left_out_and_prose_between_them_is_not() -> None:
    blocks = [
        *(Block(kind="item", text=text) for text in FRONT[:2]),
        Block(kind="item", text=ABSTRACT),
        *(Block(kind="item", text=text) for text in FRONT[2:]),
        Block(kind="heading", text="1. Introduction"),
        Block(kind="text", text=_prose(0, 9)),
    ]
    pieces = set_article(
        Article(
            title=["Alumina on dots of lead selenide"], names="I. Kranz, O. Lind", blocks=blocks
        )
    )[0]
    spread = _apart(pieces, [*FRONT, ABSTRACT])
    text = text_of(read_pdf(print_pdf([spread])))
    assert ABSTRACT in text
    assert [front for front in FRONT if front[:20] in text] == []


def _apart(pieces: Sequence[Piece], texts: Sequence[str]) -> list[Piece]:
    """Move what stands below each of the texts down, so that it is a paragraph of its own."""
    starts = {text[:12] for text in texts} | {"1. Introduct"}
    moved, down = [], 0.0
    for piece in pieces:
        down += 10 * (piece.text[:12] in starts)
        is_furniture = piece.y < 60
        moved.append(piece if is_furniture else Piece(**{**vars(piece), "y": piece.y - down}))
    return moved


COVERS = {
    "publisher": (
        "To cite this article: Ida Kranz and Olov Lind 2019 J. Layer Films 12 031501",
        "You may also like",
        "This content was downloaded from IP address 192.0.2.17 on 02/03/2024 at 10:11",
    ),
    "network": (
        "See discussions, stats, and author profiles for this publication at",
        "Some of the authors are also working on related projects",
    ),
    "archive": (
        "To cite this version:",
        "Ida Kranz, Olov Lind. Alumina on lead selenide dots. Layer Letters, 2019, 12 (3), pp.1-6.",
        "HAL is a multi-disciplinary open access archive",
    ),
    "society": (
        "Citation: Layer Letters 12, 031501 (2019)",
        "Articles you may be interested in",
        "Published by the Layer Society",
    ),
}


@pytest.mark.parametrize("name", sorted(COVERS))
def test_cover_sheets_are_left_out_of_the_text_and_cite_the_article(name: str) -> None:
    title = "Alumina on lead selenide dots"
    cover = [Piece(x=60, y=700, text=title, size=18, bold=True)]
    cover += [Piece(x=60, y=650 - 24 * at, text=text) for at, text in enumerate(COVERS[name])] + [
        Piece(x=60, y=400, text="- Ozone-based growth of hafnia on cadmium telluride dots")
    ]
    article = Article(
        title=[title],
        names="Ida Kranz and Olov Lind",
        blocks=[Block(kind="text", text=_prose(0, 30))],
    )
    paper = read_pdf(print_pdf([cover, *set_article(article)]))
    assert paper.record is not None
    assert paper.record.title == title
    assert not re.search("hafnia|discussions|downloaded|Articles|HAL", paper.raw)
    assert (paper.record.year == 2019) == (name != "network")
    assert _words(text_of(paper)) == _words(_prose(0, 30))


def test_a_first_page_with_few_words_is_no_cover() -> None:
    first = [Piece(x=60, y=700, text="Alumina on lead selenide dots", size=18)]
    first += column_lines("one", x=60, top=600, count=12, width=480)
    second = column_lines("two", x=60, top=700, count=30, width=480)
    assert line_label("one", 3) in text_of(read_pdf(print_pdf([first, second])))


LEADINGS = [1.0, 1.15, 1.4, 1.8, 2.2]


def test_a_title_of_several_lines_is_whole_whatever_its_leading() -> None:
    lines = ["Alumina and zinc oxide on dots of", "lead selenide over the first", "thirty cycles"]
    wrong = {}
    for leading in LEADINGS:
        for count in (1, 2, 3):
            article = Article(
                title=lines[:count],
                names="Ida Kranz and Olov Lind",
                title_leading=leading,
                blocks=[Block(kind="text", text=_prose(0, 20))],
            )
            record = read_pdf(print_pdf(set_article(article))).record
            title = record.title if record else ""
            if title != " ".join(lines[:count]):
                wrong[leading, count] = title
    assert wrong == {}


def test_a_note_beside_the_title_does_not_cut_it() -> None:
    page = [
        Piece(x=200, y=700, text="Alumina and zinc oxide on dots", size=16),
        Piece(x=40, y=690, text="Cite this:", size=7),
        Piece(x=200, y=680, text="of lead selenide over thirty cycles", size=16),
        Piece(x=200, y=650, text="Ida Kranz and Olov Lind", size=11),
        *column_lines("text", x=60, top=600, count=30, width=480),
    ]
    record = read_pdf(print_pdf([page])).record
    assert record is not None
    assert record.title == "Alumina and zinc oxide on dots of lead selenide over thirty cycles"


def test_running_heads_that_stand_on_one_page_only_are_left_out() -> None:
    heads = ("Kranz and Lind", "J. Layer Films 12, 031501 (2019)", "0021-8979/2019/12(3)/$30.00")
    pages = []
    for number, head in enumerate(("", *heads)):
        pages.append(column_lines(f"page{'abcd'[number]}", x=60, top=690, count=30, width=480))
        pages[-1].append(Piece(x=60, y=750, text=head, size=8))
    text = read_pdf(print_pdf(pages)).raw
    assert [head for head in heads if head in text] == []
    assert all(line_label(f"page{letter}", 0) in text for letter in "abcd")


@pytest.mark.parametrize(
    ("x", "first", "step", "kept"),
    [
        pytest.param(20, 1, 1, False, id="left of the text"),
        pytest.param(560, 31, 1, False, id="right of it, counted on from the page before"),
        pytest.param(60, 1, 1, True, id="the first column of a table"),
        pytest.param(20, 300, -7, True, id="no count"),
    ],
)
def test_the_numbers_of_lines_are_left_out(x: float, first: int, step: int, kept: bool) -> None:
    page = [
        *column_lines("line", x=60, top=700, count=15, width=480),
        *(
            Piece(x=60 + 60 * at, y=500 - 12 * row, text="4.5")
            for row in range(20)
            for at in (1, 3)
        ),
        *(
            Piece(x=x, y=(500 if x == 60 else 700) - 12 * row, text=str(first + step * row))
            for row in range(20)
        ),
    ]
    words = read_pdf(print_pdf([page])).raw.split()
    assert (str(first + step * 13) in words) is kept
    assert line_label("line", 14) in words


def test_short_items_and_notes_are_kept_and_the_lettering_of_figures_is_not() -> None:
    items = ["- alumina", "- zinc oxide", "(a) zirconia"]
    page = [
        *column_lines("line", x=60, top=700, count=12, width=480),
        *(Piece(x=60, y=530 - 24 * at, text=text) for at, text in enumerate(items)),
        Piece(x=100, y=440, text="growth per cycle", size=6),
        Piece(x=300, y=390, text="20 nm", size=6),
        *column_lines("rest", x=60, top=330, count=12, width=480),
        Piece(x=60, y=110, text="a) Deceased.", size=8),
    ]
    text = text_of(read_pdf(print_pdf([page])))
    assert [item for item in [*items, "a) Deceased."] if item not in text] == []
    assert "growth per cycle" not in text
    assert "20 nm" not in text


def test_the_first_words_of_a_paragraph_at_the_foot_of_a_column_are_kept() -> None:
    left = column_lines("left", x=54, top=700, count=20, width=150)
    left.append(Piece(x=64, y=440, text="The films of the"))
    right = [
        Piece(x=230, y=700, text="dots were kept in"),
        *column_lines("b", x=230, top=688, count=19, width=150),
    ]
    assert "The films of the dots were kept in" in text_of(read_pdf(print_pdf([[*left, *right]])))

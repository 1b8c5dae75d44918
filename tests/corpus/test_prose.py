"""Nothing that is prose is lost: the head of an article, and every word of a clean document."""

from __future__ import annotations

import re
import textwrap
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Paper, read_bytes
from corpus.layout import heading_level
from corpus.prose import is_notice, is_prose
from tests.rows import each_row


def _read(text: str) -> Paper:
    data = textwrap.dedent(text).lstrip("\n").encode()
    return read_bytes(data, id="doc", source="doc.txt")


ABSTRACT = (
    "Films of scandium oxide were grown at 240 °C from a liquid precursor. Their index was 1.9."
)
HEADS = {
    "blank lines": f"""
        Slow Growth of Scandium Oxide on Glass

        A. Doe, L. Roe and J. Poe*
        Department of Examples, Northern College, Northern, Ohio 44000

        Received March 4, 2011. Revised Manuscript Received June 9, 2011

        {ABSTRACT}

        1. Introduction
        Oxides are coatings.
        """,
    "masthead and page number": f"""
        J. Ex. Mater. 2009, 3, 101-107

        101

        Slow Growth of Scandium Oxide on Glass

        A. Doe and L. Roe

        {ABSTRACT}
        Keywords: atomic layer deposition, optical coatings

        I. INTRODUCTION
        Oxides are coatings.
        """,
    "no blank line": f"""
        Slow Growth of Scandium Oxide on Glass
        A. Doe and L. Roe
        Institute of Examples, Exampletown
        {ABSTRACT}

        Introduction
        Oxides are coatings.
        """,
    "title of two lines": f"""
        Slow Growth of
        Scandium Oxide on Glass

        A. Doe and L. Roe

        {ABSTRACT}

        1 Introduction
        Oxides are coatings.
        """,
    "title of two lines apart": f"""
        Slow Growth of Scandium

        Oxide on Glass

        A. Doe and L. Roe

        {ABSTRACT}

        1 Introduction
        Oxides are coatings.
        """,
    "letters of a heading apart": f"""
        Slow Growth of Scandium Oxide on Glass

        A. Doe and L. Roe

        a b s t r a c t

        {ABSTRACT}

        1. Introduction

        Oxides are coatings.
        """,
    "a notice of the repository first": f"""
        This version was deposited by its writers, see https://example.org/10.5555/abc

        Slow Growth of Scandium Oxide on Glass

        A. Doe and L. Roe

        {ABSTRACT}

        1. Introduction

        Oxides are coatings.
        """,
    "a publisher's cover ahead of a marked title": f"""
        <!-- image -->

        RESEARCH ARTICLE |  MARCH 04 2011

        ## Slow Growth of Scandium Oxide on Glass

        A. Doe; L. Roe iD

        Check for updates

        ## Articles You May Be Interested In

        Growth of hafnium sulfide by molecular layer deposition

        J. Ex. Mater. (March 2019)

        ## Slow Growth of Scandium Oxide on Glass

        A. Doe<sup>1,a)</sup> and L. Roe<sup>2</sup>

        1 Institute of Examples, P.O. Box 12, 01234 Exampletown, Ohio

        (Received 4 March 2011; accepted 9 June 2011)

        {ABSTRACT}

        ## I. INTRODUCTION

        Oxides are coatings.
        """,
    "a journal above a marked title": f"""
        # Journal of Example Materials

        ## PAPER

        Cite this: J. Ex. Mater., 2011, 3, 101

        ## Slow Growth of Scandium Oxide on Glass

        A. Doe, a L. Roe b and J. Poe *c

        {ABSTRACT}

        ## 1. Introduction

        ![](images/one.jpg)
        (a)

        Oxides are coatings.
        """,
    "title of three lines and names between bars": f"""
        Slow Growth
        of Scandium Oxide
        on Glass
        Alma Doe 1 | Lew Roe 1,2
        {ABSTRACT}

        1 | Introduction
        Oxides are coatings.
        """,
    "names of two lines": f"""
        Slow Growth of Scandium Oxide on Glass
        A. Doe, L. Roe, A.B.
        Poe
        Institute of Examples, Exampletown
        {ABSTRACT}

        Introduction
        Oxides are coatings.
        """,
}


@pytest.mark.parametrize("name", HEADS)
def test_an_abstract_without_its_word_is_kept_and_the_head_is_not(name: str) -> None:
    paper = _read(HEADS[name])
    texts = {
        kind: [passage.text for passage in paper.passages if passage.kind == kind]
        for kind in ("title", "paragraph")
    }
    assert texts["title"] == ["Slow Growth of Scandium Oxide on Glass"]
    assert texts["paragraph"] == [ABSTRACT, "Oxides are coatings."]
    assert paper.record is not None
    assert [author.family for author in paper.record.authors][:2] == ["Doe", "Roe"]


@pytest.mark.parametrize(
    "text",
    [
        ABSTRACT,
        "Dots were coated.",
        "We report the growth of ZnO and Al2O3 on Si, GaAs and InP by ALD",
        "Al2O3, HfO2, and ZrO2 were grown on Si.",
        "The authors thank A. Doe of the Department of Examples for XRD.",
    ],
)
def test_prose(text: str) -> None:
    assert is_prose(text)


@each_row(
    "text",
    [
        "A. Doe, L. Roe, and J. Poe*",
        "Department of Materials, Northern College, Northern, Ohio 44000",
        "Key Laboratory of Examples, School of Physics and Electronics, Exampletown, China",
        "Received March 4, 2011. Accepted June 9, 2011.",
        "(Received 3 May 2014; accepted 20 June 2014; published online 1 July 2014)",
        "Keywords: atomic layer deposition, thin films of oxides",
        "*Corresponding author. E-mail: doe@example.org",
        "J. Ex. Mater. 2009, 3, 101-107",
        "This article is licensed under a licence, see https://example.org",
        "Growth",
    ],
)
def test_no_prose(text: str) -> None:
    assert not is_prose(text)


def test_notices() -> None:
    assert is_notice("Copyright 2011 Example Society")
    assert is_notice("PACS: 81.15")
    assert not is_notice("Receivers of this kind were built.")
    assert not is_notice("Published data of other groups agree with it.")


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("II. EXPERIMENTAL DETAILS", 1),
        ("2.1 | Growth of Films", 2),
        ("1 Institute of Examples, P.O. Box 12, 01234 Exampletown", 0),
        ("IV. Conclusions", 1),
        ("a b s t r a c t", 1),
        ("V. Roe", 0),
        ("I. Doe and V. Poe", 0),
        ("a b c d e", 0),
    ],
)
def test_headings_of_other_houses(line: str, level: int) -> None:
    assert heading_level(line) == level


CUT = [
    # a subscript or a power on a line of its own
    ("Films of Al\n2\nO\n3\non Si were flat.", ["Films of Al2O3 on Si were flat."]),
    ("They grew at 10\n-6\nTorr in N\n2\n.", ["They grew at 10⁻⁶ Torr in N2."]),
    ("A mobility of 8 cm\n2\nV\n-1\ns\n-1\nwas seen.", ["A mobility of 8 cm² V⁻¹ s⁻¹ was seen."]),
    # a page break before a formula, and a page number
    (
        "The dots were washed. Then they were coated\n\n12\n\f\nAl2O3 and kept in the dark.",
        ["The dots were washed. Then they were coated Al2O3 and kept in the dark."],
    ),
    # a line that begins with a number, in wrapped text
    (
        "The dots were coated in a tube and in all of them as many as\n"
        "30 ALD cycles were run at this temperature and then ten more\nwere run.",
        [
            "The dots were coated in a tube and in all of them as many as 30 ALD cycles were run"
            " at this temperature and then ten more were run."
        ],
    ),
    # a page number on a line of its own is none of the text
    ("The dots were\n12\nwashed.", ["The dots were washed."]),
    # two paragraphs stay two
    (
        "The dots were washed. The first were kept in the dark\n\nThe second were not.",
        ["The dots were washed. The first were kept in the dark", "The second were not."],
    ),
    # a picture, its letters and its caption, a date, or a button
    (
        "The dots were kept in\n\n<!-- image -->\n\nwater.",
        ["The dots were kept in water."],
    ),
    (
        "The dots were kept in\n\n![](a/b.jpg)\n(b)\n\nReceived: 3 May 2014\n\nwater.",
        ["The dots were kept in water.", "Received: 3 May 2014"],
    ),
    (
        "The dots were kept in\n\nView Article Online\n\nwater, <!-- formula -->and dried.",
        ["The dots were kept in water, and dried."],
    ),
    # half of a letter that was decoded wrongly is not a line end
    ("It grew by 0.8 Ã\x85 per cycle.", ["It grew by 0.8 Å per cycle."]),
]


@each_row(("raw", "paragraphs"), CUT)
def test_what_a_converter_cut_is_whole_again(raw: str, paragraphs: list[str]) -> None:
    paper = read_bytes(f"# Heading\n\n{raw}\n".encode(), id="doc", source="doc.txt")
    assert [p.text for p in paper.passages if p.kind != "heading"] == paragraphs


def test_a_sentence_that_returns_is_no_running_head() -> None:
    line = "The films were grown as before and then weighed."
    head = "Journal of Examples, volume 12, Doe and others"
    paper = _read("\n\n".join([line, head] * 3))
    texts = [passage.text for passage in paper.passages]
    assert texts.count(line) == 3
    assert head not in texts


SENTENCE = st.lists(
    st.sampled_from(
        "the films of oxide were grown on glass and then annealed in vacuum with water as shown by"
        " spectra that we took at once".split()
    ),
    min_size=6,
    max_size=20,
    unique=True,  # one word again and again is no prose
).map(lambda words: " ".join(words).capitalize() + ".")
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=4).map(" ".join)
KINDS = st.sampled_from(("", "- ", "1) ", "Figure 1. ", "* "))


@given(
    st.lists(st.tuples(KINDS, PARAGRAPH), min_size=1, max_size=8),
    st.sampled_from(("", "Growth of oxides on glass\n\nA. Doe and L. Roe\n\n")),
    st.integers(0, 3),
    st.sampled_from((None, 60, 80)),
)
def test_every_word_of_a_paragraph_is_in_one_passage(
    blocks: list[tuple[str, str]], head: str, heading_at: int, width: int | None
) -> None:
    """The law of a clean document, wrapped or not, with and without a heading and a head."""
    numbered = [
        mark + re.sub(r"\w+", lambda word, at=at: f"{word[0]}q{chr(97 + at)}", text)
        for at, (mark, text) in enumerate(blocks)
    ]
    parts = [textwrap.fill(text, width) if width else text for text in numbered]
    parts.insert(min(heading_at, len(parts)), "2. Experimental")
    paper = read_bytes((head + "\n\n".join(parts) + "\n").encode(), id="doc", source="doc.txt")
    found = Counter(re.findall(r"\w+q\w", "\n".join(p.text for p in paper.passages)))
    assert found == Counter(re.findall(r"\w+q\w", "\n".join(numbered)))

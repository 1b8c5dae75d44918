"""The review itself: passages, citations and all 152 references (skips where it is not at hand)."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

from corpus import Paper, read
from corpus.mapped import image
from tests.rows import each_row

SPOTS = [
    # number, first author, authors, start of title, container, year, volume, issue, pages
    ("1", "Singh", 10, "Hybrid Organic", "ACS Energy Lett.", 2020, "", "", "1487–1497"),
    ("10", "Nasilowski", 5, "Two-Dimensional", "Chem. Rev.", 2016, "116", "18", "10934–10982"),
    ("11", "Yin", 2, "Colloidal Nanocrystal", "Nature", 2005, "437", "", "664–670"),
    ("20", "Buonsanti", 7, "Nonhydrolytic", "J. Am. Chem. Soc.", 2008, "130", "33", "11223–11233"),
    ("30", "Lu", 2, "A Single-Step", "Chem. Eur. J.", 2014, "20", "20", "5874–5879"),
    ("42", "Abolhasani", 6, "Oscillatory", "Chem. Mater.", 2015, "27", "17", "6131–6138"),
    ("56", "Nicolau", 1, "Solution", "Appl. Surf. Sci.", 1985, "22–23", "PART 2", "1061–1074"),
    ("73", "Treml", 6, "Successive", "ACS Appl. Mater. Interfaces", 2017, "9", "15", "13500–13507"),
    ("83", "Le Monnier", 4, "Atomic Layer", "Adv. Mater.", 2019, "31", "52", "1–7"),
    ("88", "Liu", 7, "Robust, Functional", "Nano Lett.", 2011, "11", "12", "5349–5355"),
    ("92", "Cheng", 2, "Photo-Stability", "J. Appl. Phys.", 2016, "120", "8", ""),
    ("95", "Loiudice", 5, "CsPbBr3 QD/AlOx", "Angew. Chemie", 2017, "129", "36", "11099–11099"),
    ("102", "Ten Cate", 9, "Activating", "J. Phys. Chem. Lett.", 2013, "4", "11", "1766–1770"),
    ("109", "Erdem", 9, "Orientation", "Nano Lett.", 2019, "19", "7", "4297-4305"),
    ("113", "De Trizio", 2, "Forging", "Chem. Rev.", 2016, "116", "", "10852–10887"),
    ("139", "Piveteau", 8, "Colloidal-ALD", "Nano Lett.", 2020, "20", "5", "3003–3018"),
    ("145", "Cremers", 3, "Conformality", "Appl. Phys. Rev.", 2019, "6", "2", "021302"),
    ("149", "Valdesueiro", 11, "Deposition", "J. Phys. Chem. C", 2016, "120", "8", "4266–4275"),
    ("152", "Li", 12, "Highly Efficient", "Adv. Mater.", 2016, "28", "18", "3528–3534"),
]


def test_all_references_are_there_in_order(review: Paper) -> None:
    assert [reference.number for reference in review.references] == [
        str(number) for number in range(1, 153)
    ]


def test_every_reference_has_authors_title_and_year(review: Paper) -> None:
    for reference in review.references:
        assert reference.authors, reference
        assert reference.title, reference
        assert reference.year, reference
        assert all(author.family and author.given for author in reference.authors), reference
        assert not re.search(r"[*_$]|\w- \w|\s{2}|\.$", reference.title), reference
        assert reference.container or reference.type == "patent", reference


def test_types_of_references(review: Paper) -> None:
    assert Counter(reference.type for reference in review.references) == {
        "article-journal": 146,
        "chapter": 4,
        "paper-conference": 1,
        "patent": 1,
    }


@each_row("spot", SPOTS, ids=lambda spot: spot[0])
def test_spots(review: Paper, spot: tuple[str | int, ...]) -> None:
    reference = review.references[int(spot[0]) - 1]
    assert reference.title.startswith(str(spot[3]))
    assert (
        reference.number,
        reference.authors[0].family,
        len(reference.authors),
        spot[3],
        reference.container,
        reference.year,
        reference.volume,
        reference.issue,
        reference.pages,
    ) == spot


def test_spans_of_references_hold_their_entries(review: Paper) -> None:
    for reference in review.references:
        assert reference.span is not None
        entry = review.raw[slice(*reference.span)]
        assert reference.authors[0].family.split()[-1] in entry
        assert str(reference.year) in entry
    assert all(a.span and b.span and a.span[1] <= b.span[0] for a, b in pairwise(review.references))


def test_no_mark_is_left_and_none_is_too_many(review: Paper) -> None:
    text = "\n".join(passage.text for passage in review.passages)
    raised = re.findall(r"\S{0,6}[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]+", text)
    assert len(raised) == 15, raised
    assert not re.search(r"[\^_$]|\*\*|[a-z)]\.\d", text)
    marks = [citation for passage in review.passages for citation in passage.citations]
    assert len([mark for mark in marks if not mark.permission]) == 103
    assert len([mark for mark in marks if mark.permission]) == 27


def test_marks_stand_behind_what_they_cite(review: Paper) -> None:
    found = {
        review.raw[slice(*mark.span)]: passage.text[: mark.at][-9:]
        for passage in review.passages
        for mark in passage.citations
    }
    assert found["130"] == "exchange."
    assert found["96"] == "lifetime."
    assert found["¹²⁹"].endswith("et al.")


SECTIONS = "1 2 2.1 2.2 2.3 3 3.1 3.2 3.3 4 4.1 4.2 4.3 5 5.1 5.2"


def test_headings_are_the_sections(review: Paper) -> None:
    headings = [passage.text for passage in review.passages if passage.kind == "heading"]
    assert len(headings) == 17
    assert [heading.split()[0].rstrip(".") for heading in headings[1:]] == SECTIONS.split()


def test_captions_are_whole(review: Paper) -> None:
    captions = [passage.text for passage in review.passages if passage.kind == "caption"]
    assert [caption.split(".")[0] for caption in captions] == [
        f"Figure {number}" for number in range(1, 14)
    ]
    assert captions[0].endswith("Reprinted with permission.")


def test_paragraphs_are_whole(review: Paper) -> None:
    paragraphs = [passage.text for passage in review.passages if passage.kind == "paragraph"]
    assert all(text[0].isupper() for text in paragraphs)
    open_ended = [text[-30:] for text in paragraphs if not text.endswith((".", "!", "?"))]
    assert len(open_ended) == 1  # the review itself leaves one sentence without its full stop


def test_characters_are_the_image_of_the_raw_text(review: Paper) -> None:
    for passage in review.passages:
        assert all(a <= b for a, b in pairwise(passage.origins))
        for character, origin in zip(passage.text, passage.origins, strict=True):
            raw = review.raw[origin]
            is_command = (character, raw) == ("≤", "\\")
            is_blank = character == " " and raw.isspace()
            is_lost_hyphen = character == "-" and raw.isalpha()  # "EDTtreated"
            assert is_blank or is_command or is_lost_hyphen or image(character) == image(raw)


def test_gold_texts_read_without_leftovers(gold_texts: list[Path]) -> None:
    for path in gold_texts:
        paper = read(path)
        text = "\n".join(passage.text for passage in paper.passages)
        assert not re.search(r"[\^$\\]|deg ?C|• C|T orr|8C\b", text), path
        assert len(text) > 0.8 * len(paper.raw), path

"""The six rules of crediting: a table of cases, and the parts that the rules are made of."""

from __future__ import annotations

import re
from array import array
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from corpus import read
from corpus.model import Author, Citation, Paper, Passage, Reference
from kg.extract.credit import Crediting
from kg.extract.credit.account import tells_own_work
from kg.extract.credit.authors import find_named_works, is_family, is_slip
from kg.extract.credit.coordination import by_marks
from kg.extract.credit.marks import Mark, marks_of
from kg.extract.text.sentences import split_sentences
from kg.model import THIS
from tests.rows import each_row

TABLE = yaml.safe_load((Path(__file__).parents[2] / "data/credit.yaml").read_text(encoding="utf-8"))
REFERENCES = tuple(
    Reference(
        number=entry["number"],
        authors=tuple(Author(family=family) for family in entry["authors"]),
        title=entry["title"],
        year=entry["year"],
    )
    for entry in TABLE["references"]
)
_MARK = re.compile(r"\^\{([\d,]+)\}|\[permission (\d+)\]")


def passage(marked: str, kind: str = "paragraph", section: tuple[str, ...] = ()) -> Passage:
    """A passage from text whose marks are written ``^{38}`` or ``[permission 38]``."""
    text, citations, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        numbers = tuple((match[1] or match[2]).split(","))
        span = (match.start(), match.end())
        citations.append(
            Citation(at=len(text), numbers=numbers, span=span, permission=match[2] is not None)
        )
        at = match.end()
    text += marked[at:]
    origins = array("l", range(len(text)))
    return Passage(
        kind=kind, text=text, origins=origins, section=section, citations=tuple(citations)
    )


def paper(*passages: Passage, account: str = "survey") -> Paper:
    references = () if account == "bare" else REFERENCES
    methods = passage("Glass was washed.", section=("2. Experimental",))
    return Paper(
        id="p",
        raw="",
        passages=(*passages, *((methods,) if account == "own" else ())),
        references=references,
    )


def credited(document: Paper) -> list[str]:
    """The credits of a paper's first passage, in the writing of the table."""
    sentences = split_sentences(document.passages[0])
    lines = []
    for sentence, credit in zip(sentences, Crediting(document).credit(sentences), strict=True):
        pieces = [(sentence.text[slice(*span)], studies) for span, studies in credit]
        lines.append(" | ".join(" ".join(s) or "-" for text, s in pieces if len(text) > 1))
    return lines


@each_row("case", TABLE["cases"], ids=lambda c: f"{c['rule']}: {c['text'][:70]}")
def test_case(case: dict):
    section = (case["section"],) if "section" in case else ()
    first = passage(case["text"], case.get("kind", "paragraph"), section)
    assert credited(paper(first, account=case.get("account", "survey"))) == case["credited"]


def test_excerpts_as_they_are_printed(tmp_path: Path):
    """All at once: a reader's marks and the credit that they give, failures listed together."""
    given = {}
    for number, case in enumerate(TABLE["printed"]):
        path = tmp_path / f"excerpt{number}.txt"
        path.write_text(case["text"] + "\n", encoding="utf-8")
        given[case["text"]] = credited(read(path))
    assert given == {case["text"]: case["credited"] for case in TABLE["printed"]}


def test_every_rule_has_cases():
    assert {case["rule"] for case in TABLE["cases"]} == {1, 2, 3, 4, 5, 6}


def test_what_a_list_of_marks_shares():
    """Which words each mark gets, for lists of every build."""
    cases = {
        "ALD of AlN with ice^{37} and of GaN with fire^{38} is old.": [
            ("ALD ", "37 38"), ("of AlN with ice", "37"), (" and of GaN with fire", "38"),
            (" is old.", "37 38"),
        ],
        "ALD has given films of MoN^{37} and dots of AlN^{38}.": [
            ("ALD has given", "37 38"), (" films of MoN", "37"), (" and dots of AlN.", "38"),
        ],
        "ZnO was grown in ice^{37} and used in cells^{38}.": [
            ("ZnO ", "37 38"), ("was grown in ice", "37"), (" and used in cells.", "38"),
        ],
        "Films of ZnO^{37} and TiO2^{38} last.": [
            ("Films ", "37 38"), ("of ZnO", "37"), (" and TiO2", "38"), (" last.", "37 38"),
        ],
    }  # fmt: skip
    given = {}
    for marked in cases:
        (sentence,) = split_sentences(passage(marked))
        credit = by_marks(sentence.text, marks_of(sentence, ()))
        given[marked] = [(sentence.text[slice(*span)], " ".join(held)) for span, held in credit]
    assert given == cases


@pytest.mark.parametrize("account", ["survey", "own", "bare"])
def test_credits_cover_every_sentence(account: str):
    for case in TABLE["cases"]:
        document = paper(passage(case["text"], case.get("kind", "paragraph")), account=account)
        sentences = split_sentences(document.passages[0])
        for sentence, credit in zip(sentences, Crediting(document).credit(sentences), strict=True):
            covered = "".join(sentence.text[slice(*span)] for span, _ in credit)
            assert covered == sentence.text


@pytest.mark.parametrize(("sentences", "is_told_of_others"), [(10, True), (900, False)])
def test_an_introduction_that_holds_all_has_lost_the_next_heading(
    sentences: int, is_told_of_others: bool
):
    section = ("1. Introduction",)
    words = "Pores matter in most films.^{38} In this work, we fill them with ice and with water."
    filled = passage("The pores were red. " * sentences, section=section)
    filled = replace(filled, origins=array("l", range(100, 100 + len(filled.text))))
    opening = passage(words, section=section)
    openings = Crediting(paper(opening, filled, account="own")).openings
    assert (openings.holds(opening, 9), openings.holds(filled, 9)) == (True, is_told_of_others)


def test_a_single_paragraph_is_no_introduction():
    words = "Pores matter in most films.^{38} They were red. In this work, we fill them with ice."
    opening, after = passage(words), passage("The pores were red and filled with ice. " * 3)
    after = replace(after, origins=array("l", range(500, 500 + len(after.text))))
    for rest, is_told_of_others in (((), False), ((after,), True)):
        openings = Crediting(paper(opening, *rest, account="own")).openings
        assert openings.holds(opening, len(opening.text)) == is_told_of_others


def test_an_introduction_inside_the_one_line_of_a_paper_begins_with_a_mark():
    abstract = "The pores were filled with ice. " * 20
    opening, own = "Pores matter in most films.^{38} They are red.", "In this work, we fill them."
    whole = passage(abstract + opening + own + " The pores were red." * 500)
    told = Crediting(paper(whole, account="own")).openings
    starts = [
        whole.text.index(text) for text in ("The pores", "Pores matter", "In this", "were red")
    ]
    assert [told.holds(whole, at + 29) for at in starts] == [False, True, False, False]


def test_sentence_about_a_figure_speaks_for_its_source():
    caption = passage("Figure 6. a) Profile, reprinted[permission 38]. b) Scheme.", "caption")
    cases = {
        "Figure 6a shows a depth profile.": "38",
        "To give one example, the profile was measured (Figure 6a).": "38",
        "To give one example, the scheme was drawn (Figure 6b).": THIS,
        "Profiles are often measured (Figure 6a).": THIS,
    }
    assert {text: credited(paper(passage(text), caption))[0] for text in cases} == cases


@pytest.mark.parametrize(
    ("caption", "credited_to"),
    [
        ("Figure 2. a) NMR spectroscopy of nanoplatelets, reprinted[permission 37].", "69"),
        ("Figure 2. a) Solid nanoplatelets, reprinted[permission 37].", "37"),  # its title fits
        ("Figure 2. a) Rods, reprinted[permission 37].", "37"),  # neither does
        ("Figure 2. a) Rods. b) NMR of nanoplatelets, reprinted[permission 37].", "this | 37"),
    ],
)
def test_caption_number_that_the_text_contradicts(caption: str, credited_to: str):
    text = passage("Palmier et al. saw shells by NMR (Figure 2a).^{69}")
    assert credited(paper(passage(caption, "caption"), text))[0] == credited_to


def test_note_speaks_for_the_study_that_it_is_on():
    text = passage("Tarn et al. filled pores of PbSe. They reported air stability.^{1}")
    note = Paper(id="n", raw="", passages=(text,), genre="note")
    assert credited(note) == [THIS, THIS]


@each_row(
    ("text", "section", "is_own"),
    [
        ("In this review, we used numbers. We used more.", "1. Films", False),
        ("In this paper, we used numbers. We used more.", "1. Films", True),
        ("In this paper, we used numbers.", "1. Films", False),
        ("From our perspective, we used heat. We used more.", "1. Films", True),
        ("We report glass. Therefore we have also studied ice.", "1. Films", True),
        ("We show glass. Then we present ice.", "1. Films", False),
        ("It was stirred, it was dried, it was washed and it was heated.", "1. Films", True),
        ("It was stirred, it was dried and it was washed.", "1. Films", False),
        ("In this review, it was stirred, was dried, was washed, was heated.", "1. Films", False),
        ("The film was grown in heat. " * 5, "1. Films", True),
        ("The film was grown in heat.^{38} " * 5, "1. Films", False),
        ("In this review, the film was grown. " * 5, "1. Films", False),
        ("Heat was used.", "2. Experimental section", True),
        ("Heat was used.", "Materials and Methods", True),
        ("Heat was used.", "3.2 Results and discussion", True),
        ("Heat was used.", "Experimental techniques for films", False),
    ],
)
def test_who_tells_own_work(text: str, section: str, is_own: bool):
    assert tells_own_work(paper(passage(text, section=(section,)))) is is_own


@each_row(
    ("printed", "listed", "family", "slip"),
    [
        ("Ardel", "Ardel", True, False),
        ("Ardle", "Ardel", False, True),
        ("Vale", "Ten Vale", True, False),
        ("De Santos", "Santos", True, False),
        ("La Rue", "LaRue", True, False),
        ("Grunmuller", "Grünmüller", True, False),
        ("Roes", "Roe", False, False),
        ("Wang", "Yang", False, False),
    ],
)
def test_family_names(printed: str, listed: str, family: bool, slip: bool):
    assert is_family(printed, listed) is family
    assert (is_slip(printed, listed) and not family) is slip


def test_named_works_are_found():
    text = (
        "La Rue et al. and van der Berg et al., first by Marlow and Quist, "
        "then the group of Mock, and Roe and coworkers (2003)"
    )
    families = [(w.family, w.second, w.year) for w in find_named_works(text)]
    assert families == [
        ("La Rue", "", None),
        ("van der Berg", "", None),
        ("Marlow", "Quist", None),
        ("Mock", "", None),
        ("Roe", "", 2003),
    ]


@pytest.mark.parametrize("text", ["XRD and TEM show grains.", "Raman and XPS found carbon."])
def test_techniques_are_no_authors(text: str):
    assert find_named_works(text) == ()


def test_a_sentence_that_begins_with_its_mark_belongs_to_it():
    assert by_marks("shows films.", [Mark(at=0, numbers=("38",))]) == (((0, 12), ("38",)),)

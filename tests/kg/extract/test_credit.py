"""The six rules of crediting, one case a rule and the traps between them."""

from __future__ import annotations

import re
from array import array

import pytest

from corpus.model import Author, Citation, Paper, Passage, Reference
from kg.extract.credit import Crediting
from kg.extract.credit.authors import find_named_works, same_family
from kg.extract.credit.discourse import continues_work, opens_topic
from kg.extract.sentences import split_sentences

REFERENCES = tuple(
    Reference(
        number=number, authors=tuple(Author(family=f) for f in families), title=title, year=2015
    )
    for number, families, title in [
        ("87", ("Ihly", "Law"), "The Photothermal Stability of PbS Quantum Dot Solids"),
        ("88", ("Liu", "Law"), "Robust, Functional Nanocrystal Solids by Infilling"),
        ("102", ("Ten Cate", "Siebbeles"), "Activating Carrier Multiplication in PbSe Solids"),
        ("107", ("Saris", "Buonsanti"), "Energy Transfer in a Metal/Perovskite Antenna"),
        ("148", ("Saris", "Buonsanti"), "Optimizing the Deposition of Alumina by Using O2"),
        ("75", ("Li", "Peng"), "Large-Scale Synthesis of CdSe/CdS"),
    ]
)
_MARK = re.compile(r"\^\{([\d,]+)\}|\[permission (\d+)\]")


def passage(marked: str, kind: str = "paragraph") -> Passage:
    """A passage from text whose marks are written ``^{88}`` or ``[permission 88]``."""
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
    return Passage(kind=kind, text=text, origins=origins, citations=tuple(citations))


def credited(*marked: str, kind: str = "paragraph", captions: tuple[Passage, ...] = ()) -> list:
    passages = tuple(passage(text, kind) for text in marked)
    paper = Paper(id="p", raw="", passages=(*passages, *captions), references=REFERENCES)
    sentences = split_sentences(passages[0])
    return [[studies for _, studies in c] for c in Crediting(paper).credit(sentences)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Films last.^{88}", [[("88",)]]),
        ("Films last.^{87,88} Others do not.", [[("87", "88")], [("this",)]]),
        ("One way is old,^{87} another is new.^{88}", [[("87",), ("88",)]]),
        ("Ihyl et al. filled pores.^{87} They saw it. The film lasts.", [[("87",)]] * 3),
        ("Ihly et al. filled pores. In general, pores matter.", [[("87",)], [("this",)]]),
        ("Cate et al. saw pairs.", [[("102",)]]),
        ("Ihly et al. filled pores.^{88}", [[("87",)]]),
        ("Saris et al. showed that O2 helps the deposition of alumina.", [[("148",)]]),
        ("Saris et al. moved energy.^{107}", [[("107",)]]),
        ("It was made by Peng and co-workers.", [[("75",)]]),
        ("Both were compared. They showed that one wins.^{88}", [[("88",)], [("88",)]]),
        ("Ligands matter.", [[("this",)]]),
        ("Nobody et al. is not listed.", [[("this",)]]),
    ],
)
def test_running_text(text: str, expected: list):
    assert credited(text) == expected


def test_contrast_gets_the_rest_of_the_list():
    text = "Dots were made by Peng and co-workers, but others followed.^{75,87}"
    assert credited(text) == [[("75",), ("87",)]]


def test_caption_parts_belong_to_their_permission_line():
    text = (
        "Figure 4. a) Dots, reprinted with permission[permission 87]. "
        "b) Films, reprinted[permission 88]."
    )
    (pieces,) = credited(text, kind="caption")
    assert pieces[:2] == [("87",), ("88",)]


def test_sentence_about_a_figure_speaks_for_its_source():
    caption = passage("Figure 6. a) Depth profile, reprinted[permission 88].", "caption")
    assert credited("Figure 6a shows a depth profile.", captions=(caption,)) == [[("88",)]]


def test_without_a_reference_list_everything_is_its_own():
    bare = Paper(id="p", raw="", passages=(passage("Films last.^{88}"),))
    credits = Crediting(bare).credit(split_sentences(bare.passages[0]))
    assert [studies for _, studies in credits[0]] == [("this",)]


@pytest.mark.parametrize(
    ("printed", "listed", "same"),
    [
        ("Ihyl", "Ihly", True),
        ("Cate", "Ten Cate", True),
        ("Le Monnier", "Le Monnier", True),
        ("Eychmuller", "Eychmüller", True),
        ("Liu", "Li", False),
        ("Wang", "Yang", False),
    ],
)
def test_family_names(printed: str, listed: str, same: bool):
    assert same_family(printed, listed) is same


def test_named_works_are_found():
    text = "Le Monnier et al. and van der Berg et al., first by Suntola and Antson"
    families = [(w.family, w.second) for w in find_named_works(text)]
    assert families == [("Le Monnier", ""), ("van der Berg", ""), ("Suntola", "Antson")]


def test_discourse_cues():
    assert continues_work("However, the authors saw it.")
    assert not continues_work("Surfactants are crucial.")
    assert opens_topic("Another advantage is the cost.")

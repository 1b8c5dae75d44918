from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Citation, Passage
from kg.extract.sentences import split_sentences
from tests.rows import each_row


def passage(text: str, *marks: tuple[int, str]) -> Passage:
    citations = tuple(Citation(at=at, numbers=(n,), span=(at, at + 1)) for at, n in marks)
    origins = array("l", range(len(text)))
    return Passage(kind="paragraph", text=text, origins=origins, citations=citations)


@each_row(
    ("text", "expected"),
    [
        ("One here. Two there.", ["One here.", "Two there."]),
        ("Doe et al. grew it. They saw it.", ["Doe et al. grew it.", "They saw it."]),
        ("As Doe et al.. Here it is.", ["As Doe et al..", "Here it is."]),
        ("Solvents (i.e. toluene) work.", ["Solvents (i.e. toluene) work."]),
        ("See Fig. 3 for it.", ["See Fig. 3 for it."]),
        ("Figure 2. Scheme of a cycle.", ["Figure 2. Scheme of a cycle."]),
        ("At 1.1 Å per cycle. CdSe grows.", ["At 1.1 Å per cycle.", "CdSe grows."]),
        ("It ends. β-Bi2O3 starts.", ["It ends.", "β-Bi2O3 starts."]),
        ("Is it so? Yes.", ["Is it so?", "Yes."]),
    ],
)
def test_splits(text: str, expected: list[str]):
    assert [sentence.text for sentence in split_sentences(passage(text))] == expected


def test_mark_behind_a_full_stop_belongs_to_the_sentence_before():
    first, second = split_sentences(passage("One here. Two there.", (9, "7"), (20, "8")))
    assert [c.numbers for c in first.citations] == [("7",)]
    assert [c.numbers for c in second.citations] == [("8",)]


def test_mark_behind_et_al_does_not_end_the_sentence():
    (sentence,) = split_sentences(passage("Doe et al. also saw it.", (10, "5")))
    assert [c.numbers for c in sentence.citations] == [("5",)]


@given(st.text(alphabet="aA .?!()[]\n1é", max_size=60))
def test_sentences_cover_every_letter_once(text: str):
    covered = "".join(s.text for s in split_sentences(passage(text)))
    assert "".join(covered.split()) == "".join(text.split())

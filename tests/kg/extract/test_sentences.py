from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

import corpus
from corpus.model import Citation, Passage
from kg.extract import extract
from kg.extract.text.sentences import LONGEST, split_sentences
from kg.model import Process
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
        (
            "Measured on film (A.B. Maker M-20). It was dry.",
            ["Measured on film (A.B. Maker M-20).", "It was dry."],
        ),
        ("As Doe et al.. Here it is.", ["As Doe et al..", "Here it is."]),
        ("Solvents (i.e. toluene) work.", ["Solvents (i.e. toluene) work."]),
        ("See Fig. 3 for it.", ["See Fig. 3 for it."]),
        ("Figure 2. Scheme of a cycle.", ["Figure 2. Scheme of a cycle."]),
        ("At 1.1 Å per cycle. CdSe grows.", ["At 1.1 Å per cycle.", "CdSe grows."]),
        ("It ends. β-Bi2O3 starts.", ["It ends.", "β-Bi2O3 starts."]),
        ("Is it so? Yes.", ["Is it so?", "Yes."]),
        # a unit of one letter is no initial of a name
        ("It grew at 450 °C. Next, it was cut.", ["It grew at 450 °C.", "Next, it was cut."]),
        ("It was dry at 100 ° C. Then, it broke.", ["It was dry at 100 ° C.", "Then, it broke."]),
        ("It glowed at 78 K. Also, it hummed.", ["It glowed at 78 K.", "Also, it hummed."]),
        ("They ran at 5 V. Finally, it stopped.", ["They ran at 5 V.", "Finally, it stopped."]),
        ("Made by C. Tarn, K. Veil, and others.", ["Made by C. Tarn, K. Veil, and others."]),
        ("By A. Tarn,1 C. Veil, and others.", ["By A. Tarn,1 C. Veil, and others."]),
        # the blank behind a stop may be lost ahead of a word that opens sentences
        (
            "More than in reports.Therefore, it was cut.",
            ["More than in reports.", "Therefore, it was cut."],
        ),
        ("It fell (by 3%).The rest held.", ["It fell (by 3%).", "The rest held."]),
        ("In J.Thermal Anal. it is old.", ["In J.Thermal Anal. it is old."]),
        ("As Doe et al.In turn saw.", ["As Doe et al.In turn saw."]),
        ("Of phase C. Tarn, its maker, told.", ["Of phase C. Tarn, its maker, told."]),
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


def listing(count: int) -> str:
    """One sentence without a stop and with so many quantities."""
    return "Films grew at " + ", ".join(f"{n % 300 + 1} nm" for n in range(count)) + " and 200 °C."


def test_a_sentence_of_thousands_of_quantities_is_parted_and_nothing_is_lost():
    text = listing(3000)
    pieces = split_sentences(passage(text))
    assert len(pieces) == -(-len(text) // LONGEST)  # each as long as it may be, but for a clause
    assert max(len(piece.text) for piece in pieces) <= LONGEST
    assert " ".join(piece.text for piece in pieces) == text
    assert all(piece.text.endswith((",", ".")) for piece in pieces)
    assert all(piece.text == text[piece.start : piece.end] for piece in pieces)


def test_what_a_long_sentence_says_at_its_end_rests_on_its_end():
    text = listing(600).removesuffix(".") + ", and Al2O3 was deposited by ALD at 150 °C."
    paper = corpus.read_bytes(text.encode(), id="case", source="case.txt")
    processes = [claim for claim in extract(paper) if isinstance(claim.content, Process)]
    ((start, end),) = processes[0].evidence.spans
    assert text[start:end].endswith("Al2O3 was deposited by ALD at 150 °C.")
    assert len(text) - LONGEST <= start


@each_row(
    ("text", "last"),
    [
        ("word " * 400, "word"),
        ("x" * 4000, "x" * (4000 - 2 * LONGEST)),
        ("5 " * 1000, "5"),
        ("a b; c d, " * 200, "c d,"),
    ],
)
def test_a_text_without_stops_is_parted_where_it_can_be(text: str, last: str):
    pieces = split_sentences(passage(text))
    assert "".join(text.split()) == "".join("".join(piece.text.split()) for piece in pieces)
    assert max(len(piece.text) for piece in pieces) <= LONGEST
    assert pieces[-1].text.endswith(last)


def test_a_sentence_of_usual_length_stays_whole():
    text = "Films " + "grow and " * 150 + "stop."
    assert len(text) < LONGEST
    assert [piece.text for piece in split_sentences(passage(text))] == [text]


def test_a_mark_in_a_parted_sentence_belongs_to_its_piece():
    text = listing(600)
    at = len(text) // 2
    pieces = split_sentences(passage(text, (at, "7")))
    cited = [piece for piece in pieces if piece.citations]
    assert [piece.start < at <= piece.end + 1 for piece in cited] == [True]

"""Numbers with a unit that is not known are found; years, counts and labels are left alone."""

from __future__ import annotations

from array import array

import pytest

from corpus.model import Passage
from kg.batch.unread import find_unread
from kg.extract.reading import read_sentence
from kg.extract.text.sentences import split_sentences


def unread(text):
    passage = Passage(kind="paragraph", text=text, origins=array("l", range(len(text))))
    (sentence,) = split_sentences(passage)
    return list(find_unread(read_sentence(sentence)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Proteins of 5 kDa were left out.", [("kDa", "5 kDa")]),
        ("Its surface tension is 30.5 dyn/cm in air.", [("dyn/cm", "30.5 dyn/cm")]),
        ("A dose of 20 Gy was given.", [("Gy", "20 Gy")]),
        ("It gave 3 × 10⁴ xyz·m⁻² then.", [("xyz·m⁻²", "3 × 10⁴ xyz·m⁻²")]),
        ("It was heated to 80 °C for 2 h under 0.2 Torr.", []),
        ("In 2019 Liu made 5 samples of 3 nm CdS and 2 Zn sites.", []),
        ("Figure 3a and section 2.1 show Al2O3 in 2D and 12 NCs.", []),
        ("The 1st and the 3rd of them.", []),
    ],
)
def test_unread_units(text, found):
    assert unread(text) == found

"""Readings of plain sentences, for tests that have no document."""

from __future__ import annotations

from array import array
from collections.abc import Callable

import pytest

from corpus.model import Passage
from kg.extract.reading import Reading, in_order, read_sentence
from kg.extract.text.sentences import split_sentences


@pytest.fixture(scope="session")
def read() -> Callable[[str], list[Reading]]:
    def sentences(text: str) -> list[Reading]:
        passage = Passage(kind="paragraph", text=text, origins=array("l", range(len(text))))
        return list(in_order([read_sentence(s) for s in split_sentences(passage)]))

    return sentences

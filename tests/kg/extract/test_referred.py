"""What "this technique" means."""

from __future__ import annotations

from array import array

import pytest

from corpus.model import Passage
from kg.extract.gazetteer import gazetteer
from kg.extract.reading import read_sentence
from kg.extract.rules.referred import find_referred, latest_naming
from kg.extract.sentences import split_sentences


def referred(text: str) -> list[str]:
    passage = Passage(kind="paragraph", text=text, origins=array("l", range(len(text))))
    readings = [read_sentence(s, gazetteer()) for s in split_sentences(passage)]
    found: list[str] = []
    before = None
    for reading in readings:
        found += [f.content.process for f in find_referred(reading, before)]
        before = latest_naming(reading, before)
    return found


@pytest.mark.parametrize(
    ("text", "process"),
    [
        ("ZnO grows by spatial ALD. Using this technique, rolls are coated.", "spatial_ald"),
        (
            "The SILAR technique came after ALD. Baths alternate. Using this method, ZnS grew.",
            "silar",
        ),
        ("Dots were cast by spin coating. By the same process, layers follow.", "spin_coating"),
    ],
)
def test_the_last_process_called_a_technique_is_meant(text: str, process: str) -> None:
    assert referred(text) == [process]


@pytest.mark.parametrize(
    "text",
    [
        "The dots were seen by TEM. Using this technique, sizes were counted.",
        "Using this technique, rolls are coated.",
        "ZnO grows by spatial ALD. This oxide is dense.",
    ],
)
def test_nothing_is_meant_where_no_process_was_named_last(text: str) -> None:
    assert referred(text) == []

"""Documents that seem not to be of the field: told by how often they name it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus import read_bytes
from kg.batch.diagnosing import diagnose
from kg.batch.field import doubt_of
from kg.extract.settle.settling import settle
from kg.extract.tracing import trace

#: Sentences of other fields, made up.
MEDICINE = "The patients took 40 mg a day for six weeks and slept better than before. "
BATTERY = "The electrode of LiFePO4 was cycled at 60 °C and kept its capacity for 300 cycles. "
FIELD = "PbS quantum dots were coated with Al2O3 by ALD at 60 °C. "
PARTICLES = "TiO2 particles were stirred with AgNO3 and washed three times. "
DOUBTED = {
    "a short note on medicine": MEDICINE * 3,
    "a recipe": "Bake the bread at 220 °C for 40 min and let it cool on a rack. ",
    "a long paper on medicine": MEDICINE * 60,
    "a long paper on batteries": BATTERY * 60,
    "a long paper that names the field once": BATTERY * 90 + "Others use ALD. ",
}
OF_THE_FIELD = {
    "one sentence": FIELD,
    "an excerpt that happens to name none": PARTICLES * 2,
    "a long paper": (BATTERY * 8 + FIELD) * 10,
    "only headings": "",
}


def _doubt(text: str) -> str:
    paper = read_bytes(f"# A title\n\n{text}".encode(), id="a", source="a.md")
    read = trace(paper)
    return doubt_of(read.readings, [claim for claim, _ in settle(paper, read.statements)])


@pytest.mark.parametrize("name", sorted(DOUBTED))
def test_a_paper_of_another_field_is_doubted(name: str) -> None:
    assert "names atomic layer deposition or nanocrystals " in _doubt(DOUBTED[name])


@pytest.mark.parametrize("name", sorted(OF_THE_FIELD))
def test_a_paper_of_the_field_is_not(name: str) -> None:
    assert _doubt(OF_THE_FIELD[name]) == ""


@pytest.mark.parametrize("genre", ["note", "article"])
def test_a_note_is_not_doubted(genre: str) -> None:
    text = f"# A title\n\n{DOUBTED['a recipe']}"
    paper = replace(read_bytes(text.encode(), id="a", source="a.md"), genre=genre)
    assert bool(diagnose(paper, trace(paper), ()).doubt) is (genre == "article")


def test_the_doubt_says_how_often_the_field_is_named() -> None:
    assert _doubt(DOUBTED["a recipe"]).endswith("(16 words)")
    assert " once in 1," in _doubt(DOUBTED["a long paper that names the field once"])

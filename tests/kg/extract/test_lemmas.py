"""Words of change are known by their lemma, so that no list has to hold each form of a verb."""

from __future__ import annotations

import corpus
from kg.extract import extract
from kg.extract.text.lemmas import lemma
from kg.model import Outcome
from tests.rows import each_row

SAID = [
    ("The conductivity has undergone a drop.", ("conductivity", "decrease")),
    ("The conductivity is seeing a steady rise.", ("conductivity", "increase")),
    ("The resistivity kept falling.", ("resistivity", "decrease")),
    ("The resistivity has begun to rise.", ("resistivity", "increase")),
    ("The band gap has shrunk.", ("band_gap", "decrease")),
    ("The roughness went up.", ("surface_roughness", "increase")),
    ("The shell conferred stability on the dots.", ("stability", "increase")),
]


@each_row(("text", "said"), SAID)
def test_each_form_of_a_verb_is_read(text, said):
    paper = corpus.read_bytes(f"A study of layers\n\n{text}\n".encode(), id="d", source="d.txt")
    found = [claim.content for claim in extract(paper)]
    assert [(c.property, c.direction) for c in found if isinstance(c, Outcome)] == [said]


def test_a_decay_of_a_property_is_not_the_property():
    paper = corpus.read_bytes(b"Photoluminescence decays slowed down.", id="d", source="d.txt")
    assert not [c for c in extract(paper) if isinstance(c.content, Outcome)]


def test_lemmas_go_by_the_part_of_speech():
    told = [lemma("lower", "VB"), lemma("lowered", "VB"), lemma("rates", "NN"), lemma("the", "DT")]
    assert told == ["lower", "lower", "rate", "the"]

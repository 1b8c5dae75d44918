"""Words of change are known by their lemma, so that no list has to hold each form of a verb."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import corpus
from kg.extract import extract
from kg.extract.context import modality
from kg.extract.frames import events
from kg.extract.text import forms
from kg.extract.text.lemmas import lemma
from kg.inflection import inflections
from kg.model import Outcome
from ontology import vocabulary
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


def test_no_label_of_a_direction_is_a_form_of_another():
    for term in vocabulary().terms:
        labels = (*term.alts, *term.hidden) if term.kind == "direction" else ()
        forms = {form for label in (term.label, *labels) for form in inflections(label)[1:]}
        assert not forms & {*labels}, term.notation


def test_the_forms_at_hand_are_those_of_the_dictionary(request: pytest.FixtureRequest) -> None:
    listed = {(lemma, part) for _, lemma, part in events.lemmas()}
    listed |= {(verb, "VERB") for verb in modality._DONE | modality._CHANGE}
    made = {f"{part} {word}": sorted(forms.look_up(word, part)) for word, part in listed}
    if request.config.getoption("--update-golden"):
        lines = ",\n".join(f"{json.dumps(word)}: {json.dumps(made[word])}" for word in sorted(made))
        file = Path(forms.__file__).with_name(forms.TABLE)
        file.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
        forms.known_forms.cache_clear()
    assert forms.known_forms() == made, "run this test with --update-golden"

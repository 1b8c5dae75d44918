"""The forms of words: verbs of change, and what the lists of the extraction name by its lemma."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg import inflection
from kg.extract.context import modality
from kg.extract.frames import events
from kg.inflection import forms, inflections, look_up
from ontology import vocabulary


def test_labels_take_the_forms_of_their_verb() -> None:
    assert inflections("go up") == ("go up", "goes up", "went up", "gone up", "going up")
    assert "built up" in inflections("build up")
    assert inflections("enhancement") == ("enhancement",)
    assert inflections("swerve off") == ("swerve off", "swerves off", "swerved off", "swerving off")


def test_words_have_both_spellings() -> None:
    assert {"realize", "realised", "realizing"} <= set(forms("realize", "VERB"))
    assert forms("chemistry", "NOUN") == ("chemistry", "chemistries")


def test_the_forms_at_hand_are_those_of_the_dictionary(request: pytest.FixtureRequest) -> None:
    made = {f"VERB {word}": look_up(word, "VERB") for word in _verbs_of_directions()}
    listed = {(lemma, part) for _, lemma, part in events.lemmas()}
    listed |= {(verb, "VERB") for verb in modality._DONE | modality._CHANGE}
    made |= {f"{part} {word}": look_up(word, part, by_rule=True) for word, part in listed}
    if request.config.getoption("--update-golden"):
        lines = ",\n".join(f"{json.dumps(word)}: {json.dumps(made[word])}" for word in sorted(made))
        file = Path(inflection.__file__).with_name(inflection.TABLE)
        file.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
        inflection.known_forms.cache_clear()
    assert inflection.known_forms() == made, "run this test with --update-golden"


def test_no_label_of_a_direction_is_a_form_of_another() -> None:
    for term in vocabulary().of_kind("direction"):
        names = (*term.alts, *term.hidden)
        inflected = {form for label in (term.label, *names) for form in inflections(label)[1:]}
        assert not inflected & {*names}, term.notation


def _verbs_of_directions() -> set[str]:
    terms = vocabulary().of_kind("direction")
    names = [(t.label, *t.alts, *t.hidden, *t.extra.get("predicateLabel", ())) for t in terms]
    words = {label.partition(" ")[0] for labels in names for label in labels}
    return {word for word in words if inflection.may_inflect(word)}

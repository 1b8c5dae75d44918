"""Events are read alike in every voice and order of words."""

from __future__ import annotations

import pytest

from kg.extract.chemicals.find import find_chemicals
from kg.extract.frames.conversions import find_conversions
from kg.extract.frames.events import EVENTS, REAGENT_EVENTS
from kg.extract.frames.reader import find_frames, may_tell_event
from kg.extract.frames.solids import find_event_solids
from kg.extract.parsing import parse
from tests.rows import each_row

#: A sentence -> the event, what is outside and what is inside it.
SENTENCES = {
    # one event in all its forms
    "ZnO was grown by ALD on sapphire.": ("deposited", "ZnO", "Al2O3"),
    "We grew a 5 nm layer of ZnO from DEZ and water on sapphire.": ("deposited", "ZnO", "Al2O3"),
    "ZnO films deposited on sapphire were annealed.": ("deposited", "ZnO", "Al2O3"),
    "The growth of ZnO from DEZ on sapphire is slow.": ("deposition", "ZnO", "Al2O3"),
    "ZnO growth on sapphire is slow.": ("deposition", "ZnO", "Al2O3"),
    "The sapphire on which ZnO was deposited is flat.": ("deposited", "ZnO", "Al2O3"),
    # another
    "We coated the WO3 nanowires with TiO2.": ("coated", "TiO2", "WO3"),
    "The WO3 nanowires were coated by ALD with TiO2.": ("coated", "TiO2", "WO3"),
    "Coating WO3 nanowires with TiO2 helps.": ("coated", "TiO2", "WO3"),
    "The coating of WO3 nanowires with TiO2 helps.": ("coated", "TiO2", "WO3"),
    "WO3 nanowires coated with TiO2 last.": ("coated", "TiO2", "WO3"),
    "TiO2 covers the WO3 nanowires.": ("coated", "TiO2", "WO3"),
    "The WO3 nanowires were washed and coated with TiO2.": ("coated", "TiO2", "WO3"),
    "TiO2-coated WO3 nanowires last.": ("joined", "TiO2", "WO3"),
    "HfO2 infiltrates the films of CdTe quantum dots.": ("filled", "HfO2", "CdTe"),
    "The pores of the CdTe dot films were filled with HfO2.": ("filled", "HfO2", "CdTe"),
    "The TiO2 layers on WO3 nanowires are thin.": ("lay-on", "TiO2", "WO3"),
}


@pytest.fixture(scope="module")
def frames(read):
    def told(text):
        readings = read(text)
        docs = parse(readings)
        return [f for r, d in zip(readings, docs, strict=True) for f in find_frames(r, d)]

    return told


@pytest.fixture(scope="module")
def rules(read):
    def fired(text):
        readings = read(text)
        docs = parse(readings)
        told = [(r, tuple(find_frames(r, d))) for r, d in zip(readings, docs, strict=True)]
        solids = {f.rule for r, frames in told for f in find_event_solids(r, frames)}
        solids |= {f.rule for r, frames in told for f in find_conversions(r, frames)}
        return solids | {f.rule for r, frames in told for f in find_chemicals(r, frames)}

    return fired


@each_row(("text", "told"), SENTENCES.items())
def test_an_event_is_read_in_every_form(text, told, frames):
    found = [
        (event.id, *(",".join(m.id for m in parts[part] if m.kind != "form")
                     for part in ("outer", "inner")))
        for event, parts in frames(text)
    ]  # fmt: skip
    assert told in found, found


@each_row("event", (*EVENTS, *REAGENT_EVENTS), ids=lambda event: event.id)
def test_an_event_reads_its_example_only(event, rules):
    assert event.id in rules(event.example)
    assert event.id not in rules(event.counter)


@each_row(
    ("text", "needed"),
    [
        ("The crucible with ZnO sublimed.", True),
        ("Toluene evaporated overnight.", False),  # only solids are put down as films
        ("Oleic acid was exchanged for pyridine.", True),
        ("The films were deposited overnight.", False),
        ("ZnO was weighed twice.", False),
    ],
)
def test_a_sentence_is_parsed_for_events_that_it_can_fill(text, needed, read):
    (reading,) = read(text)
    assert may_tell_event(reading) is needed

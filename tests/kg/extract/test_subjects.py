"""Properties of a subject that a whole paper never speaks of make no claim."""

from __future__ import annotations

import corpus
from kg.extract import extract
from kg.model import Outcome
from tests.rows import each_row

#: So many sentences make a paper.
_REST = "The ZnO films were grown by ALD. " * 70


def properties(text: str) -> set[str]:
    paper = corpus.read_bytes(text.encode(), id="case", source="case.txt")
    return {c.content.property for c in extract(paper) if isinstance(c.content, Outcome)}


@each_row(
    ("said", "subject", "wanted"),
    [
        ("The ZnO film had a lower activity.", "", ""),
        ("The ZnO film had a lower activity.", "The catalyst was ZnO.", "catalytic_activity"),
        ("The MnS dots had a Tc of 9 K.", "", ""),
        (
            "The NbC films had a Tc of 9 K.",
            "NbC is a superconductor.",
            "superconducting_transition_temperature",
        ),
    ],
)
def test_a_property_needs_its_subject(said: str, subject: str, wanted: str) -> None:
    found = properties(f"{said} {subject} {_REST}{subject}")
    known = {"catalytic_activity", "superconducting_transition_temperature"}
    assert found & known == ({wanted} if wanted else set())


@each_row(
    ("said", "is_claimed"),
    [
        ("Hot carriers reduce the conductivity of the ZnO films.", False),
        ("The conductivity of the ZnO films was reduced.", True),
        ("Figure 3 shows that hot carriers reduce the conductivity of the ZnO films.", True),
        (
            "Hot carriers reduce the conductivity of the ZnO films. It is no high conductivity.",
            True,
        ),
    ],
)
def test_a_property_named_once_explains_another(said: str, is_claimed: bool) -> None:
    assert ("conductivity" in properties(f"{_REST}{said} {_REST}")) == is_claimed


def test_a_short_text_needs_no_subject() -> None:
    assert "catalytic_activity" in properties("The ZnO film had a lower activity.")

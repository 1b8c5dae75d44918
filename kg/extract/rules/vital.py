"""What would be lost without the subject: "water is crucial to keep the emission high"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.findings import Finding
from kg.extract.modality import is_denied
from kg.extract.reading import Reading
from kg.extract.rules.natures import NAMED
from kg.model import Outcome

_STRONG = r"(?:high|bright|strong|intense|good)"
_VITAL = re.compile(
    r"\b(?:crucial|essential|vital|indispensable|critical)\s+(?:for|to|in)\s+"
    r"(?:keep|hold|retain|maintain|preserv|sustain)\w*\s+(?:the\s+|its\s+|their\s+|an?\s+)?"
    rf"(?P<strong>{_STRONG}\s+)?(?:[\w-]+\s+)?$"
)
_LEFT_STRONG = re.compile(rf"\s+(?:of\s+[^.;,]{{1,40}}?\s+)?(?:{_STRONG}|intact)\b")


#: What a strong emission is: an intensity and no position.
_OF_STRENGTH = {"exciton_peak_position": "photoluminescence_intensity"}


def find_vital(reading: Reading) -> Iterator[Finding]:
    """The properties that the sentence says are kept only by its subject: they do not change."""
    told: set[int] = set()
    for mention in reading.of_kind("property"):
        vital = _VITAL.search(reading.text[: mention.start])
        if vital is None or mention.start in told or is_denied(reading, mention):
            continue
        if mention.label in NAMED and (
            vital["strong"] or _LEFT_STRONG.match(reading.text, mention.end)
        ):
            told.add(mention.start)
            name = _OF_STRENGTH.get(mention.id, mention.id)
            content = Outcome(property=name, direction="none")
            yield Finding(content=content, at=mention.start, rule="vital-for")

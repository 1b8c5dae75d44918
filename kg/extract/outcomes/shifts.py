"""Directions of shifts: of a peak by its colour or energy, of a voltage by its sign."""

from __future__ import annotations

import re

from kg.extract.knowledge.property_kinds import POSITIONS
from kg.extract.mentions import Mention
from kg.extract.reading import Reading

#: The goal of a shift, after its verb: "shifted to a shorter wavelength".
_TOWARD = re.compile(
    r"[^.;,]{0,60}?\b(?:to|towards?|into) (?:an? |the )?(?:much |slightly )?"
    r"(?:(?P<short>shorter wave\w+|higher energ\w+|(?:the )?blue\b)|"
    r"longer wave\w+|lower energ\w+|(?:the )?red\b)"
)
#: Properties that may be positive or negative.
_SIGNED = frozenset({"threshold_voltage"})
_SIGN_WORDS = r"(?:(?P<less>negative|left|downward)|positive|right|upward)(?:ly|wards?|s)?"
#: The direction of a voltage shift, before or after "shift": "a negative shift".
_SIGN_AHEAD = re.compile(rf"\b{_SIGN_WORDS}[ -]$", re.IGNORECASE)
_SIGN = re.compile(
    rf"[^.;,]{{0,40}}?(?:\b(?:to|towards?|into) (?:an? |the )?(?:more )?| )\b{_SIGN_WORDS}\b"
)


def shifted(reading: Reading, cue: Mention, mention: Mention, said: str) -> str:
    """Return the direction of a shift (a peak's in wavelength) if words give it, else ``said``."""
    if said != "change" or mention.id not in POSITIONS | _SIGNED:
        return said
    if mention.id in POSITIONS:
        goal = _TOWARD.match(reading.text, max(cue.end, mention.end))
        return said if goal is None else "decrease" if goal["short"] else "increase"
    sign = _SIGN_AHEAD.search(reading.text[: cue.start]) or _SIGN.match(reading.text, cue.end)
    return said if sign is None else "decrease" if sign["less"] else "increase"

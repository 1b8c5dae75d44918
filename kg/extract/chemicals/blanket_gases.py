"""Gases over a synthesis and gases that dry a sample: they neither purge nor carry."""

from __future__ import annotations

import re

from kg.extract.mentions import Mention
from kg.extract.reading import Reading

#: A gas that dries or blows dust off.
_DRIED = re.compile(r"\b(?:dr(?:y|ied|ying)|blow(?:n|ing)?|blew)\b[^.;,]{0,40}$")
#: "Under a flow of N2", "under an argon stream".
_UNDER = re.compile(
    r"\b(?:under|exposed to)\s(?:(?:an?|the|flowing|constant|continuous|gentle|steady|slow|dry|"
    r"pure|inert|"
    r"flow|stream|flux|blanket|of)\s)*$"
)
#: Behind the gas of a glove box.
_BOX = re.compile(r"[ -](?:purged|filled|atmosphere|flushed)?\s?glove")
#: What is grown from a gas is purged and carried.
_FROM_GAS = re.compile(
    r"\b(?:ALD|MLD|CVD|carrier|purg\w+|pulses?|pulsed|dosing|chamber|reactor|sccm)\b|"
    r"\b(?:layer|vapou?r) deposition\b",
    re.IGNORECASE,
)


def is_blanket(reading: Reading, mention: Mention) -> bool:
    """Whether a gas dries, or lies over what a flask holds."""
    ahead = reading.text[: mention.start]
    if _DRIED.search(ahead) or _BOX.match(reading.text, mention.end):
        return True
    return _UNDER.search(ahead) is not None and not _FROM_GAS.search(reading.sentence.passage.text)

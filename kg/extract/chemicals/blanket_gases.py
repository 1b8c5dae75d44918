"""Gases over a synthesis and gases that dry a sample: they neither purge nor carry."""

from __future__ import annotations

import re

from kg.extract.knowledge.usual_roles import INERT
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
#: What holds a liquid, and what is done with the gas over it or in it.
_LIQUID = r"(?:flask|solution|mixture|dispersion|suspension)s?"
_PURGED = r"(?:purged|flushed|bubbled|passed|sparged)"
#: Around the gas that keeps air from a liquid: "the flask was purged with ‹N2›".
_OVER_LIQUID = re.compile(rf"\b{_LIQUID}\b[^.;]{{0,40}}?\b{_PURGED}\b[^.;]{{0,25}}$")
_INTO_LIQUID = re.compile(
    rf"(?:\sgas)?\s(?:was|is)\s(?:\w+\s)?{_PURGED}\s(?:in|in\s?to|through)\s(?:[\w-]+\s){{1,4}}{_LIQUID}\b"
)
#: Liquids that are tested and not made something in.
_TESTED = re.compile(r"\b(?:electroly\w+|electrodes?|photocataly\w+|saturat\w+)\b")
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
    is_boxed = _BOX.match(reading.text, mention.end) is not None
    if _DRIED.search(ahead) or is_boxed or is_over_liquid(reading, mention):
        return True
    return _UNDER.search(ahead) is not None and not _FROM_GAS.search(reading.sentence.passage.text)


def is_over_liquid(reading: Reading, mention: Mention) -> bool:
    """Whether a gas is led through or over the liquid of a synthesis."""
    ahead = _OVER_LIQUID.search(reading.text[: mention.start])
    is_led = ahead or _INTO_LIQUID.match(reading.text, mention.end)
    return bool(is_led and mention.id in INERT and not _TESTED.search(reading.text))

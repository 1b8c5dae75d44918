"""Gases over a synthesis and gases that dry a sample, which neither purge nor carry."""

from __future__ import annotations

import re

from kg.extract.knowledge.usual_roles import INERT
from kg.extract.mentions import Mention
from kg.extract.reading import Reading

#: Before a gas that dries a sample or blows dust off it.
_DRIED = re.compile(r"\b(?:dr(?:y|ied|ying)|blow(?:n|ing)?|blew)\b[^.;,]{0,40}$")
#: "Under a flow of N2", "under an argon stream".
_UNDER = re.compile(
    r"\b(?:under|exposed to)\s(?:(?:an?|the|flowing|constant|continuous|gentle|steady|slow|dry|"
    r"pure|inert|"
    r"flow|stream|flux|blanket|of)\s)*$"
)
#: Containers and kinds of liquid, and the verbs for a gas that is led over or through them.
_LIQUID = r"(?:flask|solution|mixture|dispersion|suspension)s?"
_PURGED = r"(?:purged|flushed|bubbled|passed|sparged)"
#: Around the gas that protects a liquid from air: "the flask was purged with ‹N2›".
_OVER_LIQUID = re.compile(rf"\b{_LIQUID}\b[^.;]{{0,40}}?\b{_PURGED}\b[^.;]{{0,25}}$")
_INTO_LIQUID = re.compile(
    rf"(?:\sgas)?\s(?:was|is)\s(?:\w+\s)?{_PURGED}\s(?:in|in\s?to|through)\s(?:[\w-]+\s){{1,4}}{_LIQUID}\b"
)
#: Liquids in which something is tested, not made.
_TESTED = re.compile(r"\b(?:electroly\w+|electrodes?|photocataly\w+|saturat\w+)\b")
#: After the gas of a glove box.
_BOX = re.compile(r"[ -](?:purged|filled|atmosphere|flushed)?\s?glove")
#: Words for growth from the gas phase, in which gases purge and carry.
_FROM_GAS = re.compile(
    r"\b(?:ALD|MLD|CVD|carrier|purg\w+|pulses?|pulsed|dosing|chamber|reactor|sccm)\b|"
    r"\b(?:layer|vapou?r) deposition\b",
    re.IGNORECASE,
)


def is_blanket(reading: Reading, mention: Mention) -> bool:
    """Return whether a gas dries a sample, fills a glove box or protects the content of a flask."""
    ahead = reading.text[: mention.start]
    is_boxed = _BOX.match(reading.text, mention.end) is not None
    if _DRIED.search(ahead) or is_boxed or is_over_liquid(reading, mention):
        return True
    return _UNDER.search(ahead) is not None and not _FROM_GAS.search(reading.sentence.passage.text)


def is_over_liquid(reading: Reading, mention: Mention) -> bool:
    """Return whether an inert gas is led through or over the liquid of a synthesis."""
    ahead = _OVER_LIQUID.search(reading.text[: mention.start])
    is_led = ahead or _INTO_LIQUID.match(reading.text, mention.end)
    return bool(is_led and mention.id in INERT and not _TESTED.search(reading.text))

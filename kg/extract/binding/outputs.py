"""Numbers for the output of a device or the erosion by an ion beam: no settings of a process.

A fuel cell delivers watts per area as a lamp does, but only the power of a lamp is a setting. The
ions of a depth profile remove a film at a rate, and nothing grows.
"""

from __future__ import annotations

import re

from kg.extract.binding.rows import Row
from kg.extract.mentions import Mention
from kg.extract.reading import Reading

#: Words for sources of power on an area: light, a plasma, a current or a flame.
_LIT = re.compile(
    r"\b(?i:laser\w*|light\w*|lit|shone|shin\w+|bright\w*|lamps?|illuminat\w*|"
    r"irradiat\w*|irradianc\w*|excit\w*|pump\w*|UV|"
    r"LEDs?|AM ?1\.5\w*|sun\w*|solar|photo\w*|plasma|flash\w*|anneal\w*|intensit\w+|fluence|"
    r"threshold\w*|lasing|emission|expos\w*|X-rays?|beams?|heat\w*|ultraso\w+|sonic\w*|"
    r"sputter\w*|RF|microwave|spectr\w*|xenon|Xe)\b"
)
_REMOVING = re.compile(r"\b(?:SIMS|XPS|AES|Auger|depth profil\w*|(?:Ar|Cs|Xe) ?\+)(?!\w)")


def _is_removing(reading: Reading, _: Mention) -> bool:
    """Return whether a sentence is on ions that erode a film during its analysis."""
    return _REMOVING.search(reading.text) is not None


def _is_unlit(reading: Reading, number: Mention) -> bool:
    """Return whether a power is the output of a cell or battery: no source of power is named."""
    is_under = reading.text[: number.start].endswith("under ")
    return not is_under and _LIT.search(reading.text) is None


#: The output of a cell, and the rate at which ions erode what they analyse.
OUTPUTS = (
    Row(
        "result",
        "output",
        "power_density",
        ahead=r"\b(?i:(?:maximum|peak|output)(?: power densit(?:y|ies))?(?: of| was| is)?"
        r")\s[~≈]?\s?",
    ),
    Row("result", "output", "power_density", only=_is_unlit),
    Row(
        "instrument",
        "depth profile",
        "growth_rate time",
        ahead=r"\b(?i:sputter(?:ing)?|milling|erosion)[ -](?:rates?|times?)\b[^.;]{0,30}",
        only=_is_removing,
    ),
    Row(
        "instrument",
        "speed of a test",
        "growth_rate",
        ahead=r"\b(?i:speed|strain rate|roughness|elongation|displacement)\b[^.;\d]{0,40}",
    ),
)

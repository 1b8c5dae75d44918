"""Lasers and diodes that light a sample, and are no device that the study makes.

"The films were lit by a purple LED" claims no light-emitting diode, "the output of the diode laser
was focused" no laser. A device shows in what is said of it: it lases, it has a threshold, it is
made of a named solid.
"""

from __future__ import annotations

import re
from typing import Final

from kg.extract.reading import Reading
from kg.model import Application

_SHINING: Final = frozenset({"laser", "light_emitting_diode"})
#: Where light comes from and how it is led to the sample.
_LED_TO_SAMPLE: Final = re.compile(
    r"\b(?:light sources?|illuminat\w+|irradiat\w+|excit(?:ed|ation)|polari[sz](?:er|ation)s?|"
    r"wave-?plates?|lens(?:es)?|collimat\w+|fluori?meters?|optical fib(?:er|re)s?|"
    r"spot sizes?|scattered|laser lines?|photocurrents?|photo-?response|"
    r"photocataly\w+|detectors?|(?:W|mW|kW)[ /]?cm)\b"
)
#: What only a device of the study does or has.
_DEVICE: Final = re.compile(
    r"\b(?:las(?:es?|ed|ing)\b|threshold|electroluminescen\w+|EQE|turn-on|luminance|cd\b|lumens?|"
    r"(?:our|the fabricated|(?:QD|NC|dot|nanocrystal|perovskite)(?:[- ]based)?) (?:LED|laser)s?|"
    r"[A-Z]\w*\d?[- ](?:based )?(?:LED|laser)s?\b (?:were|was) (?:made|built|fabricated)|"
    r"applications?|devices?|display|gain medium)"
)
#: A name that says that it is bought: "a diode laser", "the IR laser".
_BOUGHT: Final = re.compile(
    r"\b(?:diode|fib(?:er|re)|(?<!(?:near|wave)[- ])(?<!mid-)(?:IR|infrared)|"
    r"UV|argon|Ar\+?|dye|excimer|solid-state|semiconductor|"
    r"AM1\.5|free-space|commercial)[ -]$"
)
_SOURCE_BEHIND: Final = re.compile(
    r"[ -](?:light )?(?:sources?|output|lines?|illuminators?|intensit(?:y|ies)|driver|head|"
    r"module)\b"
)


def is_light_source(content: Application, reading: Reading, at: int) -> bool:
    """Whether a use, named at an offset of a sentence, is a lamp of the experiment."""
    text = reading.text
    if content.application not in _SHINING or _DEVICE.search(text):
        return False
    named = next((m for m in reading.of_kind("application") if m.start == at), None)
    if named is None:
        return False
    return (
        _LED_TO_SAMPLE.search(text) is not None
        or _BOUGHT.search(text[: named.start]) is not None
        or _SOURCE_BEHIND.match(text, named.end) is not None
    )

"""Old publisher fonts, recognised by the damage that they cause in a text layer."""

from __future__ import annotations

import re

#: The font that drops subscripts to the line end.
DROPPING_FONT = "brackets as w and x"

#: Kinds of damage and their patterns; a font is recognised by two matches in a document.
FONTS = {
    # Elsevier around 2003: "w24 x" is [24], "368C" is 36 °C
    DROPPING_FONT: re.compile(r"\bw\d{1,3}(?:[,–-]\s?\d{1,3})? ?x\b|\d ?8C\b|\bT orr\b|\d A ˚"),
    # Elsevier around 2001: "®lm" is film, "200±300" is 200–300, "10ÿ7" is 10⁻⁷
    "fi as registered sign": re.compile(
        r"(?<=[a-z])®(?=[a-z])|(?<![\w®])®(?=lm|rst|eld|nal|gure|ve\b|nd|ll|x|ne|ber|g\b)"
    ),
    # American Institute of Physics before 2000: "Fig. 7~a!" is Fig. 7(a), "@Ref. 3#" is [Ref. 3]
    "brackets as ~ and !": re.compile(
        r"~[a-z\d]{1,4}!|~(?:19|20)\d\d!|@(?:Fig|Eq|Ref)s?\. [^@#]{1,30}#"
    ),
    # the same around 2000: "cm22 V21 s21" is cm⁻² V⁻¹ s⁻¹
    "minus sign as 2": re.compile(r"(?<=[\d /]cm)2[123](?!\d)|(?<= [VsgKLWhJ])2[123](?![\d.])"),
}


def damaged_fonts(raw: str) -> frozenset[str]:
    """Return the names of the fonts whose damage a document shows."""
    return frozenset(name for name, signs in FONTS.items() if len(signs.findall(raw)) >= 2)

"""Old publisher fonts, told from the damage that they leave in a text layer."""

from __future__ import annotations

import re

#: Each damage with its signs; two signs in a document tell that its font is at work.
FONTS = {
    # Elsevier around 2003: "w24 x" is [24], "368C" is 36 °C
    "brackets as w and x": re.compile(
        r"\bw\d{1,3}(?:[,–-]\s?\d{1,3})? ?x\b|\d ?8C\b|\bT orr\b|\d A ˚"
    ),
    # Elsevier around 2001: "®lm" is film, "200±300" is 200–300, "10ÿ7" is 10⁻⁷
    "fi as registered sign": re.compile(
        r"(?<=[a-z])®(?=[a-z])|(?<![\w®])®(?=lm|rst|eld|nal|gure|ve\b|nd|ll|x|ne|ber|g\b)"
    ),
}


def damaged_fonts(raw: str) -> frozenset[str]:
    """Name the fonts whose damage a document shows."""
    return frozenset(name for name, signs in FONTS.items() if len(signs.findall(raw)) >= 2)

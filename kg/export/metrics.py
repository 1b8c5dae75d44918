"""Estimates of the width of text in TeX, close enough to lay out a table.

The widths are those of Computer Modern Roman at 10 pt (``cmr10.tfm``), which is wider than the
usual Times faces.
"""

from __future__ import annotations

import re
import unicodedata

#: Width in hundredths of an em -> letters of the font.
_WIDTHS = {
    28: "ilI.,:;'’‘|!",
    31: "f",
    33: " ",
    39: "rst()-–[]",
    44: "cez",
    50: "agov0123456789?/+*",
    53: "jkxybdhnpqu",
    56: "S$",
    63: "FLZ<>=~≤≥",
    68: "EPJ",
    72: "BCRTwA",
    77: "DGHKNOQUVXYÅ",
    86: "m&%→",
    103: "MW—…",
}
_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_OTHER = 60
#: Code point from which LaTeX has no letters, so that the number is printed.
_NAMED = 0x2E80
#: Superscripts and subscripts, which are printed small.
_SMALL = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉₊₋ₓ]")
#: Factor for other faces and for characters whose width is estimated.
_SLACK = 1.06


def width_of(text: str, *, size: float) -> float:
    """Return the width of a line of text in points, for a font size in points.

    >>> 40 < width_of("trimethylaluminum", size=5) < 50
    True
    """
    hundredths = sum(_width(letter) for letter in text)
    return hundredths / 100 * size * _SLACK


def _width(letter: str) -> int:
    if _SMALL.match(letter):
        return 36
    if ord(letter) >= _NAMED:
        return 450
    plain = unicodedata.normalize("NFKD", letter)[:1]
    return _WIDTH_OF.get(letter) or _WIDTH_OF.get(plain, _OTHER)

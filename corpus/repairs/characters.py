"""The table of repairs of single characters: ligatures, control codes, symbols of private fonts."""

from __future__ import annotations

import re
import unicodedata

from corpus.legible import NO_CHARACTERS
from corpus.repairs.model import Repair

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

#: The Symbol font of Adobe, whose codes Windows puts at U+F000.
_SYMBOLS = {
    "\uf061": "α",
    "\uf062": "β",
    "\uf067": "γ",
    "\uf064": "δ",
    "\uf065": "ε",
    "\uf071": "θ",
    "\uf06c": "λ",
    "\uf06d": "μ",
    "\uf070": "π",
    "\uf072": "ρ",
    "\uf073": "σ",
    "\uf044": "Δ",
    "\uf057": "Ω",
    "\uf02d": "−",
    "\uf07e": "~",
    "\uf0a3": "≤",
    "\uf0ae": "→",
    "\uf0b0": "°",
    "\uf0b1": "±",
    "\uf0b3": "≥",
    "\uf0b4": "×",
    "\uf0b7": "•",
    "\uf0bb": "≈",
    "\uf0d7": "·",
}
_MISREAD = "°±·µ×–—‘’“”…ÅåöäüéμαβγδλθσΩ≤≥"


def _misread(character: str) -> str:
    """Return what a character becomes when its UTF-8 is read as Windows-1252.

    >>> _misread("°")
    'Â°'
    """
    table = {byte: bytes([byte]).decode("cp1252", errors="ignore") for byte in range(256)}
    return "".join(table[byte] or chr(byte) for byte in character.encode())


_MOJIBAKE = {_misread(character): character for character in _MISREAD}

#: In this order; the first five drop what they find.
CHARACTERS: tuple[Repair, ...] = (
    Repair(
        name="UTF-8 read as Windows-1252",  # "25 Â°C", "2 Î¼m"
        pattern=re.compile("|".join(map(re.escape, _MOJIBAKE))),
        replacement=lambda match: _MOJIBAKE[match[0]],
    ),
    Repair(name="soft hyphen", pattern=re.compile("[\u00ad\u0002\ufffe]"), replacement=""),
    Repair(
        name="control character",
        pattern=re.compile("[\u0000\u0001\u0003-\u0008\u000e-\u001f\u007f-\u009f]"),
        replacement="",
    ),
    Repair(name="code that is no character", pattern=NO_CHARACTERS, replacement=""),
    Repair(
        name="invisible character",
        pattern=re.compile("[\u200b-\u200f\u2060\ufeff]"),
        replacement="",
    ),
    Repair(
        name="symbol of a private font",
        pattern=re.compile("[" + "".join(_SYMBOLS) + "]"),
        replacement=lambda match: _SYMBOLS[match[0]],
    ),
    Repair(
        name="accent apart from its letter",
        pattern=re.compile("[A-Za-z][\u0300-\u036f]+"),
        replacement=lambda match: unicodedata.normalize("NFC", match[0]),
    ),
    Repair(
        name="ligature",
        pattern=re.compile("[" + "".join(_LIGATURES) + "]"),
        replacement=lambda match: _LIGATURES[match[0]],
    ),
)

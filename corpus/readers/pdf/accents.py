"""Combination of letters with accents that a font prints as separate signs over them.

Fonts without accented letters print "Schr", "¨" and "odinger" over each other, and the sign of the
ångström as "A" and "˚". The order in which accent and letter are printed does not matter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from corpus.readers.pdf.glyphs import Glyph

_COMBINING = {
    "`": "\u0300",
    "´": "\u0301",
    "ˊ": "\u0301",
    "^": "\u0302",
    "ˆ": "\u0302",
    "~": "\u0303",
    "˜": "\u0303",
    "¯": "\u0304",
    "˘": "\u0306",
    "˙": "\u0307",
    "¨": "\u0308",
    "°": "\u030a",
    "˚": "\u030a",
    "˝": "\u030b",
    "ˇ": "\u030c",
    "¸": "\u0327",
    "˛": "\u0328",
}
_COMBINING |= {sign: sign for sign in set(_COMBINING.values())}
#: The most characters between an accent and its letter.
_WITHIN = 40
#: The farthest an accent may be from the baseline of its letter, in font sizes.
_REACH = 0.5


def with_accents(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Return the glyphs with accents combined with the letters under them; others are kept."""
    found = list(glyphs)
    dropped = set()
    for at, accent in enumerate(found):
        mark = _COMBINING.get(accent.text)
        if mark is None:
            continue
        letter = next((near for near in _near(found, at) if _is_over(accent, found[near])), None)
        text = _composed(found[letter].text, mark) if letter is not None else ""
        if letter is not None and text:
            found[letter] = found[letter]._replace(text=text)
            dropped.add(at)
    return [glyph for at, glyph in enumerate(found) if at not in dropped] if dropped else found


def _near(found: list[Glyph], at: int) -> Iterator[int]:
    for distance in range(1, _WITHIN):
        if at >= distance:
            yield at - distance
        if at + distance < len(found):
            yield at + distance


def _is_over(accent: Glyph, letter: Glyph) -> bool:
    """Return whether the middle of an accent is within its letter."""
    middle = (accent.left + accent.right) / 2
    is_level = abs(accent.y - letter.y) < _REACH * letter.size
    return is_level and letter.left < middle < letter.right and letter.text.isalpha()


def _composed(letter: str, mark: str) -> str:
    r"""Return the accented letter, ``""`` if there is none.

    >>> _composed("A", "\u030a")
    'Å'
    """
    plain = {"ı": "i", "ȷ": "j"}.get(letter, letter)
    composed = unicodedata.normalize("NFC", plain + mark)
    return composed if len(composed) == 1 else ""

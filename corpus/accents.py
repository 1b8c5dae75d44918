"""Composition of letters with accents that a font printed beside them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

#: The accent as printed -> the combining accent. Some fonts call their diaeresis a euro sign.
_COMBINING = {
    "´": "\u0301",
    "`": "\u0300",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "~": "\u0303",
    "¨": "\u0308",
    "€": "\u0308",
    "˘": "\u0306",
    "ˇ": "\u030c",
    "˚": "\u030a",
    "˝": "\u030b",
    "˙": "\u0307",
    "¸": "\u0327",
    "˛": "\u0328",
}
#: The letters that most often carry an accent; for accents not listed here these are the vowels.
_NATURAL = {"˜": "nN", "~": "nN", "ˇ": "cnrszCNRSZ", "¸": "csCS", "˙": "ezEIZ"}
_VOWELS = "aeiouyıAEIOUY"
#: The last code point of the composed letters of European names; later ones are of other scripts.
_LAST_LATIN = "\u017f"


def recompose(text: str) -> str:
    """Return the text with each accent that stands beside its letter composed with that letter.

    Where the accent fits both neighbours equally well, the unambiguous accents of the text decide;
    without any, the accent belongs to the letter after it, as TeX prints it.

    >>> recompose("G¨osele"), recompose("Ha¨ma¨la¨inen"), recompose("H€am€al€ainen")
    ('Gösele', 'Hämäläinen', 'Hämäläinen')
    """
    signs = list(text)
    places = [at for at, sign in enumerate(signs) if sign in _COMBINING]
    is_behind = sum(_vote(signs, at) for at in places) > 0
    for at in places:
        bearer = _bearer(signs, at, is_behind=is_behind)
        if bearer is not None:
            _put(signs, at, bearer)
    return unicodedata.normalize("NFC", "".join(signs))


def _vote(signs: Sequence[str], at: int) -> int:
    """Return 1 if the accent fits only the letter before it, -1 if only the next one, else 0."""
    return bool(_fitness(signs, at, -1)) - bool(_fitness(signs, at, 1))


def _bearer(signs: Sequence[str], at: int, *, is_behind: bool) -> int | None:
    """Return the index of the letter that the accent belongs to, by their scores, or ``None``."""
    before, after = _fitness(signs, at, -1), _fitness(signs, at, 1)
    if not (before or after):
        return None
    is_before = before > after or (before == after and is_behind)
    step = -1 if is_before else 1
    return at + step * (1 + (signs[at + step] == " "))


def _fitness(signs: Sequence[str], at: int, step: int) -> int:
    """Return a score for the letter on one side of the accent, 0 if it cannot carry the accent.

    A letter that touches the accent scores higher than one after a blank, and within each group a
    letter that often carries this accent scores higher.
    """
    near = at + step
    is_apart = 0 <= near < len(signs) and signs[near] == " "
    near += step * is_apart
    if not 0 <= near < len(signs) or not signs[near].isalpha():
        return 0
    composed = _over(signs[near], signs[at])
    if len(composed) > 1 or composed > _LAST_LATIN or (is_apart and signs[at] in "€~"):
        return 0
    if signs[at] == "~" and not "".join(signs[max(0, at - 1) : at + 2 : 2]).isalpha():
        return 0
    return 1 + 2 * (not is_apart) + (signs[near] in _NATURAL.get(signs[at], _VOWELS))


def _over(letter: str, accent: str) -> str:
    # fonts print a dotless i below an accent
    letter = {"ı": "i", "ȷ": "j"}.get(letter, letter)
    return unicodedata.normalize("NFC", letter + _COMBINING[accent])


def _put(signs: list[str], at: int, bearer: int) -> None:
    signs[bearer] = _over(signs[bearer], signs[at])
    for between in range(min(at, bearer + 1), max(at + 1, bearer)):
        signs[between] = ""
    is_inside = at > 1 and signs[at - 1] == " " and signs[at - 2].isalpha()
    if bearer > at and is_inside and signs[bearer].islower():
        signs[at - 1] = ""  # "G ¨osele"
    if bearer < at and signs[at + 1 : at + 2] == [" "] and signs[at + 2 : at + 3]:
        _close_up(signs, at + 1)


def _close_up(signs: list[str], blank: int) -> None:
    """Drop the blank after an accent ("Ka¨ a¨ria¨inen") if the word continues in lower case."""
    word = "".join(signs[blank + 1 :]).split(" ", 1)[0]
    if word[:1].islower() and word not in {"and", "et", "in", "von", "van", "de", "der", "den"}:
        signs[blank] = ""

"""The distance from a word to a number: in characters, plus a penalty for what separates them."""

from __future__ import annotations

import re

from kg.extract.mentions import Mention

#: The penalties, in characters, for a word after the number, and for each separator between the
#: two.
_BEHIND, _APART = 6, 12
_ATTRIBUTIVE = re.compile(r"[ -](?:[A-Z]\w*[ -]|thick |colloidal )?")
_PARTING = re.compile(r"[,;:]|\band\b|\b(?:with|using)\b|\. ")


def distance(text: str, number: Mention, start: int, end: int) -> int:
    """Return the cost of joining a number to the word between two offsets; 0 in "6 nm PbSe QDs"."""
    if start < number.end:
        gap, behind = text[end : number.start], 0
    else:
        gap, behind = text[number.end : start], _BEHIND
        if _ATTRIBUTIVE.fullmatch(gap):
            return 0
    return len(gap) + behind + _APART * len(_PARTING.findall(gap))

"""Test of whether the text layer of a PDF is readable."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from corpus.readers.pdf.glyphs import Page

#: The fewest characters per page; a stamp on a scan has fewer, a page of text 3,000.
_FEWEST = 100
#: The largest fraction of characters without a meaning in readable text.
_MOST_UNKNOWN = 0.05
#: The fewest words by which a text can be judged.
_ENOUGH_WORDS = 150
#: The least fraction of common words; English prose has a third, lists and tables a tenth.
_FEWEST_COMMON = 0.06
_COMMON = frozenset(
    "the of and in to a is was for with that on by as are at from were this be an which it or we"
    " has have not can these been their".split()
)
_WORD = re.compile(r"[^\W\d_]+")
#: The longest mean of words, in letters, of text with blanks; in chemistry it is 5.5.
_LONGEST_MEAN = 14


def unusable(pages: Sequence[Page], text: str) -> str:
    """Return why a text layer cannot be used, ``""`` if it can.

    ``text`` is the text of all pages in reading order.
    """
    signs = Counter(sign for page in pages for sign in page.texts())
    count = sum(times for sign, times in signs.items() if sign and not sign.isspace())
    if count < _FEWEST * len(pages) and (count < _FEWEST or _is_scan(pages)):
        return f"it holds {count} characters on {_counted(len(pages), 'page')}: a scan"
    unknown = sum(times for sign, times in signs.items() if sign and _is_unknown(sign))
    if unknown > _MOST_UNKNOWN * count:
        return (
            f"{100 * unknown // count} % of its characters have no meaning: "
            "its fonts do not define the meaning of their characters"
        )
    return _unreadable(_WORD.findall(text.lower()))


def _unreadable(words: Sequence[str]) -> str:
    if len(words) < _ENOUGH_WORDS:
        return ""
    if sum(map(len, words)) > _LONGEST_MEAN * len(words):
        return "its words run together without spaces"
    if sum(word in _COMMON for word in words) < _FEWEST_COMMON * len(words):
        return "its words are not English: its fonts map characters wrongly, or it is a translation"
    return ""


def _is_scan(pages: Sequence[Page]) -> bool:
    return sum(page.pictures > 0 for page in pages) * 2 >= len(pages)


def _is_unknown(character: str) -> bool:
    return character == "\ufffd" or unicodedata.category(character) in {"Cc", "Co", "Cn", "Cs"}


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"

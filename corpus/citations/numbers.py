"""The numbers of a mark: patterns of printed lists and ranges, and their expansion."""

from __future__ import annotations

import re
from collections.abc import Collection

_SUPERSCRIPT_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_FROM_SUPERSCRIPT = str.maketrans(_SUPERSCRIPT_DIGITS + "⁻⁺", "0123456789-+")

#: Every dash that may join the ends of a range; old fonts print one of them as "±".
DASH = "–—−‐‑‒±-"
#: A number with the letters of its parts: "12", "12a", "12a,b".
_NUMBER = r"\d{1,3}(?:[a-f](?:[,–-][a-f])*(?![a-z]))?"
_BETWEEN = rf"(?:\s?[,;{DASH}]\s?|\s(?:and|to)\s|\s?&\s?)"
#: A list in markup or brackets, with blanks and words: "3, 5–7 and 9".
LIST = rf"{_NUMBER}(?:{_BETWEEN}{_NUMBER}){{0,40}}"
#: A list glued to a word, without blanks: "3,5–7".
TIGHT_LIST = rf"{_NUMBER}(?:[,;{DASH}]{_NUMBER}){{0,40}}"

_SEPARATOR = re.compile(r"[,;]|\band\b|&|\}\s?\^\{|\]\s?\[")
#: Additions after the numbers in a bracket or its link: a page, the target.
_ASIDE = re.compile(r",\sp(?:p|ages?)?\.?\s[\d–-]+|\(#[\w-]+\)")
#: The most numbers that a range adds to its first; two ends farther apart are two numbers.
_LONGEST_RANGE = 60


def expand_numbers(printed: str) -> tuple[str, ...]:
    """Return every number of a mark, with ranges expanded and without the letters of parts.

    >>> expand_numbers("59–61,65"), expand_numbers("12a,b"), expand_numbers("123–5")
    (('59', '60', '61', '65'), ('12',), ('123', '124', '125'))
    >>> expand_numbers("[3][5]"), expand_numbers("[3]–[5]")
    (('3', '5'), ('3', '4', '5'))
    """
    numbers: list[str] = []
    for part in _SEPARATOR.split(_ASIDE.sub("", printed).translate(_FROM_SUPERSCRIPT)):
        numbers += _range(re.findall(r"\d+", part))
    return tuple(dict.fromkeys(numbers))


def _range(ends: list[str]) -> list[str]:
    """Return every number between two ends; "123-5" is short for "123-125"."""
    numbers = [int(end) for end in ends]
    if len(numbers) != 2:
        return [str(number) for number in numbers]
    first, last = numbers
    if last <= first and len(ends[1]) < len(ends[0]):
        last = int(ends[0][: -len(ends[1])] + ends[1])
    if first < last <= first + _LONGEST_RANGE:
        return [str(number) for number in range(first, last + 1)]
    return [str(number) for number in numbers]


def is_citable(numbers: tuple[str, ...], known: Collection[str]) -> bool:
    """Return whether a document can cite these numbers: its list has one, or it has no list."""
    if not numbers or any(number.startswith("0") for number in numbers):
        return False
    return any(number in known for number in numbers) if known else int(numbers[0]) < 600

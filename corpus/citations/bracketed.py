"""Marks in brackets, "[12]", "[3]–[5]" and, in some documents, "(12)"; not faces or labels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.citations.lookalikes import (
    is_face,
    is_function,
    is_labelled,
    is_miller,
    is_numbered,
    word_before,
)
from corpus.citations.model import Habits
from corpus.citations.numbers import DASH, LIST

_SQUARE = (
    rf"\[\[?(?:(?:see|cf\.|e\.g\.|refs?\.?|see also),?\s)?{LIST}(?:,\sp(?:p|ages?)?\.?\s[\d–-]+)?"
    r"\]\]?(?:\(#[\w-]{1,40}\))?"
)
_JOINED = re.compile(
    rf"\s?{_SQUARE}(?:\s?(?:[,;{DASH}]|and|&|to)?\s?{_SQUARE})*(?![A-Za-z\d]|-[A-Za-z])"
)
#: Brackets that an old font prints as letters.
_FONT = re.compile(rf"\s?w({LIST})\s?x(?![\w-])")
_ROUND = re.compile(rf"(?:(?<=[A-Za-z.\])\"%])|(?<=[A-Za-z]\d)) \(({LIST})\)(?=[\s.,;:)\]]|$)")
#: A round bracket glued to a full stop or a comma: "in water.(12)".
_GLUED_ROUND = re.compile(rf"(?<=[A-Za-z\d)\]°%][.,;])\(({LIST})\)(?=\s|$)")
_LABEL = re.compile(r"\s*\[\d{1,4}\]\s+(?=[A-Z])")
_AFTER_STOP = re.compile(r"[.!?]\s?$")


def find_square(text: str, habits: Habits) -> Iterator[re.Match[str]]:
    """Yield every square bracket that can be a mark."""
    is_labelled = _LABEL.match(text) is not None
    for match in square_candidates(text):
        word = word_before(text, match.start())
        is_label = is_labelled and _opens_sentence(text, match)
        if not (is_label or word.lower() in habits.numbered):
            yield match


def square_candidates(text: str) -> Iterator[re.Match[str]]:
    """Yield square brackets with numbers that are no crystal face and no figure or sample number.

    >>> [m[0] for m in square_candidates("It grew [3]–[5], as in Eq. [2], along [100] of Si[7].")]
    [' [3]–[5]', '[7]']
    """
    for match in _JOINED.finditer(text):
        printed = match.group().strip(" []")
        is_index = is_face(text, match.start(), match.end(), printed)
        if not (is_index or is_labelled(word_before(text, match.start()))):
            yield match


def find_font_brackets(text: str) -> Iterator[re.Match[str]]:
    """Yield every mark whose brackets an old font printed as "w" and "x"."""
    yield from _FONT.finditer(text)


def find_glued_round(text: str) -> Iterator[re.Match[str]]:
    """Yield round brackets directly after a full stop or comma, which are always marks.

    >>> [m[1] for m in find_glued_round("It grew in water.(12) It fell. (3) It rose.")]
    ['12']
    """
    yield from _GLUED_ROUND.finditer(text)


def round_candidates(text: str) -> Iterator[re.Match[str]]:
    """Yield round brackets that are marks if the document cites in round brackets.

    >>> [m[1] for m in round_candidates("It grew (12), as in step (3) on silicon (100).")]
    ['12']
    """
    for match in _ROUND.finditer(text):
        word = word_before(text, match.start())
        is_index = is_miller(match[1]) or is_face(text, match.start(1) - 1, match.end(), match[1])
        if not (is_index or is_numbered(word) or is_function(word)):
            yield match


def _opens_sentence(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()]
    return not before.strip() or _AFTER_STOP.search(before) is not None

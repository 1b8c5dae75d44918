"""Marks that are words of the sentence: "in refs. 12 and 13", "permission from ref. (5)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.citations.model import Mark
from corpus.citations.numbers import DASH, expand_numbers, is_citable
from corpus.model import Span

_ONE = r"[(\[]?\d{1,3}[a-h]?[)\]]?"
_REF = re.compile(
    rf"\s?\b(?:(?:[Rr]ef|REF)s?\.?|references?)\s({_ONE}(?:\s?(?:,\s?and|[,;&{DASH}]|and|to)\s?{_ONE})*)"
    r"(?![\w%]|\s?(?:samples?|electrodes?|cells?|materials?|films?)\b)"
)
_COPYRIGHT = re.compile(
    r"(?:\.?\s?(?:©|Copyright)\s(?:©\s)?(?:19|20)\d\d,?(?:\s(?:[A-Z][A-Za-z&]*|and|of|the|for|&))+"
    r"(?=\.|$|\s[a-z]\)))+"
)
_STOP_BEFORE = re.compile(r"[.!?]$")
_PERMISSION = re.compile(r"permission\s(?:from|of)(?:\s\w+){0,3}$", re.IGNORECASE)


def find_references(text: str, known: frozenset[str]) -> Iterator[Mark]:
    """Yield every mark after "ref." or "reference".

    A mark that opens a sentence is placed at its digits, so that it is not attributed to the
    sentence before.
    """
    for match in _REF.finditer(text):
        numbers = expand_numbers(match[1])
        if not is_citable(numbers, known):
            continue
        start, end = match.span()
        end -= match[1].count(")") > match[1].count("(")
        is_permission = bool(_PERMISSION.search(text, max(0, start - 80), start))
        is_aside = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
        if is_permission or is_aside:
            yield Mark(start, end, numbers, is_permission)
        else:
            opens = _STOP_BEFORE.search(text, max(0, start - 3), start) is not None
            yield Mark(start, end, numbers, is_named=True, at=match.start(1) if opens else None)


def permission_cut(text: str, mark: Mark) -> Span:
    """Return the part of a permission to cut: the mark with its "from", and the copyright line."""
    start = mark.start
    if text[:start].endswith((" from", " of")):
        start = text.rindex(" ", 0, start)
    rights = _COPYRIGHT.match(text, mark.end)
    return start, rights.end() if rights else mark.end

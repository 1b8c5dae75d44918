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
_PERMISSION = re.compile(r"permission\s(?:from|of)(?:\s\w+){0,3}$", re.IGNORECASE)


def find_references(text: str, known: frozenset[str]) -> Iterator[Mark]:
    """Every mark behind "ref." or "reference"."""
    for match in _REF.finditer(text):
        numbers = expand_numbers(match[1])
        if not is_citable(numbers, known):
            continue
        permission = bool(_PERMISSION.search(text, max(0, match.start() - 80), match.start()))
        has_open_bracket = match[1].count(")") > match[1].count("(")
        end = match.end() - has_open_bracket
        yield Mark(match.start(), end, numbers, permission, is_named=True)


def permission_cut(text: str, mark: Mark) -> Span:
    """What to cut of a permission: the mark with its "from", and the copyright line behind."""
    start = mark.start
    if text[:start].endswith((" from", " of")):
        start = text.rindex(" ", 0, start)
    rights = _COPYRIGHT.match(text, mark.end)
    return start, rights.end() if rights else mark.end

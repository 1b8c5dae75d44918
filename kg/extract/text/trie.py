"""Combine many words into one regular expression that examines each letter only once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby, takewhile


def one_of(words: Iterable[str]) -> str:
    """Return a pattern for the longest matching word, as fast for a thousand words as for ten.

    >>> one_of(["h", "hour", "hours", "min"])
    '(?:h(?:our(?:s)?)?|min)'
    """
    return _branches(sorted(set(words)))


def _branches(words: list[str]) -> str:
    """Return a pattern for sorted words that writes shared first letters only once."""
    rest = [word for word in words if word]
    heads = [list(group) for _, group in groupby(rest, key=lambda word: word[0])]
    patterns = []
    for group in heads:
        size = _shared(group[0], group[-1])
        patterns.append(re.escape(group[0][:size]) + _branches([word[size:] for word in group]))
    if not patterns:
        return ""
    joined = "|".join(patterns)
    if len(rest) < len(words):
        return f"(?:{joined})?"
    return f"(?:{joined})" if len(patterns) > 1 else joined


def _shared(first: str, last: str) -> int:
    """Return how many first letters two sorted words, and thus all words between them, share."""
    pairs = zip(first, last, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))

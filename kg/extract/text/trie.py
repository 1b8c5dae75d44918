"""Many words as one regular expression that looks at each letter once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby, takewhile


def one_of(words: Iterable[str]) -> str:
    """A pattern for the longest of these words, as fast for a thousand as for ten.

    >>> one_of(["h", "hour", "hours", "min"])
    '(?:h(?:our(?:s)?)?|min)'
    """
    return _branches(sorted(set(words)))


def _branches(words: list[str]) -> str:
    """Sorted words, each letter that several share written once; the longer word first."""
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
    """How many letters two words begin with in common; between them in the order are no fewer."""
    pairs = zip(first, last, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))

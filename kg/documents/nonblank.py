"""Places in a text, counted in characters that are not blank.

Copies of a text differ in their line ends and their spacing; these counts do not.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from corpus.model import Span


class NonBlanks:
    """An index of the non-blank characters of a text.

    ``sha256`` is the hash of the text without blanks.
    """

    def __init__(self, text: str) -> None:
        self._before = [0, *accumulate(not character.isspace() for character in text)]
        self.sha256 = hashlib.sha256("".join(text.split()).encode()).hexdigest()

    def count(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Return the number of non-blank characters before the start and the end of each span."""
        return tuple((self._before[start], self._before[end]) for start, end in spans)

    def find(self, places: Iterable[Sequence[int]]) -> tuple[Span, ...]:
        """Return the spans that have these counts, without blanks at their ends."""
        return tuple(
            (bisect_left(self._before, start + 1) - 1, bisect_left(self._before, end))
            for start, end in places
        )

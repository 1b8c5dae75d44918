"""The place of a span in a document, in words: "section 3.3, paragraph 4".

A place is all that can be shown of a text that may not be redistributed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from corpus.model import Paper, Passage, Span

_NUMBER = re.compile(r"(?P<number>\d+(?:\.\d+)*)\.?\s")
_FIGURE = re.compile(r"(?P<what>Fig(?:ure|\.)?|Table|Scheme|Chart|Box)\s*(?P<number>[A-Z]?\d+)")
#: The most characters of a heading; a longer one is cut.
_WIDTH = 60
#: A gap in the offsets of more characters separates two parts of a passage; marks are shorter.
_SHORTEST_BETWEEN = 8


class Places:
    """An index of one document that describes where a span is."""

    def __init__(self, paper: Paper) -> None:
        passages = [passage for passage in paper.passages if passage.text]
        described = sorted(
            (start, words)
            for passage, words in zip(passages, _words(passages), strict=True)
            for start in _starts(passage)
        )
        self._starts = [start for start, _ in described]
        self._words = [words for _, words in described]

    def describe(self, spans: Iterable[Span]) -> str:
        """Describe the places of spans of the raw text, without repetition, in reading order.

        Parameters
        ----------
        spans
            Offsets ``[start, end)`` in the raw text.

        Returns
        -------
        "section 3.3, paragraph 4; caption of Figure 7"; "" for spans before all passages.
        """
        found = (bisect_right(self._starts, start) - 1 for start, _ in sorted(spans))
        return "; ".join(dict.fromkeys(self._words[at] for at in found if at >= 0))


def _starts(passage: Passage) -> Iterator[int]:
    """Yield the offsets where a passage begins and where it resumes, as after a caption."""
    yield passage.origins[0]
    for before, at in pairwise(passage.origins):
        if at - before > _SHORTEST_BETWEEN:
            yield at


def _words(passages: Iterable[Passage]) -> Iterator[str]:
    counts: Counter[tuple[str, ...]] = Counter()
    for passage in passages:
        section = _section(passage.section)
        if passage.kind == "paragraph":
            counts[passage.section] += 1
            yield f"{section}paragraph {counts[passage.section]}"
        elif passage.kind == "caption":
            figure = _FIGURE.match(passage.text)
            called = f"{_full(figure['what'])} {figure['number']}" if figure else ""
            yield f"caption of {called}" if called else f"{section}caption"
        else:
            yield f"{section}{passage.kind}"


def _section(path: tuple[str, ...]) -> str:
    """Return the innermost heading, or its number: "section 3.3, "; "" before the first heading."""
    if not path:
        return ""
    number = _NUMBER.match(path[-1])
    if number:
        return f"section {number['number']}, "
    heading = path[-1]
    cut = heading if len(heading) <= _WIDTH else heading[:_WIDTH].rsplit(" ", 1)[0] + " ..."
    return f"{cut}, "


def _full(word: str) -> str:
    return "Figure" if word.startswith("Fig") else word

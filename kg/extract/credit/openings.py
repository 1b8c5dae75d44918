"""The passages that are the introduction of a paper, with or without a heading.

A letter has no headings: its abstract is followed by paragraphs that cite, up to the one that turns
to the work at hand ("In this letter, ..."). The readers of formats leave all of them under the last
heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.model import Paper, Passage
from kg.extract.context.openings import WORK
from kg.extract.credit.account import cites_throughout, is_introduction

#: The most characters before an introduction turns to the work at hand.
_LONGEST: Final = 9000
_TURN: Final = re.compile(
    rf"\b(?:[Ii]n the (?:present|current) {WORK}|[Ii]n this [Ll]etter|[Hh]erein|[Hh]ere,? we|"
    rf"[Tt]his {WORK}|"
    r"[Ww]e (?:report|present|demonstrate|describe|show|propose|introduce) (?:here|herein)?)\b"
)


class Openings:
    """The introduction of one paper; made once per paper."""

    def __init__(self, paper: Paper) -> None:
        self._is_headed = _is_headed(paper)
        opening = _opening(paper) if cites_throughout(paper) and not self._is_headed else ()
        self._starts = frozenset(p.origins[0] for p in opening if p.origins)

    def holds(self, passage: Passage, end: int) -> bool:
        """Return whether a sentence of a passage, up to an offset, is in the introduction.

        A paper that lost its lines and headings is one passage: its introduction begins with its
        first citation, after the abstract, and ends where it turns to the work at hand.
        """
        if not (passage.origins and passage.origins[0] in self._starts):
            return self._is_headed and is_introduction(passage)
        if len(passage.text) <= _LONGEST:
            return True
        first, turn = _stretch(passage)
        return first <= end <= turn


def _stretch(passage: Passage) -> tuple[int, int]:
    """Return the offsets of the first mark of a passage and of its turn to the work at hand."""
    first = min((mark.at for mark in passage.citations), default=0)
    turn = _TURN.search(passage.text, first)
    return first, turn.start() if turn else 0


def _is_headed(paper: Paper) -> bool:
    """Return whether a heading marks the introduction, which is not too long for one.

    A longer one lost the headings after it.
    """
    lengths = [len(p.text) for p in paper.passages if p.kind == "paragraph" and is_introduction(p)]
    return 0 < sum(lengths) <= _LONGEST


def _opening(paper: Paper) -> Sequence[Passage]:
    """Return the paragraphs from the first that cites to the first on the work at hand."""
    paragraphs = [p for p in paper.passages if p.kind == "paragraph" and len(p.text) > _SHORT]
    if len(paragraphs) == 1 and len(paragraphs[0].text) <= _LONGEST:
        return ()  # an abstract or a note, with nothing after it
    first = next((i for i, p in enumerate(_within(paragraphs)) if p.citations), None)
    if first is None:
        return ()
    for last, paragraph in enumerate(_within(paragraphs[first:]), start=first):
        if paragraph.section != paragraphs[first].section:
            return ()
        if _TURN.search(paragraph.text):
            return paragraphs[first : last + 1]
    return ()


def _within(paragraphs: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the paragraphs that are within the length of an introduction from the first."""
    length = 0
    for paragraph in paragraphs:
        if length > _LONGEST:
            return
        yield paragraph
        length += len(paragraph.text)


#: A shorter paragraph is a link or a label of the page.
_SHORT: Final = 60

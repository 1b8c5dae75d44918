"""Conversion of layout blocks into clean passages with citations and section headings."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.citations import (
    FoundCitation,
    GivenMark,
    Habits,
    place,
    read_habits,
    take_citations,
)
from corpus.hyphens import join_lines
from corpus.layout import Block
from corpus.mapped import Mapped, concatenated, mapped
from corpus.model import Passage
from corpus.repairs import Symptoms, find_symptoms
from corpus.text import flatten_markup, flatten_scripts


def make_passages(
    raw: str,
    blocks: Sequence[Block],
    words: Collection[str],
    known: Collection[str] = (),
    marks: Sequence[GivenMark] = (),
) -> Iterator[Passage]:
    """Yield the passage of every block that has text, in reading order.

    ``words`` decides line-end hyphens, ``known`` has the numbers of the reference list. ``marks``
    are the citation marks given by the markup of the document, sorted; if there are any, no others
    are searched for in the text.
    """
    symptoms = find_symptoms(raw, words)
    habits = read_habits(raw, known)
    path: list[tuple[int, str]] = []
    for block in blocks:
        given = list(_marks_in(block, marks)) if marks else None
        counts: Counter[str] = Counter()
        joined = join_lines(raw, block.lines, words) if block.row is None else _row(raw, block)
        text, citations = _clean(joined, habits, given, symptoms, counts)
        if block.kind == "heading":
            text = _without_marks(text)
            path = [above for above in path if above[0] < block.level]
        section = tuple(title for _, title in path)
        if block.kind == "heading":
            path.append((block.level, text.text))
        if text.text:
            yield Passage(
                kind=block.kind,
                text=text.text,
                origins=text.origins,
                section=section,
                citations=tuple(place(text, _in_cell(found, block)) for found in citations),
                repairs=counts,
                row=block.row,
            )


def _in_cell(found: FoundCitation, block: Block) -> FoundCitation:
    """Return a mark whose span is limited to its own table cell."""
    start, end = found.span
    starts = [cell[0] for cell in block.row.cells if cell[0] < end] if block.row else []
    return replace(found, span=(max(start, *starts), end)) if starts else found


def _row(raw: str, block: Block) -> Mapped:
    """Join the cells of a row with blanks; a cell that spans several rows comes first."""
    first, *others = block.lines
    parts = [mapped(raw, *first)]
    for (_, end), line in pairwise((first, *others)):
        parts += (Mapped(text=" ", origins=array("l", [end])), mapped(raw, *line))
    return concatenated(parts)


def _marks_in(block: Block, marks: Sequence[GivenMark]) -> Iterator[GivenMark]:
    for start, end in block.lines:
        first = bisect_left(marks, start, key=lambda mark: mark.span[0])
        for mark in marks[first:]:
            if mark.span[0] >= end:
                break
            yield mark


def _clean(
    text: Mapped,
    habits: Habits,
    given: Sequence[GivenMark] | None,
    symptoms: Symptoms,
    counts: Counter[str],
) -> tuple[Mapped, tuple[FoundCitation, ...]]:
    marked, citations = take_citations(flatten_markup(text, symptoms, counts), habits, given)
    return flatten_scripts(marked, counts), citations


def _without_marks(text: Mapped) -> Mapped:
    start = len(text.text) - len(text.text.lstrip("# "))
    return text.cut(start, len(text.text))

"""Citation marks: found in every printed style, removed from the text, and kept as numbers.

Marks are found in markup and superscripts (:mod:`.raised`), in brackets (:mod:`.bracketed`), glued
to a word where the superscript was lost (:mod:`.glued`) and after "ref." (:mod:`.references`). A
mark counts only if the reference list, if there is one, has its number, and if it is nothing else
(:mod:`.lookalikes`). :mod:`.habits` determines the citation style of the whole document.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from corpus.citations.bracketed import (
    find_font_brackets,
    find_glued_round,
    find_square,
    round_candidates,
)
from corpus.citations.glued import find_glued
from corpus.citations.habits import read_habits
from corpus.citations.model import FoundCitation, GivenMark, Habits, Mark
from corpus.citations.numbers import expand_numbers, is_citable
from corpus.citations.raised import find_apart, find_raised
from corpus.citations.references import find_references, permission_cut
from corpus.mapped import Mapped
from corpus.model import Citation, Span

__all__ = [
    "FoundCitation",
    "GivenMark",
    "Habits",
    "expand_numbers",
    "place",
    "read_habits",
    "take_citations",
]


def take_citations(
    text: Mapped, habits: Habits | None = None, given: Sequence[GivenMark] | None = None
) -> tuple[Mapped, tuple[FoundCitation, ...]]:
    """Cut the citation marks out of a text; return the text without them, and the marks.

    ``habits`` is the citation style of the whole document with the numbers of its list; without it
    the text counts as a document of its own without a list. ``given`` has the marks given by the
    markup of the document; then no others are searched for, except after "ref.".
    """
    habits = habits or read_habits(text.text)
    if given is None:
        found = _find(text.text, habits)
    else:
        told = (_placed_mark(text, mark) for mark in given)
        found = chain(told, find_references(text.text, habits.known))
    marks = _without_overlaps(found)
    citations = tuple(
        FoundCitation(
            span=(
                text.origins[mark.start if mark.at is None else mark.at],
                text.origins[mark.end - 1] + 1,
            ),
            numbers=mark.numbers,
            permission=mark.permission,
        )
        for mark in marks
    )
    return text.edited((start, end, "") for start, end in _cuts(text.text, marks)), citations


def place(text: Mapped, found: FoundCitation) -> Citation:
    """Return the citation with its offset in the finished text, from which its mark was cut."""
    at = bisect_left(text.origins, found.span[0])
    return Citation(at=at, numbers=found.numbers, span=found.span, permission=found.permission)


def _placed_mark(text: Mapped, mark: GivenMark) -> Mark:
    start, end = (bisect_left(text.origins, at) for at in mark.span)
    cut = mark.cut and (
        bisect_left(text.origins, mark.cut[0]),
        bisect_left(text.origins, mark.cut[1]),
    )
    return Mark(start, end, mark.numbers, cut=cut or None, is_given=True)


def _find(text: str, habits: Habits) -> Iterator[Mark]:
    printed = chain(find_raised(text), find_square(text, habits), find_font_brackets(text))
    rounds = round_candidates(text) if habits.has_round else ()
    apart = find_apart(text) if habits.has_apart else ()
    for match in chain(printed, find_glued_round(text), rounds, apart):
        numbers = expand_numbers(match.group())
        if is_citable(numbers, habits.known):
            yield Mark(match.start(), match.end(), numbers)
    for start, end, numbers in find_glued(text, habits):
        if is_citable(numbers, habits.known):
            yield Mark(start, end, numbers)
    yield from find_references(text, habits.known)


def _without_overlaps(marks: Iterable[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start < mark.end and (not kept or mark.start >= kept[-1].end):
            kept.append(mark)
    return kept


def _cuts(text: str, marks: list[Mark]) -> Iterator[Span]:
    for mark in marks:
        start, end = mark.start, mark.end
        if mark.is_given:
            yield from [mark.cut] if mark.cut else []
            continue
        if mark.permission:
            start, end = permission_cut(text, mark)
        elif text[start - 1 : start] == "(" and text[end : end + 1] == ")":
            start, end = start - 1 - (text[start - 2 : start - 1] == " "), end + 1
        elif mark.is_named:
            continue
        yield start, end

"""The citation marks of one sentence."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from corpus.model import Span
from kg.extract.text.sentences import Sentence

#: A stretch of a sentence (offsets in its text) and the studies to which it is credited.
Credit = tuple[Span, tuple[str, ...]]
#: In characters: two marks closer than this are one mark; a mark this close to a name belongs to
#: the name.
BESIDE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The reference numbers cited at one place of a sentence."""

    at: int
    numbers: tuple[str, ...]


def marks_of(sentence: Sentence, known: Collection[str]) -> tuple[Mark, ...]:
    """Return the marks of a sentence, with the numbers that are listed; all if none are known."""
    marks: list[Mark] = []
    for citation in sorted(sentence.citations, key=lambda c: c.at):
        numbers = tuple(n for n in citation.numbers if not known or n in known)
        if not numbers:
            continue
        at = max(0, min(citation.at - sentence.start, len(sentence.text)))
        if marks and at - marks[-1].at < BESIDE:
            numbers = union(marks.pop().numbers, numbers)
        marks.append(Mark(at=at, numbers=numbers))
    return tuple(marks)


def union(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """Return the studies of both in order, each once."""
    return (*first, *(study for study in second if study not in first))

"""Citation marks of one sentence, and which stretch of it each of them serves."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.model import Span
from kg.extract.credit.discourse import comparison_at, contrast_at
from kg.extract.sentences import Sentence

#: A stretch of a sentence (offsets in its text) and the studies it is credited to.
Credit = tuple[Span, tuple[str, ...]]
#: Two marks closer than this are one mark; a mark this close behind a name is the name's own.
_BESIDE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The numbers cited at one place of a sentence."""

    at: int
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The studies that a sentence speaks for by name or by what went before.

    ``start`` and ``end`` are the offsets of the name; both 0 for a work that is only gone on about.
    """

    studies: tuple[str, ...]
    start: int = 0
    end: int = 0


def marks_of(sentence: Sentence, known: Collection[str]) -> tuple[Mark, ...]:
    """The marks of a sentence with the members that are listed; any number if none are known."""
    marks: list[Mark] = []
    for citation in sorted(sentence.citations, key=lambda c: c.at):
        numbers = tuple(n for n in citation.numbers if not known or n in known)
        if not numbers:
            continue
        at = max(0, min(citation.at - sentence.start, len(sentence.text)))
        if marks and at - marks[-1].at < _BESIDE:
            numbers = union(marks.pop().numbers, numbers)
        marks.append(Mark(at=at, numbers=numbers))
    return tuple(marks)


def by_marks(length: int, marks: Sequence[Mark]) -> tuple[Credit, ...]:
    """Each stretch to the mark that ends it; the rest of the sentence to the last one."""
    starts = (0, *(mark.at for mark in marks[:-1]))
    ends = (*(mark.at for mark in marks[:-1]), length)
    return tuple(
        ((start, end), mark.numbers) for start, end, mark in zip(starts, ends, marks, strict=True)
    )


def by_holders(text: str, holders: Sequence[Holder], marks: Sequence[Mark]) -> tuple[Credit, ...]:
    """The sentence to its holders, but for the clauses that end in somebody else's mark.

    "Many tried it,[1] but Roe et al. made it.[2]", "Roe et al. made more of it than others.[1]":
    what stands before the name, behind a contrast or in a comparison goes to the mark. A foreign
    mark without such a clause contradicts the name, and the name wins.
    """
    owners = list(_owners(text, holders))
    named = {study for holder in holders for study in holder.studies}
    last = 0
    for mark in marks:
        others = tuple(n for n in mark.numbers if n not in named)
        cut = _clause_start(text, holders, mark, last) if others else None
        if cut is not None and cut < mark.at:
            end = len(text) if len(text) - mark.at < _BESIDE else mark.at
            owners = list(_overlaid(owners, (cut, end), others))
        last = mark.at
    return tuple(owners)


def _owners(text: str, holders: Sequence[Holder]) -> Iterator[Credit]:
    """Names apart by a contrast hold a clause each, others the sentence together."""
    start, studies = 0, holders[0].studies
    for before, holder in pairwise(holders):
        cut = contrast_at(text, before.end, holder.start)
        if cut is None:
            studies = union(studies, holder.studies)
            continue
        yield (start, cut), studies
        start, studies = cut, holder.studies
    yield (start, len(text)), studies


def _clause_start(text: str, holders: Sequence[Holder], mark: Mark, last: int) -> int | None:
    """Where the clause begins that a foreign mark serves; ``None`` if it serves none."""
    first = holders[0]
    if first.end and mark.at <= first.start:
        return last
    name_end = max((holder.end for holder in holders if holder.end <= mark.at), default=0)
    if last > name_end + _BESIDE:
        return last
    start = max(last, name_end)
    cut = contrast_at(text, start, mark.at)
    return cut if cut is not None else comparison_at(text, start, mark.at)


def _overlaid(pieces: Sequence[Credit], span: Span, studies: tuple[str, ...]) -> Iterator[Credit]:
    """The pieces with one stretch given to other studies."""
    for (start, end), held in pieces:
        if start < span[0]:
            yield (start, min(end, span[0])), held
        if start <= span[0] < end:
            yield span, studies
        if span[1] < end:
            yield (max(start, span[1]), end), held


def union(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """Both in order, each once."""
    return (*first, *(study for study in second if study not in first))

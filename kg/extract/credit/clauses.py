"""Which stretch of a sentence belongs to the work that it names, and which to a mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.model import Span
from kg.extract.credit.discourse import comparison_at, contrast_at
from kg.extract.credit.grammar import finite_verb
from kg.extract.credit.marks import BESIDE, Credit, Mark, union


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The studies to which a sentence belongs by a name or by the sentences before it.

    ``start`` and ``end`` are the offsets of the name; both 0 for a work that is only continued.
    """

    studies: tuple[str, ...]
    start: int = 0
    end: int = 0


def by_holders(text: str, holders: Sequence[Holder], marks: Sequence[Mark]) -> tuple[Credit, ...]:
    """Credit a sentence to its holders, except the clauses that end in the mark of another work.

    "Many tried it,[1] but Roe et al. made it.[2]", "Roe et al. made more of it than others.[1]":
    the text before the name, after a contrast or in a comparison belongs to the mark. A foreign
    mark without such a clause contradicts the name, and the name wins.
    """
    owners = list(_owners(text, holders))
    named = {study for holder in holders for study in holder.studies}
    last = 0
    for mark in marks:
        others = tuple(n for n in mark.numbers if n not in named)
        cut = _clause_start(text, holders, mark, last) if others else None
        if cut is not None and cut < mark.at:
            end = len(text) if len(text) - mark.at < BESIDE else mark.at
            owners = list(_overlaid(owners, (cut, end), others))
        last = mark.at
    return tuple(owners)


def by_turns(
    text: str, turns: Sequence[tuple[int, int]], pair: Sequence[tuple[str, ...]]
) -> tuple[Credit, ...]:
    """Credit a sentence to the works of a pair, each from its "the former" or "the latter" on."""
    pieces: list[Credit] = []
    for (at, which), following in zip(turns, (*turns[1:], (len(text), 0)), strict=True):
        cut = contrast_at(text, at, following[0])
        start = pieces[-1][0][1] if pieces else 0
        end = following[0] if cut is None or following[0] == len(text) else cut
        pieces.append(((start, end), pair[which]))
    return tuple(pieces)


def others_clauses(
    text: str, marks: Sequence[Mark], own: Sequence[int], rest: tuple[str, ...]
) -> tuple[Credit, ...]:
    """Credit a sentence to ``rest``, except the clauses that end in a mark and report others' work.

    "Glass has been used,[1] but here we use steel.": such a clause has a verb, is closed by a comma
    or a contrast, and does not contain a word of ``own`` (offsets of "we", "our").
    """
    pieces: list[Credit] = [((0, len(text)), rest)]
    for mark in marks if own else ():
        before = [at for at in own if at < mark.at]
        start = contrast_at(text, before[-1], mark.at) if before else 0
        if start is None or finite_verb(text, start, mark.at) is None:
            continue
        is_closed = bool(before) or contrast_at(text, mark.at, mark.at + 8) is not None
        if is_closed or "," in text[mark.at - 1 : mark.at + 1]:
            pieces = list(_overlaid(pieces, (start, mark.at), mark.numbers))
    return tuple(pieces)


def _owners(text: str, holders: Sequence[Holder]) -> Iterator[Credit]:
    """Yield one clause for each name that a contrast separates; other names share the sentence."""
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
    """Return the start of the clause that belongs to a foreign mark; ``None`` if there is none."""
    first = holders[0]
    if first.end and mark.at <= first.start:
        return last
    name_end = max((holder.end for holder in holders if holder.end <= mark.at), default=0)
    if last > name_end + BESIDE:
        return last
    start = max(last, name_end)
    cut = contrast_at(text, start, mark.at)
    return cut if cut is not None else comparison_at(text, start, mark.at)


def _overlaid(pieces: Sequence[Credit], span: Span, studies: tuple[str, ...]) -> Iterator[Credit]:
    """Yield the pieces, with one stretch credited to other studies."""
    for (start, end), held in pieces:
        if start < span[0]:
            yield (start, min(end, span[0])), held
        if start <= span[0] < end:
            yield span, studies
        if span[1] < end:
            yield (max(start, span[1]), end), held

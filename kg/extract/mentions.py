"""Mentions: the stretches of a sentence that name a term, a formula or a quantity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.quantities import QuantityMatch
from kg.notation import Stack


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A term, formula or quantity found in a sentence.

    ``start`` and ``end`` are offsets in the sentence's text. ``kind`` is a kind of the vocabulary
    (``property``, ``process``, ...), ``"notation"`` for a formula or stack, or ``"quantity"``.
    ``id`` is the term's notation, or the canonical formula. ``label`` is the kind of label by which
    it was found: ``"name"``, ``"symbol"``, or an outcome label such as ``"inverseLabel"``.
    """

    start: int
    end: int
    kind: str
    id: str
    text: str
    label: str = "name"
    stack: Stack | None = None
    quantity: QuantityMatch | None = None


#: Words of change often include a preposition, which must not make them longer: "value of" yields
#: to "k value".
_PREPOSITION = len(" of")


def _rank(mention: Mention) -> tuple[int, int, str, str, str]:
    """Return the sort key by which mentions are chosen: the longer first."""
    length = mention.end - mention.start
    if mention.kind == "direction":
        length -= _PREPOSITION
    return (-length, mention.start, mention.kind, mention.id, mention.label)


def longest_first(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Drop every mention that lies inside, or overlaps, a longer one; equal spans stay together.

    >>> a = Mention(start=0, end=20, kind="property", id="x", text="")
    >>> b = Mention(start=5, end=20, kind="technique", id="y", text="")
    >>> [m.id for m in longest_first([b, a])]
    ['x']
    """
    kept: list[Mention] = []
    taken: set[tuple[int, int]] = set()
    for mention in sorted(mentions, key=_rank):
        span = start, end = mention.start, mention.end
        if span not in taken:
            if any(start < behind and first < end for first, behind in taken):
                continue
            taken.add(span)
        kept.append(mention)
    return tuple(sorted(kept, key=lambda m: (m.start, m.end, m.kind, m.id, m.label)))

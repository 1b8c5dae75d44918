"""Joining of lines into running text: line ends become blanks, and divided words are rejoined."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from corpus.mapped import Mapped, concatenated, mapped
from corpus.model import Span

#: First parts that keep their hyphen when the line breaks after it ("home-" + "built"). Syllables
#: that also begin words without a hyphen (re-, de-, on-, top-, lead-, ion-) are left out.
_FIRST_PARTS = (
    "all cross co custom double dot facet field first fully gas half hard heat high highly home ink"
    " large laser layer light liquid long low mid near non one open oxide phase plasma post quantum"
    " quasi rapid room same second self short side single size small solid solution space spin"
    " steady step surface temperature thermal thick thin third three time two four five six type"
    " ultra vapor vapour water wave well wet wide zero"
)
_PREFIXES = frozenset(_FIRST_PARTS.split())
_END = re.compile(r"([^\W\d_]+|\d[\d.]*)-$")
_START = re.compile(r"\s*([^\W\d_]+)")
#: Marks of a soft line-end hyphen: the character itself and its replacements in PDF libraries.
_SOFT_HYPHENS = ("\u00ad", "\ufffe", "\u0002")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def vocabulary(raw: str) -> frozenset[str]:
    """Return the words of a document in lower case; hyphenated words are kept whole."""
    return frozenset(word.lower() for word in _WORD.findall(raw))


def join_lines(raw: str, lines: Sequence[Span], words: Collection[str]) -> Mapped:
    """Join lines to running text: a blank for a line end, no hyphen where a word was divided."""
    return concatenated(list(_parts(raw, lines, words)))


def _parts(raw: str, lines: Sequence[Span], words: Collection[str]) -> Iterator[Mapped]:
    for (start, end), (next_start, next_end) in pairwise(lines):
        stop = _without_stray_ring(raw, start, end)
        divided = _END.search(raw, start, stop)
        rest = _START.match(raw, next_start, next_end)
        if raw[stop - 1] in _SOFT_HYPHENS:
            yield mapped(raw, start, stop - 1)
        elif divided and rest:
            keeps = _keeps_hyphen(divided[1], rest[1], words)
            yield mapped(raw, start, stop if keeps else stop - 1)
        else:
            yield mapped(raw, start, stop)
            yield mapped(raw, end, end + 1)
    yield mapped(raw, *lines[-1])


def _without_stray_ring(raw: str, start: int, end: int) -> int:
    """Return the end of a line without a ring accent set there instead of over its letter."""
    return end - 1 if end - start > 1 and re.match(r"[a-z-]˚", raw[end - 2 : end]) else end


def _keeps_hyphen(first: str, second: str, words: Collection[str]) -> bool:
    """Return whether the hyphen stays, judged by the words of the document, then the first part."""
    if second[0].isupper() or first[0].isdigit():
        return True
    if (first + second).lower() in words:
        return False
    if f"{first}-{second}".lower() in words or first.isupper():
        return True
    return first.lower() in _PREFIXES

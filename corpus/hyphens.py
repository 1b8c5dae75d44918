"""Lines put together to running text: line-end hyphens healed, line breaks made blanks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from corpus.mapped import Mapped, concatenated, mapped
from corpus.model import Span

#: First parts that keep their hyphen when the line breaks after it ("home-" + "built"). Not among
#: them: syllables that also begin undivided words (re-, de-, on-, top-, lead-, ion-).
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
#: Marks of a soft line-end hyphen: the character itself and what PDF libraries write for it.
_SOFT_HYPHENS = ("\u00ad", "\ufffe", "\u0002")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def vocabulary(raw: str) -> frozenset[str]:
    """Collect the words of a document, hyphenated ones whole, in lower case."""
    return frozenset(word.lower() for word in _WORD.findall(raw))


def join_lines(raw: str, lines: Sequence[Span], words: Collection[str]) -> Mapped:
    """Make running text of lines: a blank for each line end, no hyphen where a word was divided."""
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
    """Leave out a ring accent that the font set at the line end instead of over its letter."""
    return end - 1 if end - start > 1 and re.match(r"[a-z-]˚", raw[end - 2 : end]) else end


def _keeps_hyphen(first: str, second: str, words: Collection[str]) -> bool:
    """Decide by the document's own words, then by the first part."""
    if second[0].isupper() or first[0].isdigit():
        return True
    if (first + second).lower() in words:
        return False
    if f"{first}-{second}".lower() in words or first.isupper():
        return True
    return first.lower() in _PREFIXES

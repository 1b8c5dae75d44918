"""Initials: the large letter over two or three lines with which a text begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.readers.pdf.lines import INITIAL, Fragment

#: How far after an initial, in sizes of it, its lines begin.
_BEHIND = 0.6


def with_initials(found: Sequence[Fragment]) -> list[Fragment]:
    """Give each initial to the first of the lines that are beside it."""
    lines = dict(_pairs(found))
    initials = {id(initial) for initial in lines.values()}
    return [
        _joined(lines[id(fragment)], fragment) if id(fragment) in lines else fragment
        for fragment in found
        if id(fragment) not in initials
    ]


def _pairs(found: Sequence[Fragment]) -> Iterator[tuple[int, Fragment]]:
    """Yield the line of each initial, by its identity, and the initial."""
    for initial in found:
        letter = initial.text
        if len(letter) == 1 and letter.isupper():
            beside = [part for part in found if _is_beside(part, initial)]
            if len(beside) > 1:
                yield id(max(beside, key=lambda part: part.y)), initial


def _is_beside(part: Fragment, initial: Fragment) -> bool:
    is_small = part.size * INITIAL < initial.size
    is_level = -0.2 * initial.size < part.y - initial.y < 0.9 * initial.size
    return is_small and is_level and -2 < part.left - initial.right < _BEHIND * initial.size


def _joined(initial: Fragment, line: Fragment) -> Fragment:
    first = line.glyphs[0]
    letter = initial.glyphs[0]._replace(y=first.y, size=first.size, bold=first.bold)
    return replace(
        line,
        glyphs=(letter._replace(left=first.left - 0.1, right=first.left), *line.glyphs),
        blanks=frozenset(blank + 1 for blank in line.blanks),
        wide=tuple(blank + 1 for blank in line.wide),
        left=first.left - 0.1,
    )

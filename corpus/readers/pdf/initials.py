"""Initials: large letters over two or three lines at the beginning of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.readers.pdf.lines import INITIAL, Fragment

#: The largest gap between an initial and its lines, in sizes of the initial.
_BEHIND = 0.6


def with_initials(found: Sequence[Fragment]) -> list[Fragment]:
    """Return the fragments with each initial joined to the first of the lines beside it."""
    lines = dict(_pairs(found))
    initials = {id(initial) for initial in lines.values()}
    return [
        _joined(lines[id(fragment)], fragment) if id(fragment) in lines else fragment
        for fragment in found
        if id(fragment) not in initials
    ]


def _pairs(found: Sequence[Fragment]) -> Iterator[tuple[int, Fragment]]:
    """Yield, for each initial, the ``id()`` of its line, and the initial."""
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

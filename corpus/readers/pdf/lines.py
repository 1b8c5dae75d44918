"""Grouping of glyphs into fragments and lines; raised and lowered text is marked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from corpus.readers.pdf.accents import with_accents
from corpus.readers.pdf.glyphs import Glyph

#: An initial over several lines is larger than the next letter by this factor.
INITIAL = 2.0
#: A gap above this fraction of the size is a blank, for fonts without a blank.
_BLANK = 0.13
#: A printed blank is wider than this.
_PRINTED_BLANK = 0.12
#: A gap of this many sizes ends a fragment: it may be the gutter between columns.
_APART = 1.2
#: The least width of a gutter, in sizes; some blanks of justified lines are wider too.
_WIDE = 0.5
#: The fewest letters of a spaced line, and the factor by which gaps between its words are wider.
_SHORTEST_SPACED = 5
_BETWEEN_SPACED = 1.5
#: A gap that divides the cells of a table.
_CELL = 2.0
#: The most parts of a line, and the most lines near each other; a drawing has more.
_MOST_PARTS = 60
#: The farthest that scripts are from the baseline of their line, in sizes.
_SCRIPT_REACH = 0.65


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fragment:
    """Glyphs printed one after the other on about the same baseline.

    ``blanks`` has the indices of glyphs after a blank, ``wide`` those whose blank may be the gutter
    between columns; ``size`` is that of most glyphs, ``y`` the baseline of the largest.
    """

    glyphs: tuple[Glyph, ...]
    blanks: frozenset[int]
    size: float
    y: float
    left: float
    right: float
    wide: tuple[int, ...] = ()

    def part(self, first: int, end: int) -> Fragment:
        """Return the glyphs ``first`` to ``end`` as a fragment."""
        blanks = {blank - first for blank in self.blanks if first < blank < end}
        return _fragment(self.glyphs[first:end], blanks)

    @property
    def text(self) -> str:
        """The text without marks of scripts."""
        return "".join(
            (" " if at in self.blanks else "") + glyph.text for at, glyph in enumerate(self.glyphs)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """A line of a column: its text with scripts as ``^{}`` and ``_{}``, and its position."""

    text: str
    left: float
    right: float
    y: float
    size: float
    bold: bool = False
    cells: int = 1


def fragments(glyphs: Iterable[Glyph]) -> list[Fragment]:
    """Group glyphs, in the order of printing, into fragments."""
    runs: list[list[Glyph]] = []
    blanks: list[set[int]] = []
    is_blank = False
    for glyph in with_accents(glyphs):
        if glyph.text.isspace():
            is_blank = True
            continue
        if runs and _follows(runs[-1], glyph):
            last = runs[-1][-1]
            if is_blank or glyph.left - last.right > _BLANK * last.size:
                blanks[-1].add(len(runs[-1]))
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
            blanks.append(set())
        is_blank = False
    return [_fragment(run, at) for run, at in zip(runs, blanks, strict=True)]


def _fragment(run: Sequence[Glyph], blanks: Collection[int]) -> Fragment:
    size = _usual([glyph.size for glyph in run])
    largest = max(glyph.size for glyph in run)
    return Fragment(
        glyphs=tuple(run),
        blanks=frozenset(blanks),
        size=size,
        y=_usual([glyph.y for glyph in run if glyph.size > 0.85 * largest]),
        left=min(glyph.left for glyph in run),
        right=max(glyph.right for glyph in run),
        wide=tuple(at for at in sorted(blanks) if run[at].left - run[at - 1].right > _WIDE * size),
    )


def _follows(run: Sequence[Glyph], glyph: Glyph) -> bool:
    last = run[-1]
    size = max(last.size, glyph.size)
    if last.size > INITIAL * glyph.size or abs(glyph.left - last.right) >= _APART * size:
        return False
    # scripts may follow each other, so one of the last glyphs must be near this baseline
    reach = _SCRIPT_REACH * size
    return abs(glyph.y - last.y) < reach or any(abs(glyph.y - near.y) < reach for near in run[-4:])


def lines(found: Sequence[Fragment]) -> list[PrintedLine]:
    """Group the fragments of one column into lines, from top to bottom."""
    rows = _rows(found)
    return [_line(row) for row in sorted(rows, key=lambda row: (-row[0].y, row[0].left))]


def _rows(found: Sequence[Fragment]) -> list[list[Fragment]]:
    """Group fragments by baseline; a small one that touches a line is a script in it."""
    rows: list[list[Fragment]] = []
    places: defaultdict[int, list[list[Fragment]]] = defaultdict(list)
    for fragment in sorted(found, key=lambda f: (-round(f.size, 1), -f.y, f.left)):
        here = int(fragment.y // 8)
        near = (row for at in range(here - 2, here + 3) for row in places[at][-_MOST_PARTS:])
        row = next((row for row in near if _belongs(fragment, row)), None)
        if row is None:
            row = []
            rows.append(row)
            places[here].append(row)
        row.append(fragment)
    return rows


def _belongs(fragment: Fragment, row: Sequence[Fragment]) -> bool:
    main = row[0]
    away = abs(fragment.y - main.y)
    if away < 0.3 * main.size and fragment.size > 0.6 * main.size:
        return True
    if away > _SCRIPT_REACH * main.size or fragment.size > 0.92 * main.size:
        return False
    if len(row) > _MOST_PARTS:
        return False
    reach = 0.6 * main.size
    return any(
        part.left - reach < fragment.left
        and fragment.right < part.right + fragment.size * 4
        and fragment.left < part.right + reach
        for part in row
    )


def _line(row: Sequence[Fragment]) -> PrintedLine:
    size, y = row[0].size, row[0].y
    ordered = sorted(row, key=lambda fragment: fragment.left)
    glyphs = [glyph for fragment in row for glyph in fragment.glyphs]
    gaps = [b.left - a.right for a, b in pairwise(ordered)]
    return PrintedLine(
        text="".join(_marked(_close_set(_sequence(row, size)), y, size)).strip(),
        left=ordered[0].left,
        right=max(fragment.right for fragment in row),
        y=y,
        size=size,
        bold=2 * sum(glyph.bold for glyph in glyphs) > len(glyphs),
        cells=1 + sum(gap > _CELL * size for gap in gaps),
    )


def _sequence(row: Sequence[Fragment], size: float) -> list[tuple[Glyph, bool]]:
    """Return the glyphs of a line from left to right, each with whether a blank precedes it.

    A script that was printed separately is inserted at its position.
    """
    if len(row) == 1:
        return [(glyph, at in row[0].blanks) for at, glyph in enumerate(row[0].glyphs)]
    glyphs = [
        (glyph, at in fragment.blanks)
        for fragment in row
        for at, glyph in enumerate(fragment.glyphs)
    ]
    glyphs.sort(key=lambda pair: pair[0].left)
    result: list[tuple[Glyph, bool]] = []
    for glyph, blank in glyphs:
        gap = glyph.left - result[-1][0].right if result else 0.0
        # a printed blank may only have been the space left for a script
        result.append((glyph, gap > (_PRINTED_BLANK if blank else _BLANK) * size))
    return result


def _close_set(glyphs: list[tuple[Glyph, bool]]) -> list[tuple[Glyph, bool]]:
    """Remove the blanks between the letters of spaced words, "A B S T R A C T"."""
    result = list(glyphs)
    for start, end in _spaced(glyphs):
        gaps = [b.left - a.right for (a, _), (b, _) in pairwise(glyphs[start:end])]
        between_words = _BETWEEN_SPACED * median(gaps)
        for at, gap in enumerate(gaps, start=start + 1):
            result[at] = (glyphs[at][0], gap > between_words)
    return result


def _spaced(glyphs: Sequence[tuple[Glyph, bool]]) -> Iterator[tuple[int, int]]:
    """Yield the start and end of runs of single letters."""
    words = [at for at, (_, is_apart) in enumerate(glyphs) if is_apart or at == 0]
    alone = [
        at
        for at, following in pairwise((*words, len(glyphs)))
        if following == at + 1 and glyphs[at][0].text.isalpha()
    ]
    for _, run in groupby(enumerate(alone), key=lambda pair: pair[1] - pair[0]):
        letters = [at for _, at in run]
        if len(letters) >= _SHORTEST_SPACED:
            yield letters[0], letters[-1] + 1


def _marked(glyphs: Sequence[tuple[Glyph, bool]], y: float, size: float) -> Iterator[str]:
    for script, group in groupby(glyphs, key=lambda pair: _script(pair[0], y, size)):
        run = list(group)
        text = "".join((" " if blank else "") + glyph.text for glyph, blank in run)
        is_script = script and any(sign.isalnum() or sign in "+-−–" for sign in text)
        yield f"{' ' * text.startswith(' ')}{script}{{{text.strip()}}}" if is_script else text


def _script(glyph: Glyph, y: float, size: float) -> str:
    rise = (glyph.y - y) / size
    is_small = glyph.size < 0.92 * size
    if rise > (0.12 if is_small else 0.25):
        return "^"
    return "_" if rise < (-0.06 if is_small else -0.15) else ""


def _usual(values: Sequence[float]) -> float:
    """Return the most frequent value, to a tenth; the median of equally frequent ones."""
    if values.count(values[0]) == len(values):
        return round(values[0], 1)
    counts = Counter(round(value, 1) for value in values)
    most = max(counts.values())
    return median(value for value, count in counts.items() if count == most)

"""The reading order of the parts of a page: columns from left to right, and what spans them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from statistics import median
from typing import NamedTuple

from corpus.readers.pdf.lines import Fragment

#: The most nested cuts into columns: two cuts make three columns, one more allows an abstract.
_DEPTH = 3
#: The most pieces of a page of text; a drawing has more, a page printed word by word 1,000.
_MOST_FRAGMENTS = 5000
#: Points between the positions tried for a gutter, which is wider than two steps.
_STEP = 2.5
#: The fewest lines side by side in columns, and their fewest characters; shorter ones are tables.
_FEWEST_LINES = 8
_SHORTEST_LINE = 10
_FILLED = 0.45
#: A width in font sizes: a single column is wider, one of two columns narrower.
_NARROWEST = 30
#: How far the edges of a column may reach into a gutter, in points.
_RAGGED = 1.0

#: The left and the right edge of the gap between columns.
_Gutter = tuple[float, float]


class _Box(NamedTuple):
    """The glyphs ``first`` to ``end`` of a fragment: their edges, and gaps that may be a gutter.

    A gap is its left edge, its right edge and the index of the glyph after it.
    """

    left: float
    right: float
    y: float
    fragment: Fragment
    first: int
    end: int
    gaps: tuple[tuple[float, float, int], ...] = ()

    @property
    def length(self) -> int:
        return self.end - self.first

    def parts(self, gutter: _Gutter) -> tuple[_Box, _Box] | None:
        """Return the parts left and right of a gutter, if a gap of that width divides them."""
        for start, end, at in self.gaps:
            if start <= gutter[0] + _RAGGED and end >= gutter[1] - _RAGGED:
                before = tuple(gap for gap in self.gaps if gap[2] < at)
                behind = tuple(gap for gap in self.gaps if gap[2] > at)
                return (
                    self._replace(right=start, end=at, gaps=before),
                    self._replace(left=end, first=at, gaps=behind),
                )
        return None

    def cut_out(self) -> Fragment:
        """Return a fragment of these glyphs alone."""
        is_whole = self.length == len(self.fragment.glyphs)
        return self.fragment if is_whole else self.fragment.part(self.first, self.end)


def _box(fragment: Fragment) -> _Box:
    glyphs = fragment.glyphs
    gaps = tuple((glyphs[at - 1].right, glyphs[at].left, at) for at in fragment.wide)
    return _Box(fragment.left, fragment.right, fragment.y, fragment, 0, len(glyphs), gaps)


def regions(found: Sequence[Fragment]) -> list[list[Fragment]]:
    """Split a page into regions in reading order; each is (part of) a column or spans columns.

    A drawing gives no regions.
    """
    if len(found) > _MOST_FRAGMENTS:
        return []
    boxes = sorted(map(_box, found), key=_place)
    return [[box.cut_out() for box in part] for part in _cut(boxes, _DEPTH) if part]


def _cut(boxes: list[_Box], depth: int) -> list[list[_Box]]:
    gutter = _gutter(boxes) if depth and len(boxes) >= _FEWEST_LINES else None
    if gutter is None:
        return [boxes]
    parts: list[list[_Box]] = []
    for zone, is_columns in _zones(boxes, gutter):
        other = _gutter(zone) if depth > 1 and not is_columns else None
        if other:
            parts += _cut(zone, depth - 1)
            continue
        for spanning, left, right in _bands(zone, gutter):
            parts.append(spanning)
            parts += _cut(left, depth - 1)
            parts += _cut(right, depth - 1)
    return [part for part in parts if part]


def _zones(boxes: Sequence[_Box], gutter: _Gutter) -> Iterator[tuple[list[_Box], bool]]:
    """Yield from top to bottom the zones that the gutter divides into columns, and the others.

    An abstract with its own width may be above two columns, with notes beside it.
    """
    zone: list[_Box] = []
    for spanning, left, right in _bands(boxes, gutter):
        if _are_columns(left, right):
            if zone or spanning:
                yield [*zone, *spanning], False
            yield sorted([*left, *right], key=_place), True
            zone = []
        else:
            zone += sorted([*spanning, *left, *right], key=_place)
    if zone:
        yield zone, False


def _place(box: _Box) -> tuple[float, float]:
    return -box.y, box.left


def _bands(
    boxes: Sequence[_Box], gutter: _Gutter
) -> Iterator[tuple[list[_Box], list[_Box], list[_Box]]]:
    """Yield, from top to bottom, boxes that span the gutter, and those below on each side."""
    middle = sum(gutter) / 2
    spanning: list[_Box] = []
    left: list[_Box] = []
    right: list[_Box] = []
    for box in boxes:
        if box.right <= middle:
            left.append(box)
        elif box.left >= middle:
            right.append(box)
        elif parts := box.parts(gutter):
            left.append(parts[0])
            right.append(parts[1])
        else:
            if left or right:
                yield spanning, left, right
                spanning, left, right = [], [], []
            spanning.append(box)
    yield spanning, left, right


def _gutter(boxes: Sequence[_Box]) -> _Gutter | None:
    """Return the widest gap with the most lines side by side, or ``None``."""
    start, end = min(box.left for box in boxes), max(box.right for box in boxes)
    if end - start < _NARROWEST * median(box.fragment.size for box in boxes):
        return None
    first, width = start + 0.15 * (end - start), 0.7 * (end - start)
    places = [first + _STEP * at for at in range(int(width / _STEP) + 1)]
    most = _highest_scores(boxes, places)
    scores = [0] * len(places)
    best = _FEWEST_LINES
    for at in sorted(range(len(places)), key=lambda at: -most[at]):
        if most[at] < best:
            break
        scores[at] = _score(boxes, places[at], start, end)
        best = max(best, scores[at])
    runs = [
        [places[at] for at, _ in run]
        for score, run in groupby(enumerate(scores), key=lambda pair: pair[1])
        if score == best
    ]
    widest = max(runs, key=len, default=None)
    return (widest[0], widest[-1]) if widest else None


def _highest_scores(boxes: Sequence[_Box], places: Sequence[float]) -> list[int]:
    """Return an upper limit of the score of each place: the lines left and right of it."""
    prose = [box for box in boxes if box.length >= _SHORTEST_LINE]
    lefts, rights = sorted(box.left for box in prose), sorted(box.right for box in prose)
    divided = [0] * (len(places) + 1)
    for box in prose:
        for start, end, _ in box.gaps:
            divided[bisect_left(places, start)] += 1
            divided[bisect_right(places, end)] -= 1
    highest = []
    for place, both in zip(places, accumulate(divided), strict=False):
        left = bisect_right(rights, place) + both
        right = len(lefts) - bisect_left(lefts, place) + both
        highest.append(left + right if left and right else 0)
    return highest


def _score(boxes: Sequence[_Box], place: float, start: float, end: float) -> int:
    """Count the lines left and right of a gutter in bands that nothing spans."""
    score = 0
    for _, left, right in _bands(boxes, (place, place)):
        if _are_columns(left, right) and _fills(left, place - start) and _fills(right, end - place):
            score += _lines(left) + _lines(right)
    return score


def _are_columns(left: Sequence[_Box], right: Sequence[_Box]) -> bool:
    lines = _lines(left), _lines(right)
    return min(lines) >= 2 and sum(lines) >= _FEWEST_LINES


def _lines(boxes: Sequence[_Box]) -> int:
    return len({round(box.y / 4) for box in boxes if box.length >= _SHORTEST_LINE})


def _fills(boxes: Sequence[_Box], width: float) -> bool:
    """Return whether a column is prose and not part of a table: most of it fills its width."""
    filling = sum(box.length for box in boxes if box.right - box.left >= _FILLED * width)
    return 2 * filling >= sum(box.length for box in boxes)

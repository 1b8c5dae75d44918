"""The order in which the parts of a page are read: columns from left to right, what spans them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from corpus.readers.pdf.lines import Fragment

#: Columns are cut at most so often: two cuts make three columns.
_DEPTH = 2
#: A page in more pieces is a drawing: one that prints each word for itself has 1,000.
_MOST_FRAGMENTS = 5000
_STEPS = 90
#: Fewer lines side by side are no columns, and shorter ones a table.
_FEWEST_LINES = 8
_SHORTEST_LINE = 10
_FILLED = 0.45


@dataclass(frozen=True, slots=True)
class _Box:
    """A fragment with its edges computed once."""

    left: float
    right: float
    y: float
    length: int
    fragment: Fragment


def regions(found: Sequence[Fragment]) -> list[list[Fragment]]:
    """Cut a page into regions in reading order; each is (a part of) a column or spans columns.

    A drawing has none.
    """
    if len(found) > _MOST_FRAGMENTS:
        return []
    boxes = [_Box(f.left, f.right, f.y, len(f.glyphs), f) for f in found]
    boxes.sort(key=lambda box: (-box.y, box.left))
    return [[box.fragment for box in part] for part in _cut(boxes, _DEPTH) if part]


def _cut(boxes: list[_Box], depth: int) -> list[list[_Box]]:
    gutter = _gutter(boxes) if depth and len(boxes) >= _FEWEST_LINES else None
    if gutter is None:
        return [boxes]
    parts: list[list[_Box]] = []
    for spanning, left, right in _bands(boxes, gutter):
        parts.append(spanning)
        parts += _cut(left, depth - 1)
        parts += _cut(right, depth - 1)
    return [part for part in parts if part]


def _bands(
    boxes: Sequence[_Box], gutter: float
) -> Iterator[tuple[list[_Box], list[_Box], list[_Box]]]:
    """Yield from top to bottom what spans the gutter, and what stands left and right below it."""
    spanning: list[_Box] = []
    left: list[_Box] = []
    right: list[_Box] = []
    for box in boxes:
        if box.left < gutter < box.right:
            if left or right:
                yield spanning, left, right
                spanning, left, right = [], [], []
            spanning.append(box)
        elif box.right <= gutter:
            left.append(box)
        else:
            right.append(box)
    yield spanning, left, right


def _gutter(boxes: Sequence[_Box]) -> float | None:
    """Find where most lines stand side by side: the middle of the widest such gap."""
    start, end = min(box.left for box in boxes), max(box.right for box in boxes)
    places = [start + (end - start) * (0.15 + 0.7 * step / _STEPS) for step in range(_STEPS + 1)]
    scores = [_score(boxes, place, start, end) for place in places]
    best = max(scores)
    if best < _FEWEST_LINES:
        return None
    runs: list[list[float]] = [[]]
    for place, score in zip(places, scores, strict=True):
        if score == best:
            runs[-1].append(place)
        elif runs[-1]:
            runs.append([])
    widest = max(runs, key=len)
    return (widest[0] + widest[-1]) / 2


def _score(boxes: Sequence[_Box], gutter: float, start: float, end: float) -> int:
    """Count the lines that stand left and right of a gutter in bands that nothing spans."""
    score = 0
    for _, left, right in _bands(boxes, gutter):
        lines = _lines(left), _lines(right)
        is_columns = min(lines) >= 2 and sum(lines) >= _FEWEST_LINES
        if is_columns and _fills(left, gutter - start) and _fills(right, end - gutter):
            score += sum(lines)
    return score


def _lines(boxes: Sequence[_Box]) -> int:
    return len({round(box.y / 4) for box in boxes if box.length > 2})


def _fills(boxes: Sequence[_Box], width: float) -> bool:
    """Tell a column of prose from a column of a table: its lines are long and fill it."""
    prose = [box for box in boxes if box.length > 2]
    widths = sorted(box.right - box.left for box in prose)
    return (
        median(box.length for box in prose) >= _SHORTEST_LINE
        # every other line of a reference list may be short
        and widths[int(0.7 * len(widths))] >= _FILLED * width
    )

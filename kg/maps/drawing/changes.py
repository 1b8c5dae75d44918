"""Draw values before and after, one line each, below their common cause."""

from __future__ import annotations

from itertools import groupby
from typing import Any, Final

from matplotlib.lines import Line2D

from kg.maps.drawing.canvas import COLOURS, INK, QUIET, Canvas, style
from kg.maps.drawing.labels import short_label
from kg.maps.drawing.scatter import opening
from kg.maps.model import Change, Changes

#: Height of a line and width of the axes in inches.
_LINE, _WIDTH = 0.27, 5.6
_AFTER: Final = COLOURS[0]


def draw(picture: Changes) -> Canvas:
    """Draw an arrow from the value before to the value after, or a mark for a single value."""
    with style():
        groups = [(name, [*found]) for name, found in groupby(picture.changes, lambda c: c.group)]
        lines = len(picture.changes) + len(groups)
        canvas = Canvas(_WIDTH, max(lines, 3) * _LINE)
        axes = canvas.axes
        axes.set_ylim(max(lines, 3) - 0.5, -0.5)
        axes.set_xlabel(picture.title)
        axes.tick_params(axis="y", length=0)
        axes.grid(axis="x")
        axes.set_axisbelow(True)
        line, labels = 0, dict[int, str]()
        for name, changes in groups:
            axes.text(
                0.005,
                line,
                short_label(name, 60),
                va="center",
                weight="bold",
                size=9,
                transform=axes.get_yaxis_transform(),
            )
            for change in changes:
                line += 1
                labels[line] = short_label(change.label, 48)
                _line(canvas, line, change)
            line += 1
        axes.set_yticks([*labels], [*labels.values()])
        axes.margins(x=0.08)
        axes.set_xlim(left=min(0.0, axes.get_xlim()[0]))
        canvas.caption(_legend(picture), below=0.55)
        return canvas


def _line(canvas: Canvas, line: int, change: Change) -> None:
    axes, end = canvas.axes, change.end.centre
    if change.start is not None:
        axes.annotate(
            "",
            (end, line),
            (change.start, line),
            arrowprops={"arrowstyle": "-|>", "color": QUIET, "shrinkA": 3, "shrinkB": 3},
        )
        axes.scatter(
            [change.start], [line], s=34, facecolors="white", edgecolors=_AFTER, linewidths=1.4
        )
    if change.end.ends:
        axes.plot(change.end.ends, (line, line), color=_AFTER, linewidth=1.4)
    if sign := opening(change.end):
        arrow = {"arrowstyle": "<-", "color": _AFTER, "linewidth": 1.4}
        axes.annotate(
            "", (end, line), (16.0 * sign, 0), textcoords="offset points", arrowprops=arrow
        )
    is_after = change.start is not None
    dot = axes.scatter(
        *([end], [line], 38),
        marker="o" if is_after else "D",
        color=_AFTER if is_after else COLOURS[2],
        edgecolors=INK,
        linewidths=0.7,
        zorder=3,
    )
    canvas.tell(dot, change.mark)


def _legend(picture: Changes) -> list[Line2D]:
    """Return the legend of the marks in the picture."""
    starts = {change.start is None for change in picture.changes}
    is_open = any(opening(change.end) for change in picture.changes)
    marks: dict[str, Any] = {
        "linestyle": "none",
        "marker": "o",
        "markeredgewidth": 1.0,
        "markeredgecolor": INK,
    }
    before = {**marks, "markerfacecolor": "white", "markeredgecolor": _AFTER}
    alone = {**marks, "marker": "D", "markerfacecolor": COLOURS[2]}
    shown = [
        (False in starts, Line2D([], [], label="before", **before)),
        (False in starts, Line2D([], [], label="after", markerfacecolor=_AFTER, **marks)),
        (True in starts, Line2D([], [], label="value without one before", **alone)),
        (is_open, Line2D([], [], color=_AFTER, marker=">", label="at least; to the left, at most")),
    ]
    return [sample for is_shown, sample in shown if is_shown]

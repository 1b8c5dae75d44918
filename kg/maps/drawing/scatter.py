"""Draw points with the ranges of both their numbers, each series in its own shape and colour."""

from __future__ import annotations

from typing import Any, Final

from matplotlib.lines import Line2D

from kg.maps.drawing.canvas import COLOURS, INK, SHAPES, Canvas, style
from kg.maps.model import Interval, Point, Scatter

_SIZE: Final = (6.2, 4.2)
#: The length of the arrow at an open end, in points.
_ARROW: Final = 16.0


def draw(picture: Scatter) -> Canvas:
    """Draw each point with bars for ranges and an arrow at an open end."""
    with style():
        canvas = Canvas(*_SIZE)
        axes = canvas.axes
        axes.set_xlabel(picture.x_title)
        axes.set_ylabel(picture.y_title)
        axes.grid()
        axes.set_axisbelow(True)
        series = list(dict.fromkeys(sorted(point.series for point in picture.points)))
        looks = {
            name: {
                "marker": SHAPES[n % len(SHAPES)],
                "color": COLOURS[(n + n // len(SHAPES)) % len(COLOURS)],
            }
            for n, name in enumerate(series)
        }
        for point in picture.points:
            _point(canvas, point, looks[point.series])
        axes.margins(0.08)
        axes.set_ylim(bottom=min(0.0, axes.get_ylim()[0]))
        canvas.caption([_sample(name, look) for name, look in looks.items()], below=0.55)
        return canvas


def _point(canvas: Canvas, point: Point, look: dict[str, Any]) -> None:
    axes, x, y = canvas.axes, point.x.centre, point.y.centre
    bars = {"color": look["color"], "linewidth": 1.4, "zorder": 2}
    if point.x.ends:
        axes.plot(point.x.ends, (y, y), **bars)
    if point.y.ends:
        axes.plot((x, x), point.y.ends, **bars)
    for right, up, interval in ((_ARROW, 0.0, point.x), (0.0, _ARROW, point.y)):
        if sign := opening(interval):
            arrow = {"arrowstyle": "<-", "color": look["color"], "linewidth": 1.4}
            away = (right * sign, up * sign)
            axes.annotate("", (x, y), away, textcoords="offset points", arrowprops=arrow)
    dot = axes.scatter([x], [y], s=42, edgecolors=INK, linewidths=0.7, zorder=3, **look)
    canvas.tell(dot, point.mark)


def opening(interval: Interval) -> int:
    """Return the direction in which an interval is open: 1 up, -1 down, 0 neither."""
    return 1 if interval.high is None else -1 if interval.low is None else 0


def _sample(name: str, look: dict[str, Any]) -> Line2D:
    return Line2D(
        *([], []), linestyle="none", markeredgecolor=INK, markeredgewidth=0.7, label=name, **look
    )

"""Draw a timeline: one line per term, from its first report on."""

from __future__ import annotations

from typing import Any, Final

from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from kg.maps.drawing.canvas import COLOURS, INK, QUIET, Canvas, style
from kg.maps.drawing.labels import short_label
from kg.maps.model import Timeline

#: Height of a line, and width of the axes, in inches.
_LINE, _WIDTH = 0.27, 6.2
_FIRST, _LATER = COLOURS[1], COLOURS[0]
#: Area of a mark of one study, in square points.
_AREA: Final = 16.0


def draw(picture: Timeline) -> Canvas:
    """Draw the first year of each term as a diamond with the study, later years as circles."""
    with style():
        number = len(picture.spans)
        canvas = Canvas(_WIDTH, max(number, 2) * _LINE)
        axes = canvas.axes
        axes.set_ylim(max(number, 2) - 0.5, -0.5)
        axes.set_yticks(range(number), [short_label(span.label) for span in picture.spans])
        axes.xaxis.set_major_locator(MaxNLocator(9, steps=[1, 2, 5, 10], integer=True))
        axes.tick_params(axis="y", length=0)
        axes.grid(axis="x")
        axes.set_axisbelow(True)
        axes.set_xlabel("year of publication")
        for line, span in enumerate(picture.spans):
            years = [year for year, *_ in span.years]
            axes.plot((years[0], years[-1]), (line, line), color=QUIET, linewidth=1, zorder=1)
            for place, (year, studies, mark) in enumerate(span.years):
                is_first = place == 0
                dot = axes.scatter(
                    *([year], [line], _AREA * (studies + (1.5 if is_first else 0.5))),
                    marker="D" if is_first else "o",
                    color=_FIRST if is_first else _LATER,
                    edgecolors=INK,
                    linewidths=0.6,
                    zorder=2,
                )
                canvas.tell(dot, mark)
        _name_firsts(canvas, picture)
        canvas.caption(_legend(), below=0.55)
        return canvas


def _name_firsts(canvas: Canvas, picture: Timeline) -> None:
    """Write the label of each line's first study to the right of the axes."""
    for line, span in enumerate(picture.spans):
        canvas.axes.annotate(
            short_label(span.first),
            (1.01, line),
            xycoords=("axes fraction", "data"),
            va="center",
            size=8,
        )


def _legend() -> list[Line2D]:
    common: dict[str, Any] = {"linestyle": "none", "markeredgecolor": INK, "markeredgewidth": 0.6}
    return [
        Line2D(
            [], [], marker="D", color=_FIRST, label="first year here (study at the right)", **common
        ),
        Line2D([], [], marker="o", color=_LATER, label="later years; area by studies", **common),
    ]

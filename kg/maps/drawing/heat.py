"""Draw a heat map; each state differs in shape as well as colour."""

from __future__ import annotations

from typing import Any, Final

from matplotlib.patches import Patch, Rectangle

from kg.analytics.gaps import ABSENT, FAILED, NEVER, TOGETHER, UNLINKED
from kg.maps.drawing.canvas import INK, QUIET, Canvas, style
from kg.maps.drawing.labels import short_label
from kg.maps.model import Cell, HeatMap

#: Side of a field in inches.
_SIDE: Final = 0.34
#: Least number of studies, fill of a field, and colour of the number in it.
_FILLS: Final = ((7, "#08519c", "#ffffff"), (3, "#3f8fc5", "#000000"), (1, "#b3d3ea", "#000000"))
_LOOK: Final[dict[str, dict[str, Any]]] = {
    FAILED: {"facecolor": "#e8915b", "edgecolor": "#000000", "linewidth": 1.2},
    UNLINKED: {"facecolor": "none", "edgecolor": QUIET, "linewidth": 1.0, "linestyle": (0, (2, 2))},
    NEVER: {"facecolor": "none", "edgecolor": QUIET, "linewidth": 0.5},
    ABSENT: {"facecolor": "none", "edgecolor": QUIET, "linewidth": 0.5, "hatch": "////"},
}


def draw(picture: HeatMap) -> Canvas:
    """Draw the fields, with the number of studies in each."""
    with style():
        rows, columns = len(picture.rows), len(picture.columns)
        canvas = Canvas(max(columns, 3) * _SIDE, max(rows, 2) * _SIDE)
        axes = canvas.axes
        axes.set_xlim(0, max(columns, 3))
        axes.set_ylim(max(rows, 2), 0)
        axes.spines[:].set_visible(False)
        axes.xaxis.tick_top()
        axes.tick_params(length=0)
        axes.set_yticks([n + 0.5 for n in range(rows)], [*map(short_label, picture.rows)])
        axes.set_xticks([n + 0.5 for n in range(columns)], [*map(short_label, picture.columns)])
        for label in axes.get_xticklabels():
            label.set(rotation=55, ha="left", va="bottom", rotation_mode="anchor")
        for cell in picture.cells:
            _field(canvas, cell)
        canvas.caption(_legend({cell.state for cell in picture.cells}))
        return canvas


def _field(canvas: Canvas, cell: Cell) -> None:
    ground, text = _shades(cell)
    look = _LOOK.get(cell.state, {"facecolor": ground, "edgecolor": "none"})
    box = Rectangle((cell.column + 0.04, cell.row + 0.04), 0.92, 0.92, **look)
    canvas.axes.add_patch(box)
    canvas.tell(box, cell.mark)
    if cell.studies:
        sign = {FAILED: f"✕{cell.studies}", UNLINKED: f"({cell.studies})"}.get(
            cell.state, str(cell.studies)
        )
        canvas.axes.text(
            cell.column + 0.5, cell.row + 0.5, sign, ha="center", va="center", color=text, size=8
        )


def _shades(cell: Cell) -> tuple[str, str]:
    """Return the fill of a field and the colour of the text in it."""
    if cell.state == UNLINKED:
        return "none", INK
    if cell.state != TOGETHER:
        return "none", "#000000"
    return next((fill, text) for least, fill, text in _FILLS if cell.studies >= least)


def _legend(states: set[str]) -> list[Patch]:
    shown = []
    if TOGETHER in states:
        tops = ("", " to 6", " to 2")
        for (least, fill, _), top in zip(reversed(_FILLS), reversed(tops), strict=True):
            label = f"together in {least}{top or ' or more'} studies"
            shown.append(Patch(facecolor=fill, edgecolor="none", label=label))
    words = {
        FAILED: "✕n tried and failed, n studies in all",
        UNLINKED: "(n) in n studies, no link stated",
        NEVER: "never together in this corpus",
        ABSENT: "not in this corpus",
    }
    shown += [Patch(label=words[state], **_LOOK[state]) for state in words if state in states]
    return shown

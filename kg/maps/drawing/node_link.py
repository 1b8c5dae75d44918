"""Draw things on an ellipse around a centre, each on its own line, so that no labels overlap."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final

from matplotlib.lines import Line2D

from kg.maps.drawing.canvas import COLOURS, INK, QUIET, SHAPES, Canvas, style
from kg.maps.drawing.labels import short_label
from kg.maps.model import DrawnEdge, DrawnNode, NodeLinkDiagram

#: Distance between lines of labels, and half width of the ellipse, in inches.
_LINE, _HALF_WIDTH = 0.36, 2.4
#: Least half height in inches, so that a drawing of two things is not flat.
_LEAST_HEIGHT: Final = 0.9
#: Kind -> the number of its shape and colour; other kinds use the next number.
_KINDS: Final = {"material": 0, "chemical": 1, "process": 2, "property": 3, "technique": 4}
_CALLED: Final = {
    "material": "material or sample",
    "chemical": "chemical",
    "process": "process",
    "property": "property",
    "technique": "technique",
    "other": "other",
}

Place = tuple[float, float]


def draw(picture: NodeLinkDiagram) -> Canvas:
    """Draw the links, then the things with their labels on the outer side."""
    with style():
        places = layout(picture)
        top = max(y for _, y in places.values())
        canvas = Canvas(2 * _HALF_WIDTH, 2 * max(top, _LEAST_HEIGHT))
        canvas.bare()
        canvas.axes.set_xlim(-_HALF_WIDTH - 0.1, _HALF_WIDTH + 0.1)
        canvas.axes.set_ylim(-max(top, _LEAST_HEIGHT) - 0.1, max(top, _LEAST_HEIGHT) + 0.1)
        centre = picture.nodes[0].iri if picture.has_centre else ""
        for edge in sorted(picture.edges, key=lambda edge: centre in edge.ends):
            _edge(canvas, edge, places, is_spoke=centre in edge.ends)
        for node in picture.nodes:
            _node(canvas, node, places[node.iri], is_centre=node.iri == centre)
        canvas.caption(_legend(picture))
        return canvas


def layout(picture: NodeLinkDiagram) -> Mapping[str, Place]:
    """Return the position of each thing, in inches from the centre.

    The other things are placed down the right side and then up the left side of an ellipse, each on
    a line of its own.

    Examples
    --------
    >>> from kg.maps.model import Mark
    >>> nodes = tuple(
    ...     DrawnNode(iri=n, kind="", label=n, below="", mark=Mark(title=n)) for n in "abcde"
    ... )
    >>> found = layout(NodeLinkDiagram(nodes=nodes, edges=()))
    >>> found["a"], found["b"][0] == -found["e"][0], found["b"][1] > found["c"][1]
    ((0.0, 0.0), True, True)
    """
    around = picture.nodes[1:] if picture.has_centre else picture.nodes
    right = around[: (len(around) + 1) // 2]
    left = around[len(right) :][::-1]
    found: dict[str, Place] = {}
    if picture.has_centre:
        found[picture.nodes[0].iri] = (0.0, 0.0)
    for side, sign in ((right, 1), (left, -1)):
        half = max(len(side) * _LINE / 2, _LEAST_HEIGHT)
        for number, node in enumerate(side):
            y = half - (number + 0.5) * 2 * half / len(side)
            found[node.iri] = (sign * _HALF_WIDTH * math.sqrt(1 - (y / half) ** 2 * 0.9), y)
    return found


def _edge(canvas: Canvas, edge: DrawnEdge, places: Mapping[str, Place], *, is_spoke: bool) -> None:
    (x1, y1), (x2, y2) = (places[end] for end in edge.ends)
    width = (1.2 if is_spoke else 0.8) + 0.7 * min(edge.studies - 1, 5)
    (line,) = canvas.axes.plot(
        *((x1, x2), (y1, y2)),
        color=COLOURS[0] if is_spoke else QUIET,
        alpha=0.75 if is_spoke else 0.6,
        linewidth=width,
        zorder=1,
    )
    canvas.tell(line, edge.mark)


def _node(canvas: Canvas, node: DrawnNode, place: Place, *, is_centre: bool) -> None:
    axes, (x, y) = canvas.axes, place
    shape, colour = _look(node.kind)
    dot = axes.scatter(
        *([x], [y], 130 if is_centre else 60),
        marker=shape,
        color=colour,
        edgecolors=INK,
        linewidths=0.8,
        zorder=3,
    )
    canvas.tell(dot, node.mark)
    if is_centre:
        box = {"boxstyle": "round,pad=0.2", "facecolor": "white", "edgecolor": QUIET}
        axes.annotate(
            *(short_label(node.label), (x, y), (0, 12)),
            textcoords="offset points",
            ha="center",
            weight="bold",
            color="#000000",
            bbox=box,
            zorder=4,
        )
        return
    side, align = (1, "left") if x > 0 else (-1, "right")
    lift = 1.0 if node.below else -3.5
    options: dict[str, Any] = {"textcoords": "offset points", "ha": align, "zorder": 4}
    axes.annotate(short_label(node.label), (x, y), (8 * side, lift), **options)
    if node.below:
        axes.annotate(short_label(node.below, 48), (x, y), (8 * side, -8), size=7, **options)


def _look(kind: str) -> tuple[str, str]:
    number = _KINDS.get("material" if kind == "system" else kind, len(_KINDS))
    return SHAPES[number], COLOURS[number]


def _legend(picture: NodeLinkDiagram) -> list[Line2D]:
    kinds = {"material" if node.kind == "system" else node.kind for node in picture.nodes}
    shown = {kind if kind in _KINDS else "other" for kind in kinds}
    return [
        Line2D(
            *([], []),
            linestyle="none",
            marker=_look(kind)[0],
            color=_look(kind)[1],
            markeredgecolor=INK,
            markeredgewidth=0.8,
            label=label,
        )
        for kind, label in _CALLED.items()
        if kind in shown
    ]

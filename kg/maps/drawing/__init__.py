"""Pictures drawn by matplotlib: the same picture gives the same bytes.

What a mark says and where it leads is not matplotlib's business: marks are given ids, and
:mod:`kg.maps.drawing.svg` puts words and links to them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from kg.maps.drawing import changes, heat, node_link, scatter, timeline
from kg.maps.drawing.canvas import Canvas, print_pdf, print_png, print_svg
from kg.maps.drawing.svg import Address, finish
from kg.maps.model import Answer, Changes, HeatMap, NodeLinkDiagram, Scatter, Timeline

__all__ = ["Address", "draw"]

_DRAW: Final[Mapping[type, Callable[[Any], Canvas]]] = MappingProxyType(
    {
        HeatMap: heat.draw,
        Timeline: timeline.draw,
        Scatter: scatter.draw,
        Changes: changes.draw,
        NodeLinkDiagram: node_link.draw,
    }
)
_PRINT: Final[Mapping[str, Callable[[Canvas], bytes]]] = MappingProxyType(
    {"svg": print_svg, "png": print_png, "pdf": print_pdf}
)
#: The settings of matplotlib are those of the process.
_ONE_AT_A_TIME: Final = threading.Lock()


def draw(answer: Answer, form: str = "svg", address: Address | None = None) -> bytes:
    """A map as a file.

    Parameters
    ----------
    answer
        The map, with something to draw.
    form
        ``svg``, ``png`` or ``pdf``.
    address
        Where marks lead, for SVG; nowhere if left out.

    Raises
    ------
    ValueError
        If there is nothing to draw.
    """
    if answer.picture is None:
        raise ValueError("there is nothing to draw")
    with _ONE_AT_A_TIME:
        canvas = _DRAW[type(answer.picture)](answer.picture)
        printed = _PRINT[form](canvas)
    if form == "svg":
        return finish(printed, canvas.marks, answer.title, answer.description, address)
    return printed

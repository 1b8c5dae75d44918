"""Pictures drawn by matplotlib; the same picture gives the same bytes.

matplotlib only gives ids to marks; :mod:`kg.maps.drawing.svg` adds their texts and links.
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
#: matplotlib's settings belong to the whole process, so only one picture is drawn at a time.
_ONE_AT_A_TIME: Final = threading.Lock()


def draw(answer: Answer, form: str = "svg", address: Address | None = None) -> bytes:
    """Return a map as the bytes of a file.

    Parameters
    ----------
    answer
        The map, which must have a picture.
    form
        ``svg``, ``png`` or ``pdf``.
    address
        A function from marks to their links, for SVG; without it there are no links.

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

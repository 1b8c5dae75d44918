"""Maps and plots of the graph: rows, a picture made from them, and a file of the picture.

:func:`make` returns a map of :data:`MAPS` with its rows and its picture;
:func:`kg.maps.drawing.draw` turns a picture into a file. Only the drawing loads matplotlib.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.analytics.reading import read_facts
from kg.errors import QueryError
from kg.maps.model import Answer, Mark
from kg.maps.registry import MAPS, Map, find_map
from kg.table import Table, format_cell

if TYPE_CHECKING:
    from kg.store import Graph

__all__ = ["MAPS", "Answer", "Map", "Mark", "find_map", "make", "narrow"]


def make(store: Graph, name: str, parameters: Mapping[str, str] | None = None) -> Answer:
    """Return a map of a graph.

    Parameters
    ----------
    store
        The graph.
    name
        A name of :data:`MAPS`.
    parameters
        The given values, by name; an empty text means the default.

    Raises
    ------
    QueryError
        If the map, a parameter or a value is unknown.
    """
    return find_map(name).answer(read_facts(store), parameters or {})


def narrow(answer: Answer, first: str, second: str) -> Table:
    """Return the rows behind one mark of a map: those with these values in its pair of columns.

    Raises
    ------
    QueryError
        If the map has no such pair, or no row fits.
    """
    if not first and not second:
        return answer.table
    if answer.pair is None:
        raise QueryError("first, second: this map has no pairs")
    places = [answer.table.columns.index(name) for name in answer.pair]
    rows = tuple(
        row
        for row in answer.table.rows
        if all(
            not wanted or format_cell(row[place]) == wanted
            for place, wanted in zip(places, (first, second), strict=True)
        )
    )
    if not rows:
        raise QueryError(f"no row of this map is about {first or 'any'} and {second or 'any'}")
    return Table(columns=answer.table.columns, rows=rows)

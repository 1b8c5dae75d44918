"""A map as a file: its picture, or its rows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.maps.model import Answer
from kg.table import Table, render_csv

if TYPE_CHECKING:
    from kg.maps.drawing.svg import Address

#: Format -> its media type.
FORMATS = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
    "csv": "text/csv",
    "json": "application/json",
}


def print_map(
    answer: Answer,
    name: str,
    form: str,
    *,
    table: Table | None = None,
    address: Address | None = None,
) -> bytes:
    """Return a map in one of :data:`FORMATS`.

    Parameters
    ----------
    answer
        The map.
    name
        Its name, for JSON and messages.
    form
        A picture (``svg``, ``png``, ``pdf``), or the rows (``csv``, ``json``).
    table
        The rows to print, if not all rows of the map.
    address
        A function from marks of an SVG to their links.

    Raises
    ------
    QueryError
        If a picture is asked for and there is nothing to draw.
    """
    table = answer.table if table is None else table
    if form == "csv":
        return render_csv(table.readable().headed()).encode()
    if form == "json":
        return _json(answer, name, table)
    if answer.picture is None:
        why = "; ".join(note.rstrip(".") for note in answer.notes)
        told = f"nothing in this graph matches{f' ({why})' if why else ''}"
        raise QueryError(f"{name}: {told}, so there is no picture")
    from kg.maps.drawing import draw  # loads matplotlib, so only for drawing

    return draw(answer, form, address)


def _json(answer: Answer, name: str, table: Table) -> bytes:
    told = {
        "map": name,
        "title": answer.title,
        "description": answer.description,
        "notes": answer.notes,
        "columns": table.columns,
        "rows": [dict(zip(table.columns, row, strict=True)) for row in table.rows],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"

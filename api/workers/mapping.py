"""What a worker draws: a map with its rows for a page, or as a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from api.addresses import address
from kg import maps
from kg.errors import QueryError
from kg.table import render_csv

if TYPE_CHECKING:
    from api.workers.tasks import Opened, Result

_JSON, _HTML_ROWS = "application/json", 150


def map_page(
    graph: Opened,
    limit: int,
    *,
    name: str,
    values: Mapping[str, str],
    first: str = "",
    second: str = "",
    offset: int = 0,
    max_rows: int = _HTML_ROWS,
) -> Result:
    """Draw a map for a page: the picture with links, and some of the rows behind it."""
    answer = maps.make(graph.store, name, values)
    table = maps.narrow(answer, first, second)
    shown = {
        "svg": _drawn(answer, name, values, "svg").decode() if answer.picture else "",
        "title": answer.title,
        "description": answer.description,
        "columns": table.columns,
        "rows": table.rows[offset : offset + max_rows],
        "readable": table.readable().columns,
        "total": len(table),
        "notes": answer.notes,
    }
    return _JSON, json.dumps(shown, ensure_ascii=False).encode()


def map_file(
    graph: Opened,
    limit: int,
    *,
    name: str,
    values: Mapping[str, str],
    form: str,
    first: str = "",
    second: str = "",
) -> Result:
    """Print a map: its picture as SVG, PNG or PDF, or its rows as CSV or JSON."""
    answer = maps.make(graph.store, name, values)
    table = maps.narrow(answer, first, second)
    if form == "csv":
        return "text/csv", render_csv(table.readable().headed()).encode()
    if form == "json":
        told = {
            "map": name,
            "title": answer.title,
            "description": answer.description,
            "notes": answer.notes,
            "columns": table.columns,
            "rows": [dict(zip(table.columns, row, strict=True)) for row in table.rows],
        }
        return _JSON, json.dumps(told, ensure_ascii=False).encode()
    if answer.picture is None:
        raise QueryError(f"{name}: nothing in this graph fits, so there is no picture")
    from kg.maps.drawing import FORMATS

    return FORMATS[form], _drawn(answer, name, values, form)


def _drawn(answer: maps.Answer, name: str, values: Mapping[str, str], form: str) -> bytes:
    from kg.maps.drawing import draw  # matplotlib is loaded by the workers that draw

    def leads_to(mark: maps.Mark) -> str:
        if mark.rows is None:
            return address(mark.iri)
        asked = {**values, "first": mark.rows[0], "second": mark.rows[1]}
        return f"/maps/{name}?{urlencode(asked)}#rows"

    return draw(answer, form, leads_to)

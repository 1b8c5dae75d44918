"""Maps that a worker draws: for a page with their rows, or as a file."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from api.addresses import address
from kg import maps
from kg.maps.files import FORMATS, print_map

if TYPE_CHECKING:
    from api.workers.opened import Opened, Result


def map_page(
    graph: Opened,
    limit: int,
    *,
    name: str,
    values: Mapping[str, str],
    offset: int,
    max_rows: int,
    first: str = "",
    second: str = "",
) -> Result:
    """Return a map for a page: the picture with links, and some of the rows behind it."""
    answer = maps.make(graph.store, name, values)
    table = maps.narrow(answer, first, second)
    leads_to = _addresses(name, values)
    shown = {
        "svg": print_map(answer, name, "svg", address=leads_to).decode() if answer.picture else "",
        "title": answer.title,
        "description": answer.description,
        "columns": table.columns,
        "rows": table.rows[offset : offset + max_rows],
        "readable": table.readable().columns,
        "total": len(table),
        "notes": answer.notes,
    }
    return FORMATS["json"], json.dumps(shown, ensure_ascii=False).encode()


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
    """Return a map as a file: its picture as SVG, PNG or PDF, or its rows as CSV or JSON."""
    answer = maps.make(graph.store, name, values)
    table = maps.narrow(answer, first, second)
    return FORMATS[form], print_map(answer, name, form, table=table)


def _addresses(name: str, values: Mapping[str, str]) -> Callable[[maps.Mark], str]:
    """Return the function that gives the link of a mark: a thing's page, or the rows behind it."""

    def address_of(mark: maps.Mark) -> str:
        if mark.rows is None:
            return address(mark.iri)
        asked = {**values, "first": mark.rows[0], "second": mark.rows[1]}
        return f"/maps/{name}?{urlencode(asked)}#rows"

    return address_of

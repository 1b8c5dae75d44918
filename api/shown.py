"""Answers of workers as pages show them: linked cells, and the sentence below its row."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote as quoted

from api import addresses
from api.curation.context import in_context
from kg.layout import split_below
from kg.statements.quads import NOT_SHIPPED
from kg.table import IRI_SUFFIX, Cell, Table, format_cell

_NO_TEXT: Final = NOT_SHIPPED.partition("{")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A row of an answer: its cells, each with an address, and what is read below it.

    ``context`` is the address at which the sentence stands in its context.
    """

    cells: tuple[tuple[Cell, str], ...]
    quote: str = ""
    where: str = ""
    context: str = ""


def shown_answer(body: bytes) -> dict[str, Any]:
    """Return what a page needs of the rows in the answer of a worker."""
    found = json.loads(body)
    table = Table(columns=tuple(found["columns"]), rows=tuple(map(tuple, found["rows"])))
    return {
        "is_answered": True,
        "rows": shown_rows(table, found["readable"]),
        "columns": split_below(found["readable"])[0],
        "total": found["total"],
        "notes": found["notes"],
    }


def shown_rows(table: Table, columns: Sequence[str]) -> list[Shown]:
    """Return rows for a page: the cell of a study linked, the sentence and its place below."""
    beside, below = split_below(columns)
    links = [_link_column(table, name) for name in beside]
    kept = [table.columns.index(name) for name in beside]
    under = {name: table.columns.index(name) for name in below}
    studies = _link_column(table, "study")
    rows = []
    for row in table.rows:
        said = {name: format_cell(row[place]) for name, place in under.items()}
        quote = said.get("sentence", "")
        quote = "" if quote.startswith(_NO_TEXT) else quote
        study = format_cell(row[studies]) if studies is not None else ""
        rows.append(
            Shown(
                cells=tuple(
                    (row[i], _href(name, row[i], row[link] if link is not None else None))
                    for name, i, link in zip(beside, kept, links, strict=True)
                ),
                quote=quote,
                where=": ".join(filter(None, (said.get("said_by"), said.get("place")))),
                context=in_context(study, quote, said.get("place", "")),
            )
        )
    return rows


def _href(column: str, cell: Cell, iri: Cell) -> str:
    if column == "doi" and cell:
        return f"https://doi.org/{quoted(str(cell))}"
    return addresses.address(str(iri)) if iri else ""


def _link_column(table: Table, name: str) -> int | None:
    behind = name + IRI_SUFFIX
    return table.columns.index(behind) if behind in table.columns else None

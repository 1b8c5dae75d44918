"""Answers of workers as pages show them, with linked cells and the sentences below each row."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote as quoted

from api import addresses
from api.contexts import in_context
from kg.layout import OTHER, quote_of, split_notes
from kg.table import IRI_SUFFIX, Cell, Table, format_cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """The note below a row: a sentence, its source and place, and its address in context.

    ``who`` is the study, if the row is about two studies.
    """

    quote: str
    where: str
    context: str
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A row of an answer: its cells, each with an address, and the notes below it."""

    cells: tuple[tuple[Cell, str], ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of an answer: the rows before it, the cursor of the next, and the percent searched."""

    before: int = 0
    cursor: str = ""
    percent: int = 100


def shown_answer(body: bytes) -> dict[str, Any]:
    """Return what a page shows of the answer of a worker."""
    found = json.loads(body)
    table = Table(columns=tuple(found["columns"]), rows=tuple(map(tuple, found["rows"])))
    return {
        "is_answered": True,
        "rows": shown_rows(table, found["readable"]),
        "columns": split_notes(found["readable"])[0],
        "total": found["total"],
        "notes": found["notes"],
        "part": Part(
            before=found.get("offset", 0),
            cursor=found.get("cursor", ""),
            percent=int(100 * found.get("done", 1)),
        ),
    }


def shown_rows(table: Table, columns: Sequence[str]) -> list[Shown]:
    """Return rows for a page, with linked studies and with the sentences and places below."""
    beside, sides = split_notes(columns)
    links = [_link_column(table, name) for name in beside]
    kept = [table.columns.index(name) for name in beside]
    rows = []
    for row in table.rows:
        cells = dict(zip(table.columns, map(format_cell, row), strict=True))
        notes = (_note(cells, names, is_one_of_two=all(sides)) for names in sides if names)
        rows.append(
            Shown(
                cells=tuple(
                    (row[i], _href(name, row[i], row[link] if link is not None else None))
                    for name, i, link in zip(beside, kept, links, strict=True)
                ),
                notes=tuple(note for note in notes if note.quote or note.where),
            )
        )
    return rows


def _note(cells: Mapping[str, str], names: Sequence[str], *, is_one_of_two: bool) -> Note:
    """Return the note made from the columns ``names``, which are those of one side of a row."""
    side = OTHER if names[0].startswith(OTHER) else ""
    said = {name.removeprefix(side): cells[name] for name in names}
    quote, place = quote_of(said), said.get("place", "")
    return Note(
        quote=quote,
        where=": ".join(filter(None, (said.get("said_by"), place))),
        context=in_context(cells.get(f"{side}study{IRI_SUFFIX}", ""), quote, place),
        who=cells.get(f"{side}study", "") if is_one_of_two else "",
    )


def _href(column: str, cell: Cell, iri: Cell) -> str:
    if column == "doi" and cell:
        return f"https://doi.org/{quoted(str(cell))}"
    return addresses.address(str(iri)) if iri else ""


def _link_column(table: Table, name: str) -> int | None:
    behind = name + IRI_SUFFIX
    return table.columns.index(behind) if behind in table.columns else None

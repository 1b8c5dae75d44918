"""A table as Markdown (pipe table), with citations in the form of pandoc."""

from __future__ import annotations

from collections.abc import Iterable

from kg.export.captions import NO_CAPTION, Caption
from kg.export.escape import escape_markdown
from kg.export.records import is_citation
from kg.table import Cell, Table, format_cell


def render(table: Table, caption: Caption = NO_CAPTION) -> str:
    """Return the table as a pipe table; a column ``citation`` holds keys and prints ``[@key]``.

    The caption is below the table, where pandoc expects it.
    """
    named = table.readable()
    lines = [
        _line(map(_headings(caption).get, named.columns, named.headed().columns)),
        _line("---:" if _is_number(named, name) else "---" for name in named.columns),
    ]
    for row in named.rows:
        lines.append(_line(map(_cell, named.columns, row)))
    if caption.title:
        lines += ["", f": {escape_markdown(caption.title)}"]
    return "\n".join(lines) + "\n"


def _headings(caption: Caption) -> dict[str, str]:
    """Return the headings of columns about one study: its label and its citation."""
    return {work.column: f"{escape_markdown(work.label)} [@{work.key}]" for work in caption.works}


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(column: str, cell: Cell) -> str:
    text = format_cell(cell)
    if is_citation(column):
        return f"[@{text}]" if text else ""
    return escape_markdown(text)


def _is_number(table: Table, column: str) -> bool:
    known = [cell for cell in table.column(column) if cell is not None]
    return bool(known) and all(isinstance(cell, int | float) for cell in known)

"""Tables as grids: the span of the raw text in each column of each row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.model import Row, Span

#: Limits on columns, on rows that a cell spans, and on characters of a cell that spans rows. Real
#: tables stay below them; a file that exceeds them would only fill the memory.
_WIDEST, _LONGEST, _LONGEST_TEXT = 60, 1000, 300


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedCell:
    """A cell as printed: its span in the raw text, and how many columns and rows it covers."""

    span: Span
    across: int = 1
    down: int = 1

    def shifted(self, by: int) -> PrintedCell:
        """Return the cell with its span moved by an offset."""
        start, end = self.span
        return PrintedCell(span=(start + by, end + by), across=self.across, down=self.down)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRow:
    """A row as printed: its lines in the raw text, and its cells from left to right."""

    lines: tuple[Span, ...]
    cells: tuple[PrintedCell, ...]
    is_head: bool = False


def gridded(rows: Iterable[PrintedRow], table: int) -> list[tuple[tuple[Span, ...], Row]]:
    """Return the rows with a cell for each column, including cells that reach in from other rows.

    Columns beyond the sixtieth are left out, and long texts are kept in their first row only.

    Returns
    -------
    For each row its lines, in the order of the raw text, and its cells. A cell that reaches into a
    row from above is one of its lines.
    """
    found: list[tuple[tuple[Span, ...], Row]] = []
    hanging: dict[int, tuple[Span, int]] = {}
    for row in rows:
        cells, reached, hanging = _placed(row.cells, hanging)
        lines = tuple(sorted({*row.lines, *reached}))
        found.append((lines, Row(table=table, cells=tuple(cells), is_head=row.is_head)))
    return found


def _placed(
    printed: Sequence[PrintedCell], hanging: dict[int, tuple[Span, int]]
) -> tuple[list[Span], list[Span], dict[int, tuple[Span, int]]]:
    """Return the cells of a row by column, those from above, and those that reach further down."""
    cells: list[Span] = []
    reached: list[Span] = []
    below: dict[int, tuple[Span, int]] = {}

    def take_hanging() -> None:
        while len(cells) in hanging:
            span, left = hanging[len(cells)]
            if left > 1:
                below[len(cells)] = (span, left - 1)
            if span[0] < span[1]:
                reached.append(span)
            cells.append(span)

    for cell in printed:
        take_hanging()
        start, end = cell.span
        kept = cell.span if end - start <= _LONGEST_TEXT else (end, end)
        for _ in range(min(max(cell.across, 1), _WIDEST - len(cells))):
            if cell.down > 1:
                below[len(cells)] = (kept, min(cell.down, _LONGEST) - 1)
            cells.append(cell.span)
    take_hanging()
    return cells, reached, below

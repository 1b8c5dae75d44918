"""One row of a table: its cells, its place, and its errors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class RowError:
    """One error: its file, row and column, and its cause. The header is row 1.

    ``row`` is 0 for an error of the whole file, ``column`` is ``""`` for one of the whole row.
    """

    file: str
    row: int
    column: str
    cause: str

    @property
    def place(self) -> str:
        """The file, row and column in words.

        >>> RowError(file="a.csv", row=3, column="unit", cause="").place
        'a.csv, row 3, column unit'
        """
        row = f"row {self.row}" if self.row else ""
        column = f"column {self.column}" if self.column else ""
        return ", ".join(filter(None, (self.file, row, column)))

    def __str__(self) -> str:
        return f"{self.place}: {self.cause}"


class CellError(ValueError):
    """A cell cannot be read; the message is the cause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row as read: its number in the file, its cells by column, its place in the text.

    ``errors`` collects all errors, so that a curator sees them at once.
    """

    file: str
    number: int
    cells: Mapping[str, str]
    span: Span
    errors: list[RowError] = field(default_factory=list, compare=False)

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def refuse(self, column: str, cause: object) -> None:
        """Note an error of a cell, or of the whole row if ``column`` is empty."""
        self.errors.append(
            RowError(file=self.file, row=self.number, column=column, cause=str(cause))
        )

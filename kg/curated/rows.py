"""One row of a table: its cells, its place, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class RowError:
    """One thing wrong: in which file, row and column, and what. The header is row 1.

    ``row`` is 0 and ``column`` ``""`` for what is wrong with the file or the row as a whole.
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
    """A cell that cannot be read; the message is the cause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row as read: its number in the file, its cells by column, its place in the text.

    ``errors`` collects what is found wrong, so that a curator sees all of it at once.
    """

    file: str
    number: int
    cells: Mapping[str, str]
    span: Span
    errors: list[RowError] = field(default_factory=list, compare=False)

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def refuse(self, column: str, cause: object) -> None:
        """Note something wrong with a cell, or with the row if ``column`` is empty."""
        self.errors.append(
            RowError(file=self.file, row=self.number, column=column, cause=str(cause))
        )

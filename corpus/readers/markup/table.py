"""Tables written down: a line for each row, cells between bars, the heading first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.readers.markup.draft import Line
from corpus.readers.markup.inline import Dialect, write_all
from corpus.readers.markup.tree import Element, descendants, name_of, text_of

_CELLS = ("td", "th", "cell", "entry")


def rows(table: Element, dialect: Dialect) -> Iterator[Line]:
    """Yield the rows of a table; those of tables inside it belong to it too."""
    for row in descendants(table, "tr", "row"):
        cells = [cell for cell in row if name_of(cell) in _CELLS]
        if any(text_of(cell) for cell in cells):
            yield _row(cells, dialect)


def _row(cells: Sequence[Element], dialect: Dialect) -> Line:
    line = Line()
    for cell in cells:
        line.write("| ")
        write_all(line, cell, dialect)
        line.write(" ")
    line.write("|")
    return line

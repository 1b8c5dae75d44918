"""Writing of tables: a line for each row, with its cells between bars."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.readers.markup.draft import Line
from corpus.readers.markup.inline import Dialect, write_all
from corpus.readers.markup.tree import Element, descendants, name_of, text_of
from corpus.tables import PrintedCell

_CELLS = ("td", "th", "cell", "entry")
_NUMBER = re.compile(r"\d+")


def rows(table: Element, dialect: Dialect) -> Iterator[Line]:
    """Yield the rows of a table as lines, including those of nested tables.

    Paragraphs in a cell are written as text of the cell.
    """
    whole = replace(dialect, apart=frozenset())
    is_first = True
    for row in descendants(table, "tr", "row"):
        cells = [cell for cell in row if name_of(cell) in _CELLS]
        if any(text_of(cell) for cell in cells):
            yield _row(cells, whole, is_first=is_first, is_head=_is_head(row, cells))
            is_first = False


def _is_head(row: Element, cells: Sequence[Element]) -> bool:
    parent = row.getparent()
    is_in_head = parent is not None and name_of(parent) == "thead"
    return is_in_head or row.get("role") == "label" or all(name_of(c) == "th" for c in cells)


def _row(cells: Sequence[Element], dialect: Dialect, *, is_first: bool, is_head: bool) -> Line:
    line = Line(is_first_row=is_first, is_head=is_head)
    for cell in cells:
        line.write("| ")
        start = line.length
        write_all(line, cell, dialect)
        line.close_up()
        span = (min(start, line.length), line.length)
        line.cells.append(PrintedCell(span=span, across=_across(cell), down=_down(cell)))
        line.write(" ")
    line.write("|")
    return line


def _across(cell: Element) -> int:
    """Return how many columns a cell spans, in the notation of HTML and JATS, TEI or CALS."""
    first, last = (_NUMBER.search(cell.get(name) or "") for name in ("namest", "nameend"))
    if first and last:
        return max(int(last[0]) - int(first[0]) + 1, 1)
    return _count(cell.get("colspan") or cell.get("cols"))


def _down(cell: Element) -> int:
    """Return how many rows a cell spans; CALS gives the number of additional rows."""
    if more := cell.get("morerows"):
        return _count(more) + 1 if _NUMBER.fullmatch(more) else 1
    return _count(cell.get("rowspan") or cell.get("rows"))


def _count(printed: str | None) -> int:
    return int(printed) if printed and _NUMBER.fullmatch(printed) else 1

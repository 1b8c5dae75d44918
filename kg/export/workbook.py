"""Tables as an Excel workbook: typed cells, a fixed heading row, DOIs as links."""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from kg.layout import share, split_below
from kg.table import Cell, Row, Table

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: The suffix and the media type of a workbook.
SUFFIX: Final = "xlsx"
MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#: Excel's limits: characters in a cell, and links in a sheet.
_LONGEST: Final = 32_767
_MOST_LINKS: Final = 65_000
#: Least and greatest width of a column, in characters.
_NARROW, _WIDE = 8, 48
#: Greatest total width of the columns in characters, so that a printed page stays legible.
_PAGE = 200
#: Height of a line, and Excel's greatest height of a row, in points.
_LINE, _TALLEST = 15.0, 409.0
#: Excel's number for A4 paper.
_A4: Final = 9
#: A number as answers print it. A range or bound ("10 to 20", "≥ 70") stays a text.
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?")
#: A fixed time of creation in every workbook, so that the same table gives the same bytes.
_MADE: Final = datetime(2000, 1, 1, tzinfo=UTC)


def render(sheets: Mapping[str, Table]) -> bytes:
    """Return a workbook.

    Numbers are numbers, and texts stay texts: one that begins with ``=`` is not a formula.

    Parameters
    ----------
    sheets
        The name of each sheet -> its content; columns for machines are left out.
    """
    import xlsxwriter  # loaded only for a workbook

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "nan_inf_to_errors": True}) as book:
        book.set_properties({"created": _MADE})
        styles = (
            book.add_format({"bold": True, "text_wrap": True}),
            book.add_format({"text_wrap": True}),
        )
        for style in styles:
            style.set_align("top")
        for name, table in sheets.items():
            _fill(book.add_worksheet(name), table.readable(), *styles)
    return stream.getvalue()


def with_sentences(table: Table) -> dict[str, Table]:
    """Return the sheets of an answer: its facts, and in a second sheet the evidence of each row.

    Rows of the two sheets are in the same order, so that row 7 is the evidence of row 7.
    """
    below = [name for name in split_below(table.columns)[1] if name in table.columns]
    if not below:
        return {"Answer": table}
    study = [name for name in ("study",) if name in table.columns]
    return {"Answer": table.without(*below), "Sentences": table.select([*study, *below])}


def _set_up(sheet: Worksheet, table: Table, wrapped: Format) -> None:
    """Fix the heading row, and fit all columns to the width of a printed page."""
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    widths = _widths(table)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width, wrapped)
    for number, row in enumerate([table.headed().columns, *table.rows]):
        sheet.set_row(number, _height(row, widths))


def _fill(sheet: Worksheet, table: Table, bold: Format, wrapped: Format) -> None:
    _set_up(sheet, table, wrapped)
    for place, head in enumerate(table.headed().columns):
        sheet.write_string(0, place, head, bold)
    if table.rows:
        sheet.autofilter(0, 0, len(table), len(table.columns) - 1)
    links = _MOST_LINKS
    for number, row in enumerate(table.rows, start=1):
        for place, (name, text) in enumerate(zip(table.columns, row, strict=True)):
            cell = _number(text) if table.has_values and name in ("from", "to") else text
            if cell is None:
                continue
            if isinstance(cell, int | float):
                sheet.write_number(number, place, cell, wrapped)
            elif name == "doi" and links > 0:
                links -= 1
                sheet.write_url(number, place, f"https://doi.org/{quote(cell)}", string=cell)
            else:
                sheet.write_string(number, place, _fitting(cell), wrapped)


def _number(cell: Cell) -> Cell:
    """Return a printed number as a number that can be summed and sorted; other cells unchanged."""
    return float(cell) if isinstance(cell, str) and _NUMBER.fullmatch(cell) else cell


def _fitting(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _widths(table: Table) -> tuple[float, ...]:
    """Return the widths of the columns in characters, as far as a page has room."""
    heads = table.headed().columns
    wished = [
        _width(head, table.column(name)) for head, name in zip(heads, table.columns, strict=True)
    ]
    least = [min(width, _NARROW + 2) for width in wished]
    return share(_PAGE, least, wished) or tuple(least)


def _height(row: Row, widths: Sequence[float]) -> float:
    """Return the height of a row in points, which not every program computes for wrapped text."""
    lines = (
        len(textwrap.wrap(str(cell), max(1, int(width) - 1), break_on_hyphens=False))
        for cell, width in zip(row, widths, strict=True)
        if cell is not None
    )
    return min(_TALLEST, _LINE * max([1, *lines]))


def _width(head: str, cells: Iterable[Cell]) -> int:
    texts: Iterable[str] = (head, *(str(cell or "") for cell in cells))
    return min(max(_NARROW, *map(len, texts)) + 2, _WIDE)

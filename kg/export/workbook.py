"""Tables as an Excel workbook: typed cells, the head kept in view, DOIs that can be followed."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from kg.layout import split_below
from kg.table import Table, heading

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: The suffix and the media type of a workbook.
SUFFIX: Final = "xlsx"
MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#: Characters that Excel takes in a cell, and links that it takes in a sheet.
_LONGEST: Final = 32_767
_MOST_LINKS: Final = 65_000
#: Columns are as wide as their texts, in characters, within these.
_NARROW, _WIDE = 8, 48
#: Workbooks hold the time at which they were made; the same table gives the same bytes.
_MADE: Final = datetime(2000, 1, 1, tzinfo=UTC)


def render(sheets: Mapping[str, Table]) -> bytes:
    """Return a workbook.

    Numbers are numbers, and texts stay texts: one that begins with ``=`` is not a formula.

    Parameters
    ----------
    sheets
        The name of each sheet -> its content; only what people read is printed.
    """
    import xlsxwriter  # only where a workbook is asked for

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "nan_inf_to_errors": True}) as book:
        book.set_properties({"created": _MADE})
        styles = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
        for style in styles:
            style.set_align("top")
        for name, table in sheets.items():
            _fill(book.add_worksheet(name), table.readable(), *styles)
    return stream.getvalue()


def with_sentences(table: Table) -> dict[str, Table]:
    """Return the sheets of an answer: its facts, and in a second sheet what each row rests on.

    Rows of the two sheets are in the same order, so that row 7 rests on row 7.
    """
    below = [name for name in split_below(table.columns)[1] if name in table.columns]
    if not below:
        return {"Answer": table}
    study = [name for name in ("study",) if name in table.columns]
    return {"Answer": table.without(*below), "Sentences": table.select([*study, *below])}


def _fill(sheet: Worksheet, table: Table, bold: Format, wrapped: Format) -> None:
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for place, name in enumerate(table.columns):
        sheet.write_string(0, place, heading(name), bold)
        sheet.set_column(place, place, _width(name, table), wrapped)
    if table.rows:
        sheet.autofilter(0, 0, len(table), len(table.columns) - 1)
    links = _MOST_LINKS
    for number, row in enumerate(table.rows, start=1):
        for place, (name, cell) in enumerate(zip(table.columns, row, strict=True)):
            if cell is None:
                continue
            if isinstance(cell, int | float):
                sheet.write_number(number, place, cell, wrapped)
            elif name == "doi" and links > 0:
                links -= 1
                sheet.write_url(number, place, f"https://doi.org/{quote(cell)}", string=cell)
            else:
                sheet.write_string(number, place, _fitting(cell), wrapped)


def _fitting(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _width(name: str, table: Table) -> int:
    texts: Iterable[str] = (heading(name), *(str(cell or "") for cell in table.column(name)))
    return min(max(_NARROW, *map(len, texts)) + 2, _WIDE)

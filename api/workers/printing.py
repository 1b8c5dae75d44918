"""Prints answers as CSV or JSON in parts, which together are one text."""

from __future__ import annotations

import json
from collections.abc import Sequence

from kg.table import Table, render_csv


def part_of_answer(
    table: Table,
    name: str,
    notes: Sequence[str],
    *,
    form: str,
    is_raw: bool,
    is_first: bool = True,
    is_last: bool = True,
    has_rows_before: bool = False,
) -> str:
    """Return the text of these rows of an answer; the first part opens it, the last closes it.

    CSV has headings for readers unless it is raw. Empty columns are left out if this is the whole
    answer; in a longer answer later parts may still have values for them.
    """
    if form == "json":
        head = json.dumps({"query": name, "columns": table.columns}, ensure_ascii=False)
        tail = json.dumps({"notes": list(notes)}, ensure_ascii=False)
        begin = f'{head[:-1]}, "rows": [' if is_first else ""
        end = f"], {tail[1:]}" if is_last else ""
        return f"{begin}{_rows(table, has_rows_before)}{end}"
    if not is_raw:
        table = (table.readable() if is_first and is_last else table.for_readers()).headed()
    text = render_csv(table)
    return text if is_first else text.partition("\r\n")[2]


def _rows(table: Table, has_rows_before: bool) -> str:
    objects = (dict(zip(table.columns, row, strict=True)) for row in table.rows)
    rows = ", ".join(json.dumps(one, ensure_ascii=False) for one in objects)
    return f", {rows}" if rows and has_rows_before else rows

"""One test for a whole table: every row is tried, and every row that fails is told.

A table of cases is one test, so that a thousand rows cost no thousand set-ups:

    @each_row(("text", "wanted"), [("5 nm", 5.0), ("7 nm", 7.0)])
    def test_numbers(text, wanted):
        assert number(text) == wanted

The names and the rows are those of ``pytest.mark.parametrize``; other arguments of the function are
fixtures, which all rows share. Where each row needs a fixture of its own, ``parametrize`` stays.
"""

from __future__ import annotations

import functools
import inspect
import traceback
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

_SHORT = 160


def each_row(
    names: str | Sequence[str],
    rows: Iterable[Any],
    *,
    ids: Callable[[Any], object] | None = None,
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make a test of a row the test of all rows of a table.

    Parameters
    ----------
    names
        The arguments that a row fills, as a list or as a text with commas. One name alone takes the
        row as it is.
    rows
        The rows, in their order.
    ids
        What a failing row is called after its number: its values where nothing else is said.

    Raises
    ------
    ValueError
        If there is no row: such a test could not fail.
    """
    columns = names.replace(" ", "").split(",") if isinstance(names, str) else list(names)
    table = [(row,) if len(columns) == 1 else tuple(row) for row in rows]
    if not table:
        raise ValueError("a table without rows tests nothing")

    def called(row: tuple[Any, ...]) -> str:
        name = str(ids(row[0] if len(row) == 1 else row)) if ids else repr(row)
        return name if len(name) <= _SHORT else name[:_SHORT] + "…"

    def make(test: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(test)
        def of_all_rows(**fixtures: Any) -> None:
            failures = []
            for number, row in enumerate(table, 1):
                try:
                    test(**dict(zip(columns, row, strict=True)), **fixtures)
                except (Exception, pytest.fail.Exception) as error:
                    failures.append(f"row {number}: {called(row)}\n{_told(error)}")
            if failures:
                count = f"{len(failures)} of {len(table)} rows fail"
                pytest.fail("\n\n".join([count, *failures]), pytrace=False)

        signature = inspect.signature(test)
        left = [p for name, p in signature.parameters.items() if name not in columns]
        of_all_rows.__signature__ = signature.replace(parameters=left)  # type: ignore[attr-defined]
        return of_all_rows

    return make


def _told(error: BaseException) -> str:
    """What went wrong, with got and wanted as pytest tells them, and where."""
    lines = "".join(traceback.format_exception_only(error)).strip().splitlines()
    frames = traceback.extract_tb(error.__traceback__)[1:]  # the first is that of this module
    at = [f"at {Path(frame.filename).name}:{frame.lineno}" for frame in (*frames[:1], *frames[-1:])]
    return "\n".join(f"    {line}" for line in (*lines, *dict.fromkeys(at)))

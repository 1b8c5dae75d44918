"""A CSV file as rows: its encoding, its separator, its header, and the place of each row."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from rapidfuzz import process

from kg.curated.columns import IGNORED, NAMES, REQUIRED
from kg.curated.rows import Row, RowError

_SEPARATORS: Final = (",", ";", "\t")
#: Least similarity (0 to 100) of a word that is suggested as the intended one.
NEAR: Final = 70


class _Lines:
    """The lines of a text one by one, with a count of the characters returned so far."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self.given = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.given += len(line)
            yield line


def decode(data: bytes) -> str:
    """Return the text of a file.

    Raises
    ------
    ValueError
        If it is not UTF-8, or binary.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = f"byte 0x{data[error.start]:02x} at {error.start}"
        raise ValueError(f"not UTF-8 ({found}); save the table as CSV UTF-8") from error
    if "\0" in text:
        raise ValueError("not text (it contains NUL bytes)")
    return text


def separator(text: str) -> str | None:
    """Return the delimiter of a table of claims; ``None`` if the first row is no such header.

    >>> separator("study;kind;curator;process"), separator("time,temperature")
    (';', None)
    """
    first = text.split("\n", maxsplit=1)[0]
    for sign in _SEPARATORS:
        names = {cell.strip().strip('"').strip().casefold() for cell in first.split(sign)}
        if {"study", "kind"} <= names:
            return sign
    return None


def read_rows(text: str, file: str) -> tuple[list[Row], list[RowError]]:
    """Return the rows of a table without blank ones, and the errors in its layout."""
    sign = separator(text)
    if sign is None:
        cause = "not a table of claims: the first row must have the columns study and kind"
        return [], [RowError(file=file, row=1, column="", cause=cause)]
    lines = _Lines(text)
    records = _records(csv.reader(lines, delimiter=sign, strict=True), lines)
    rows: list[Row] = []
    number = 0
    try:
        header = [cell.strip().casefold() for cell in next(records)[0]]
        number = 1
        errors = list(_header_errors(header, file))
        for number, (cells, start, end) in enumerate(records, start=2):
            if any(cell.strip() for cell in cells):
                rows.append(_row(file, number, header, cells, (start, _without_end(text, end))))
    except csv.Error as error:
        cause = f"not CSV ({error}): is a quotation mark left open?"
        return rows, [RowError(file=file, row=number + 1, column="", cause=cause)]
    return rows, errors


def _records(reader: Iterator[list[str]], lines: _Lines) -> Iterator[tuple[list[str], int, int]]:
    """Yield each record with its start and end in the text."""
    start = 0
    for cells in reader:
        yield cells, start, lines.given
        start = lines.given


def _without_end(text: str, end: int) -> int:
    while end and text[end - 1] in "\r\n":
        end -= 1
    return end


def _row(
    file: str, number: int, header: Sequence[str], cells: Sequence[str], span: tuple[int, int]
) -> Row:
    named = {name: cell.strip() for name, cell in zip(header, cells, strict=False)}
    row = Row(file=file, number=number, cells=named, span=span)
    if any(cell.strip() for cell in cells[len(header) :]):
        cause = f"{len(cells)} cells under {len(header)} columns: quote cells with the separator"
        row.refuse("", cause)
    return row


def _header_errors(header: Sequence[str], file: str) -> Iterator[RowError]:
    def error(column: str, cause: str) -> RowError:
        return RowError(file=file, row=1, column=column, cause=cause)

    for name, count in Counter(filter(None, header)).items():
        if name not in NAMES:
            yield error(name, f"unknown column{meant(name, NAMES)}; {IGNORED} is for your own use")
        elif count > 1:
            yield error(name, f"there are {count} columns of this name")
    for name in REQUIRED:
        if name not in header:
            yield error(name, "this column is missing")


def meant(text: str, known: Sequence[str]) -> str:
    """Return a question with the most similar known word, or ``""`` if none is similar enough.

    >>> meant("tecnique", ["technique", "process"])
    '; did you mean technique?'
    """
    found = process.extractOne(text.casefold(), known, score_cutoff=NEAR, processor=str.casefold)
    return f"; did you mean {found[0]}?" if found else ""

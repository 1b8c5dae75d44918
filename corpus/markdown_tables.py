"""Tables in Markdown: rows of cells between bars below a row of dashes, and tables in HTML."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from itertools import accumulate, pairwise

from corpus.model import Row, Span
from corpus.tables import PrintedCell, PrintedRow, gridded

_BAR = re.compile(r"(?<!\\)\|")
#: The line below the column heads: "|---|:---:|", "--- | ---".
_RULE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_OPEN, _CLOSE = re.compile(r"<table\b", re.IGNORECASE), re.compile(r"</table\s*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
#: The most characters of a table in HTML; a tag that is not closed within them opens no table.
_LONGEST = 200_000

#: A row of a table: its lines in the raw text and its cells.
_GridRow = tuple[tuple[Span, ...], Row]


def find_tables(raw: str, lines: Sequence[Span]) -> tuple[list[_GridRow], list[Span]]:
    """Separate the tables from the lines of a text.

    Parameters
    ----------
    raw
        The raw text.
    lines
        Half-open offsets in ``raw`` of each line, in order.

    Returns
    -------
    The rows of all tables, and the other lines, with an empty line in place of each table.
    """
    rows: list[_GridRow] = []
    others: list[Span] = []
    closes = [close.end() for close in _CLOSE.finditer(raw)]
    at = count = 0
    while at < len(lines):
        table = _html_at(raw, lines, at, closes) or _bars_at(raw, lines, at)
        if table is None:
            others.append(lines[at])
            at += 1
            continue
        printed, beside, at_end = table
        rows += gridded(printed, count)
        count += 1
        others += beside
        at = at_end
    return rows, others


#: The rows of a table, the lines that replace it, and the index of the line after it.
_Found = tuple[list[PrintedRow], list[Span], int]


def _bars_at(raw: str, lines: Sequence[Span], at: int) -> _Found | None:
    """Return the table whose head is on this line, with dashes for as many columns below it."""
    if at + 1 >= len(lines) or not _BAR.search(raw, *lines[at]):
        return None
    rule = raw[slice(*lines[at + 1])]
    heads = _row_of_bars(raw, lines[at], is_head=True)
    if (
        "|" not in rule
        or not _RULE.fullmatch(rule.strip())
        or len(_cells(rule, 0)) != len(heads.cells)
    ):
        return None
    end = at + 2
    while end < len(lines) and _BAR.search(raw, *lines[end]):
        end += 1
    body = [_row_of_bars(raw, line) for line in lines[at + 2 : end]]
    start = lines[at][0]
    return [heads, *body], [(start, start)], end


def _row_of_bars(raw: str, line: Span, *, is_head: bool = False) -> PrintedRow:
    cells = _cells(raw[slice(*line)], line[0])
    return PrintedRow(lines=(line,), cells=cells, is_head=is_head)


def _cells(text: str, start: int) -> tuple[PrintedCell, ...]:
    """Return the cells between the bars of a line; the bars at both ends are optional."""
    left = len(text) - len(text.lstrip())
    right = len(text.rstrip())
    bars = [bar.start() for bar in _BAR.finditer(text, left, right)]
    if bars and bars[0] == left:
        left = bars.pop(0) + 1
    if bars and bars[-1] == right - 1:
        right = bars.pop()
    edges = [left - 1, *bars, right]
    return tuple(
        PrintedCell(span=_trimmed(text, first + 1, last, start)) for first, last in pairwise(edges)
    )


def _trimmed(text: str, start: int, end: int, shift: int) -> Span:
    cell = text[start:end]
    blanks = len(cell) - len(cell.lstrip())
    return start + shift + blanks, start + shift + max(blanks, len(cell.rstrip()))


def _html_at(raw: str, lines: Sequence[Span], at: int, closes: Sequence[int]) -> _Found | None:
    """Return the HTML table that begins on a line; ``closes`` has the ends of all tables."""
    opened = _OPEN.search(raw, *lines[at])
    if opened is None:
        return None
    start = opened.start()
    nth = bisect_right(closes, start)
    if nth == len(closes) or closes[nth] - start > _LONGEST:
        return None
    end = closes[nth]
    last = next((n for n in range(at, len(lines)) if lines[n][1] >= end), len(lines) - 1)
    printed = _html_rows(raw[start:end], start)
    beside = [
        span
        for span in ((lines[at][0], start), (end, lines[last][1]))
        if _TAG.sub("", raw[slice(*span)]).strip()
    ]
    return printed, [*beside[:1], (end, end), *beside[1:]], last + 1


def _html_rows(html: str, start: int) -> list[PrintedRow]:
    reader = _TableReader(html, start)
    reader.feed(html)
    reader.close()
    return reader.rows


class _TableReader(HTMLParser):
    """A parser that collects the spans of table cells; their content is read later as Markdown."""

    def __init__(self, html: str, start: int) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[PrintedRow] = []
        self._html = html
        self._shift = start
        self._starts = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self._cells: list[PrintedCell] = []
        self._heads: list[bool] = []
        self._open: tuple[int, Mapping[str, str | None]] | None = None
        self._is_in_head = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a cell, row or head."""
        if tag in ("td", "th"):
            self._end_cell()
            behind = self._at() + len(self.get_starttag_text() or "")
            self._open = (behind, dict(attrs))
            self._heads.append(tag == "th")
        elif tag in ("tr", "thead", "tbody"):
            self._end_row()
            self._is_in_head = tag == "thead" or (tag == "tr" and self._is_in_head)

    def handle_endtag(self, tag: str) -> None:
        """Close a cell, row or head."""
        if tag in ("td", "th"):
            self._end_cell()
        elif tag in ("tr", "thead", "tbody", "table"):
            self._end_row()
            self._is_in_head = tag == "tr" and self._is_in_head

    def _at(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def _end_cell(self) -> None:
        if self._open is None:
            return
        start, attributes = self._open
        across, down = (_count(attributes.get(name)) for name in ("colspan", "rowspan"))
        span = _trimmed(self._html, start, self._at(), self._shift)
        self._cells.append(PrintedCell(span=span, across=across, down=down))
        self._open = None

    def _end_row(self) -> None:
        self._end_cell()
        lines = tuple(_parts(self._cells))
        if lines:
            is_head = self._is_in_head or all(self._heads)
            self.rows.append(PrintedRow(lines=lines, cells=tuple(self._cells), is_head=is_head))
        self._cells, self._heads = [], []


def _parts(cells: Sequence[PrintedCell]) -> Iterator[Span]:
    return (cell.span for cell in cells if cell.span[0] < cell.span[1])


def _count(printed: str | None) -> int:
    """Return the number of columns or rows in a span attribute, 1 if it has no number."""
    return int(printed) if printed and printed.isascii() and printed.isdigit() else 1

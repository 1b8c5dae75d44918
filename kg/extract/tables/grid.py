"""The tables of a paper as grids of cells, each with its place in the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.model import Paper, Passage, Row

#: A table with more rows of heads than this is a form.
_MOST_HEADS = 3
#: A cell with more characters than this is a text instead of a value or name.
_LONGEST = 200
_CAPTION = re.compile(r"\W*(?:Table|TABLE|Tab\.)\s?[A-Z]?[\dIVX]+\b")
_NUMBER = re.compile(r"[(~<>≤≥≈±−–-]*\s?\d")
#: The content of a cell without information.
_NOTHING = re.compile(
    r"[-−–—./\s]*|n\.?/?[ad]\.?|N\.?/?[AD]\.?|none|not (?:given|reported|available)"
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cell:
    """A cell: its clean text, its row, its offset in the text of the row, and what it cites.

    The text of a long cell is left out. ``printed`` is the text with its citation marks.
    """

    text: str
    row: Passage
    at: int
    cited: tuple[str, ...] = ()
    printed: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the cell contains no information: blank, a dash, "n/a"."""
        return _NOTHING.fullmatch(self.text) is not None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Line:
    """The cells of one sample, one for each column; ``label`` is the name of the sample."""

    label: Cell
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grid:
    """A table: for each column its heads from top to bottom, and the lines of its samples."""

    heads: tuple[tuple[Cell, ...], ...]
    lines: tuple[Line, ...]
    caption: Passage | None = None

    def turned(self) -> Grid:
        """Return the transposed table: the labels of its rows become the heads of its columns."""
        return Grid(
            heads=tuple((line.label,) for line in self.lines),
            lines=tuple(
                Line(label=head[-1], cells=tuple(line.cells[n] for line in self.lines))
                for n, head in enumerate(self.heads)
                if n
            ),
            caption=self.caption,
        )


def grids_of(paper: Paper) -> Iterator[Grid]:
    """Yield the tables of a paper whose cells and heads are known, in reading order."""
    passages = paper.passages
    place = {id(passage): at for at, passage in enumerate(passages)}
    rows = [(p, p.row) for p in passages if p.row is not None]
    for _, group in groupby(rows, key=lambda pair: pair[1].table):
        table = list(group)
        first, last = place[id(table[0][0])], place[id(table[-1][0])]
        caption = _caption(passages[max(first - 1, 0) : first] + passages[last + 1 : last + 2])
        grid = _grid(paper.raw, table, caption)
        if grid is not None:
            yield grid


def _caption(beside: Sequence[Passage]) -> Passage | None:
    return next((p for p in beside if _CAPTION.match(p.text)), None)


def _grid(raw: str, table: Sequence[tuple[Passage, Row]], caption: Passage | None) -> Grid | None:
    rows = [tuple(_cells(raw, passage, row)) for passage, row in table]
    named = [row.is_head for _, row in table]
    count = next((n for n, is_head in enumerate(named) if not is_head), len(rows))
    blank = next((n for n, row in enumerate(rows) if any(cell.printed for cell in row)), 0)
    if count <= blank:  # no row is marked as heads, or only an empty one
        count = blank + (2 if _is_parted_below(rows[blank:], table[blank][1]) else 1)
    heads, body = rows[blank:count], rows[count:]
    if not 0 < len(heads) <= _MOST_HEADS or not body or _holds_values(heads[-1]):
        return None
    width = len(heads[0])
    if width < 2 or any(len(row) != width for row in heads):
        return None
    return Grid(
        heads=tuple(_once(row[n] for row in heads) for n in range(width)),
        lines=tuple(Line(label=row[0], cells=row) for row in body if len(row) == width),
        caption=caption,
    )


def _is_parted_below(rows: Sequence[Sequence[Cell]], first: Row) -> bool:
    """Return whether a head spans several columns that the second row distinguishes."""
    spans = Counter(span for span in first.cells if span[0] < span[1])
    is_spanning = 1 < max(spans.values(), default=0) < len(first.cells)
    return is_spanning and len(rows) > 1 and not _holds_values(rows[1])


def _once(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Return the heads of a column without repetitions."""
    found: dict[str, Cell] = {}
    for cell in cells:
        found.setdefault(cell.text, cell)
    return tuple(cell for text, cell in found.items() if text) or tuple(found.values())


def _holds_values(heads: Sequence[Cell]) -> bool:
    """Return whether most cells of a row are numbers, so that the table has no heads."""
    return 2 * sum(bool(_NUMBER.match(cell.text)) for cell in heads) > len(heads)


def _cells(raw: str, passage: Passage, row: Row) -> Iterator[Cell]:
    for span in row.cells:
        start, end = passage.clean_span(span)
        text = passage.text[start:end]
        cited = (c for c in passage.citations if span[0] < c.span[1] <= span[1])
        yield Cell(
            text=text.strip() if end - start <= _LONGEST else "",
            row=passage,
            at=start + len(text) - len(text.lstrip()),
            cited=tuple(dict.fromkeys(n for citation in cited for n in citation.numbers)),
            printed=raw[slice(*span)].strip(),
        )

"""Extraction of the reference lists of a PDF from its columns, entry by entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.layout import CAPTION, heading_level
from corpus.readers.pdf.lines import PrintedLine
from corpus.reference_lists import Entry, ListLine, find_lists, lines_of

#: The number of a page, and the lines of a column or a part of one.
Region = tuple[int, Sequence[PrintedLine]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenList:
    """An extracted reference list: its heading or ``""``, and its entries with their lines."""

    heading: str
    entries: tuple[tuple[Entry, tuple[str, ...]], ...]


def take_references(regions: Sequence[Region]) -> tuple[list[Region], list[TakenList]]:
    """Remove the reference lists from the regions of a document.

    Returns the regions without them, split where a list was inside, and the lists.
    """
    texts = [line.text for _, lines in regions for line in lines]
    found = find_lists(list(_list_lines(regions)))
    taken = {at for one in found for at in lines_of(one)}
    lists = [
        TakenList(
            heading="" if one.heading is None else texts[one.heading],
            entries=tuple((entry, tuple(texts[at] for at in entry.lines)) for entry in one.entries),
        )
        for one in found
    ]
    return list(_without(regions, taken)), lists


def _list_lines(regions: Iterable[Region]) -> Iterator[ListLine]:
    for column, (_, lines) in enumerate(regions):
        last: PrintedLine | None = None
        for line in lines:
            yield ListLine(
                text=line.text,
                left=line.left,
                size=line.size,
                gap=last.y - line.y if last else None,
                column=column,
                is_apart=CAPTION.match(line.text) is not None,
                is_titled=heading_level(line.text) > 0,
            )
            last = line


def _without(regions: Iterable[Region], taken: set[int]) -> Iterator[Region]:
    at = 0
    for page, lines in regions:
        numbered = list(enumerate(lines, start=at))
        at += len(lines)
        for is_taken, run in groupby(numbered, key=lambda pair: pair[0] in taken):
            if not is_taken:
                yield page, [line for _, line in run]

"""The data model of reference lists: lines with their positions, entries, lists, layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.model import Span

#: Lines farther apart than this multiple of the usual distance do not belong together.
WIDER = 1.5
_SAME_SIZE = 0.1
#: Characters at which an entry may end.
ENDED = re.compile(r"(?:[.)\]!]|\d)$")
_ENDS_IN_NUMBER = re.compile(r"\d\w*[.)\]!]*$")
YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
#: The most characters from the last year to the end of a complete entry: a publisher's town.
_NEAR_END = 40
#: Beginnings of a line that continues an entry: a DOI, a link, a further part, lower case.
_CONTINUES = re.compile(
    r"\s*(?:https?:|doi\b|DOI\b|10\.\d{4}|\[(?:Cross|Pub|Goo)|\(?[b-z]\)|[a-z])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLine:
    """A line with its position: left edge, size, column, and distance from the line above.

    ``left``, ``size`` and ``gap`` have one unit, points or characters; ``gap`` is ``None`` at the
    top of a column. ``is_apart`` is true for captions and lines set as headings, where no entry
    continues; ``is_titled`` for lines with the words of a heading.
    """

    text: str
    left: float = 0.0
    size: float = 0.0
    gap: float | None = None
    column: int = 0
    is_apart: bool = False
    is_titled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry: its printed number or ``""``, its lines, and the offset of its text."""

    number: str
    lines: tuple[int, ...]
    start: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedEntry:
    """An entry in a raw text: its printed number or ``""``, and its lines without the label."""

    number: str
    lines: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceList:
    """A list: the line of its heading, or ``None``, and its entries in order."""

    heading: int | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The layout of a list: font sizes, line distance, and whether entries hang.

    ``longest`` is the number of lines of the longest entry.
    """

    sizes: tuple[float, float]
    step: float
    hangs: bool
    longest: int


def printed_entry(entry: Entry, spans: Sequence[Span]) -> PrintedEntry:
    """Return an entry with the spans of its text, given the spans of its lines."""
    (start, end), *others = spans
    lines = ((min(start + entry.start, end), end), *others)
    return PrintedEntry(
        number=entry.number, lines=tuple(line for line in lines if line[0] < line[1])
    )


def lines_of(found: ReferenceList) -> Iterator[int]:
    """Yield every line of a list, its heading included."""
    if found.heading is not None:
        yield found.heading
    for entry in found.entries:
        yield from entry.lines


def text_of(texts: Sequence[str], entry: Entry) -> str:
    """Return the text of an entry without its label."""
    return " ".join(texts[at] for at in entry.lines)[entry.start :].strip()


def is_foreign(line: ListLine, shape: Shape) -> bool:
    """Return whether a line has another size than the list, or is a caption."""
    smallest, largest = shape.sizes
    is_same_size = (1 - _SAME_SIZE) * smallest <= line.size <= (1 + _SAME_SIZE) * largest
    return not is_same_size or line.is_apart


def goes_on(text: str) -> bool:
    """Return whether a line continues the text before it."""
    return _CONTINUES.match(text) is not None


def is_complete(text: str) -> bool:
    """Return whether an entry is complete: it has a year, and ends like an entry.

    >>> is_complete("Doe, J. Films. J. Ex. 2011, 4,"), is_complete("J. Doe, J. Ex. 4, 7 (2011).")
    (False, True)
    """
    text = text.strip()
    years = list(YEAR.finditer(text))
    if not years or not ENDED.search(text):
        return False
    return _ENDS_IN_NUMBER.search(text) is not None or len(text) - years[-1].end() < _NEAR_END

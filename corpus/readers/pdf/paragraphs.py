"""Grouping of lines into paragraphs, also across columns, pages and figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Literal

from corpus.layout import CAPTION, heading_level
from corpus.open_lines import is_open
from corpus.readers.pdf.lines import PrintedLine

Kind = Literal["title", "heading", "paragraph", "caption", "table"]

#: A caption without a full stop after its number, recognised by its small print.
_SMALL_CAPTION = re.compile(r"(?:Figure|Fig\.|Scheme|Table|Chart)\s?S?\d{1,3}\b", re.IGNORECASE)
_SAME_SIZE = 0.08
_LONGEST_HEADING = 14
_LETTERING = 4
#: Beginnings of items of lists and notes.
_ITEM = re.compile(
    r"(?:[-–•▪◦*†‡§]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S|\^\{[a-z\d*†‡]{1,2}\}"
)
#: The most paragraphs (captions, notes, headings of boxes) that may interrupt another.
_FARTHEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A block as printed: its lines in reading order, and its look.

    ``indented`` is true if its first line is indented, ``full`` if its last line fills the column.
    """

    kind: Kind
    lines: tuple[str, ...]
    size: float
    bold: bool = False
    indented: bool = False
    full: bool = False
    page: int = 0

    @property
    def text(self) -> str:
        """The lines joined by blanks."""
        return " ".join(self.lines)


def paragraphs(
    regions: Iterable[tuple[int, Sequence[PrintedLine]]], body: float
) -> list[Paragraph]:
    """Return the paragraphs of a document from the lines of its regions and their pages.

    ``body`` is the size of most of the text, in points.
    """
    found: list[Paragraph] = []
    for page, lines in regions:
        for group in _groups(lines):
            paragraph = _paragraph(group, page, body)
            right = max(line.right for line in lines)
            found.append(replace(paragraph, full=group[-1].right > right - 2 * group[-1].size))
    return found


def without_figures(found: Sequence[Paragraph], body: float) -> list[Paragraph]:
    """Remove the lettering of figures, and join paragraphs divided by a figure or a page.

    Lettering is a few words that are not a sentence. In the size of the text, a few words may be
    the rest of a paragraph, and are removed only if they end in the middle of a sentence.
    """
    others = [part for part in found if _is_of_size(part, body) or not _is_lettering(part)]
    return [
        part
        for part in _joined(others)
        if not (_is_of_size(part, body) and _is_lettering(part) and is_open(part.text))
    ]


def body_size(lines: Iterable[PrintedLine]) -> float:
    """Return the size, in points, of most of the text."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[round(line.size, 1)] += len(line.text)
    return max(counts, key=lambda size: (counts[size], size), default=10.0)


def _groups(lines: Sequence[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """Split the lines of a region where a new paragraph begins."""
    group: list[PrintedLine] = []
    leading = _leading(lines)
    left = min((line.left for line in lines), default=0.0)
    right = max((line.right for line in lines), default=0.0)
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        if group and _is_new(group, line, following, leading, left, right):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _leading(lines: Sequence[PrintedLine]) -> float:
    steps = [a.y - b.y for a, b in pairwise(lines) if _is_same_size(a, b)]
    return median(steps) if steps else 0.0


def _is_same_size(first: PrintedLine, second: PrintedLine) -> bool:
    return abs(first.size - second.size) <= _SAME_SIZE * first.size


def _is_new(
    group: Sequence[PrintedLine],
    line: PrintedLine,
    following: PrintedLine | None,
    leading: float,
    left: float,
    right: float,
) -> bool:
    last = group[-1]
    if not _is_same_size(last, line) or _changes_weight(group, line):
        return True
    if last.y - line.y > 1.45 * (leading or 1.2 * line.size):
        return True
    if CAPTION.match(line.text):
        return True
    return _is_indented(group, line, following, left) or _ends_short(last, line, right)


def _changes_weight(group: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Return whether a change of weight ends a paragraph; a bold beginning may run on in roman."""
    last = group[-1]
    if last.bold == line.bold:
        return False
    is_run_in = last.bold and len(group) == 1 and not _is_heading_text(last.text)
    return not (is_run_in and last.text[-1:] not in ".:" and line.text[:1].islower())


def _is_heading_text(text: str) -> bool:
    return heading_level(text) > 0 or len(text.split()) <= _LONGEST_HEADING


def _is_indented(
    group: Sequence[PrintedLine], line: PrintedLine, following: PrintedLine | None, left: float
) -> bool:
    """Return whether a line is indented relative to the lines around it, as a first line is."""
    step = 0.5 * line.size
    if line.left - left < step or group[-1].left - left > step:
        return False
    return following is None or following.left < line.left - step or group[-1].text[-1:] in ".:"


def _ends_short(last: PrintedLine, line: PrintedLine, right: float) -> bool:
    is_short = last.right < right - 3 * last.size
    return is_short and not is_open(last.text) and line.text[:1].isupper()


def _paragraph(group: Sequence[PrintedLine], page: int, body: float) -> Paragraph:
    first = group[0]
    left = min(line.left for line in group)
    paragraph = Paragraph(
        kind="paragraph",
        lines=tuple(line.text for line in group),
        size=first.size,
        bold=all(line.bold for line in group),
        indented=len(group) > 1 and first.left > left + 0.5 * first.size,
        page=page,
    )
    return replace(paragraph, kind=_kind(paragraph, group, body))


def _kind(paragraph: Paragraph, group: Sequence[PrintedLine], body: float) -> Kind:
    text = paragraph.text.strip()
    is_small = paragraph.size < (1 - _SAME_SIZE) * body
    if CAPTION.match(text) or (is_small and _SMALL_CAPTION.match(text)):
        return "caption"
    if _is_heading(paragraph, text, body):
        return "heading"
    is_table = len(group) > 1 and sum(line.cells > 2 for line in group) * 2 >= len(group)
    return "table" if is_table else "paragraph"


def _is_heading(paragraph: Paragraph, text: str, body: float) -> bool:
    if heading_level(text) and len(paragraph.lines) <= 2:
        return True
    stands_out = paragraph.bold or paragraph.size > 1.1 * body
    is_short = len(text.split()) <= _LONGEST_HEADING and len(paragraph.lines) <= 3
    letters = sum(character.isalpha() for character in text)
    return stands_out and is_short and letters >= 4 and not text.endswith((".", ",", ";"))


def _is_of_size(paragraph: Paragraph, body: float) -> bool:
    return abs(paragraph.size - body) < _SAME_SIZE * body


def _is_lettering(paragraph: Paragraph) -> bool:
    is_short = paragraph.kind == "paragraph" and len(paragraph.text.split()) <= _LETTERING
    return is_short and not _ITEM.match(paragraph.text)


def _joined(found: Sequence[Paragraph]) -> list[Paragraph]:
    """Join the halves of paragraphs divided by a column, a page or a figure."""
    result: list[Paragraph] = []
    for paragraph in found:
        at = _first_half(result, paragraph)
        if at is None:
            result.append(paragraph)
        else:
            half = result[at]
            result[at] = replace(half, lines=half.lines + paragraph.lines)
    return result


def _first_half(before: Sequence[Paragraph], second: Paragraph) -> int | None:
    if second.kind != "paragraph" or second.indented:
        return None
    for at in range(len(before) - 1, max(-1, len(before) - 1 - _FARTHEST), -1):
        half = before[at]
        if half.kind in {"heading", "title"}:
            return None
        if half.kind == second.kind and abs(half.size - second.size) <= _SAME_SIZE * half.size:
            return at if _goes_on(half, second) else None
    return None


def _goes_on(half: Paragraph, second: Paragraph) -> bool:
    if not is_open(half.lines[-1]):
        return False
    first = second.text[:1]
    return half.full or half.lines[-1].endswith("-") or first.islower() or first.isdigit()

"""Conversion of paragraphs into a paper: text, reference list and head."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile
from operator import itemgetter
from typing import NamedTuple

from corpus.layout import (
    CAPTION,
    Block,
    Layout,
    heading_level,
    is_doi_line,
    printed_lines,
    read_front_lines,
)
from corpus.manuscript import read_authors
from corpus.model import Paper, PassageKind, Reference, Span
from corpus.names import begins_with_name
from corpus.properties import is_plausible_title, plain_value, read_persons
from corpus.readers.office.printed import Printed
from corpus.readers.plain import read_laid_out
from corpus.reference_lists import (
    Entry,
    ListLine,
    ReferenceList,
    find_lists,
    goes_on,
    is_heading_of_references,
    printed_entry,
)

_LOWEST = 6
#: The number of leading paragraphs that may print the title and the record of the document.
_HEAD = 16
_FEWEST_WORDS = 3
#: The most words of a heading; a longer text is a paragraph whatever its style.
_LONGEST_HEADING = 40
#: The most words of a heading that is only marked by bold print.
_MOST_WORDS = 14
#: The beginning of a caption in bold, which has no full stop after its number.
_LABEL = re.compile(r"(?:figure|fig\.|scheme|table|chart)\s?s?\d", re.IGNORECASE)
#: A line of a cover that ends in a year, after a town, a month or a season.
_DATED = re.compile(r"(?:[^\W\d]+[.,]?\s+){0,3}((?:19[5-9]|20[0-4])\d)\.?")
_TITLE_LINES = 3
#: The most paragraphs from the title to the names.
_NAMES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """Title and author in the properties of a file."""

    title: str = ""
    author: str = ""


class _Placed(NamedTuple):
    """A paragraph in the plain text: its offset, and that of its text after mark or label."""

    printed: Printed
    start: int
    text: int


def read_printed(
    printed: Sequence[Printed], properties: Properties, *, id: str, source: str, sha256: str
) -> Paper:
    """Read a document from its paragraphs.

    Parameters
    ----------
    printed
        The paragraphs and rows of tables in reading order.
    properties
        Title and author in the metadata. Programs enter the owner of an account as the author, so
        the author counts only if the document prints the title of the metadata.
    """
    title = plain_value(properties.title)
    title = title if is_plausible_title(title) else ""
    known = _letters(title)
    at = [n for n, one in enumerate(printed[:_HEAD]) if known == _letters(one.text) != ""]
    told = Reference(title=title, authors=read_persons(properties.author) if at else ())
    if not any(one.kind == "title" for one in printed):
        printed = _with_title(printed, range(at[0], at[0] + 1) if at else _largest(printed))
    told = replace(told, year=_cover_year(printed))
    printed = list(_with_bold_headings(_without_false_headings(printed)))
    raw, placed = _written(_with_heading(printed))
    layout = _laid_out(raw, placed)
    return read_laid_out(raw, layout, told, id=id, source=source, sha256=sha256)


def _with_title(printed: Sequence[Printed], title: range) -> Sequence[Printed]:
    """Return the paragraphs with those of a range joined to one title."""
    if not title:
        return printed
    text = "\n".join(printed[at].text for at in title)
    first = replace(printed[title[0]], text=text, kind="title", level=1, label="")
    return (*printed[: title[0]], first, *printed[title[-1] + 1 :])


def _cover(printed: Sequence[Printed]) -> list[Printed]:
    """Return the paragraphs before the first heading and the first text."""

    def is_above(one: Printed) -> bool:
        is_heading = one.kind == "heading" or _unstyled_level(one, one.text) > 0
        return not is_heading and len(one.text.split()) <= _LONGEST_HEADING

    return list(takewhile(is_above, printed[:_HEAD]))


def _largest(printed: Sequence[Printed]) -> range:
    """Return the range of the title on a cover, which has the largest letters above the text.

    It may consist of several paragraphs; the names below it may have the same size.
    """
    sizes = Counter(one.size for one in printed if one.kind == "paragraph")
    usual = max(sizes, key=lambda size: sizes[size], default=0)
    cover = _cover(printed)
    largest = max((one.size for one in cover), default=0)
    if largest <= usual or not usual:
        return range(0)

    def is_title(one: Printed) -> bool:
        is_large = one.kind == "paragraph" and one.size == largest
        return is_large and not read_authors(one.text)

    starts = (at for at, one in enumerate(cover) if is_title(one))
    start = next((at for at in starts if len(cover[at].text.split()) >= _FEWEST_WORDS), None)
    if start is None:
        return range(0)
    lines = list(takewhile(is_title, cover[start : start + _TITLE_LINES]))
    return range(start, start + len(lines))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _without_false_headings(printed: Sequence[Printed]) -> Iterator[Printed]:
    """Turn headings that are whole texts, or names below the title, into paragraphs."""
    title = next((at for at, one in enumerate(printed) if one.kind == "title"), None)
    for at, one in enumerate(printed):
        is_below = title is not None and title < at <= title + _NAMES
        is_names = is_below and len(read_authors(one.text)) > 1
        is_text = len(one.text.split()) > _LONGEST_HEADING
        if one.kind == "heading" and (is_names or is_text):
            yield replace(one, kind="paragraph", level=0)
        else:
            yield one


def _with_bold_headings(printed: Iterable[Printed]) -> Iterator[Printed]:
    """Turn short bold lines below a heading that is known by style or words into subheadings.

    The lines above the first such heading are title, names and addresses.
    """
    above = 0
    for one in printed:
        if one.kind == "heading":
            above = one.level
        elif level := _unstyled_level(one, one.text):
            above = level
        elif above and _is_bold_heading(one):
            one = replace(one, kind="heading", level=above + 1)
        yield one


def _is_bold_heading(one: Printed) -> bool:
    is_line = one.kind == "paragraph" and not (one.label or one.is_entry)
    is_short = "\n" not in one.text and len(one.text.split()) <= _MOST_WORDS
    if not (one.is_bold and is_line and is_short):
        return False
    return one.text[0].isalnum() and one.text[-1] not in ".:;," and not _LABEL.match(one.text)


def _cover_year(printed: Sequence[Printed]) -> int | None:
    """Return the year in a short line above all text: "Northern, May 2021"."""
    lines = (line for one in _cover(printed) for line in one.text.split("\n"))
    found = (_DATED.fullmatch(line) for line in lines)
    return next((int(match[1]) for match in found if match), None)


def _with_heading(printed: Iterable[Printed]) -> Iterator[Printed]:
    """Insert a heading before entries that are known as a reference list by their style only."""
    is_below = False
    for one in printed:
        if one.is_entry and not is_below and not is_heading_of_references(one.text):
            yield Printed(text="References", kind="heading", level=1)
        is_below = one.is_entry or is_heading_of_references(one.text)
        yield one


def _written(printed: Iterable[Printed]) -> tuple[str, list[_Placed]]:
    parts: list[str] = []
    placed: list[_Placed] = []
    at = 0
    last: PassageKind = "paragraph"
    for one in printed:
        gap = "" if not placed else "\n" if one.kind == last == "table" else "\n\n"
        mark = _mark(one)
        start = at + len(gap)
        placed.append(_Placed(one, start, start + len(mark)))
        parts += (gap, mark, one.text)
        at = start + len(mark) + len(one.text)
        last = one.kind
    return "".join([*parts, "\n"]), placed


def _mark(one: Printed) -> str:
    """Return the mark before a paragraph: that of a heading, or the label of an item."""
    if one.kind == "title":
        return "# "
    if one.kind == "heading":
        return "#" * min(one.level + 1, _LOWEST) + " "
    return f"{one.label} " if one.label else ""


def _laid_out(raw: str, placed: Sequence[_Placed]) -> Layout:
    """Separate the entries of reference lists from the text, and make blocks of the text."""
    lines = [line for line in printed_lines(raw) if raw[slice(*line)].strip()]
    starts = [one.start for one in placed]
    owners = [bisect_right(starts, start) - 1 for start, _ in lines]
    listed = [
        _list_line(raw[slice(*line)], placed[owner].printed, is_first=owner != above)
        for line, owner, above in zip(lines, owners, [-1, *owners], strict=False)
    ]
    found = [one for one in find_lists(listed) if _is_sure(one, listed)]
    entries = [e for one in found for entry in one.entries for e in _divided(entry, listed, owners)]
    taken = {one.heading for one in found} | {at for entry in entries for at in entry.lines}
    kept = [
        (line, owner)
        for at, (line, owner) in enumerate(zip(lines, owners, strict=True))
        if at not in taken
    ]
    doi, front = read_front_lines(raw, [line for line, owner in kept if owner < _HEAD])
    written = (printed_entry(entry, [lines[at] for at in entry.lines]) for entry in entries)
    return Layout(
        blocks=tuple(
            block
            for owner, group in groupby(kept, key=itemgetter(1))
            for block in _blocks(raw, placed[owner], [line for line, _ in group])
        ),
        entries=tuple(entry for entry in written if entry.lines),
        doi=doi,
        front=front,
    )


def _is_sure(found: ReferenceList, listed: Sequence[ListLine]) -> bool:
    """Return whether a list is a reference list and not numbered items that cite works.

    Without a heading, at least half of the entries must begin with a name.
    """
    opened = (listed[entry.lines[0]].text[entry.start :].strip() for entry in found.entries)
    return found.heading is not None or 2 * sum(map(begins_with_name, opened)) >= len(found.entries)


def _list_line(text: str, printed: Printed, *, is_first: bool) -> ListLine:
    is_heading = printed.kind in {"title", "heading"}
    is_caption = printed.kind in {"caption", "table"} or CAPTION.match(text) is not None
    return ListLine(
        text=text,
        gap=2 if is_first else 1,
        is_apart=is_heading or is_caption,
        is_titled=is_heading or _unstyled_level(printed, text) > 0,
    )


def _unstyled_level(printed: Printed, line: str) -> int:
    """Return the level of a heading known by its words only; 0 if the line is not a heading."""
    is_plain = printed.kind == "paragraph" and not line.startswith("#")
    return heading_level(line) if is_plain else 0


def _divided(entry: Entry, listed: Sequence[ListLine], owners: Sequence[int]) -> Iterator[Entry]:
    """Split an entry into paragraphs: in a word processor each entry is one paragraph.

    A paragraph belongs to the entry above only if it cannot begin one ("(b) ...", "doi: ..."). A
    numbered entry ends with its first paragraph and the continuations of that.
    """
    runs: list[list[int]] = []
    for at in entry.lines:
        text = listed[at].text
        is_same = bool(runs) and owners[at] == owners[runs[-1][-1]]
        if is_same or (runs and goes_on(text) and not begins_with_name(text)):
            runs[-1].append(at)
        else:
            runs.append([at])
    for run in runs[:1] if entry.number else runs:
        start = entry.start if run[0] == entry.lines[0] else 0
        yield Entry(number=entry.number, lines=tuple(run), start=start)


def _blocks(raw: str, placed: _Placed, lines: Sequence[Span]) -> Iterator[Block]:
    """Yield the blocks of a paragraph; a heading without a style is recognised by its words."""
    printed = placed.printed
    if printed.kind in {"title", "heading"}:
        level = 1 if printed.kind == "title" else min(printed.level + 1, _LOWEST)
        yield Block(kind="heading", lines=tuple(lines), level=level)
        return
    text = [(max(start, placed.text), end) for start, end in lines]
    text = [line for line in text if not is_doi_line(raw[slice(*line)])]
    if not text:
        return
    first = raw[slice(*text[0])]
    if level := _unstyled_level(printed, first):
        yield Block(kind="heading", lines=(text[0],), level=min(level + 1, _LOWEST))
        text = text[1:]
    elif printed.kind == "paragraph" and CAPTION.match(first):
        yield Block(kind="caption", lines=tuple(text))
        return
    if text:
        yield Block(kind=printed.kind, lines=tuple(text))

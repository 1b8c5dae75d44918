"""The reference list: entries cut apart, healed across page breaks, and read into records.

Entries are read in the ACS style of the field (authors by semicolons, title, journal, year, volume,
issue, pages; chapters, proceedings and patents) and, more roughly, in the numbered styles
``[1] A. Author, B. Author, Title, Journal 12 (2010) 1-5`` of other publishers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import repeat

from corpus.bibliography import read_entry
from corpus.hyphens import join_lines, vocabulary
from corpus.model import Reference, Span
from corpus.text import clean

_DASHED = re.compile(r"\s*[-*•]\s+(?:[(\[]?(\d{1,3})[)\].]\s*)?(?=\S)")
_NUMBERED = re.compile(r"\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})\.)\s*(?=\S)")
#: "Doe, J.", "van der Roe, R", "Doe JA,", "J. Doe,"
_NAMES_AHEAD = re.compile(
    r"(?:(?:van|von|der|den|de|ten|la|le)\s){0,3}[A-ZÀ-Ž][\w'’-]+"
    r"(?:,\s(?:[A-ZÀ-Ž]\b|et\sal)|\s[A-ZÀ-Ž]{1,3}\b[,.]?)"
    r"|(?:[A-ZÀ-Ž]\.\s?){1,3}[A-ZÀ-Ž][\w'’-]+[, ]",
)


@dataclass(frozen=True, slots=True)
class _Entry:
    number: str
    lines: tuple[Span, ...]


def read_references(raw: str, region: Span) -> tuple[Reference, ...]:
    """Read every entry of the list that stands in ``raw[region[0]:region[1]]``, heading included.

    An entry without a printed number takes the one that its position gives it.
    """
    words = vocabulary(raw[slice(*region)])
    entries = _numbered(list(_entries(raw, region)))
    return tuple(_reference(raw, entry, words) for entry in entries)


def _entries(raw: str, region: Span) -> Iterator[_Entry]:
    lines = list(_content_lines(raw, region))
    mark = _entry_mark([raw[slice(*line)] for line in lines])
    if mark is None:
        yield from (_Entry("", group) for group in _unmarked(raw, lines))
        return
    run: list[Span] = []
    number = ""
    for start, end in lines:
        match = mark.match(raw, start, end)
        if match:
            if run:
                yield _Entry(number, tuple(run))
            run = []
            number = next((group for group in match.groups() if group), "")
            start = match.end()
        run.append((start, end))
    if run:
        yield _Entry(number, tuple(run))


def _content_lines(raw: str, region: Span) -> Iterator[Span]:
    at = region[0]
    for index, line in enumerate(raw[slice(*region)].splitlines(keepends=True)):
        text = line.strip()
        start = at + len(line) - len(line.lstrip())
        if index and text and not text.isdigit():
            yield (start, start + len(text))
        at += len(line)


def _entry_mark(lines: Sequence[str]) -> re.Pattern[str] | None:
    """Choose the mark that begins entries: the one most lines begin with."""
    counts = [
        (sum(bool(mark.match(line)) for line in lines), mark) for mark in (_DASHED, _NUMBERED)
    ]
    count, mark = max(counts, key=lambda counted: counted[0])
    return mark if count else None


def _unmarked(raw: str, lines: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """Cut entries that print no mark: at blank lines, else where names begin behind a full stop."""
    has_gaps = sum(map(_has_gap, repeat(raw), lines, lines[1:])) * 3 >= len(lines)
    run: list[Span] = []
    for line in lines:
        if run and (_has_gap(raw, run[-1], line) if has_gaps else _begins(raw, run[-1], line)):
            yield tuple(run)
            run = []
        run.append(line)
    if run:
        yield tuple(run)


def _has_gap(raw: str, line: Span, following: Span) -> bool:
    return raw.count("\n", line[1], following[0]) > 1


def _begins(raw: str, last: Span, line: Span) -> bool:
    is_ended = raw[slice(*last)].endswith((".", ")")) or raw[last[1] - 1].isdigit()
    return is_ended and _NAMES_AHEAD.match(raw, *line) is not None


def _numbered(entries: Sequence[_Entry]) -> list[_Entry]:
    numbered: list[_Entry] = []
    last = 0
    for entry in entries:
        number = int(entry.number) if entry.number else last + 1
        numbered.append(_Entry(str(number), entry.lines))
        last = number
    return numbered


def _reference(raw: str, entry: _Entry, words: frozenset[str]) -> Reference:
    joined = join_lines(raw, entry.lines, words).text
    text = re.sub(r"(?<=\d[–-])\s+(?=\d)", "", joined)
    reference = read_entry(text, clean)
    return replace(reference, number=entry.number, span=(entry.lines[0][0], entry.lines[-1][1]))

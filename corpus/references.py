"""The reference list: entries cut apart, healed across page breaks, and read into records.

Entries are read in the ACS style of the field (authors by semicolons, title, journal, year, volume,
issue, pages; chapters, proceedings and patents) and, more roughly, in the numbered styles
``[1] A. Author, B. Author, Title, Journal 12 (2010) 1-5`` of other publishers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.bibliography import read_entry
from corpus.hyphens import join_lines, vocabulary
from corpus.model import Reference, Span
from corpus.text import clean

_DASHED = re.compile(r"\s*[-*•]\s+(?:[(\[]?(\d{1,3})[)\].]\s*)?(?=\S)")
_NUMBERED = re.compile(r"\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})\.)\s*(?=\S)")


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
    run: list[Span] = []
    number = ""
    for start, end in lines:
        match = mark.match(raw, start, end) if mark else None
        if match or (mark is None and run):
            if run:
                yield _Entry(number, tuple(run))
            run = []
            number = next((group for group in match.groups() if group), "") if match else ""
            start = match.end() if match else start
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

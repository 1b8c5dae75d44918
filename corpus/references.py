"""Reader of the reference list: entries are rejoined across lines and pages and parsed to records.

An entry of several parts, "(1) (a) ...; (b) ...", gives several records with one number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.bibliography import read_entry
from corpus.hyphens import join_lines, vocabulary
from corpus.mapped import Mapped
from corpus.model import Reference, Span
from corpus.names import names_ahead
from corpus.reference_lists import PrintedEntry
from corpus.text import clean

_PART = re.compile(r"(?:^|(?<=[\s;.,:]))\(?(?P<letter>[a-z])[).]\)?\s?(?=\S)")
_BETWEEN_PARTS = re.compile(r"[\s;,.]*(?:and\s+)?$")
_YEAR = re.compile(r"(?:18|19|20)\d\d")
#: The separator of works without letters: "... (2009); R. Roe, ..."
_NEXT_WORK = re.compile(r"(?<=[\d).])\s?;\s+(?:see also\s|and\s)?(?=\S)")
_DASH_AT_LINE_END = re.compile(r"(?<=\d[–-])\s+(?=\d)")


def read_references(raw: str, entries: Sequence[PrintedEntry]) -> tuple[Reference, ...]:
    """Parse the entries of the reference lists in ``raw``.

    An entry without a printed number is numbered after the entry before it.
    """
    words = vocabulary(" ".join(raw[slice(*line)] for entry in entries for line in entry.lines))
    joined = ((number, join_lines(raw, lines, words)) for number, lines in _numbered(entries))
    return tuple(record for number, text in joined for record in _records(number, text))


def _numbered(entries: Iterable[PrintedEntry]) -> Iterator[tuple[str, tuple[Span, ...]]]:
    last = 0
    for entry in entries:
        last = int(entry.number) if entry.number else last + 1
        yield str(last), entry.lines


def _records(number: str, text: Mapped) -> Iterator[Reference]:
    for letter, part in _parts(text.substituted(_DASH_AT_LINE_END, "").stripped()):
        if part.text:
            span = (part.origins[0], part.origins[-1] + 1)
            yield replace(read_entry(part.text, clean), number=number, part=letter, span=span)


def _parts(text: Mapped) -> Iterator[tuple[str, Mapped]]:
    """Split an entry into works, each with its letter; a single work has the letter ``""``."""
    marks = _part_marks(text.text)
    cuts = [(match.start(), match.end()) for match in marks] or _unlettered(text.text)
    if not cuts:
        yield "", text
        return
    ends = [start for start, _ in cuts[1:]] + [len(text.text)]
    for at, ((_, start), end) in enumerate(zip(cuts, ends, strict=True)):
        letter = marks[at]["letter"] if marks else chr(ord("a") + at)
        yield letter, _without_ends(text.cut(start, end))


def _part_marks(text: str) -> list[re.Match[str]]:
    """Return the letters "(a)" or "a)" of an entry that begins with one, in alphabetical order."""
    found: list[re.Match[str]] = []
    for match in _PART.finditer(text):
        expected = chr(ord("a") + len(found))
        is_at_start = match.start() == 0 or len(found) > 0 or _is_introduced(text, match)
        if match["letter"] == expected and match[0].lstrip(" ").find(")") >= 0 and is_at_start:
            found.append(match)
    return found if found and (len(found) > 1 or found[0].start() == 0) else []


def _is_introduced(text: str, match: re.Match[str]) -> bool:
    """Return whether "(a)" follows an introduction, "For reviews, see: (a) ...", not a title."""
    return match.start() < 200 and not _YEAR.search(text, 0, match.start())


def _unlettered(text: str) -> list[Span]:
    """Return where works separated only by semicolons begin: after a year and before names."""
    cuts = [(0, 0)]
    for match in _NEXT_WORK.finditer(text):
        before = text[cuts[-1][1] : match.start()]
        names, end = names_ahead(text, match.end())
        behind = text[end : end + 300]
        if names and _YEAR.search(before) and _YEAR.search(behind) and names_ahead(before)[0]:
            cuts.append((match.start(), match.end()))
    return cuts if len(cuts) > 1 else []


def _without_ends(part: Mapped) -> Mapped:
    """Drop the semicolon or "and" before the next part; keep a full stop."""
    between = _BETWEEN_PARTS.search(part.text)
    end = between.start() if between else len(part.text)
    return part.cut(0, end + (part.text[end : end + 1] == ".")).stripped()

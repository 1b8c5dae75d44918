"""Detection of the reference lists of a document, and of the lines of each entry.

Lists are found by their heading or by rising labels before references: at the end or on the first
page, with or without a heading, across columns and pages, at the feet of pages. Text after or
between the entries (legends, appendices, biographies) is not part of a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.reference_lists.labelled import find_labelled
from corpus.reference_lists.labels import looks_like_reference
from corpus.reference_lists.model import (
    Entry,
    ListLine,
    PrintedEntry,
    ReferenceList,
    goes_on,
    lines_of,
    printed_entry,
)
from corpus.reference_lists.unlabelled import read_unlabelled, run_of_entries

__all__ = [
    "Entry",
    "ListLine",
    "PrintedEntry",
    "ReferenceList",
    "find_lists",
    "goes_on",
    "is_heading_of_references",
    "lines_of",
    "looks_like_reference",
    "printed_entry",
]

#: The heading of a reference list, possibly after a box, a rule or a number.
_HEADING = re.compile(
    r"[^\w(\[]{0,6}(?:\^\{)?(?:\d{1,2}(?:\.\d)?\.?\s+)?"
    r"(?:references?(?:\s(?:and|&)\s(?:notes?|links|citations|further reading))?"
    r"|notes\s(?:and|&)\sreferences|list of references|cited references|reference list"
    r"|bibliography|literature(?:\scited)?|works cited|literaturverzeichnis|literatur"
    r"|r\se\sf\se\sr\se\sn\sc\se\ss?)\}?\W{0,4}",
    re.IGNORECASE,
)
#: The most lists of a document: chapters of a thesis have lists of their own.
_MOST_LISTS = 40


def find_lists(lines: Sequence[ListLine]) -> list[ReferenceList]:
    """Return the reference lists of a document in the order of the text."""
    texts = [line.text for line in lines]
    headings = [at for at, text in enumerate(texts) if is_heading_of_references(text)]
    found: list[ReferenceList] = []
    while len(found) < _MOST_LISTS and (one := find_labelled(lines, texts, headings)):
        found.append(one)
        _take(texts, one)
    openings: list[tuple[int | None, int]] = [(at, at + 1) for at in headings if texts[at]]
    if not found and not openings and (start := run_of_entries(texts)) is not None:
        openings = [(None, start)]
    for heading, start in openings:
        unlabelled = read_unlabelled(lines, texts, heading, start)
        if unlabelled is not None:
            found.append(unlabelled)
            _take(texts, unlabelled)
    return sorted(found, key=lambda one: one.entries[0].lines[0])


def is_heading_of_references(line: str) -> bool:
    """Return whether a line is the heading of a reference list.

    >>> is_heading_of_references("## 6 References"), is_heading_of_references("References to dots")
    (True, False)
    """
    return _HEADING.fullmatch(line.strip()) is not None


def _take(texts: list[str], found: ReferenceList) -> None:
    for at in lines_of(found):
        texts[at] = ""

"""Reader of RIS files, as exported by publishers' pages and reference managers.

A record goes from ``TY`` to ``ER``; if ``ER`` is missing, to the next ``TY`` or the end of the
file. Tags may have up to three blanks before their hyphen; a line without a tag continues the line
before, and blank lines are ignored.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import cast

from corpus.model import Author, Reference, WorkType
from corpus.names import read_names
from corpus.records.attachments import file_names
from corpus.records.entry import Entry, RecordFile
from corpus.records.fields import tidy_doi, year_of
from corpus.records.markup import unmarked

_TYPES = {
    "JOUR": "article-journal",
    "JFULL": "article-journal",
    "EJOUR": "article-journal",
    "MGZN": "article-journal",
    "INPR": "article-journal",
    "ABST": "article-journal",
    "BOOK": "book",
    "EBOOK": "book",
    "EDBOOK": "book",
    "CHAP": "chapter",
    "ECHAP": "chapter",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "THES": "thesis",
    "PAT": "patent",
    "UNPB": "preprint",
}
_TAG = re.compile(r"\s{0,3}([A-Z][A-Z0-9])\s{0,3}-(?:\s|$)(.*)")
#: Tags with the same meaning, the most specific first.
_TITLE = ("TI", "T1", "CT", "BT", "ST", "TT")
_CONTAINER = ("JF", "T2", "JO", "JA", "J1", "J2", "BT")
_YEAR = ("PY", "Y1", "YR", "DA", "Y2")
_AUTHORS = ("A1", "AU")
_FILES = ("L1", "L2", "LK")
#: Tags that may hold the DOI: its own, and those for remarks and links, used in older files.
_DOI = ("DO", "M3", "N1", "L3", "UR", "C7")
_IS_DOI = re.compile(r"(?:doi\W{0,3}|https?://(?:dx\.)?doi\.org/|)10\.\d{4,9}/\S+", re.IGNORECASE)
_OTHERS = frozenset({"et al", "et al.", "others"})

_Tags = Mapping[str, list[str]]


def read_ris(text: str) -> RecordFile:
    """Parse every record; empty ones and those without ``TY`` are reported with their line."""
    entries: list[Entry] = []
    problems: list[str] = []
    for line, tags in _records(text):
        record = _record(tags)
        place = f"line {line}, record{f' {record.key!r}' if record.key else ''}"
        if record.title or record.authors or record.doi:
            files = [name for tag in _FILES for value in tags[tag] for name in file_names(value)]
            entries.append(Entry(record=record, files=tuple(dict.fromkeys(files)), place=place))
        else:
            problems.append(f"{place}: has neither title, author nor DOI")
        if not tags["TY"]:
            problems.append(f"{place}: begins without TY")
    return RecordFile(entries=tuple(entries), problems=tuple(problems))


def _records(text: str) -> Iterator[tuple[int, _Tags]]:
    """Yield the tags of each record with the number of its first line."""
    tags: _Tags = {}
    start, last = 0, ""
    for number, line in enumerate(text.splitlines(), start=1):
        match = _TAG.match(line)
        tag, value = (match[1], match[2].strip()) if match else ("", line.strip())
        if tags and tag in ("TY", "ER"):
            yield start, tags
            tags = {}
        if tag and tag != "ER":
            if not tags:
                tags, start = defaultdict(list), number
            tags[tag].append(value)
            last = tag
        elif value and tags and not match:
            tags[last][-1] = f"{tags[last][-1]} {value}".strip()
    if tags:
        yield start, tags


def _record(tags: _Tags) -> Reference:
    def text(*names: str) -> str:
        values = (value for name in names for value in tags[name])
        return next((" ".join(value.split()) for value in values if value), "")

    return Reference(
        key=text("ID", "LB"),
        authors=tuple(_authors(tags)),
        title=unmarked(text(*_TITLE)),
        container=unmarked(text(*_CONTAINER)),
        year=next((year for tag in _YEAR if (year := year_of(text(tag)))), None),
        volume=text("VL"),
        issue=text("IS", "CP"),
        pages=_pages(text("SP"), text("EP")) or text("C7") * (not _IS_DOI.match(text("C7"))),
        publisher=unmarked(text("PB")),
        doi=_doi(tags),
        url=text("UR"),
        type=cast("WorkType", _TYPES.get(text("TY").upper(), "document")),
    )


def _pages(first: str, last: str) -> str:
    if not first or not last or first == last or re.search(r"[-–]", first):
        return (first or last).replace("-", "–")
    return f"{first}–{last}"


def _doi(tags: _Tags) -> str:
    given = next((doi for value in tags["DO"] if (doi := tidy_doi(value))), "")
    values = (value for tag in _DOI for value in tags[tag])
    return given or next((tidy_doi(v) for v in values if _IS_DOI.fullmatch(v.strip())), "")


def _authors(tags: _Tags) -> Iterator[Author]:
    """Yield the names; a line may hold several, although each should have its own line."""
    values = (html.unescape(value) for tag in _AUTHORS for value in tags[tag])
    names = (name.strip(" ,") for value in values for name in value.split(";"))
    for name in dict.fromkeys(names):
        if name and name.lower() not in _OTHERS:
            yield _author(name)


def _author(name: str) -> Author:
    """Parse ``Family, Given``; without a comma, a person with initials or an organisation."""
    if "," not in name and len(found := read_names(name)) == 1:
        return found[0]
    family, _, given = name.partition(",")
    return Author(family=" ".join(family.split()), given=" ".join(given.split()))

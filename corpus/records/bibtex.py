"""Reader of BibTeX and BibLaTeX files, as written by reference managers and publishers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from corpus.model import Reference, WorkType
from corpus.records.attachments import bookmarked_name, file_names
from corpus.records.bibtex_names import read_authors
from corpus.records.bibtex_syntax import RawEntry, split_entries
from corpus.records.crossref import inherit
from corpus.records.entry import Entry, RecordFile
from corpus.records.fields import tidy_doi, year_of
from corpus.records.latex import LONGEST, plain, verbatim, without_braces
from corpus.records.markup import unmarked

_TYPES = {
    "article": "article-journal",
    "suppperiodical": "article-journal",
    "book": "book",
    "mvbook": "book",
    "collection": "book",
    "mvcollection": "book",
    "proceedings": "book",
    "inbook": "chapter",
    "incollection": "chapter",
    "inreference": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "patent": "patent",
    "unpublished": "preprint",
}
#: Entries that are not works but hold fields, comments or groups for others.
_NO_WORKS = frozenset({"xdata", "set", "control"})
#: Repeated fields that are joined into one list; of other repeated fields the first counts.
_NAMES = frozenset({"author"})
#: The most characters of a list of names: the largest collaborations have 3000 members.
_LONGEST_NAMES = 100_000
#: Fields that name files; only the first that an entry has is used, because others repeat it.
_FILES = ("file", "files", "pdf", "attachments", "local-url")
_BOOKMARK = re.compile(r"bdsk-file-\d+")
_RESOLVER = re.compile(r"//(?:dx\.)?doi\.org/", re.IGNORECASE)
_HYPHENS = re.compile(r"\s*(?:-{1,3}|–)\s*")


def read_bibtex(text: str) -> RecordFile:
    """Parse every entry; faults are reported with the line and key of the entry."""
    raw = split_entries(text)
    inherit(raw)
    entries: list[Entry] = []
    problems: list[str] = []
    lines: dict[str, int] = {}
    for entry in raw:
        if entry.key in lines:
            entry.problems.append(f"the entry in line {lines[entry.key]} has the same key")
        elif entry.key:
            lines[entry.key] = entry.line
        if entry.kind in _NO_WORKS:
            continue
        place = _place(entry)
        read = _entry(entry, place)
        if read.record.title or read.record.authors or read.record.doi:
            entries.append(read)
        else:
            entry.problems.append("has neither title, author nor DOI")
        problems += [f"{place}: {problem}" for problem in dict.fromkeys(entry.problems)]
    return RecordFile(entries=tuple(entries), problems=tuple(problems))


def _place(entry: RawEntry) -> str:
    return f"line {entry.line}, " + (f"entry {entry.key!r}" if entry.key else f"@{entry.kind}")


def _entry(raw: RawEntry, place: str) -> Entry:
    named = [list(_named(raw.fields.get(name, ()))) for name in _FILES]
    named.append(
        [
            bookmarked_name(value)
            for name, values in raw.fields.items()
            if _BOOKMARK.fullmatch(name)
            for value in values
        ]
    )
    files = filter(None, next(filter(any, named), []))
    return Entry(record=_record(raw), files=tuple(dict.fromkeys(files)), place=place)


def _named(values: Sequence[str]) -> Iterator[str]:
    for value in values:
        yield from file_names(verbatim(value))


def _record(entry: RawEntry) -> Reference:
    fields = {name: _joined(name, values) for name, values in entry.fields.items()}

    def text(*names: str) -> str:
        return next((value for name in names if (value := _plain(fields.get(name, "")))), "")

    url = verbatim(fields.get("url", ""))
    kind = _TYPES.get(entry.kind, "document")
    return Reference(
        key=entry.key,
        authors=read_authors(fields["author"]) if "author" in fields else (),
        title=_title(fields) or (text("booktitle") if kind == "book" else ""),
        container=text("journal", "journaltitle", "booktitle", "shortjournal", "maintitle"),
        year=year_of(text("year")) or year_of(text("date")),
        volume=text("volume"),
        issue=text("number", "issue"),
        pages=_HYPHENS.sub("–", without_braces(fields.get("pages", "")) or text("eid")),
        publisher=text("publisher", "school", "institution", "organization"),
        doi=_doi(fields, url),
        url=url,
        type=cast("WorkType", kind),
    )


def _joined(name: str, values: Sequence[str]) -> str:
    """Return the value of a field that may be repeated; ``""`` if it is too long for a record."""
    known = list(dict.fromkeys(value for value in values if value.strip()))
    value = " and ".join(known) if name in _NAMES else next(iter(known), "")
    return value if len(value) <= (_LONGEST_NAMES if name in _NAMES else LONGEST) else ""


def _plain(tex: str) -> str:
    return unmarked(plain(tex))


def _title(fields: Mapping[str, str]) -> str:
    """Return title and subtitle joined as on the page of a paper."""
    title, rest = (_plain(fields.get(name, "")) for name in ("title", "subtitle"))
    return f"{title}{'' if title.endswith(tuple(':?!.')) else ':'} {rest}" if rest else title


def _doi(fields: Mapping[str, str], url: str) -> str:
    given = tidy_doi(verbatim(fields.get("doi", "")))
    return given or (tidy_doi(url) if _RESOLVER.search(url) else "")

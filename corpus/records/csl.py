"""Reader of CSL-JSON from Zotero, Mendeley, Crossref and others, and of Zotero's own JSON."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import cast, get_args

from corpus.errors import ReadError
from corpus.model import Author, Reference, WorkType
from corpus.records.attachments import file_names, local_name
from corpus.records.entry import Entry, RecordFile
from corpus.records.fields import tidy_doi, year_of
from corpus.records.markup import unmarked

#: Names of types in Crossref, Zotero and older versions -> those of CSL.
_TYPES = {
    "article": "preprint",
    "posted-content": "preprint",
    "article-magazine": "article-journal",
    "journal-article": "article-journal",
    "journalarticle": "article-journal",
    "magazinearticle": "article-journal",
    "book-chapter": "chapter",
    "booksection": "chapter",
    "proceedings-article": "paper-conference",
    "conferencepaper": "paper-conference",
    "dissertation": "thesis",
    "monograph": "book",
    "edited-book": "book",
}
#: Further types of CSL 1.0.2, by which a file without a known suffix is recognised.
_OTHER_TYPES = frozenset(
    "article-newspaper bill broadcast classic collection dataset document entry entry-dictionary"
    " entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript"
    " map motion_picture musical_score pamphlet performance periodical personal_communication post"
    " post-weblog regulation report review review-book software song speech standard treaty webpage"
    " preprint".split()
)
#: Items of a library that are not works.
_NO_WORKS = frozenset({"attachment", "note", "annotation"})
#: Names of each field in CSL, Zotero and online services.
_TITLE = ("title", "caseName", "nameOfAct", "subject", "shortTitle")
_CONTAINER = (
    *("container-title", "publicationTitle", "bookTitle", "proceedingsTitle", "source"),
    *("container-title-short", "journalAbbreviation", "short-container-title"),
)
_YEAR = ("issued", "date", "year", "published-print", "published-online", "published")
_FILES = ("attachments", "attachment", "files", "file", "path", "localPath")
_PATHS = ("localPath", "path", "file", "href")
_PERSONS = ("author", "authors", "creators")
_FAMILY = ("dropping-particle", "non-dropping-particle", "family", "lastName", "last_name")
_WHOLE = ("literal", "name")
_GIVEN = ("given", "firstName", "first_name")
_RESOLVER = re.compile(r"//(?:dx\.)?doi\.org/", re.IGNORECASE)

_Item = Mapping[str, object]


def is_csl(data: bytes) -> bool:
    """Return whether JSON data looks like CSL: objects with a known type and a title."""
    try:
        items = _items(json.loads(data))
    except (ValueError, RecursionError):
        return False
    known = {*get_args(WorkType), *_TYPES, *_OTHER_TYPES}
    return any(
        isinstance(item, dict) and _kind(item).lower() in known and _text(item, *_TITLE)
        for item in items
    )


def read_csl(text: str, source: str) -> RecordFile:
    """Parse every work; an invalid item is reported with its number.

    Raises
    ------
    ReadError
        If the text is not JSON, or not a list of works.
    """
    try:
        items = _items(json.loads(text))
    except json.JSONDecodeError as error:
        raise ReadError(source, f"not JSON: line {error.lineno}, {error.msg}") from error
    except RecursionError as error:
        raise ReadError(source, "not CSL-JSON: nested too deeply") from error
    entries: list[Entry] = []
    problems: list[str] = []
    for number, item in enumerate(items, start=1):
        place = _place(number, item)
        if not isinstance(item, dict):
            problems.append(f"{place}: is not an object")
        elif _kind(item).lower() not in _NO_WORKS:
            record = _record(item)
            if record.title or record.authors or record.doi:
                files = tuple(dict.fromkeys(_files(item)))
                entries.append(Entry(record=record, files=files, place=place))
            else:
                problems.append(f"{place}: has neither title, author nor DOI")
    if not entries:
        raise ReadError(source, "not CSL-JSON: no list of works with type and title")
    return RecordFile(entries=tuple(entries), problems=tuple(problems))


def _place(number: int, item: object) -> str:
    key = _text(item, "citation-key", "citationKey", "id", "key") if isinstance(item, dict) else ""
    return f"item {number}" + (f" {key!r}" if key else "")


def _items(data: object) -> list[object]:
    """Return the works in a list, in an object that holds a list, or in one with a work per key."""
    if isinstance(data, list):
        return data
    if not isinstance(data, dict):
        return []
    if "title" in data or _kind(data):
        return [data]
    for name in ("items", "message", "references", "results", "data"):
        if isinstance(data.get(name), list | dict):
            return _items(data[name])
    works = list(data.values())
    return works if all(isinstance(work, dict) for work in works) else []


def _kind(item: _Item) -> str:
    return _text(item, "type", "itemType")


def _text(item: _Item, *names: str) -> str:
    """Return the first field with a value; Crossref puts titles into lists."""
    for name in names:
        value = item.get(name)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value):
            return " ".join(str(value).split())
    return ""


def _record(item: _Item) -> Reference:
    kind = _kind(item).lower()
    kind = _TYPES.get(kind, kind)
    url = _text(item, "URL", "url")
    return Reference(
        key=_text(item, "citation-key", "citationKey", "id", "key"),
        authors=tuple(_authors(item)),
        title=unmarked(_text(item, *_TITLE)),
        container=unmarked(_text(item, *_CONTAINER)),
        year=next((year for name in _YEAR if (year := _year(item.get(name)))), None),
        volume=_text(item, "volume"),
        issue=_text(item, "issue"),
        pages=_text(item, "page", "pages", "article-number").replace("-", "–"),
        publisher=_text(item, "publisher"),
        doi=_doi(item, url),
        url=url,
        type=cast("WorkType", kind if kind in get_args(WorkType) else "document"),
    )


def _doi(item: _Item, url: str) -> str:
    identifiers = item.get("identifiers")
    inner = _text(identifiers, "doi") if isinstance(identifiers, dict) else ""
    given = tidy_doi(_text(item, "DOI", "doi") or inner)
    return given or (tidy_doi(url) if _RESOLVER.search(url) else "")


def _authors(item: _Item) -> Iterator[Author]:
    for name in _PERSONS:
        people = item.get(name)
        listed = people if isinstance(people, list) else [people] if people else []
        for person in listed:
            author = _author(person)
            if author is not None and author.family:
                yield author


def _author(person: object) -> Author | None:
    """Return the author of an object or a text ``Family, Given``; ``None`` for an editor."""
    if isinstance(person, str):
        family, _, given = html.unescape(person).partition(",")
        return Author(family=family.strip(), given=given.strip())
    if not isinstance(person, dict) or person.get("creatorType", "author") != "author":
        return None
    family = " ".join(filter(None, (_text(person, part) for part in _FAMILY)))
    given = " ".join(filter(None, (_text(person, *_GIVEN), _text(person, "suffix"))))
    return Author(
        family=html.unescape(family or _text(person, *_WHOLE)), given=html.unescape(given)
    )


def _year(date: object) -> int | None:
    """Return the year of ``{"date-parts": [[2011, 3]]}``, ``{"raw": "2011"}`` or ``"2011-03"``."""
    if isinstance(date, dict):
        parts = date.get("date-parts")
        told = (parts, *(date.get(name) for name in ("year", "literal", "raw", "date-time")))
        return next((year for part in told if (year := _year(part))), None)
    if isinstance(date, list):
        return next((year for part in date if (year := _year(part))), None)
    return year_of(str(date)) if isinstance(date, str | int) else None


def _files(item: _Item) -> Iterator[str]:
    for name in _FILES:
        value = item.get(name)
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                yield from filter(None, [local_name(_text(part, *_PATHS))])
            elif isinstance(part, str):
                yield from file_names(part)

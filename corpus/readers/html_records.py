"""Bibliographic records of HTML pages: their ``citation_`` tags, and their reference lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from corpus.bibliography import read_entry
from corpus.model import Author, Reference
from corpus.readers.markup.records import tidy_doi, unique_numbers, year_of
from corpus.readers.markup.tree import Element, descendants, name_of, text_of
from corpus.text import clean

_HEADING = re.compile(
    r"(?:\d+\.?\s)?(?:references(?: and notes)?|notes and references|bibliography"
    r"|(?:literature|works) cited)",
    re.IGNORECASE,
)
_LIST = re.compile(r"(?:^|[\s_-])(?:references?|reflist|ref-list|bibliography)(?:$|[\s_-])", re.I)
_NUMBER_AHEAD = re.compile(r"\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})\.)\s*(?=\D)")
_LINKS_BEHIND = re.compile(
    r"[\s|,;]*(?:Article|CAS|ADS|PubMed(?: Central)?|Google Scholar|Cross ?Ref|View(?: Article)?"
    r"|Web of Science|Full Text|PDF|Download(?: references?)?|Search|\[|\])\s*$"
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The reference list of a page: records with the printed entries, and the elements it fills.

    ``numbers`` maps the anchors that links point to onto the numbers of the entries.
    """

    entries: Sequence[tuple[Reference, str]] = ()
    numbers: Mapping[str, str]
    elements: frozenset[Element] = frozenset()


def own_record(root: Element, title: str) -> Reference | None:
    """Return what the page's ``citation_`` tags say of it, with ``title`` as printed for want."""
    tags = list(_tags(root))
    fields = dict(reversed(tags))
    title = clean(fields.get("title") or title)
    doi = tidy_doi(fields.get("doi") or fields.get("identifier") or "")
    if not title and not doi:
        return None
    first, last = fields.get("firstpage", ""), fields.get("lastpage", "")
    container = fields.get("journal_title", "")
    return Reference(
        title=title,
        doi=doi,
        authors=tuple(_author(value) for name, value in tags if name == "author"),
        year=year_of(fields.get("publication_date") or fields.get("date") or ""),
        container=clean(container),
        volume=fields.get("volume", ""),
        issue=fields.get("issue", ""),
        pages=f"{first}–{last}" if last and last != first else first,
        publisher=fields.get("publisher", ""),
        type="article-journal" if container else "document",
    )


def _tags(root: Element) -> Iterator[tuple[str, str]]:
    for meta in descendants(root, "meta"):
        name = (meta.get("name") or "").lower()
        value = " ".join((meta.get("content") or "").split())
        if value and name.startswith(("citation_", "dc.", "dc_")):
            yield re.sub(r"^(?:citation_|dc[._])", "", name), value


def _author(name: str) -> Author:
    family, comma, given = name.partition(",")
    if not comma:
        given, _, family = name.rpartition(" ")
    return Author(family=family.strip(), given=given.strip())


def read_entries(body: Element) -> Listed:
    """Find and read the reference list of a page; without one the result is empty."""
    headings, items = _found(body)
    texts = [_printed(item) for item in items]
    labels = [next(filter(None, m.groups()), "") if (m := _ahead(t)) else "" for t in texts]
    numbers = unique_numbers(labels)
    entries = [
        (_record(item, text, number), text[_end(text) :])
        for item, text, number in zip(items, texts, numbers, strict=True)
    ]
    return Listed(
        entries=entries,
        numbers=dict(_anchors(items, numbers)),
        elements=frozenset((*headings, *items)),
    )


def _ahead(text: str) -> re.Match[str] | None:
    return _NUMBER_AHEAD.match(text)


def _end(text: str) -> int:
    match = _ahead(text)
    return match.end() if match else 0


def _found(body: Element) -> tuple[list[Element], list[Element]]:
    """Find the items below a heading of references, else of a list that calls itself so."""
    headings = [
        heading
        for heading in descendants(body, "h1", "h2", "h3", "h4", "h5", "h6")
        if _HEADING.fullmatch(text_of(heading).strip(" .:"))
    ]
    named = (x for x in body.iterdescendants() if name_of(x) and _is_named(x))
    for holder in (*_behind(headings[-1:]), *named):
        items = _items(holder)
        if items and 2 * sum(bool(_YEAR.search(text_of(item))) for item in items) >= len(items):
            return headings, items
    return [], []


def _is_named(element: Element) -> bool:
    called = f"{element.get('id') or ''} {element.get('class') or ''}"
    return element.get("role") in {"doc-bibliography", "doc-endnotes"} or bool(_LIST.search(called))


def _behind(headings: Sequence[Element]) -> Iterator[Element]:
    """Yield what follows a heading, and what follows the elements that hold only the heading."""
    for heading in headings:
        at: Element | None = heading
        for _ in range(4):
            if at is None:
                return
            yield from (x for x in at.itersiblings() if name_of(x))
            at = at.getparent()


def _items(holder: Element) -> list[Element]:
    if name_of(holder) in {"a", "sup", "sub", "li"}:
        return []
    found = [x for x in descendants(holder, "li") if not _is_nested(x, holder)]
    if not found and name_of(holder) in {"div", "section"}:
        found = [x for x in holder if name_of(x) in {"p", "div"} and x.get("id")]
    return found


def _is_nested(item: Element, holder: Element) -> bool:
    for above in item.iterancestors():
        if above is holder:
            return False
        if name_of(above) == "li":
            return True
    return False


def _printed(item: Element) -> str:
    text = text_of(item)
    while (match := _LINKS_BEHIND.search(text)) and match.start():
        text = text[: match.start()]
    return text


def _record(item: Element, text: str, number: str) -> Reference:
    record = read_entry(text[_end(text) :], clean)
    links = (unquote(link.get("href") or "") for link in descendants(item, "a"))
    doi = next((tidy_doi(link) for link in links if "doi.org/" in link), "")
    return replace(record, number=number, doi=record.doi or doi)


def _anchors(items: Sequence[Element], numbers: Sequence[str]) -> Iterator[tuple[str, str]]:
    for item, number in zip(items, numbers, strict=True):
        for element in item.iter():
            for name in (element.get("id"), element.get("name")):
                if name and isinstance(element.tag, str):
                    yield name, number

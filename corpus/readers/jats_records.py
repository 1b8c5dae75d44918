"""Bibliographic records in JATS: that of the article, and its reference list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from corpus.bibliography import read_entry
from corpus.model import Author, Reference, WorkType
from corpus.readers.markup.tree import (
    Element,
    child,
    children,
    descendants,
    name_of,
    spaced,
    text_of,
)
from corpus.records.fields import (
    number_of,
    pages_of,
    tidy_doi,
    unique_numbers,
    year_of,
)
from corpus.text import clean

__all__ = ["number_of", "own_record", "read_entries"]

_CITATIONS = ("element-citation", "mixed-citation", "nlm-citation", "citation")
_TYPES = {
    "journal": "article-journal",
    "book": "book",
    "confproc": "paper-conference",
    "conference": "paper-conference",
    "patent": "patent",
    "thesis": "thesis",
    "preprint": "preprint",
    "report": "document",
}


def own_record(article: Element, title: str) -> Reference | None:
    """Return the record of the article itself, ``None`` if it has neither title nor DOI."""
    meta = child(article, "front", "article-meta")
    doi = next(
        (text_of(x) for x in children(meta, "article-id") if x.get("pub-id-type") == "doi"), ""
    )
    if not title and not doi:
        return None
    journal = child(article, "front", "journal-meta")
    return Reference(
        title=clean(title),
        doi=tidy_doi(doi),
        authors=tuple(_contributors(meta)),
        year=min(_years(meta), default=None),
        container=text_of(next(descendants(journal, "journal-title"), None)),
        volume=text_of(child(meta, "volume")),
        issue=text_of(child(meta, "issue")),
        pages=_pages(meta),
        publisher=text_of(child(journal, "publisher", "publisher-name")),
        type="article-journal",
    )


def _contributors(meta: Element | None) -> Iterator[Author]:
    for group in children(meta, "contrib-group"):
        for person in children(group, "contrib"):
            if person.get("contrib-type", "author") == "author":
                yield from _names(person)


def _years(meta: Element | None) -> Iterator[int]:
    for date in children(meta, "pub-date"):
        if (year := year_of(text_of(child(date, "year")))) is not None:
            yield year


def read_entries(article: Element) -> list[tuple[frozenset[str], Reference, str]]:
    """Return the ids that cite it, the record and the printed text of each reference.

    An entry without a printed number is numbered by its position; each of several works under one
    number has its own record.
    """
    found = list(descendants(child(article, "back"), "ref")) or list(descendants(article, "ref"))
    numbers = unique_numbers([text_of(child(ref, "label")) for ref in found])
    return [
        (_ids(ref), *_entry(citation, number))
        for ref, number in zip(found, numbers, strict=True)
        for citation in _works(ref)
    ]


def _ids(ref: Element) -> frozenset[str]:
    """Return the ids by which a link may refer to an entry: its own, and those of its parts."""
    return frozenset(filter(None, (x.get("id") for x in ref.iter() if name_of(x))))


def _works(ref: Element) -> list[Element]:
    """Return the works of an entry; of several forms of one citation only the first."""
    works = []
    for citation in descendants(ref, *_CITATIONS):
        parent = citation.getparent()
        is_other_form = parent is not None and name_of(parent) == "citation-alternatives"
        if not (is_other_form and citation.getprevious() is not None):
            works.append(citation)
    return works or [ref]


def _entry(citation: Element, number: str) -> tuple[Reference, str]:
    is_bare = name_of(citation) in {"element-citation", "nlm-citation"}
    printed = spaced(citation) if is_bare else text_of(citation)
    if child(citation, "year") is None and child(citation, "source") is None:
        return replace(read_entry(printed, clean), number=number), printed
    return replace(_tagged(citation), number=number), printed


def _tagged(citation: Element) -> Reference:
    kind = citation.get("publication-type") or citation.get("citation-type") or "journal"
    title = text_of(child(citation, "article-title"))
    chapter = text_of(child(citation, "chapter-title"))
    source = text_of(child(citation, "source"))
    work = cast("WorkType", "chapter" if chapter else _TYPES.get(kind, "document"))
    is_whole = not title and not chapter and work not in {"article-journal", "paper-conference"}
    return Reference(
        authors=tuple(_citation_names(citation)),
        title=clean(source if is_whole else title or chapter),
        container="" if is_whole else clean(source),
        year=year_of(text_of(child(citation, "year"))),
        volume=text_of(child(citation, "volume")),
        issue=text_of(child(citation, "issue")),
        pages=_pages(citation),
        publisher=text_of(child(citation, "publisher-name")),
        doi=_doi(citation),
        type=work,
    )


def _citation_names(citation: Element) -> Iterator[Author]:
    groups = [
        group
        for group in children(citation, "person-group")
        if group.get("person-group-type", "author") == "author"
    ]
    for group in groups or [citation]:
        yield from _names(group)


def _names(parent: Element) -> Iterator[Author]:
    for name in children(parent, "name", "string-name", "name-alternatives", "collab"):
        if name_of(name) == "name-alternatives":
            yield from _names(name)
            return
        family = text_of(child(name, "surname")) or text_of(name)
        if family:
            yield Author(family=family, given=text_of(child(name, "given-names")))


def _pages(parent: Element | None) -> str:
    first, last = text_of(child(parent, "fpage")), text_of(child(parent, "lpage"))
    if first:
        return pages_of(first, last)
    return text_of(child(parent, "elocation-id")) or text_of(child(parent, "page-range"))


def _doi(citation: Element) -> str:
    for identifier in descendants(citation, "pub-id", "ext-link", "uri"):
        text = text_of(identifier)
        if identifier.get("pub-id-type") == "doi" or re.search(r"\b10\.\d{4,9}/", text):
            return tidy_doi(text)
    return ""

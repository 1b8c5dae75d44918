"""Bibliographic records in Elsevier's XML: that of the article, and its reference list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corpus.bibliography import read_entry
from corpus.model import Author, Reference
from corpus.readers.markup.tree import Element, child, children, descendants, spaced, text_of
from corpus.records.fields import pages_of, tidy_doi, unique_numbers, year_of
from corpus.text import clean


def own_record(root: Element, article: Element, title: str) -> Reference | None:
    """Return the record of the article, from the response's core data and the article's head."""
    core, head = child(root, "coredata"), next(children(article, "head", "simple-head"), None)
    title = title or text_of(child(core, "title"))
    doi = tidy_doi(text_of(child(core, "doi")) or text_of(child(article, "item-info", "doi")))
    if not title and not doi:
        return None
    first, last = text_of(child(core, "startingpage")), text_of(child(core, "endingpage"))
    return Reference(
        title=clean(title),
        doi=doi,
        authors=tuple(_authors(child(head, "author-group")) or _creators(core)),
        year=year_of(text_of(child(core, "coverdate"))),
        container=text_of(child(core, "publicationname")),
        volume=text_of(child(core, "volume")),
        issue=text_of(child(core, "issueidentifier")),
        pages=pages_of(first, last) or text_of(child(core, "articlenumber")),
        publisher=text_of(child(core, "publisher")),
        type="article-journal",
    )


def read_entries(article: Element) -> list[tuple[str, Reference, str]]:
    """Return the id, the record and the printed text of each reference.

    Each of several works under one number has its own record; all have the id of that number.
    """
    found = list(descendants(article, "bib-reference"))
    numbers = unique_numbers([text_of(child(entry, "label")) for entry in found])
    return [
        (entry.get("id") or "", replace(record, number=number), printed)
        for entry, number in zip(found, numbers, strict=True)
        for record, printed in _works(entry)
    ]


def _works(entry: Element) -> Iterator[tuple[Reference, str]]:
    works = list(children(entry, "reference"))
    for work in works:
        source = text_of(child(work, "source-text"))
        yield _tagged(work), source or spaced(work)
    if not works:
        printed = spaced(child(entry, "other-ref")) or spaced(entry)
        yield read_entry(printed, clean), printed


def _tagged(work: Element) -> Reference:
    part, host = child(work, "contribution"), child(work, "host")
    series = next(descendants(host, "series"), None)
    book = next(descendants(host, "edited-book", "book"), None)
    title = _title(part)
    container = _title(series) or _title(book)
    is_whole = not title and book is not None
    pages = next(children(host, "pages"), None)
    first, last = text_of(child(pages, "first-page")), text_of(child(pages, "last-page"))
    return Reference(
        authors=tuple(_authors(child(part, "authors")) or _authors(child(book, "editors"))),
        title=clean(container if is_whole else title),
        container="" if is_whole else clean(container),
        year=year_of(next(map(text_of, descendants(host, "date")), "")),
        volume=text_of(child(series, "volume-nr")),
        issue=text_of(next(descendants(host, "issue-nr"), None)),
        pages=pages_of(first, last) or text_of(next(descendants(host, "article-number"), None)),
        publisher=text_of(child(book, "publisher", "name")),
        doi=tidy_doi(" ".join(map(text_of, descendants(work, "doi", "inter-ref")))),
        type=("book" if is_whole else "chapter") if book is not None else "article-journal",
    )


def _title(parent: Element | None) -> str:
    return text_of(child(parent, "title", "maintitle")) or text_of(child(parent, "title"))


def _authors(group: Element | None) -> list[Author]:
    people = children(group, "author", "editor", "collaboration")
    found = (
        Author(
            family=text_of(child(person, "surname")) or text_of(child(person, "text")),
            given=text_of(child(person, "given-name")),
        )
        for person in people
    )
    return [author for author in found if author.family]


def _creators(core: Element | None) -> list[Author]:
    names = (text_of(creator).partition(",") for creator in children(core, "creator"))
    return [Author(family=family.strip(), given=given.strip()) for family, _, given in names]

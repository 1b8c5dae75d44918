"""The metadata of a web page: ``citation_`` tags, Dublin Core, PRISM and JSON-LD.

References
----------
Highwire Press tags as accepted by Google Scholar, https://scholar.google.com/intl/en/scholar/inclusion.html;
Dublin Core metadata terms; PRISM 2.0; schema.org ``ScholarlyArticle``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from corpus.model import Author, Reference
from corpus.readers.markup.names import read_name, read_names
from corpus.readers.markup.tree import Element, as_printed, descendants
from corpus.records.fields import pages_of, tidy_doi, year_of
from corpus.text import clean

#: The names of tags for each field, the most trusted first.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("citation_title", "dc.title", "dcterms.title", "prism.title", "og:title"),
    "doi": (
        *(
            "citation_doi",
            "prism.doi",
            "dc.identifier",
            "dcterms.identifier",
            "bepress_citation_doi",
        ),
        *("publication_doi", "doi", "citation_identifier"),
    ),
    "year": (
        *("citation_publication_date", "citation_cover_date", "citation_date", "citation_year"),
        *("prism.publicationdate", "prism.coverdate", "dc.date", "dc.date.issued"),
        *("dcterms.issued", "citation_online_date", "article:published_time"),
    ),
    "container": (
        *("citation_journal_title", "citation_conference_title", "prism.publicationname"),
        *("citation_inbook_title", "dc.relation.ispartof", "dc.source", "citation_journal_abbrev"),
    ),
    "volume": ("citation_volume", "prism.volume"),
    "issue": ("citation_issue", "prism.number", "prism.issue"),
    "first": ("citation_firstpage", "prism.startingpage", "citation_article_number"),
    "last": ("citation_lastpage", "prism.endingpage"),
    "publisher": ("citation_publisher", "dc.publisher", "dcterms.publisher"),
}
_AUTHORS = ("citation_author", "dc.creator", "dcterms.creator", "dc.contributor", "author")
_ARTICLES = frozenset({"scholarlyarticle", "article", "medicalscholarlyarticle", "report"})

_Tags = Mapping[str, Sequence[str]]


def own_record(root: Element, title: str, printed_doi: str = "") -> Reference | None:
    """Return the record of an article from the head of its page, ``None`` without title and DOI.

    ``title`` and ``printed_doi`` are those that the page prints; they are used if the head has
    none.
    """
    tags = _tags(root)
    linked = next(_linked(root), {})

    def one(field: str) -> str:
        told = (value for name in _NAMES[field] for value in tags.get(name, ()))
        return next(told, "") or linked.get(field, "")

    found_title = clean(_article_title(one("title"), title))
    dois = [value for name in _NAMES["doi"] for value in tags.get(name, ())]
    doi = next(
        filter(None, map(tidy_doi, (*dois, linked.get("doi", ""), *_links(root), printed_doi))), ""
    )
    if not found_title and not doi:
        return None
    container = clean(_journal(one("container")))
    return Reference(
        title=found_title,
        doi=doi,
        authors=_authors(tags) or tuple(linked.get("authors", ())),
        year=year_of(one("year")),
        container=container,
        volume=one("volume"),
        issue=one("issue"),
        pages=pages_of(one("first"), one("last")),
        publisher=one("publisher"),
        type="article-journal" if container else "document",
    )


def _tags(root: Element) -> _Tags:
    """Return the values of each tag by its name in lower case, in the order of the page."""
    found: dict[str, list[str]] = {}
    for meta in descendants(root, "meta"):
        name = (meta.get("name") or meta.get("property") or "").lower().replace("dc_", "dc.")
        value = " ".join(as_printed(meta.get("content") or "").split())
        if name and value:
            found.setdefault(name, []).append(value)
    return found


def _authors(tags: _Tags) -> tuple[Author, ...]:
    for name in _AUTHORS:
        values = [part for value in tags.get(name, ()) for part in value.split(";")]
        names = [value for value in values if re.search(r"[^\W\d]", value) and len(value) < 400]
        if names:
            return tuple(author for value in names for author in _people(value))
    return ()


def _people(value: str) -> tuple[Author, ...]:
    """Return the one person of a tag, or several, which some sites put into one tag."""
    return read_names(value) if value.count(",") > 1 else (read_name(value),)


def _article_title(told: str, printed: str) -> str:
    """Return the title in the head of the page, without the name of the site at its end."""
    short = re.sub(r"\s+[|–—-]\s+[^|–—]{2,60}$", "", told)
    return (
        printed if printed and short.casefold().startswith(printed.casefold()) else told or printed
    )


def _journal(text: str) -> str:
    """Return a journal without year and volume ("Layers 2020, Vol. 9"); ``""`` for an address."""
    return re.sub(r"\s+(?:19|20)\d\d, Vol\..*$", "", text) if not text.startswith("http") else ""


def _links(root: Element) -> Iterator[str]:
    """Yield the addresses of the page in its own metadata."""
    for link in descendants(root, "link"):
        if (link.get("rel") or "").lower() == "canonical":
            yield link.get("href") or ""
    for meta in descendants(root, "meta"):
        if (meta.get("property") or "").lower() == "og:url":
            yield meta.get("content") or ""


def _linked(root: Element) -> Iterator[dict[str, Any]]:
    """Yield the articles that JSON-LD in the page describes."""
    for script in descendants(root, "script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        yield from (_of_schema(node) for node in _nodes(data) if _is_article(node))


def _nodes(data: object, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of JSON-LD that may be the article."""
    if isinstance(data, list):
        for part in data[:50]:
            yield from _nodes(part, depth)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if depth < _FEW and key in data:
                yield from _nodes(data[key], depth + 1)


#: The deepest level of an article in JSON-LD.
_FEW = 3


def _is_article(node: Mapping[str, Any]) -> bool:
    return any(str(kind).lower() in _ARTICLES for kind in _listed(node.get("@type")))


def _of_schema(node: Mapping[str, Any]) -> dict[str, Any]:
    parts = [part for part in _listed(node.get("isPartOf")) if isinstance(part, dict)]
    journals = [_text(p.get("name")) for p in parts if "Periodical" in str(p.get("@type"))]
    numbers = {key: _text(p.get(key)) for p in reversed(parts) for key in p}
    people = [p.get("name", "") if isinstance(p, dict) else p for p in _listed(node.get("author"))]
    identifiers = [
        _text(i.get("value") if isinstance(i, dict) else i)
        for key in ("identifier", "sameAs", "@id", "url", "mainEntityOfPage")
        for i in _listed(node.get(key))
    ]
    return {
        "title": _text(node.get("headline")) or _text(node.get("name")),
        "authors": [read_name(name) for name in map(_text, people) if name],
        "year": _text(node.get("datePublished")),
        "container": next(filter(None, (*journals, *(_text(p.get("name")) for p in parts))), ""),
        "volume": numbers.get("volumeNumber", ""),
        "issue": numbers.get("issueNumber", ""),
        "first": _text(node.get("pageStart")),
        "last": _text(node.get("pageEnd")),
        "doi": next((i for i in identifiers if tidy_doi(i)), ""),
    }


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: object) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int) else ""

"""The REST API of Crossref: its requests, and the parser of its descriptions of works.

Form of the answers: https://api.crossref.org/swagger-ui/index.html. One work has an envelope,
``{"status": "ok", "message": {...}}``, a search as ``{"message": {"items": [...]}}``; titles are
lists, and dates are ``{"date-parts": [[2011, 12, 14]]}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, cast
from urllib.parse import quote

from corpus.model import Author, Reference, WorkType
from corpus.records.fields import tidy_doi
from kg.enrich.fields import Json, first_text, listed, record, text, whole
from kg.enrich.model import Found, Question
from kg.enrich.titles import plain_title
from kg.identity import place_key

NAME: Final = "Crossref"
_ROWS = 5
_TYPES: Final = {
    "journal-article": "article-journal",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "proceedings-article": "paper-conference",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "dissertation": "thesis",
    "posted-content": "preprint",
}
#: Updates that retract or question a work, by the names of Crossref and Retraction Watch.
_GRAVE: Final = {
    "retraction": "retracted",
    "partial_retraction": "retracted in part",
    "withdrawal": "withdrawn",
    "removal": "removed",
    "expression_of_concern": "under an expression of concern",
}
#: Publishers rename works that they retract: "RETRACTED: ...", "[Retracted] ...".
_WHAT = r"(?P<{}>retracted|withdrawn|removed)(?:\s(?:article|paper))?"
_RENAMED = re.compile(
    rf"(?:[\[(]{_WHAT.format('bracketed')}[\])]\s*[:\u2013\u2014]?|{_WHAT.format('bare')}\s*[:\u2013\u2014])\s*",
    re.IGNORECASE,
)


def by_doi(doi: str) -> Question:
    """Return the request for the work of a DOI.

    >>> by_doi("10.1002/(SICI)1521<23::AID>3.0.CO;2-1").path
    'works/10.1002%2F%28SICI%291521%3C23%3A%3AAID%3E3.0.CO%3B2-1'
    """
    return Question(path="works/" + quote(doi, safe=""))


def by_record(own: Reference) -> Question | None:
    """Return the search for works like a record, by its known fields as in a reference list.

    A record without a title can be searched if its journal, volume and page are known; otherwise
    ``None``.
    """
    if not (own.title or place_key(own)):
        return None
    known = (
        own.authors[0].family if own.authors else "",
        own.title,
        own.container,
        own.volume,
        own.pages,
        str(own.year or ""),
    )
    words = " ".join(filter(None, known))
    return Question(path="works", parameters={"query.bibliographic": words, "rows": str(_ROWS)})


def read_work(answer: Json) -> Found:
    """Return the work in the answer to :func:`by_doi`."""
    return _found(record(answer.get("message")))


def read_works(answer: Json) -> tuple[Found, ...]:
    """Return the works in the answer to :func:`by_record`, in Crossref's ranking."""
    items = listed(record(answer.get("message")).get("items"))
    return tuple(_found(record(item)) for item in items)


def _found(work: Json) -> Found:
    main, taken_back = _title(first_text(work.get("title")))
    subtitle = plain_title(first_text(work.get("subtitle")))
    is_joined = not subtitle or subtitle.lower() in main.lower()
    return Found(
        record=Reference(
            authors=tuple(_authors(work)),
            title=main if is_joined else f"{main}: {subtitle}",
            container=plain_title(first_text(work.get("container-title"))),
            year=_year(work),
            volume=text(work.get("volume")),
            issue=text(work.get("issue")),
            pages=_pages(work),
            publisher=plain_title(text(work.get("publisher"))),
            doi=tidy_doi(text(work.get("DOI"))),
            type=cast("WorkType", _TYPES.get(text(work.get("type")), "document")),
        ),
        source=NAME,
        main_title=main,
        warnings=tuple(dict.fromkeys([*taken_back, *_warnings(work)])),
        updates=tuple(filter(None, (text(record(u).get("DOI")) for u in _updates(work)))),
    )


def _title(deposited: str) -> tuple[str, list[str]]:
    """Return a title without a word for retraction at its start, and that word in a list."""
    title = plain_title(deposited)
    renamed = _RENAMED.match(title)
    if renamed is None:
        return title, []
    return title[renamed.end() :], [(renamed["bracketed"] or renamed["bare"]).lower()]


def _updates(work: Json) -> list[object]:
    return listed(work.get("update-to"))


def _warnings(work: Json) -> Iterator[str]:
    for update in map(record, listed(work.get("updated-by"))):
        kind = text(update.get("type")).lower().replace("-", "_").replace(" ", "_")
        if kind in _GRAVE:
            notice = text(update.get("DOI"))
            yield f"{_GRAVE[kind]} by {notice}" if notice else _GRAVE[kind]


def _authors(work: Json) -> Iterator[Author]:
    """Yield people with a family name, and groups by their name."""
    for person in map(record, listed(work.get("author"))):
        family = " ".join(filter(None, (text(person.get(key)) for key in ("family", "suffix"))))
        name = family if text(person.get("family")) else text(person.get("name"))
        if name:
            yield Author(family=plain_title(name), given=plain_title(text(person.get("given"))))


def _year(work: Json) -> int | None:
    """Return the year of the volume, as references give it: printed, else the earliest known."""
    dates = ("published-print", "published", "issued", "published-online")
    years = (_first_part(record(work.get(date))) for date in dates)
    return next((year for year in years if year), None)


def _first_part(date: Json) -> int | None:
    parts = listed(next(iter(listed(date.get("date-parts"))), None))
    return whole(parts[0]) if parts else None


def _pages(work: Json) -> str:
    """Return the article number, if any, else the pages (some count within the article)."""
    pages = text(work.get("article-number")) or text(work.get("page"))
    return re.sub(r"\s*[-\u2010-\u2013]+\s*", "–", pages)

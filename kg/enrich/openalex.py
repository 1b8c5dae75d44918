"""The API of OpenAlex: its requests, and the parser of its descriptions of works.

Form of the answers: https://developers.openalex.org/api-reference/works. One work has no envelope;
a search is ``{"results": [...]}``; DOIs are addresses, and authors are names as pages print them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, cast
from urllib.parse import quote

from corpus.model import Author, Reference, WorkType
from corpus.records.fields import pages_of, tidy_doi
from kg.enrich.fields import Json, listed, record, text, whole
from kg.enrich.model import Found, Question
from kg.enrich.titles import plain_title

NAME: Final = "OpenAlex"
_ROWS = 5
_TYPES: Final = {
    "article": "article-journal",
    "review": "article-journal",
    "letter": "article-journal",
    "book-chapter": "chapter",
    "book": "book",
    "dissertation": "thesis",
    "preprint": "preprint",
}
_PARTICLE = re.compile(r"(?:van|von|der|den|de|ten|ter|la|le|di|du|del|da|dos|el|al|bin)", re.I)
_SUFFIX = re.compile(r"(?:[JS]r\.?|I{2,3}|IV)")


def by_doi(doi: str) -> Question:
    """Return the request for the work of a DOI.

    >>> by_doi("10.1021/nl2028848").path
    'works/doi:10.1021/nl2028848'
    """
    return Question(path="works/doi:" + quote(doi, safe="/"))


def by_record(own: Reference) -> Question | None:
    """Return the search for the words of a title, without OpenAlex's syntax characters."""
    if not own.title:
        return None
    words = " ".join(re.sub(r"[^\w\s.-]", " ", own.title).split())
    return Question(
        path="works", parameters={"filter": f"title.search:{words}", "per_page": str(_ROWS)}
    )


def read_work(answer: Json) -> Found:
    """Return the work in the answer to :func:`by_doi`."""
    title = plain_title(text(answer.get("title")) or text(answer.get("display_name")))
    location = record(answer.get("primary_location"))
    source = record(location.get("source"))
    biblio = record(answer.get("biblio"))
    return Found(
        record=Reference(
            authors=tuple(_authors(answer)),
            title=title,
            container=plain_title(text(source.get("display_name"))),
            year=whole(answer.get("publication_year")),
            volume=text(biblio.get("volume")),
            issue=text(biblio.get("issue")),
            pages=pages_of(text(biblio.get("first_page")), text(biblio.get("last_page"))),
            publisher=plain_title(text(source.get("host_organization_name"))),
            doi=tidy_doi(text(answer.get("doi"))),
            type=cast("WorkType", _TYPES.get(text(answer.get("type")), "document")),
        ),
        source=NAME,
        main_title=title,
        warnings=("retracted",) if answer.get("is_retracted") is True else (),
    )


def read_works(answer: Json) -> tuple[Found, ...]:
    """Return the works in the answer to :func:`by_record`."""
    return tuple(read_work(record(item)) for item in listed(answer.get("results")))


def _authors(work: Json) -> Iterator[Author]:
    for authorship in map(record, listed(work.get("authorships"))):
        name = text(authorship.get("raw_author_name"))
        name = name or text(record(authorship.get("author")).get("display_name"))
        if name:
            yield divided(name)


def divided(name: str) -> Author:
    """Divide a name into family name (the last word, with particles before it) and given names.

    >>> divided("Gian Luca De Gregorio"), divided("Liu, Yao")
    (Author(family='De Gregorio', given='Gian Luca'), Author(family='Liu', given='Yao'))
    """
    if "," in name:
        family, _, given = name.partition(",")
        return Author(family=family.strip(), given=given.strip())
    words = name.split()
    start = len(words) - 1
    if start > 1 and _SUFFIX.fullmatch(words[-1]):
        start -= 1
    while start > 1 and _PARTICLE.fullmatch(words[start - 1]):
        start -= 1
    return Author(family=" ".join(words[start:]), given=" ".join(words[:start]))

"""A page of search results, for the API and for the HTML page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from api.catalog import Catalog, Search
from api.catalog.facets import FILTER_OF
from api.catalog.known import meant_by
from api.filters import require_terms
from api.paging import Window, page_fields
from api.schemas import (
    FoundSentence,
    Meant,
    NamedTerm,
    NearQuestion,
    SearchHit,
    SearchPage,
    StudyRef,
    StudyShape,
)
from kg.queries import load_queries
from kg.queries.nearest import nearest
from ontology.reference import reference

#: The fewest words of a search for which questions are suggested.
_MIN_WORDS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """A search as in its address, and the addresses of searches that differ in one thing."""

    filters: Mapping[str, str]
    q: str

    def address(self, *, offset: int = 0, q: str | None = None) -> str:
        """Return the address of this search, with another offset or other words.

        >>> SearchRequest(filters={"process": "thermal_ald"}, q="TMA").address(offset=25)
        '/?q=TMA&process=thermal_ald&offset=25'
        """
        words = self.q if q is None else q
        given = {**({"q": words} if words else {}), **self.filters}
        return "/?" + urlencode({**given, **({"offset": offset} if offset else {})})

    def narrowed(self, name: str, value: str) -> str:
        """Return the address of this search with one filter added or replaced."""
        return SearchRequest(filters={**self.filters, name: value}, q=self.q).address()

    def without(self, name: str) -> str:
        """Return the address of this search without a filter."""
        return SearchRequest(
            filters={k: v for k, v in self.filters.items() if k != name}, q=self.q
        ).address()


def search_page(
    listing: Catalog, filters: Mapping[str, str], q: str, window: Window, path: str
) -> SearchPage:
    """Return the studies that pass all filters and match the words, with their sentences.

    Parameters
    ----------
    listing
        The catalog.
    filters
        Name -> value, as :meth:`api.catalog.Catalog.find` takes them.
    q
        The typed text.
    window
        The part of the results that the page shows.
    path
        The address of the search, for the links.

    Raises
    ------
    HttpError
        404 if the value of a filter names nothing.
    """
    require_terms(listing, filters)
    found = listing.find("study", filters, q)
    numbers = found.result.numbers(limit=window.limit, offset=window.offset)
    sentences = listing.sentences(numbers, found, filters)
    shown = zip(numbers, listing.studies(numbers), strict=True)
    return SearchPage(
        **page_fields(
            [_hit(study, sentences.get(number, ())) for number, study in shown],
            total=found.result.total,
            window=window,
            path=path,
            params={**filters, **({"q": q} if q else {})},
        ),
        meant=_meant(found),
        absent=_absent(found, q),
        corrected=found.corrected,
        is_partial=found.result.is_partial,
        facets=listing.facets(found.result),
        questions=_questions(q) if not filters else (),
    )


def _questions(q: str) -> tuple[NearQuestion, ...]:
    """Return the named questions that are similar to a search of several words."""
    if len(q.split()) < _MIN_WORDS:
        return ()
    return tuple(
        NearQuestion(
            name=guess.query.name,
            title=guess.query.title,
            question=guess.query.question,
            values=dict(guess.values),
            score=round(guess.score, 2),
            href=f"/queries/{guess.query.name}?{urlencode({'ask': 1, **guess.values})}",
        )
        for guess in nearest(q, load_queries().values())
    )


def _hit(study: StudyShape, sentences: tuple[FoundSentence, ...]) -> SearchHit:
    return SearchHit(
        study=StudyRef(id=study.id, label=study.label, href=study.href),
        title=study.title,
        text=study.citation,
        year=study.year,
        container=study.container,
        claim_count=study.claim_count,
        sentences=sentences,
    )


def _meant(found: Search) -> tuple[Meant, ...]:
    return tuple(
        Meant(text=text, field=FILTER_OF.get(term.field, term.field), id=term.id, label=term.label)
        for text, term in found.terms
    )


def _absent(found: Search, q: str) -> tuple[NamedTerm, ...]:
    """Return the terms that a search without results names, or else those that its words name."""
    if found.result.total and not found.corrected:
        return ()
    parts = (group.text for group in found.groups if not group.is_known)
    return tuple(_named(q.strip())) or tuple(one for part in parts for one in _named(part))


def _named(name: str) -> Iterator[NamedTerm]:
    for iri in meant_by(name):
        yield NamedTerm(text=name, label=reference().by_iri[iri].label, iri=iri)

"""A term in a graph: its studies, answers to questions about it, and terms that occur with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from urllib.parse import urlencode

from fastapi import Request
from fastapi.concurrency import run_in_threadpool

from api.addresses import address
from api.catalog import Catalog
from api.catalog.search import Result
from api.errors import HttpError, status_of
from api.schemas import FacetValue, StudyShape, ThingShape
from api.workers.asking import ask
from api.workers.pool import Task
from kg.export.telling import RowInWords
from kg.queries import find_query
from ontology.errors import AldkgError
from ontology.iri import concept_iri, material_iri

#: The most studies, and the most rows of an answer, that a page shows; a link leads to all.
MOST_SHOWN: Final = 15
#: The most studies that JSON and CSV list; the API has the others on further pages.
MOST_LISTED: Final = 1000

#: Field of the catalog -> the questions about its terms, with the parameter that takes the term.
QUESTIONS: Final = MappingProxyType(
    {
        "process": (("recipes", "process"), ("effects-of-process", "process")),
        "chemical": (("recipes", "chemical"), ("effect-of-precursor", "chemical")),
        "material": (("recipes", "material"), ("outcome-of-property", "material")),
        "property": (("outcome-of-property", "property"), ("changes-with-numbers", "property")),
        "technique": (("studies-by-technique", "technique"),),
        "parameter": (("values-of-parameter", "parameter"),),
        "application": (("applications", "application"),),
    }
)
#: Question -> the heading of its answer on the page of a term, where its title does not fit.
_HEADINGS: Final = MappingProxyType(
    {
        "outcome-of-property": "Outcomes",
        "effects-of-process": "What it did",
        "effect-of-precursor": "What it did",
        "studies-by-technique": "What it showed",
        "values-of-parameter": "Values",
        "applications": "Studies with this application",
    }
)
#: Fields for which the start page has a filter.
_SEARCHED: Final = frozenset({"process", "chemical", "material", "property", "technique"}) | {
    "application"
}
#: Vocabularies that describe claims: lists of the studies with one of their terms are useless.
_NOT_USED: Final = frozenset({"direction", "unit", "voice", "kind"})
#: Facets of studies whose values have pages.
_NEIGHBOURS: Final = ("material", "process", "chemical", "technique", "property", "application")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The answer to a question about a term: its first rows in words, and the address of all rows.

    If it ``has_more``, ``total`` is the number of rows known so far.
    """

    title: str
    href: str
    total: int
    tellings: tuple[RowInWords, ...]
    has_more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Another term in the studies of a term, and the number of these studies."""

    label: str
    href: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The data of a term in a graph; ``search`` is the address of the list of its studies."""

    thing: ThingShape | None
    total: int
    studies: tuple[StudyShape, ...]
    search: str
    neighbours: Mapping[str, tuple[Neighbour, ...]]
    parts: tuple[Part, ...] = ()


async def read_about(
    request: Request, field: str, iri: str, value: str, *, most: int = MOST_SHOWN
) -> About | None:
    """Return the data of a term in the graph; ``None`` if no study can use its kind.

    Parameters
    ----------
    request
        The request.
    field
        The field of the term in the catalog, such as ``"process"``.
    iri
        The IRI of the term.
    value
        The term as a value of questions and filters: a notation, formula or name.
    most
        The largest number of studies to list.
    """
    catalog: Catalog = request.app.state.graph.catalog()
    if field in _NOT_USED:
        return None
    about = await run_in_threadpool(_listed, catalog, field, iri, value, most)
    asked = QUESTIONS.get(field, ()) if about.total else ()
    parts = [await read_part(request, name, {param: value}) for name, param in asked]
    return About(
        thing=about.thing,
        total=about.total,
        studies=about.studies,
        search=about.search,
        neighbours=about.neighbours,
        parts=tuple(part for part in parts if part is not None and part.total),
    )


async def read_part(request: Request, name: str, values: Mapping[str, str]) -> Part | None:
    """Return the answer to a question in words; ``None`` if it is not available at the moment."""
    asked = {"name": name, "values": dict(values), "max_rows": MOST_SHOWN}
    try:
        answer = await ask(request, Task(name="question_told", arguments=asked))
    except AldkgError as error:
        if isinstance(error, HttpError) or status_of(error) < 500:
            return None
        raise
    found = json.loads(answer.body)
    return Part(
        title=_HEADINGS.get(name, find_query(name).title),
        href=f"/queries/{name}?{urlencode({'ask': 1, **values})}",
        total=found["found"] if found["total"] is None else found["total"],
        has_more=found["total"] is None,
        tellings=tuple(RowInWords(**one) for one in found["tellings"]),
    )


def _listed(catalog: Catalog, field: str, iri: str, value: str, most: int) -> About:
    found, search = _studies_of(catalog, field, iri, value)
    facets = {facet.name: facet.values for facet in catalog.facets(found)}
    return About(
        thing=_thing(catalog, field, iri, value) if field in QUESTIONS else None,
        total=found.total,
        studies=catalog.studies(found.numbers(limit=most)),
        search=search,
        neighbours={
            name: neighbours
            for name in _NEIGHBOURS
            if (neighbours := _neighbours(name, facets.get(name, ()), iri))
        },
    )


def _studies_of(catalog: Catalog, field: str, iri: str, value: str) -> tuple[Result, str]:
    """Return the studies of a term and the address of their search, by filter or by its words."""
    if field in QUESTIONS or field == "role":
        search = f"/?{urlencode({field: value})}" if field in _SEARCHED else ""
        return catalog.find("study", {field: iri}).result, search
    words = value.replace("_", " ")
    found = catalog.find("study", {}, words)
    is_meant = not found.corrected and not found.result.is_partial
    return (found.result if is_meant else Result(bits=0)), f"/?{urlencode({'q': words})}"


def _thing(catalog: Catalog, field: str, iri: str, value: str) -> ThingShape | None:
    things, _ = catalog.things(field, value, limit=MOST_SHOWN)
    return next((thing for thing in things if thing.iri == iri), None)


def _neighbours(name: str, values: tuple[FacetValue, ...], own: str) -> tuple[Neighbour, ...]:
    found = ((iri_of(name, value.id), value) for value in values)
    return tuple(
        Neighbour(label=value.label, href=address(iri), count=value.count)
        for iri, value in found
        if iri and iri != own
    )


def iri_of(field: str, term: str) -> str:
    """Return the IRI of a term by its field and id; ``""`` if the id is not valid for the field.

    >>> iri_of("process", "thermal_ald").rsplit("/", 2)[1:]
    ['process', 'thermal-ald']
    """
    try:
        return material_iri(term) if field == "material" else concept_iri(field, term)
    except ValueError:
        return ""

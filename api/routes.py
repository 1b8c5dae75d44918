"""The JSON API apart from its resources (:mod:`api.v1`): search, named questions, health."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from api.catalog import Catalog
from api.catalog.interval import CONFIDENCES, YEARS
from api.conditional import ConditionalRoute
from api.errors import HttpError
from api.graph import ServedGraph
from api.paging import MAX_LIMIT, Window, page_fields
from api.schemas import (
    AnswerShape,
    Completion,
    Completions,
    Health,
    Kind,
    Page,
    ParamShape,
    QueryShape,
    Ready,
    SearchPage,
)
from api.searching import search_page
from api.settings import package_version
from api.streaming import MAX_ROWS, answer_part, whole_answer
from api.strict import require_parameters
from kg.analytics import Parameter
from kg.errors import QueryError
from kg.queries import NamedQuery, Param, find_query, gathered, load_queries
from kg.queries.cursor import CURSOR

#: The most completions that are offered.
MAX_COMPLETIONS = 20

router = APIRouter(prefix="/api/v1", route_class=ConditionalRoute)
health_router = APIRouter()
#: The responses of an answer with rows, in either format.
CSV_TOO: dict[int | str, dict[str, Any]] = {
    200: {"model": AnswerShape, "content": {"text/csv": {"schema": {"type": "string"}}}}
}
#: Parameters of the address that do not belong to the question.
_OF_ADDRESS = ("format", "raw", "limit", "cursor")
#: For addresses whose parameters are all declared: refuses any other.
STRICT = [Depends(require_parameters)]

Limit = Annotated[int, Query(ge=1, le=MAX_LIMIT, description="items per page")]
Offset = Annotated[int, Query(ge=0, le=10**9, description="items to skip")]
Text = Annotated[
    str, Query(max_length=500, description="words that must occur", examples=["mobility"])
]

Begun = Annotated[
    str, Query(max_length=500, description="beginning of a name", examples=["mobility"])
]


def served_graph(request: Request) -> ServedGraph:
    """Return the graph that this application serves."""
    graph: ServedGraph = request.app.state.graph
    return graph


def catalog(graph: Annotated[ServedGraph, Depends(served_graph)]) -> Catalog:
    """Return the catalog of the current generation of the graph."""
    return graph.catalog()


Graph = Annotated[ServedGraph, Depends(served_graph)]
Listing = Annotated[Catalog, Depends(catalog)]


def _filter(description: str, example: str, pattern: str | None = None) -> Any:
    return Query(max_length=500, pattern=pattern, description=description, examples=[example])


def study_filters(
    kind: Annotated[Kind | None, Query(description="kind of at least one claim")] = None,
    material: Annotated[
        str | None, _filter("formula, name or class of a solid or layer", "PbSe")
    ] = None,
    material_class: Annotated[str | None, _filter("class of a material", "Oxide")] = None,
    process: Annotated[str | None, _filter("process", "thermal_ald")] = None,
    chemical: Annotated[str | None, _filter("chemical", "TMA")] = None,
    technique: Annotated[str | None, _filter("technique", "TEM")] = None,
    property: Annotated[str | None, _filter("property of an outcome", "stability")] = None,
    application: Annotated[str | None, _filter("application", "solar_cell")] = None,
    document: Annotated[
        str | None, _filter("document with claims about the study", "review")
    ] = None,
    year: Annotated[
        str | None, _filter("year of publication, or from..to", "2011", pattern=YEARS)
    ] = None,
    voice: Annotated[str | None, _filter("source of the statement", "a review about it")] = None,
    confidence: Annotated[
        str | None, _filter("confidence of a claim, from..to", "0.7..", pattern=CONFIDENCES)
    ] = None,
) -> dict[str, str]:
    """Collect the filters of studies; each must hold for at least one claim of a study."""
    return {name: str(value) for name, value in locals().items() if value}


#: The names of these filters.
STUDY_FILTERS = frozenset(study_filters.__annotations__) - {"return"}
StudyFilters = Annotated[dict[str, str], Depends(study_filters)]


@router.get("/search", tags=["search"], dependencies=STRICT, summary="Search studies")
def search(
    request: Request,
    listing: Listing,
    filters: StudyFilters,
    q: Text,
    limit: Limit = 50,
    offset: Offset = 0,
) -> SearchPage:
    """Find studies by any name, formula, author, year, reference number or words, the best first.

    Each study comes with the sentences for which it was found. `facets` lists the values by which
    the results can be narrowed with the filters of this address, with the number of studies each.
    """
    return search_page(listing, filters, q, Window(limit=limit, offset=offset), request.url.path)


@router.get("/complete", tags=["search"], dependencies=STRICT, summary="Complete a name")
def complete(
    listing: Listing,
    q: Begun,
    limit: Annotated[int, Query(ge=1, le=MAX_COMPLETIONS, description="completions")] = 8,
) -> Completions:
    """Return terms with a name, or a word in it, that begins so; most studies first."""
    found = listing.completions(q, limit=limit)
    return Completions(
        items=tuple(
            Completion(text=term.label, field=term.field, id=term.id, studies=term.studies)
            for term in found
        )
    )


@router.get("/queries", tags=["queries"], dependencies=STRICT, summary="List named queries")
def list_queries(
    request: Request, limit: Limit = MAX_LIMIT, offset: Offset = 0
) -> Page[QueryShape]:
    """Return the named questions with the parameters of each."""
    shapes = [query_shape(query) for query in load_queries().values()]
    fields = page_fields(
        shapes[offset : offset + limit],
        total=len(shapes),
        window=Window(limit=limit, offset=offset),
        path=request.url.path,
        params={},
    )
    return Page[QueryShape](**fields)


@router.get(
    "/queries/{name}",
    tags=["queries"],
    summary="Ask a named query",
    responses=CSV_TOO,
)
async def ask_query(request: Request, name: str) -> Response:
    """Return the answer to a named query; its parameters are query parameters of this address.

    A parameter that takes several values may be repeated, or list them: `property=mobility or PL`.
    The answer has every row that matches any of them.

    With `format=csv` the rows come as CSV, otherwise as JSON. JSON always has the columns for
    programs; CSV has them with `raw=true`. An answer without rows gives the reason. `limit` sets
    the number of rows per page: `links.next` (in CSV the header `Link`) is the address of the next
    page.
    """
    query = known_query(name)
    values = question_values(request, query, _OF_ADDRESS)
    own = {k: text for k, text in request.query_params.items() if k in _OF_ADDRESS}
    form = own.get("format", "json")
    if form not in ("json", "csv"):
        raise HttpError(400, f"unknown format {form!r}; there are: json, csv")
    is_raw = own.get("raw", "") in ("true", "1")
    limit, cursor = _row_limit(own.get("limit", "")), own.get("cursor", "")
    if cursor and not re.fullmatch(CURSOR, cursor):
        raise HttpError(400, "not a cursor; use the one from the previous page")
    asked = {"name": query.name, "values": values, "form": form, "is_raw": is_raw}
    if limit or cursor:
        return await answer_part(request, asked, limit or MAX_LIMIT, cursor)
    return await whole_answer(request, asked)


def question_values(request: Request, query: NamedQuery, own: Collection[str]) -> dict[str, str]:
    """Return the values for a question's parameters in an address, without the parameters ``own``.

    Raises
    ------
    QueryError
        If a parameter that takes one value is given twice.
    """
    given = request.query_params.multi_items()
    return gathered(query, ((name, text) for name, text in given if name not in own))


def _row_limit(text: str) -> int:
    """Return the requested number of rows; 0 for all."""
    if not text:
        return 0
    if not text.isdecimal() or not 1 <= int(text) <= MAX_ROWS:
        raise HttpError(400, f"limit: a number from 1 to {MAX_ROWS}")
    return int(text)


def known_query(name: str) -> NamedQuery:
    """Return the named query with this name.

    Raises
    ------
    HttpError
        404 if there is none.
    """
    try:
        return find_query(name)
    except QueryError as error:
        raise HttpError(404, str(error)) from error


def param_shapes(params: Iterable[Param | Parameter]) -> tuple[ParamShape, ...]:
    """Return the parameters of a question or an analysis as the API shows them."""
    return tuple(
        ParamShape(
            name=param.name,
            type=param.signature,
            required=param.is_required,
            default=param.default,
            description=param.description,
            several=isinstance(param, Param) and param.takes_several,
        )
        for param in params
    )


def query_shape(query: NamedQuery) -> QueryShape:
    """Return a named query as the API shows it."""
    return QueryShape(
        name=query.name,
        title=query.title,
        question=query.question,
        params=param_shapes(query.params),
        example=dict(query.example),
        sparql=query.text,
        href=f"/api/v1/queries/{query.name}",
    )


@health_router.get("/ready", tags=["service"], summary="Check that a worker is available")
def ready(request: Request) -> Ready:
    """Return whether a worker is available, so that requests may be sent here; 503 if not."""
    if not request.app.state.pool.is_ready:
        raise HttpError(503, "no worker is ready", headers={"Retry-After": "1"})
    return Ready(status="ready")


@health_router.get("/health", tags=["service"], summary="Check that the graph can be read")
def health(listing: Listing) -> Health:
    """Return whether the graph can be read, and its numbers of items; 503 if it cannot."""
    return Health(
        status="ok",
        version=package_version(),
        studies=listing.size.study,
        claims=listing.size.claim,
    )

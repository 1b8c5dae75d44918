"""The JSON API: one function an endpoint."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from api.catalog import Catalog
from api.catalog.sets import Level
from api.conditional import ConditionalRoute
from api.errors import HttpError
from api.graph import ServedGraph
from api.paging import CURSOR, Window, cursor_behind, page_fields, read_window
from api.schemas import (
    AnswerShape,
    ClaimShape,
    Completion,
    Completions,
    ErrorShape,
    Health,
    Kind,
    Page,
    ParamShape,
    QueryShape,
    Ready,
    SearchPage,
    StudyDetail,
    StudyShape,
    ThingShape,
)
from api.searching import search_page
from api.settings import package_version
from api.workers.asking import ask
from api.workers.pool import Task
from kg.analytics import Parameter
from kg.errors import QueryError
from kg.queries import NamedQuery, Param, find_query, load_queries

_ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorShape} for status in (404, 422, 503)
}
MAX_LIMIT = 200
#: Completions that are offered.
MAX_COMPLETIONS = 20

router = APIRouter(prefix="/api", responses=_ERRORS, route_class=ConditionalRoute)
health_router = APIRouter(responses={503: {"model": ErrorShape}})

Limit = Annotated[int, Query(ge=1, le=MAX_LIMIT, description="items a page")]
Offset = Annotated[int, Query(ge=0, le=10**9, description="items to pass over")]
Cursor = Annotated[
    str, Query(pattern=rf"^$|{CURSOR}", description="where the page before ended, from its links")
]
Text = Annotated[
    str, Query(max_length=500, description="words that must occur", examples=["mobility"])
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


def _filter(description: str, example: str) -> Any:
    return Query(max_length=500, description=description, examples=[example])


def claim_filters(
    study: Annotated[str | None, _filter("id or label of the study", "Liu 2011")] = None,
    kind: Annotated[Kind | None, Query(description="kind of claim")] = None,
    material: Annotated[
        str | None, _filter("formula, name or class, also as a layer", "PbSe")
    ] = None,
    material_class: Annotated[str | None, _filter("class of the material", "Oxide")] = None,
    process: Annotated[str | None, _filter("process", "thermal_ald")] = None,
    chemical: Annotated[str | None, _filter("chemical", "TMA")] = None,
    property: Annotated[str | None, _filter("property of an outcome", "stability")] = None,
    direction: Annotated[str | None, _filter("direction of an outcome", "increased")] = None,
    technique: Annotated[str | None, _filter("technique", "TEM")] = None,
    application: Annotated[str | None, _filter("application", "solar_cell")] = None,
    role: Annotated[str | None, _filter("role of a material or chemical", "shell")] = None,
    parameter: Annotated[str | None, _filter("parameter of a condition", "temperature")] = None,
    document: Annotated[str | None, _filter("document it stands in", "review")] = None,
    voice: Annotated[str | None, _filter("who says it", "a review about it")] = None,
) -> dict[str, str]:
    """Collect filters of claims; a value is an id, label, synonym or IRI. All must hold."""
    return {name: str(value) for name, value in locals().items() if value}


def study_filters(
    kind: Annotated[Kind | None, Query(description="kind of some claim of it")] = None,
    material: Annotated[
        str | None, _filter("formula, name or class, also as a layer", "PbSe")
    ] = None,
    material_class: Annotated[str | None, _filter("class of a material", "Oxide")] = None,
    process: Annotated[str | None, _filter("process", "thermal_ald")] = None,
    chemical: Annotated[str | None, _filter("chemical", "TMA")] = None,
    technique: Annotated[str | None, _filter("technique", "TEM")] = None,
    property: Annotated[str | None, _filter("property of an outcome", "stability")] = None,
    application: Annotated[str | None, _filter("application", "solar_cell")] = None,
    document: Annotated[str | None, _filter("document with claims of it", "review")] = None,
    year: Annotated[str | None, _filter("year in which it came out", "2011")] = None,
    voice: Annotated[str | None, _filter("who speaks of it", "a review about it")] = None,
) -> dict[str, str]:
    """Collect filters of studies: each given one must hold for some claim of the study."""
    return {name: str(value) for name, value in locals().items() if value}


ClaimFilters = Annotated[dict[str, str], Depends(claim_filters)]
StudyFilters = Annotated[dict[str, str], Depends(study_filters)]


def _listed(
    request: Request,
    listing: Catalog,
    level: Level,
    filters: dict[str, str],
    q: str,
    window: Window,
) -> dict[str, Any]:
    """Return the fields of a page of studies or claims."""
    result = listing.find(level, filters, q).result
    numbers = result.numbers(limit=window.limit, offset=window.offset, above=window.above)
    return page_fields(
        listing.studies(numbers) if level == "study" else listing.claims(numbers),
        total=result.total,
        window=window,
        path=request.url.path,
        params=_asked(filters, q),
        cursor="" if result.first else cursor_behind(window, numbers, listing.mark),
    )


def _asked(filters: dict[str, str], q: str) -> dict[str, str]:
    return {**filters, **({"q": q} if q else {})}


@router.get("/studies", tags=["studies"], summary="List studies")
def list_studies(
    request: Request,
    listing: Listing,
    filters: StudyFilters,
    q: Text = "",
    limit: Limit = 50,
    offset: Offset = 0,
    cursor: Cursor = "",
) -> Page[StudyShape]:
    """List the studies with a claim for each filter, by label; with `q`, the best hit first."""
    window = read_window(limit, offset, cursor, listing.mark)
    return Page[StudyShape](**_listed(request, listing, "study", filters, q, window))


@router.get("/studies/{study_id}", tags=["studies"], summary="Read one study")
def read_study(listing: Listing, study_id: str) -> StudyDetail:
    """Return a study with all its claims, by kind, and the evidence of each."""
    study = listing.study(study_id)
    if study is None:
        raise HttpError(404, f"no study {study_id!r}")
    return study


def _things(
    request: Request, listing: Catalog, name: str, limit: int, offset: int, q: str
) -> Page[ThingShape]:
    found, total = listing.things(name, q, limit=limit, offset=offset)
    window = Window(limit=limit, offset=offset)
    fields = page_fields(
        found, total=total, window=window, path=request.url.path, params=_asked({}, q)
    )
    return Page[ThingShape](**fields)


@router.get("/materials", tags=["vocabulary"], summary="List materials")
def list_materials(
    request: Request, listing: Listing, q: Text = "", limit: Limit = 50, offset: Offset = 0
) -> Page[ThingShape]:
    """List the solids that studies made or used, those of most studies first."""
    return _things(request, listing, "material", limit, offset, q)


@router.get("/processes", tags=["vocabulary"], summary="List processes")
def list_processes(
    request: Request, listing: Listing, q: Text = "", limit: Limit = 50, offset: Offset = 0
) -> Page[ThingShape]:
    """List the processes that studies used, those of most studies first."""
    return _things(request, listing, "process", limit, offset, q)


@router.get("/chemicals", tags=["vocabulary"], summary="List chemicals")
def list_chemicals(
    request: Request, listing: Listing, q: Text = "", limit: Limit = 50, offset: Offset = 0
) -> Page[ThingShape]:
    """List the reagents that studies used, those of most studies first."""
    return _things(request, listing, "chemical", limit, offset, q)


@router.get("/claims", tags=["claims"], summary="List claims")
def list_claims(
    request: Request,
    listing: Listing,
    filters: ClaimFilters,
    q: Text = "",
    limit: Limit = 50,
    offset: Offset = 0,
    cursor: Cursor = "",
) -> Page[ClaimShape]:
    """List the claims that pass all filters, by study and kind; with `q`, the best hit first."""
    window = read_window(limit, offset, cursor, listing.mark)
    return Page[ClaimShape](**_listed(request, listing, "claim", filters, q, window))


@router.get("/claims/{claim_id}", tags=["claims"], summary="Read one claim")
def read_claim(listing: Listing, claim_id: str) -> ClaimShape:
    """Return a claim with its evidence."""
    claim = listing.claim(claim_id)
    if claim is None:
        raise HttpError(404, f"no claim {claim_id!r}")
    return claim


@router.get("/search", tags=["search"], summary="Search studies")
def search(
    request: Request,
    listing: Listing,
    filters: StudyFilters,
    q: Text,
    limit: Limit = 50,
    offset: Offset = 0,
) -> SearchPage:
    """Find studies by any name, formula, author, year, reference number or words, the best first.

    Each comes with the sentences that made it a result; `facets` count by what all that were found
    can be narrowed, with the filters of this address.
    """
    return search_page(listing, filters, q, Window(limit=limit, offset=offset), request.url.path)


@router.get("/complete", tags=["search"], summary="Complete a name")
def complete(
    listing: Listing,
    q: Text,
    limit: Annotated[int, Query(ge=1, le=MAX_COMPLETIONS, description="completions")] = 8,
) -> Completions:
    """Return terms of which a name, or a word in it, begins so; those of most studies first."""
    found = listing.completions(q, limit=limit)
    return Completions(
        items=tuple(
            Completion(text=term.label, field=term.field, id=term.id, studies=term.studies)
            for term in found
        )
    )


@router.get("/queries", tags=["queries"], summary="List named queries")
def list_queries(
    request: Request, limit: Limit = MAX_LIMIT, offset: Offset = 0
) -> Page[QueryShape]:
    """Return the questions with a name, and the parameters of each."""
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
    responses={400: {"model": ErrorShape}, 200: {"model": AnswerShape}},
)
async def ask_query(request: Request, name: str) -> Response:
    """Return the answer to a named query; its parameters are query parameters of this address.

    With `format=csv` the rows come as CSV, else as JSON; `raw=true` keeps in CSV the columns for
    programs, which JSON always has. An answer without rows says why.
    """
    values = dict(request.query_params)
    form = values.pop("format", "json")
    if form not in ("json", "csv"):
        raise HttpError(400, f"unknown format {form!r}; there are: json, csv")
    is_raw = values.pop("raw", "") in ("true", "1")
    asked = {"name": known_query(name).name, "values": values, "form": form, "is_raw": is_raw}
    answer = await ask(request, Task(name="question", arguments=asked))
    return Response(answer.body, media_type=answer.media_type)


def known_query(name: str) -> NamedQuery:
    """Return the named query.

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
    """Return what a question or an analysis asks for, as the API shows it."""
    return tuple(
        ParamShape(
            name=param.name,
            type=param.signature,
            required=param.is_required,
            default=param.default,
            description=param.description,
        )
        for param in params
    )


def query_shape(query: NamedQuery) -> QueryShape:
    """Return the named query as the API shows it."""
    return QueryShape(
        name=query.name,
        title=query.title,
        question=query.question,
        params=param_shapes(query.params),
        example=dict(query.example),
        sparql=query.text,
        href=f"/api/queries/{query.name}",
    )


@health_router.get("/ready", tags=["service"], summary="Can it answer now?")
def ready(request: Request) -> Ready:
    """Whether a worker is there to ask, so that requests may be sent here; 503 if not."""
    if not request.app.state.pool.is_ready:
        raise HttpError(503, "no worker is ready", headers={"Retry-After": "1"})
    return Ready(status="ready")


@health_router.get("/health", tags=["service"], summary="Is there a graph to ask?")
def health(listing: Listing) -> Health:
    """Whether the graph can be read, and how much is in it; 503 if not."""
    return Health(
        status="ok",
        version=package_version(),
        studies=listing.size.study,
        claims=listing.size.claim,
    )

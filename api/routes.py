"""The JSON API: one function an endpoint."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends, Query, Request, Response

from api.catalog import Catalog
from api.errors import HttpError
from api.graph import ServedGraph
from api.paging import make_page
from api.schemas import (
    AnswerShape,
    ClaimShape,
    ErrorShape,
    Health,
    Kind,
    Page,
    ParamShape,
    QueryShape,
    Ready,
    SearchHit,
    StudyDetail,
    StudyShape,
    ThingShape,
)
from api.settings import package_version
from api.workers.asking import ask
from api.workers.pool import Task
from kg.errors import QueryError
from kg.queries import NamedQuery, find_query, load_queries

_ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorShape} for status in (404, 422, 503)
}
MAX_LIMIT = 200
T = TypeVar("T")

router = APIRouter(prefix="/api", responses=_ERRORS)
health_router = APIRouter(responses={503: {"model": ErrorShape}})

Limit = Annotated[int, Query(ge=1, le=MAX_LIMIT, description="items a page")]
Offset = Annotated[int, Query(ge=0, le=10**9, description="items to pass over")]
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
    material: Annotated[str | None, _filter("formula, also as a layer", "PbSe")] = None,
    process: Annotated[str | None, _filter("process", "thermal_ald")] = None,
    chemical: Annotated[str | None, _filter("chemical", "TMA")] = None,
    property: Annotated[str | None, _filter("property of an outcome", "stability")] = None,
    direction: Annotated[str | None, _filter("direction of an outcome", "increased")] = None,
    technique: Annotated[str | None, _filter("technique", "TEM")] = None,
    application: Annotated[str | None, _filter("application", "solar_cell")] = None,
    role: Annotated[str | None, _filter("role of a material or chemical", "shell")] = None,
    parameter: Annotated[str | None, _filter("parameter of a condition", "temperature")] = None,
    document: Annotated[str | None, _filter("document it stands in", "review")] = None,
) -> dict[str, str]:
    """Collect filters of claims; a value is an id, label, synonym or IRI. All must hold."""
    return {name: str(value) for name, value in locals().items() if value is not None}


def study_filters(
    material: Annotated[str | None, _filter("formula, also as a layer", "PbSe")] = None,
    process: Annotated[str | None, _filter("process", "thermal_ald")] = None,
    chemical: Annotated[str | None, _filter("chemical", "TMA")] = None,
    technique: Annotated[str | None, _filter("technique", "TEM")] = None,
    property: Annotated[str | None, _filter("property of an outcome", "stability")] = None,
    application: Annotated[str | None, _filter("application", "solar_cell")] = None,
    document: Annotated[str | None, _filter("document with claims of it", "review")] = None,
) -> dict[str, str]:
    """Collect filters of studies: each given one must hold for some claim of the study."""
    return {name: str(value) for name, value in locals().items() if value is not None}


ClaimFilters = Annotated[dict[str, str], Depends(claim_filters)]
StudyFilters = Annotated[dict[str, str], Depends(study_filters)]


def _page(
    request: Request, items: Sequence[T], limit: int, offset: int, filters: dict[str, str], q: str
) -> Page[T]:
    params = {**filters, **({"q": q} if q else {})}
    return make_page(items, path=request.url.path, params=params, limit=limit, offset=offset)


@router.get("/studies", tags=["studies"], summary="List studies")
def list_studies(
    request: Request,
    listing: Listing,
    filters: StudyFilters,
    q: Text = "",
    limit: Limit = 50,
    offset: Offset = 0,
) -> Page[StudyShape]:
    """List the studies with a claim for each filter, by label; with `q`, the best hit first."""
    return _page(request, listing.find_studies(filters, q), limit, offset, filters, q)


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
    asked = q.casefold()
    found = [
        thing
        for thing in listing.things(name)
        if any(asked in word.casefold() for word in (thing.id, thing.label, *thing.synonyms))
    ]
    return _page(request, found, limit, offset, {}, q)


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
) -> Page[ClaimShape]:
    """List the claims that pass all filters, by study and kind; with `q`, the best hit first."""
    return _page(request, listing.find_claims(filters, q), limit, offset, filters, q)


@router.get("/claims/{claim_id}", tags=["claims"], summary="Read one claim")
def read_claim(listing: Listing, claim_id: str) -> ClaimShape:
    """Return a claim with its evidence."""
    claim = listing.claim(claim_id)
    if claim is None:
        raise HttpError(404, f"no claim {claim_id!r}")
    return claim


@router.get("/search", tags=["search"], summary="Search text")
def search(
    request: Request, listing: Listing, q: Text, limit: Limit = 50, offset: Offset = 0
) -> Page[SearchHit]:
    """Studies and claims whose labels, titles or quotes hold every word, the best first."""
    return _page(request, listing.search(q), limit, offset, {}, q)


@router.get("/queries", tags=["queries"], summary="List named queries")
def list_queries(
    request: Request, limit: Limit = MAX_LIMIT, offset: Offset = 0
) -> Page[QueryShape]:
    """Return the questions with a name, and the parameters of each."""
    shapes = [query_shape(query) for query in load_queries().values()]
    return _page(request, shapes, limit, offset, {}, "")


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


def query_shape(query: NamedQuery) -> QueryShape:
    """Return the named query as the API shows it."""
    return QueryShape(
        name=query.name,
        title=query.title,
        question=query.question,
        params=tuple(
            ParamShape(
                name=param.name,
                type=param.signature,
                required=param.is_required,
                default=param.default,
                description=param.description,
            )
            for param in query.params
        ),
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
        studies=len(listing.studies),
        claims=len(listing.claims),
    )

"""The HTML pages: they work without JavaScript, and load nothing from elsewhere."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates

from api import addresses, markup
from api.conditional import ConditionalRoute
from api.errors import HttpError, status_of
from api.paging import Window
from api.routes import Listing, Offset, StudyFilters, Text, known_query
from api.searching import Asked, search_page
from api.sparql.endpoint import answer
from api.sparql.protocol import Operation
from api.workers.asking import ask
from api.workers.pool import Task
from kg.catalog import THINGS
from kg.queries import NamedQuery, load_queries
from kg.table import Table, heading
from ontology.errors import AldkgError

#: Studies on a page of results.
PAGE_STUDIES = 25
#: Materials, processes and chemicals offered on the start page.
OFFERED = 12

router = APIRouter(
    include_in_schema=False,
    default_response_class=HTMLResponse,
    route_class=ConditionalRoute,
)


def make_templates() -> Jinja2Templates:
    """Return the page templates; everything printed is escaped."""
    templates = Jinja2Templates(directory=Path(__file__).with_name("templates"))
    filters = (
        *(markup.formula, markup.spans, markup.cell, markup.marked, heading),
        *(addresses.address, addresses.linked),
    )
    templates.env.filters.update({f.__name__: f for f in filters})
    return templates


def render(request: Request, name: str, status: int = 200, **context: Any) -> Response:
    """Return a page made from a template."""
    templates: Jinja2Templates = request.app.state.templates
    return templates.TemplateResponse(
        request, name, context, status_code=status, headers={"Vary": "Accept"}
    )


@router.get("/")
def home(
    request: Request, listing: Listing, filters: StudyFilters, q: Text = "", offset: Offset = 0
) -> Response:
    """Search studies and claims; without a question, browse."""
    window = Window(limit=PAGE_STUDIES, offset=offset)
    if not filters and not q.strip():
        studies = listing.most_claimed(limit=window.limit, offset=offset)
        offers = {name: listing.things(name, limit=OFFERED)[0] for name in THINGS}
        return render(
            request, "home.html", listing=listing, studies=studies, offers=offers, window=window
        )
    found = search_page(listing, filters, q, window, "/")
    asked = Asked(filters=filters, q=q)
    return render(request, "search.html", found=found, asked=asked, window=window)


@router.get("/queries")
def queries_page(request: Request) -> Response:
    """Return the questions with a name, by topic."""
    topics: dict[str, list[NamedQuery]] = {}
    for query in load_queries().values():
        topics.setdefault(query.topic, []).append(query)
    return render(request, "queries.html", topics=dict(sorted(topics.items())))


@router.get("/queries/{name}")
async def query_page(request: Request, name: str) -> Response:
    """One question: its parameters to fill in, and the answer."""
    query = known_query(name)
    values = {key: text for key, text in request.query_params.items() if key != "ask"}
    shown: dict[str, Any] = {"is_answered": False}
    status, headers = 200, {}
    if request.query_params or not query.params:
        try:
            shown = await _answered(request, name, values)
        except AldkgError as error:
            shown["problem"], status = str(error), status_of(error)
            headers = dict(error.headers) if isinstance(error, HttpError) else {}
    page = await run_in_threadpool(
        partial(render, request, "query.html", status, query=query, values=values, **shown)
    )
    page.headers.update(headers)
    return page


async def _answered(request: Request, name: str, values: dict[str, str]) -> dict[str, Any]:
    """Ask a question, and tell what the page needs of the answer."""
    max_rows = request.app.state.settings.max_rows
    asked = {"name": name, "values": values, "max_rows": max_rows}
    answer = await ask(request, Task(name="question_rows", arguments=asked))
    found = json.loads(answer.body)
    table = Table(columns=tuple(found["columns"]), rows=tuple(map(tuple, found["rows"])))
    return {
        "is_answered": True,
        "rows": _linked(table, found["readable"]),
        "columns": found["readable"],
        "total": found["total"],
        "notes": found["notes"],
    }


def _linked(table: Table, columns: list[str]) -> list[list[tuple[Any, str]]]:
    """Return the rows of these columns; the cell of a study with the address of its page."""
    links = [_link_column(table, name) for name in columns]
    kept = [table.columns.index(name) for name in columns]
    return [
        [
            (row[i], addresses.address(str(row[link])) if link is not None else "")
            for i, link in zip(kept, links, strict=True)
        ]
        for row in table.rows
    ]


def _link_column(table: Table, name: str) -> int | None:
    behind = name + "_iri"
    return table.columns.index(behind) if behind in table.columns else None


@router.get("/sparql-page")
async def sparql_page(request: Request, query: str = "") -> Response:
    """Return a SPARQL query to type, and its answer."""
    examples = [q for q in load_queries().values() if q.name != "all-claims"]
    context: dict[str, Any] = {"query": query, "examples": examples}
    if not query.strip():
        return render(request, "sparql.html", **context)
    operation = Operation(query=query.replace("\r\n", "\n"))
    try:
        result = await answer(
            request, operation, accept="application/sparql-results+json, text/turtle"
        )
    except HttpError as error:
        return render(request, "sparql.html", error.status, problem=str(error), **context)
    shown = await run_in_threadpool(_shown, result.media_type, result.body)
    max_rows = request.app.state.settings.max_rows
    return render(request, "sparql.html", max_rows=max_rows, **shown, **context)


def _shown(media_type: str, body: bytes) -> dict[str, Any]:
    """Tell what the page needs of a result: a table, an answer or Turtle."""
    text = body.decode("utf-8")
    if media_type == "text/turtle":
        return {"turtle": text}
    result = json.loads(text)
    if "boolean" in result:
        return {"truth": result["boolean"]}
    columns = result["head"]["vars"]
    rows = [[binding.get(name) for name in columns] for binding in result["results"]["bindings"]]
    return {"columns": columns, "rows": rows}


@router.get("/docs")
def docs_page(request: Request) -> Response:
    """Return the endpoints of the API, from its OpenAPI description."""
    paths: dict[str, Any] = request.app.openapi()["paths"]
    endpoints = [
        (method.upper(), path, operation)
        for path, methods in paths.items()
        for method, operation in methods.items()
    ]
    return render(request, "docs.html", endpoints=endpoints)

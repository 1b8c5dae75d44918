"""The page for typing SPARQL, with examples and answers; its form works without JavaScript."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse

from api.answers.protocol import Operation, read_post
from api.answers.shown import PAGE_FORMATS
from api.conditional import ConditionalRoute
from api.errors import HttpError, status_of
from api.pages import render
from api.routes import Listing, Text, known_query, question_values
from api.sparql.endpoint import answer
from api.sparql.fault import find_fault
from api.sparql.naming import complete_name
from api.workers.asking import ask
from api.workers.pool import Task
from kg.queries import NamedQuery, load_queries
from ontology.errors import AldkgError

#: Rows on the page, which keeps it small; the files have all rows.
PAGE_ROWS: Final = 200
#: The most characters of an address that every browser, proxy and mail program passes on.
MOST_LINK: Final = 8000
#: Name of a file to download -> the ``format`` of the endpoint, for rows and for graphs.
ROW_FILES: Final = {"CSV": "csv", "TSV": "tsv", "JSON": "json", "XML": "xml"}
GRAPH_FILES: Final = {"Turtle": "ttl", "N-Triples": "nt", "RDF/XML": "rdfxml", "JSON-LD": "jsonld"}

router = APIRouter(
    include_in_schema=False, default_response_class=HTMLResponse, route_class=ConditionalRoute
)


@router.get("/sparql-page")
async def sparql_page(request: Request, query: str = "", example: str = "") -> Response:
    """Return the page with a SPARQL query and its answer, or with an example to start from."""
    if example and not query.strip():
        named = known_query(example)
        values = question_values(request, named, ("example", "query"))
        return await _with_example(request, named, values)
    return await _with_answer(request, query.replace("\r\n", "\n"))


@router.post("/sparql-page")
async def long_query(request: Request) -> Response:
    """Answer a query that is too long for an address."""
    parts = (b"", request.headers.get("content-type", ""), await request.body())
    operation = await asyncio.to_thread(read_post, *parts)
    return await _with_answer(request, operation.query.replace("\r\n", "\n"))


@router.get("/sparql-page/terms")
def complete_terms(
    listing: Listing, q: Text = "", limit: Annotated[int, Query(ge=1, le=50)] = 12
) -> Response:
    """Return completions for the text before the cursor in a query."""
    found = [asdict(name) for name in complete_name(listing, q, limit=limit)]
    return Response(json.dumps({"items": found}), media_type="application/json")


async def _with_example(request: Request, query: NamedQuery, values: Mapping[str, str]) -> Response:
    """Return the page with a named question as SPARQL, with the given or the example values."""
    given = dict(values) or dict(query.example)
    task = Task(name="question_text", arguments={"name": query.name, "values": given})
    try:
        found = await ask(request, task)
    except AldkgError as error:
        return await _page(request, query.text, error=error)
    return await _page(request, found.body.decode())


async def _with_answer(request: Request, query: str) -> Response:
    if not query.strip():
        return await _page(request, query)
    rows = min(request.app.state.settings.max_rows, PAGE_ROWS)
    try:
        found = await answer(request, Operation(query=query), PAGE_FORMATS, max_rows=rows)
    except AldkgError as error:
        return await _page(request, query, error=error, is_asked=True)
    return await _page(request, query, answer=json.loads(found.body), is_asked=True)


async def _page(
    request: Request,
    query: str,
    *,
    answer: Mapping[str, Any] | None = None,
    error: AldkgError | None = None,
    is_asked: bool = False,
) -> Response:
    shown = dict(answer or {})
    link = f"/sparql-page?{urlencode({'query': query})}" if query.strip() else ""
    problem = str(error) if error else ""
    status = status_of(error) if error else 200
    page = await run_in_threadpool(
        render,
        request,
        "sparql.html",
        status,
        query=query,
        topics=_topics(),
        link=link,
        is_long=len(link) > MOST_LINK,
        most_link=MOST_LINK,
        problem=problem,
        fault=find_fault(problem, query) if is_asked else None,
        answer=shown,
        files=GRAPH_FILES if "drawing" in shown else ROW_FILES,
    )
    page.headers.update(error.headers if isinstance(error, HttpError) else {})
    return page


@cache
def _topics() -> Mapping[str, tuple[NamedQuery, ...]]:
    """Return the questions that serve as examples, by topic."""
    queries = load_queries().values()
    names = sorted({query.topic for query in queries})
    return {name: tuple(query for query in queries if query.topic == name) for name in names}

"""Pages of the questions with a name, and their answers in other formats."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, Final

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse

from api.choices import choices
from api.conditional import ConditionalRoute
from api.errors import HttpError, status_of
from api.pages import render
from api.paging import Window
from api.representations import split_suffix
from api.routes import Listing, Offset, known_query
from api.shown import shown_answer
from api.workers.asking import ask
from api.workers.pool import Task
from kg.queries import NamedQuery, load_queries
from ontology.errors import AldkgError

#: Suffix of the address of a question -> the export format of its answer.
EXPORTS: Final = MappingProxyType(
    {
        "csv": "csv",
        "xlsx": "xlsx",
        "tex": "latex",
        "bib": "bibtex",
        "list.tex": "latex-list",
        "md": "markdown",
        "ris": "ris",
        "csl.json": "csl",
        "json": "json",
    }
)
#: Rows on a page, so that no page is heavy; the exports have all.
PAGE_ROWS: Final = 150
#: Formats that the API answers in.
_PLAIN: Final = frozenset({"csv", "json"})

router = APIRouter(
    include_in_schema=False,
    default_response_class=HTMLResponse,
    route_class=ConditionalRoute,
)


@router.get("/queries")
def queries_page(request: Request) -> Response:
    """Return the questions with a name, by topic."""
    topics: dict[str, list[NamedQuery]] = {}
    for query in load_queries().values():
        topics.setdefault(query.topic, []).append(query)
    return render(request, "queries.html", topics=dict(sorted(topics.items())))


@router.get("/queries/{name}")
async def query_page(request: Request, listing: Listing, name: str, offset: Offset = 0) -> Response:
    """One question: its parameters to fill in, and the answer."""
    values = {k: text for k, text in request.query_params.items() if k not in ("ask", "offset")}
    bare, suffix = split_suffix(name, EXPORTS)
    if suffix:
        return await _printed(request, known_query(bare).name, suffix, values)
    query = known_query(name)
    shown: dict[str, Any] = {"is_answered": False}
    status, headers = 200, {}
    if request.query_params or not query.params:
        try:
            shown = await _answered(request, name, values, offset)
            status = shown["window"].status(shown["rows"])
        except AldkgError as error:
            shown["problem"], status = str(error), status_of(error)
            headers = dict(error.headers) if isinstance(error, HttpError) else {}
    page = await run_in_threadpool(
        partial(
            render,
            request,
            "query.html",
            status,
            query=query,
            values=values,
            exports=EXPORTS,
            choices={param.name: choices(param, listing) for param in query.params},
            **shown,
        )
    )
    page.headers.update(headers)
    return page


async def _answered(
    request: Request, name: str, values: dict[str, str], offset: int
) -> dict[str, Any]:
    """Ask a question, and tell what the page needs of the answer."""
    window = Window(limit=min(request.app.state.settings.max_rows, PAGE_ROWS), offset=offset)
    asked = {"name": name, "values": values, "max_rows": window.limit, "offset": offset}
    answer = await ask(request, Task(name="question_rows", arguments=asked))
    return {**shown_answer(answer.body), "window": window}


async def _printed(request: Request, name: str, suffix: str, values: Mapping[str, str]) -> Response:
    form = EXPORTS[suffix]
    asked: dict[str, Any] = {"name": name, "values": dict(values), "form": form}
    if form in _PLAIN:
        answer = await ask(request, Task(name="question", arguments={**asked, "is_raw": False}))
    else:
        answer = await ask(request, Task(name="printed_answer", arguments=asked))
    file = {"Content-Disposition": f'attachment; filename="{name}.{suffix}"'}
    return Response(
        answer.body, media_type=answer.media_type, headers={} if form == "json" else file
    )

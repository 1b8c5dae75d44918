"""Pages of the named questions, and their answers in other formats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import Annotated, Any, Final
from urllib.parse import unquote, urlencode

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse

from api.answer_pages import answer_page
from api.basket import MOST_STUDIES, OWN
from api.catalog import Catalog
from api.choices import choices
from api.conditional import ConditionalRoute
from api.pages import render
from api.paging import Window
from api.representations import split_suffix
from api.routes import Listing, Offset, known_query, question_values
from api.shown import Shown, shown_answer
from api.streaming import whole_answer
from api.workers.asking import ask
from api.workers.pool import Task
from kg.queries import NamedQuery, load_queries
from kg.queries.cursor import CURSOR

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
#: Rows on a page, which keeps pages small; the exports have all rows.
PAGE_ROWS: Final = 150
#: Prefix of the address of the page of a study.
_STUDY_PAGE: Final = "/studies/"
#: Formats in which the API answers.
_PLAIN: Final = frozenset({"csv", "json"})

Cursor = Annotated[str, Query(max_length=60, pattern=f"^$|{CURSOR}")]

router = APIRouter(
    include_in_schema=False,
    default_response_class=HTMLResponse,
    route_class=ConditionalRoute,
)


@router.get("/queries")
def queries_page(request: Request) -> Response:
    """Return the page that lists the named questions, by topic."""
    topics: dict[str, list[NamedQuery]] = {}
    for query in load_queries().values():
        topics.setdefault(query.topic, []).append(query)
    return render(request, "queries.html", topics=dict(sorted(topics.items())))


@router.get("/queries/{name}")
async def query_page(
    request: Request, listing: Listing, name: str, offset: Offset = 0, cursor: Cursor = ""
) -> Response:
    """Return the page of one question (a form for its parameters, and the answer), or a file."""
    own = ("ask", "offset", "cursor")
    bare, suffix = split_suffix(name, EXPORTS)
    query = known_query(bare if suffix else name)
    values = question_values(request, query, own)
    if suffix:
        return await _printed(request, query.name, suffix, values)
    window = Window(limit=min(request.app.state.settings.max_rows, PAGE_ROWS), offset=offset)
    is_asked = bool(request.query_params) or not query.params
    return await answer_page(
        request,
        "query.html",
        _answered(request, query, values, window, cursor) if is_asked else None,
        query=query,
        values=values,
        window=window,
        exports=EXPORTS,
        choices=await run_in_threadpool(_choices, query, listing),
    )


def _choices(query: NamedQuery, listing: Catalog) -> dict[str, Sequence[str]]:
    return {param.name: choices(param, listing) for param in query.params}


async def _answered(
    request: Request, query: NamedQuery, values: dict[str, str], window: Window, cursor: str
) -> dict[str, Any]:
    """Ask a question and return what its page shows of the answer."""
    asked = {"name": query.name, "values": values, "max_rows": window.limit}
    asked |= {"cursor": cursor} if cursor else {"offset": window.offset}
    answer = await ask(request, Task(name="question_rows", arguments=asked))
    found = shown_answer(answer.body)
    is_on_studies = found["rows"] and "study" in found["columns"]
    return {**found, "compared": compared(query, values, found["rows"]) if is_on_studies else ""}


def compared(query: NamedQuery, values: Mapping[str, str], rows: Iterable[Shown]) -> str:
    """Return the address that compares the studies of an answer.

    The address names the question, or the studies themselves if a parameter of the question has the
    same name as one of the comparison, such as ``study``.
    """
    if not OWN.intersection(values):
        return f"/compare?{urlencode({'query': query.name, **values})}"
    pages = (href for row in rows for _, href in row.cells if href.startswith(_STUDY_PAGE))
    ids = dict.fromkeys(unquote(page.removeprefix(_STUDY_PAGE)) for page in pages)
    return f"/compare?{urlencode([('study', one) for one in islice(ids, MOST_STUDIES)])}"


async def _printed(request: Request, name: str, suffix: str, values: Mapping[str, str]) -> Response:
    form = EXPORTS[suffix]
    asked: dict[str, Any] = {"name": name, "values": dict(values), "form": form}
    file = {"Content-Disposition": f'attachment; filename="{name}.{suffix}"'}
    if form in _PLAIN:
        shown = {} if form == "json" else file
        return await whole_answer(request, {**asked, "is_raw": False}, shown)
    answer = await ask(request, Task(name="printed_answer", arguments=asked))
    return Response(answer.body, media_type=answer.media_type, headers=file)

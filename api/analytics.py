"""Analyses of the graph in the API and on pages: a list of them, and the answer to each."""

from __future__ import annotations

from typing import Any, Final

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from api.answer_pages import answer_page, known_inquiry
from api.errors import HttpError
from api.pages import render
from api.paging import MAX_LIMIT, Window, page_fields
from api.routes import CSV_TOO, STRICT, Limit, Offset, param_shapes
from api.schemas import Page, ParamShape, Shape
from api.shown import shown_answer
from api.workers.asking import ask
from api.workers.pool import Task
from kg.analytics import ANALYSES, Analysis, find_analysis

#: Rows on a page; the CSV has all.
PAGE_ROWS: Final = 150

router = APIRouter(prefix="/api/v1/analytics", tags=["analytics"])
pages = APIRouter(prefix="/analytics", include_in_schema=False, default_response_class=HTMLResponse)


class AnalysisShape(Shape):
    """An analysis of the graph, and its parameters."""

    name: str
    title: str
    question: str
    params: tuple[ParamShape, ...] = ()
    columns: tuple[str, ...]
    example: dict[str, str]
    href: str


@router.get("", summary="List analyses", dependencies=STRICT)
def list_analyses(
    request: Request, limit: Limit = MAX_LIMIT, offset: Offset = 0
) -> Page[AnalysisShape]:
    """Return the analyses, with the parameters of each."""
    shapes = [_shape(analysis) for analysis in ANALYSES.values()]
    fields = page_fields(
        shapes[offset : offset + limit],
        total=len(shapes),
        window=Window(limit=limit, offset=offset),
        path=request.url.path,
        params={},
    )
    return Page(**fields)


@router.get("/{name}", summary="Answer an analysis", responses=CSV_TOO)
async def ask_analysis(request: Request, name: str) -> Response:
    """Return the answer to an analysis; its parameters are query parameters of this address.

    With `format=csv` the rows come as CSV, otherwise as JSON. JSON always has the columns for
    programs; CSV has them with `raw=true`.
    """
    values = dict(request.query_params)
    form, is_raw = values.pop("format", "json"), values.pop("raw", "") in ("true", "1")
    if form not in ("json", "csv"):
        raise HttpError(400, f"unknown format {form!r}; there are: json, csv")
    asked = {
        "name": known_inquiry(find_analysis, name).name,
        "values": values,
        "form": form,
        "is_raw": is_raw,
    }
    answer = await ask(request, Task(name="analysis", arguments=asked))
    return Response(answer.body, media_type=answer.media_type)


def _shape(analysis: Analysis) -> AnalysisShape:
    return AnalysisShape(
        name=analysis.name,
        title=analysis.title,
        question=analysis.question,
        params=param_shapes(analysis.parameters),
        columns=analysis.columns,
        example=dict(analysis.example),
        href=f"/api/v1/analytics/{analysis.name}",
    )


@pages.get("")
def analyses_page(request: Request) -> Response:
    """Return the page that lists the analyses."""
    return render(request, "analyses.html", listed=list(ANALYSES.values()))


@pages.get("/{name}")
async def analysis_page(request: Request, name: str, offset: Offset = 0) -> Response:
    """Return the page of one analysis: a form for its parameters, and the answer."""
    analysis = known_inquiry(find_analysis, name)
    values = {k: text for k, text in request.query_params.items() if k not in ("ask", "offset")}
    window = Window(limit=PAGE_ROWS, offset=offset)
    is_ready = not any(one.is_required for one in analysis.parameters)
    answer = _answered(request, name, values, window) if request.query_params or is_ready else None
    shown = {"analysis": analysis, "values": values, "window": window}
    return await answer_page(request, "analysis.html", answer, **shown)


async def _answered(
    request: Request, name: str, values: dict[str, str], window: Window
) -> dict[str, Any]:
    """Run an analysis and return what its page shows of the answer."""
    asked = {"name": name, "values": values, "max_rows": window.limit, "offset": window.offset}
    return shown_answer((await ask(request, Task(name="analysis_rows", arguments=asked))).body)

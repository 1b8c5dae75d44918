"""Analyses of the graph by API and on pages: their list, and the answer to each."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates

from api.errors import HttpError, status_of
from api.paging import make_page
from api.routes import MAX_LIMIT, Graph, Limit, Offset
from api.schemas import AnswerShape, ErrorShape, Page, ParamShape, Shape
from kg.analytics import ANALYSES, Analysis, find_analysis, run
from kg.errors import QueryError
from kg.table import IRI_SUFFIX, Cell, Table, render_csv
from ontology.errors import AldkgError
from ontology.iri import segments

_ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorShape} for status in (400, 404, 422, 503)
}

router = APIRouter(prefix="/api/analytics", tags=["analytics"], responses=_ERRORS)
pages = APIRouter(prefix="/analytics", include_in_schema=False, default_response_class=HTMLResponse)


class AnalysisShape(Shape):
    """An analysis of the graph, and what it can be told."""

    name: str
    title: str
    question: str
    params: tuple[ParamShape, ...] = ()
    columns: tuple[str, ...]
    example: dict[str, str]
    href: str


@router.get("", summary="List analyses")
def list_analyses(
    request: Request, limit: Limit = MAX_LIMIT, offset: Offset = 0
) -> Page[AnalysisShape]:
    """Return the analyses, with the parameters of each."""
    shapes = [_shape(analysis) for analysis in ANALYSES.values()]
    return make_page(shapes, path=request.url.path, params={}, limit=limit, offset=offset)


@router.get("/{name}", summary="Answer an analysis", responses={200: {"model": AnswerShape}})
def ask_analysis(request: Request, graph: Graph, name: str) -> Response:
    """Return the answer to an analysis; its parameters are query parameters of this address.

    With `format=csv` the rows come as CSV, else as JSON; `raw=true` keeps in CSV the columns for
    programs, which JSON always has.
    """
    values = dict(request.query_params)
    form, is_raw = values.pop("format", "json"), values.pop("raw", "") in ("true", "1")
    if form not in ("json", "csv"):
        raise HttpError(400, f"unknown format {form!r}; there are: json, csv")
    table = run(graph.store(), _known(name).name, values)
    if form == "csv":
        shown = table if is_raw else table.readable().headed()
        return Response(render_csv(shown), media_type="text/csv")
    rows = tuple(dict(zip(table.columns, row, strict=True)) for row in table.rows)
    answer = AnswerShape(query=name, columns=table.columns, rows=rows, notes=())
    return Response(answer.model_dump_json(), media_type="application/json")


def _known(name: str) -> Analysis:
    try:
        return find_analysis(name)
    except QueryError as error:
        raise HttpError(404, str(error)) from error


def _shape(analysis: Analysis) -> AnalysisShape:
    return AnalysisShape(
        name=analysis.name,
        title=analysis.title,
        question=analysis.question,
        params=tuple(
            ParamShape(
                name=one.name,
                type=one.signature,
                required=one.default is None,
                default=one.default,
                description=one.description,
            )
            for one in analysis.parameters
        ),
        columns=analysis.columns,
        example=dict(analysis.example),
        href=f"/api/analytics/{analysis.name}",
    )


@pages.get("")
def analyses_page(request: Request) -> Response:
    """Return the list of analyses."""
    return _render(request, "analyses.html", analyses=list(ANALYSES.values()))


@pages.get("/{name}")
def analysis_page(request: Request, graph: Graph, name: str) -> Response:
    """Return one analysis: its parameters to fill in, and the answer."""
    analysis = _known(name)
    values = {key: text for key, text in request.query_params.items() if key != "ask"}
    table: Table | None = None
    problem, status = "", 200
    is_ready = all(one.default is not None for one in analysis.parameters)
    if request.query_params or is_ready:
        try:
            table = run(graph.store(), name, values)
        except AldkgError as error:
            problem, status = str(error), status_of(error)
    return _render(
        request,
        "analysis.html",
        status,
        analysis=analysis,
        values=values,
        problem=problem,
        rows=linked_cells(table) if table else [],
        columns=table.readable().columns if table else (),
        is_answered=table is not None,
        max_rows=request.app.state.settings.max_rows,
    )


def linked_cells(table: Table) -> list[list[tuple[Cell, str]]]:
    """Return the rows that readers see, each cell with the address of the study that it names."""
    shown = [table.columns.index(name) for name in table.readable().columns]
    behind = {
        table.columns.index(name.removesuffix(IRI_SUFFIX)): number
        for number, name in enumerate(table.columns)
        if name.endswith("study" + IRI_SUFFIX)
    }
    return [
        [(row[i], _study_page(row[behind[i]]) if i in behind else "") for i in shown]
        for row in table.rows
    ]


def _study_page(iri: Cell) -> str:
    return f"/studies/{segments(str(iri))[-1]}"


def _render(request: Request, name: str, status: int = 200, **context: Any) -> Response:
    templates: Jinja2Templates = request.app.state.templates
    return templates.TemplateResponse(
        request, name, context, status_code=status, headers={"Vary": "Accept"}
    )

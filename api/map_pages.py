"""Pages of maps and plots: the picture, its files, and the rows behind it."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import Any, Final

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from api.answer_pages import answer_page, known_inquiry
from api.conditional import ConditionalRoute
from api.pages import render
from api.paging import Window
from api.representations import split_suffix
from api.routes import Offset
from api.shown import shown_answer
from api.workers.asking import ask
from api.workers.pool import Task
from kg.maps import MAPS, find_map

#: Suffix of the address of a map -> the name of that file for readers.
TWINS: Final = MappingProxyType(
    {"svg": "SVG", "png": "PNG", "pdf": "PDF", "csv": "CSV", "json": "JSON"}
)
#: Rows below a picture; the files have all rows.
PAGE_ROWS: Final = 100
#: Parameters that restrict the rows to those behind one mark of the map.
_NARROWING: Final = ("first", "second")

router = APIRouter(
    prefix="/maps",
    include_in_schema=False,
    default_response_class=HTMLResponse,
    route_class=ConditionalRoute,
)


@router.get("")
def maps_page(request: Request) -> Response:
    """Return the page that lists the maps."""
    return render(request, "maps.html", listed=list(MAPS.values()))


@router.get("/{name}")
async def map_page(request: Request, name: str, offset: Offset = 0) -> Response:
    """Return the page of one map (its form, picture and rows), or one of its files."""
    given = {k: text for k, text in request.query_params.items() if k not in ("ask", "offset")}
    narrowed: dict[str, Any] = {key: given.pop(key) for key in _NARROWING if key in given}
    bare, suffix = split_suffix(name, TWINS)
    found = known_inquiry(find_map, bare)
    asked: dict[str, Any] = {"name": bare, "values": given, **narrowed}
    if suffix:
        answer = await ask(request, _task("map_file", {**asked, "form": suffix}))
        file = {"Content-Disposition": f'inline; filename="{bare}.{suffix}"'}
        return Response(answer.body, media_type=answer.media_type, headers=file)
    window = Window(limit=PAGE_ROWS, offset=offset)
    shown = {"map": found, "values": given, "narrowed": narrowed, "window": window, "twins": TWINS}
    return await answer_page(request, "map.html", _answered(request, asked, window), **shown)


async def _answered(request: Request, asked: dict[str, Any], window: Window) -> dict[str, Any]:
    """Draw a map and return what its page shows."""
    part = {"offset": window.offset, "max_rows": window.limit}
    answer = await ask(request, _task("map_page", {**asked, **part}))
    found = json.loads(answer.body)
    # The picture is safe: every text in it was escaped when it was written as XML.
    picture = Markup(found["svg"])  # noqa: S704
    told = {name: found[name] for name in ("title", "description")}
    return {**shown_answer(answer.body), **told, "picture": picture}


def _task(name: str, arguments: dict[str, Any]) -> Task:
    return Task(name=name, arguments=arguments, loads="kg.maps.drawing")

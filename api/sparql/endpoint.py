"""``/sparql`` over HTTP: reads the request, asks the pool and sends the answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from functools import lru_cache
from typing import Any, Final

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from fastapi.routing import APIRoute
from starlette.datastructures import URL

from api.answers.formats import GRAPH, Formats, choose, choose_formats
from api.answers.protocol import Operation, read_get, read_post
from api.sparql import openapi
from api.sparql.description import render_description
from api.sparql.lookup import Lookups
from api.strict import require_utf8
from api.workers.asking import ask, client_of
from api.workers.pool import Answer, Task

_HTML = "text/html"
NEGOTIATED: Final = {"Vary": "Accept"}
#: The most bytes of a form that are decoded in the event loop; longer ones are decoded in a thread.
_AT_ONCE: Final = 10_000
ALLOWED = "GET, HEAD, POST, OPTIONS"


class PlainRoute(APIRoute):
    """A route that passes on the bare request, without injection or validation.

    FastAPI's work on parameters costs as much as a short query.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return a handler that calls the function of the route directly."""
        call: Any = self.endpoint

        async def handle(request: Request) -> Response:
            require_utf8(request.scope)
            response: Response = await call(request)
            return response

        return handle


router = APIRouter(route_class=PlainRoute)


@router.get(
    "/sparql",
    tags=["sparql"],
    summary="Ask a SPARQL 1.1 query",
    response_class=Response,
    openapi_extra=openapi.GET,
)
async def get_sparql(request: Request) -> Response:
    """Answer the query in the `query` parameter; without one, describe the service.

    A browser without a query is redirected to the page for typing one.

    Results come as JSON, XML, CSV or TSV, and graphs as Turtle, N-Triples, RDF/XML or JSON-LD. The
    `Accept` header or the parameter `format` selects the format.
    """
    operation = await read_operation(request)
    if operation is None:
        if choose(request.headers.get("accept"), (*GRAPH, _HTML)) == _HTML:
            return RedirectResponse("sparql-page", status_code=303, headers={"Vary": "Accept"})
        media, text = render_description(_address(request), request.headers.get("accept"))
        return Response(text, media_type=media, headers={"Vary": "Accept"})
    return _response(await answer(request, operation))


@router.post(
    "/sparql",
    tags=["sparql"],
    summary="Ask a SPARQL 1.1 query in the body",
    response_class=Response,
    openapi_extra=openapi.POST,
)
async def post_sparql(request: Request) -> Response:
    """Answer a query sent as a form or as `application/sparql-query`."""
    return await get_sparql(request)


@router.options("/sparql", include_in_schema=False)
async def options_sparql(request: Request) -> Response:
    """Return the allowed methods."""
    return Response(status_code=204, headers={"Allow": ALLOWED})


async def read_operation(request: Request) -> Operation | None:
    """Return the query of a request; ``None`` for a GET without a query.

    Raises
    ------
    HttpError
        The errors of :func:`read_get` and :func:`read_post`.
    """
    if request.method == "GET":
        return read_get(request.scope["query_string"])
    content_type = request.headers.get("content-type", "")
    parts = (request.scope["query_string"], content_type, await request.body())
    if len(parts[2]) <= _AT_ONCE:
        return read_post(*parts)
    return await asyncio.to_thread(read_post, *parts)


async def answer(
    request: Request, operation: Operation, accept: str | None = None, max_rows: int | None = None
) -> Answer:
    """Answer an operation with the workers of the application.

    Parameters
    ----------
    request
        The request, with the application and the accepted formats.
    operation
        The query.
    accept
        An ``Accept`` header that replaces that of the request.
    max_rows
        If given, return only what a page shows of the answer (:func:`api.answers.shown.shown`).

    Raises
    ------
    HttpError
        400 if the query is refused or malformed, 406 if no format fits, 429 if the client has used
        up its quota, 503 if a limit of the service is reached.
    """
    formats = choose_formats(accept or request.headers.get("accept"), operation.format)
    lookups: Lookups | None = request.app.state.lookups
    if max_rows is None and lookups is not None:
        found = lookups.answer(client_of(request), operation, formats, _address(request))
        if found is not None:
            return found
    arguments = {
        "operation": _fields(operation),
        "formats": _fields(formats),
        "base": _address(request),
    }
    if max_rows is None:
        return await ask(request, Task(name="sparql", arguments=arguments, lane="sparql"))
    shown = {**arguments, "max_rows": max_rows}
    return await ask(request, Task(name="sparql_shown", arguments=shown, lane="sparql"))


def _address(request: Request) -> str:
    """Return the base IRI of queries, which is the same on every page."""
    host = request.headers.get("host")
    if host is None:
        return str(request.url.replace(path="/sparql", query="", fragment=""))
    return _address_at(request.scope["scheme"], host)


@lru_cache(maxsize=64)
def _address_at(scheme: str, host: str) -> str:
    return str(URL(f"{scheme}://{host}/").replace(path="/sparql"))


def _fields(one: Operation | Formats) -> dict[str, Any]:
    """Return the fields of a flat record; much faster than ``asdict``, which copies the values."""
    return {name: getattr(one, name) for name in one.__slots__}


def _response(result: Answer) -> Response:
    return Response(result.body, media_type=result.media_type, headers=NEGOTIATED)

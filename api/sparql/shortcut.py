"""A fast path for short queries, without the routing and middleware of the other addresses.

Routing, validation of parameters and six layers of middleware cost more than the answer to a query
that takes a fraction of a millisecond. The client sees the same answer; a test compares the two
paths.
"""

from __future__ import annotations

from functools import lru_cache

from fastapi import Request, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api.handlers import answer_error
from api.middleware import ASGI_SECURITY_HEADERS, BodyLimit
from api.sparql.endpoint import NEGOTIATED, answer, get_sparql, read_operation, router
from api.telemetry import Metrics, Telemetry
from api.workers.pool import Answer

#: The routes of the same requests on the ordinary path, for the metrics.
_ROUTES = {
    method: route
    for route in router.routes
    for method in getattr(route, "methods", ())
    if method in ("GET", "POST")
}


def is_short(scope: Scope) -> bool:
    """Return whether this is a query of a program; browsers send the page that they are on."""
    return (
        scope["type"] == "http"
        and scope["path"] == "/sparql"
        and (scope["method"] == "POST" or b"query=" in scope["query_string"])
        and scope["method"] in _ROUTES
        and not any(name == b"origin" for name, _ in scope["headers"])
    )


def shortcut(metrics: Metrics, limit: int) -> ASGIApp:
    """Return the application for short queries, which counts, logs and limits them as usual."""
    return Telemetry(BodyLimit(_answer, limit), metrics)


async def _answer(scope: Scope, receive: Receive, send: Send) -> None:
    scope["route"] = _ROUTES[scope["method"]]
    request = Request(scope, receive, send)
    try:
        reply = await _reply(request)
    except Exception as error:
        reply = await answer_error(request, error)
    if isinstance(reply, Answer):
        length = (b"content-length", str(len(reply.body)).encode())
        headers = [length, *_headers(reply.media_type)]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": reply.body})
    else:
        reply.raw_headers = [*map(_for_origins, reply.raw_headers), *ASGI_SECURITY_HEADERS]
        await reply(scope, receive, send)


async def _reply(request: Request) -> Answer | Response:
    operation = await read_operation(request)
    return await get_sparql(request) if operation is None else await answer(request, operation)


@lru_cache(maxsize=16)
def _headers(media_type: str) -> tuple[tuple[bytes, bytes], ...]:
    """Return the headers of all answers of a media type."""
    own = Response(media_type=media_type, headers=NEGOTIATED).raw_headers
    kept = (_for_origins(header) for header in own if header[0] != b"content-length")
    return (*kept, *ASGI_SECURITY_HEADERS)


def _for_origins(header: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    """Return the header in the form that the CORS middleware gives it."""
    return (b"vary", header[1] + b", Origin") if header[0] == b"vary" else header

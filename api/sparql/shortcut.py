"""The way of a short query past all that only other addresses need.

Addresses tried one after the other, parameters injected and validated, six layers of middleware: for a
query that takes a fraction of a millisecond that costs more than its answer. What a client sees is
the same, and a test compares the two ways.
"""

from __future__ import annotations

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.handlers import answer_error
from api.middleware import ASGI_SECURITY_HEADERS
from api.sparql.endpoint import get_sparql, router
from api.telemetry import Metrics, Telemetry

#: The route that the same request takes on the long way, for the counts.
_ROUTE = next(route for route in router.routes if getattr(route, "endpoint", None) is get_sparql)


def is_short(scope: Scope) -> bool:
    """Whether this is a query in an address, from a program: browsers name the page they are on."""
    return (
        scope["type"] == "http"
        and scope["path"] == "/sparql"
        and scope["method"] == "GET"
        and not any(name == b"origin" for name, _ in scope["headers"])
    )


def shortcut(metrics: Metrics) -> ASGIApp:
    """The application that answers what :func:`is_short`, counted and logged as all requests."""
    return Telemetry(_answer, metrics)


async def _answer(scope: Scope, receive: Receive, send: Send) -> None:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*map(_for_origins, message["headers"]), *ASGI_SECURITY_HEADERS]
        await send(message)

    scope["route"] = _ROUTE
    request = Request(scope, receive, send)
    try:
        response = await get_sparql(request)
    except Exception as error:
        response = await answer_error(request, error)
    await response(scope, receive, send_with_headers)


def _for_origins(header: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    """The header as the middleware for other origins leaves it."""
    return (b"vary", header[1] + b", Origin") if header[0] == b"vary" else header

"""Conditional requests: an ``ETag`` per generation, and 304 while the generation is the same.

References
----------
Conditional requests: https://www.rfc-editor.org/rfc/rfc9110#name-conditional-requests
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.routing import APIRoute

from api.graph import ServedGraph

_OK = 200
#: A cache may keep an answer but must check before each use that it is still valid.
_KEPT = "no-cache"


class ConditionalRoute(APIRoute):
    """A route whose answer depends only on the address and on the generation of the graph."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return a handler that checks ``If-None-Match`` before it computes an answer."""
        answer = super().get_route_handler()

        async def conditional(request: Request) -> Response:
            tag = await _tag(request.app.state.graph)
            if tag in _listed(request.headers.get("if-none-match", "")):
                return Response(status_code=304, headers=_headers(tag))
            response = await answer(request)
            if response.status_code == _OK and "cache-control" not in response.headers:
                response.headers.update(_headers(tag))
            return response

        return conditional


async def _tag(graph: ServedGraph) -> str:
    """Return the tag of the current generation; open a new generation outside the event loop."""
    current = graph.opened()
    if current is None:
        current = await run_in_threadpool(graph.current)
    return f'W/"{current.tag}"'


def _listed(header: str) -> set[str]:
    return {tag.strip() for tag in header.split(",")}


def _headers(tag: str) -> dict[str, str]:
    return {"ETag": tag, "Cache-Control": _KEPT}

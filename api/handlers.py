"""Error responses for exceptions: problem details, or a page for a browser that asks for one."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.templating import Jinja2Templates
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Receive, Scope, Send

from api.answers.formats import choose
from api.errors import HttpError, status_of
from api.markup import meant
from api.middleware import SECURITY_HEADERS
from api.nearby import near
from api.problem import PROBLEM, problem
from api.refusals import fault_of, sentence, title_of
from api.routes import STUDY_FILTERS
from api.strict import require_utf8
from api.workers.asking import ClientGoneError
from ontology.errors import AldkgError

#: The status of a request whose client disconnected before the answer, as in the logs of nginx.
CLIENT_GONE = 499

#: Addresses that only programs use, besides those below ``/api/``.
_FOR_PROGRAMS = frozenset({"/sparql", "/health", "/ready", "/metrics", "/openapi.json"})

#: The most characters of a message, which may repeat the input.
_LONGEST = 1_000

_LOG = logging.getLogger(__name__)


def install_handlers(app: FastAPI) -> None:
    """Make the application answer every error with problem details or an error page."""
    for kind, handler in _HANDLERS.items():
        app.add_exception_handler(kind, handler)
    app.add_exception_handler(Exception, _on_bug)


async def answer_error(request: Request, error: Exception) -> Response:
    """Return the response to an error that occurs outside the router, as the router would."""
    for kind, handler in _HANDLERS.items():
        if isinstance(error, kind):
            return await handler(request, error)
    return _answer_bug(request, error, {})


class RequireUtf8:
    """Middleware that refuses a request whose address is not UTF-8, before all routes."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the request, or pass it on."""
        if scope["type"] == "http":
            try:
                require_utf8(scope)
            except HttpError as error:
                refusal = await answer_error(Request(scope), error)
                await refusal(scope, receive, send)
                return
        await self.app(scope, receive, send)


async def _on_aldkg_error(request: Request, error: Exception) -> Response:
    headers = error.headers if isinstance(error, HttpError) else {}
    status = status_of(error) if isinstance(error, AldkgError) else 500
    return await _respond(request, status, str(error), headers)


async def _on_http_exception(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    message = {
        404: f"there is nothing at {request.url.path}",
        405: f"{request.method} is not supported at {request.url.path}",
    }.get(error.status_code, str(error.detail))
    headers = dict(error.headers or {})
    if headers.get("Allow") == "GET":
        headers["Allow"] = "GET, HEAD"  # the middleware answers HEAD as GET
    return await _respond(request, error.status_code, message, headers)


async def _on_validation_error(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    detail = [
        {"parameter": str(one["loc"][-1]), "problem": fault_of(one)} for one in error.errors()
    ]
    names = "; ".join(f"{item['parameter']}: {item['problem']}" for item in detail)
    return respond(request, 422, names, errors=detail)


async def _on_client_gone(_: Request, __: Exception) -> Response:
    return Response(status_code=CLIENT_GONE)  # only for the log: nobody receives it


_HANDLERS: Mapping[type[Exception], Callable[[Request, Exception], Awaitable[Response]]] = {
    AldkgError: _on_aldkg_error,
    HTTPException: _on_http_exception,
    RequestValidationError: _on_validation_error,
    ClientGoneError: _on_client_gone,
    ClientDisconnect: _on_client_gone,
}


async def _on_bug(request: Request, error: Exception) -> Response:
    return _answer_bug(request, error, SECURITY_HEADERS)  # outside all middleware


def _answer_bug(request: Request, error: Exception, headers: Mapping[str, str]) -> Response:
    _LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
    message = "internal error; the log of the service has the details"
    return respond(request, 500, message, headers=headers)


async def _respond(
    request: Request, status: int, message: str, headers: Mapping[str, str]
) -> Response:
    """Return the error response; runs in a thread because a page may look up similar names."""
    return await run_in_threadpool(respond, request, status, message, headers=headers)


def respond(
    request: Request,
    status: int,
    message: str,
    *,
    headers: Mapping[str, str] | None = None,
    errors: Sequence[Mapping[str, str]] = (),
) -> Response:
    """Return the error as problem details, or as a page if the client prefers one."""
    accept = request.headers.get("accept")
    message = message if len(message) <= _LONGEST else message[:_LONGEST] + "…"
    kept = {"Vary": "Accept", **(headers or {})}
    if choose(accept, ("application/json", "text/html")) == "text/html" and _is_page(request):
        context: dict[str, Any] = {
            "status": status,
            "title": title_of(status),
            "message": sentence(message),
        }
        if status == HTTPStatus.NOT_FOUND:
            graph = request.app.state.graph
            context["near"] = near(graph, *_missed(request, message))
        templates: Jinja2Templates = request.app.state.templates
        return templates.TemplateResponse(
            request, "error.html", context, status_code=status, headers=kept
        )
    body = problem(status, message, errors)
    return JSONResponse(body, status_code=status, headers=kept, media_type=PROBLEM)


def _missed(request: Request, message: str) -> tuple[str, ...]:
    """Return the texts not found: the path, or a search's suggestions, or else its filters."""
    if request.url.path != "/":
        return (request.url.path,)
    given = (text for name, text in request.query_params.items() if name in STUDY_FILTERS)
    return meant(message)[1] or tuple(given)


def _is_page(request: Request) -> bool:
    """Return whether the address is meant for people rather than for programs."""
    path = request.url.path
    return path not in _FOR_PROGRAMS and not path.startswith("/api/")

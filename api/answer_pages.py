"""Pages of an answer: the values filled in, and the rows or the reason why there are none."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from fastapi import Request, Response
from fastapi.concurrency import run_in_threadpool

from api.errors import HttpError, status_of
from api.pages import render
from api.paging import Window
from api.shown import Part
from kg.analytics import Inquiry
from kg.analytics.inquiry import Found
from kg.errors import QueryError
from ontology.errors import AldkgError


async def answer_page(
    request: Request, template: str, answer: Awaitable[dict[str, Any]] | None, **shown: Any
) -> Response:
    """Return the page of an answer.

    Parameters
    ----------
    request
        The request.
    template
        The file of the page.
    answer
        Gives the result of :func:`api.shown.shown_answer`; ``None`` if nothing was asked yet.
    shown
        Further values for the template; ``window`` is the requested part of the rows.
    """
    found: dict[str, Any] = {"is_answered": False}
    status, headers = 200, {}
    if answer is not None:
        try:
            found = await answer
            window: Window = shown["window"]
            part: Part = found["part"]
            status = 200 if part.cursor else window.status(found["rows"])
        except AldkgError as error:
            found["problem"], status = str(error), status_of(error)
            headers = dict(error.headers) if isinstance(error, HttpError) else {}
    page = await run_in_threadpool(partial(render, request, template, status, **shown, **found))
    page.headers.update(headers)
    return page


def known_inquiry(find: Callable[[str], Inquiry[Found]], name: str) -> Inquiry[Found]:
    """Return the inquiry with this name.

    Raises
    ------
    HttpError
        404 if there is none.
    """
    try:
        return find(name)
    except QueryError as error:
        raise HttpError(404, str(error)) from error

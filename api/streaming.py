"""Answers to named questions as CSV or JSON: one page of rows, or all rows sent in parts."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from typing import Any, Final
from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from api.workers.asking import ask
from api.workers.pool import Task

#: The most rows of a part.
MAX_ROWS: Final = 2000
_MEDIA: Final = {"csv": "text/csv", "json": "application/json"}


async def whole_answer(
    request: Request, asked: Mapping[str, Any], headers: Mapping[str, str] | None = None
) -> Response:
    """Return the whole answer to a question; a long answer is sent while it is computed.

    Parameters
    ----------
    request
        The request.
    asked
        The arguments of :func:`api.workers.tasks.question_part` that all parts share.
    headers
        Headers of the response.
    """
    text, cursor = await _part(request, asked)
    media = _MEDIA[asked["form"]]
    if not cursor:
        return Response(text, media_type=media, headers=headers)

    async def parts() -> AsyncIterator[str]:
        part, following = text, cursor
        yield part
        while following:
            part, following = await _part(request, asked, following)
            yield part

    return StreamingResponse(parts(), media_type=media, headers=headers)


async def answer_part(
    request: Request, asked: Mapping[str, Any], limit: int, cursor: str
) -> Response:
    """Return ``limit`` rows of an answer from a cursor on, with a link to the next ones."""
    arguments = {**asked, "max_rows": limit, "cursor": cursor}
    answer = await ask(request, Task(name="question_page", arguments=arguments))
    found = json.loads(answer.body)
    following = _link(request, limit, found.pop("cursor"))
    if asked["form"] == "csv":
        headers = {"Link": f'<{following}>; rel="next"'} if following else {}
        return Response(found["text"], media_type="text/csv", headers=headers)
    found["links"] = {"next": following or None}
    return Response(json.dumps(found, ensure_ascii=False), media_type="application/json")


def _link(request: Request, limit: int, cursor: str) -> str:
    if not cursor:
        return ""
    own = {"limit": str(limit), "cursor": cursor}
    given = request.query_params.multi_items()
    params = [*((k, v) for k, v in given if k not in own), *own.items()]
    return f"{request.url.path}?{urlencode(params)}"


async def _part(request: Request, asked: Mapping[str, Any], cursor: str = "") -> tuple[str, str]:
    """Return a part of an answer as text, and the cursor of the next one."""
    arguments = {**asked, "max_rows": MAX_ROWS, "cursor": cursor}
    answer = await ask(request, Task(name="question_part", arguments=arguments))
    found = json.loads(answer.body)
    return found["text"], found["cursor"]

"""Checks by which every address of the API refuses broken UTF-8 and unknown parameters.

The check of parameters is a coroutine, although it waits for nothing, because FastAPI runs plain
functions in threads.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from fastapi import Request
from fastapi.dependencies.models import Dependant
from pydantic import BaseModel
from starlette.types import Scope

from api.errors import HttpError


def require_utf8(scope: Scope) -> None:
    """Check that an address is UTF-8; frameworks silently replace invalid bytes.

    Raises
    ------
    HttpError
        400 if the address is not UTF-8.
    """
    for part in (scope.get("raw_path") or b"", scope["query_string"]):
        try:
            unquote_to_bytes(part).decode("utf-8")
        except UnicodeDecodeError:
            raise HttpError(400, "the address is not valid UTF-8") from None


async def require_parameters(request: Request) -> None:
    """Check that each parameter of a request is known at its address and given only once.

    Raises
    ------
    HttpError
        422 if not. A filter with a misspelt name must not be ignored like a missing filter.
    """
    known = tuple(dict.fromkeys(_names(request.scope["route"].dependant)))
    seen: set[str] = set()
    for name, _ in request.query_params.multi_items():
        if name not in known:
            there = ", ".join(known) or "none"
            raise HttpError(422, f"no parameter {name!r}; there are: {there}")
        if name in seen:
            raise HttpError(422, f"{name} is given twice")
        seen.add(name)


def _names(dependant: Dependant) -> Iterator[str]:
    for param in dependant.query_params:
        several = param.field_info.annotation  # a model of parameters, or the type of one parameter
        if isinstance(several, type) and issubclass(several, BaseModel):
            yield from several.model_fields
        else:
            yield param.alias
    for below in dependant.dependencies:
        yield from _names(below)

"""Addresses of the API without a version: each redirects to the same address in ``/api/v1``."""

from __future__ import annotations

import re

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from api.errors import HttpError

_OLD, _NEW = b"/api/", b"/api/v1/"
#: An address with a version: it is not redirected, because other versions may exist some day.
_VERSION = re.compile(rb"/api/v\d+(?:/|$)")

router = APIRouter(include_in_schema=False)


@router.get("/api/{rest:path}")
def unversioned(request: Request, rest: str) -> Response:
    """Redirect permanently to the address in the current version, with the query."""
    path: bytes = request.scope.get("raw_path") or request.url.path.encode()
    if not rest or not path.startswith(_OLD) or _VERSION.match(path):
        raise HttpError(404, f"there is nothing at {request.url.path}")
    target = _NEW + path.removeprefix(_OLD)
    query: bytes = request.scope["query_string"]
    return RedirectResponse((target + (b"?" + query if query else b"")).decode("latin-1"), 308)

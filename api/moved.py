"""Addresses of the API before it had a version: each leads to the same below ``/api/v1``."""

from __future__ import annotations

import re

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from api.errors import HttpError

_OLD, _NEW = b"/api/", b"/api/v1/"
#: An address that names its version: another one than ours is not there, and may be some day.
_VERSION = re.compile(rb"/api/v\d+(?:/|$)")

router = APIRouter(include_in_schema=False)


@router.get("/api/{rest:path}")
def unversioned(request: Request, rest: str) -> Response:
    """Lead to the address in the current version, for good and with the query."""
    path: bytes = request.scope.get("raw_path") or request.url.path.encode()
    if not rest or not path.startswith(_OLD) or _VERSION.match(path):
        raise HttpError(404, f"there is nothing at {request.url.path}")
    target = _NEW + path.removeprefix(_OLD)
    query: bytes = request.scope["query_string"]
    return RedirectResponse((target + (b"?" + query if query else b"")).decode("latin-1"), 308)

"""Bodies of decisions: a form of ours or JSON, parsed within limits into plain fields."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import parse_qsl

from fastapi import Request

from api.errors import HttpError
from kg.curation.asking import asked
from kg.curation.decision import undo
from kg.errors import CurationError
from kg.model import Claim, Decision, Link

#: Bytes of a decision, at most; a reason has 2000 characters.
MAX_BYTES: Final = 20_000
_MAX_FIELDS: Final = 40
_FORM: Final = "application/x-www-form-urlencoded"
#: How the fields of a corrected claim begin in a form.
CELL: Final = "cell-"


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a form.

    Raises
    ------
    HttpError
        400 if it cannot be parsed, 413 if it is too large, 415 if it has another media type.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise HttpError(415, f"a form is sent as {_FORM}")
    try:
        text = (await _body(request)).decode("utf-8")
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=_MAX_FIELDS))
    except (ValueError, UnicodeDecodeError) as error:
        raise HttpError(400, f"not a valid form: {error}") from error


async def read_json(request: Request) -> Mapping[str, Any]:
    """A JSON object.

    Raises
    ------
    HttpError
        400 if it cannot be parsed, 413 if it is too large, 415 if it has another media type.
    """
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media != "application/json":
        raise HttpError(415, "a decision is sent as application/json")
    try:
        found = json.loads(await _body(request))
    except (ValueError, RecursionError) as error:
        raise HttpError(400, f"not JSON: {error}") from error
    if not isinstance(found, dict):
        raise HttpError(400, "not a JSON object")
    return found


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MAX_BYTES:
            raise HttpError(413, f"a decision has at most {MAX_BYTES} bytes")
    return bytes(body)


def decision_of(fields: Mapping[str, Any], claim: Claim, name: str) -> Decision:
    """The decision that fields ask for; those of a correction begin with :data:`CELL`.

    Raises
    ------
    HttpError
        422 with all that is wrong.
    """
    texts = {key: value for key, value in fields.items() if isinstance(value, str)}
    key, _, thing = texts.get("link", "").partition(" ")
    cells = {n.removeprefix(CELL): t for n, t in texts.items() if n.startswith(CELL)}
    try:
        return asked(
            claim,
            texts.get("verdict", ""),
            name=name,
            reason=texts.get("reason", ""),
            link=Link(key=key, thing=thing) if key else None,
            cells=cells,
            thing=texts.get("thing", ""),
            id=_id(texts),
        )
    except CurationError as error:
        raise HttpError(422, str(error)) from error


def undoing_of(fields: Mapping[str, Any], decision: Decision, name: str) -> Decision:
    """The undoing that fields ask for.

    Raises
    ------
    HttpError
        422 if it is none.
    """
    texts = {key: value for key, value in fields.items() if isinstance(value, str)}
    try:
        return undo(decision, name=name, reason=texts.get("reason", ""), id=_id(texts))
    except CurationError as error:
        raise HttpError(422, str(error)) from error


def _id(texts: Mapping[str, str]) -> str:
    """The id that a form brings, so that sending it twice is one decision; ``""`` for a new one."""
    given = texts.get("id", "")
    if given and not is_key(given):
        raise HttpError(422, "id: 16 hexadecimal digits")
    return given


def is_key(text: str) -> bool:
    """Whether a text may be the id of a claim or decision."""
    return len(text) == 16 and set(text) <= set("0123456789abcdef")

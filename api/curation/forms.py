"""Bodies of decisions: parses a form or JSON, within limits, into plain fields."""

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

#: The most bytes of a decision; a reason has at most 2000 characters.
MAX_BYTES: Final = 20_000
_MAX_FIELDS: Final = 40
_FORM: Final = "application/x-www-form-urlencoded"
#: Prefix of the fields of a corrected claim in a form.
CELL: Final = "cell-"


async def read_form(request: Request) -> dict[str, str]:
    """Return the fields of a form.

    Raises
    ------
    HttpError
        400 if it cannot be parsed, 413 if it is too large, 415 if it has another media type.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise HttpError(415, f"a form must be sent as {_FORM}")
    try:
        text = (await _body(request)).decode("utf-8")
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=_MAX_FIELDS))
    except (ValueError, UnicodeDecodeError) as error:
        raise HttpError(400, f"not a valid form: {error}") from error


async def read_json(request: Request) -> Mapping[str, Any]:
    """Return the body as a JSON object.

    Raises
    ------
    HttpError
        400 if it cannot be parsed, 413 if it is too large, 415 if it has another media type.
    """
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media != "application/json":
        raise HttpError(415, "a decision must be sent as application/json")
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
    """Return the decision that the fields describe; corrected cells begin with :data:`CELL`.

    Raises
    ------
    HttpError
        422 if a field is wrong; the message lists every fault.
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
    """Return the decision that undoes another one.

    Raises
    ------
    HttpError
        422 if the fields are not valid for an undoing.
    """
    texts = {key: value for key, value in fields.items() if isinstance(value, str)}
    try:
        return undo(decision, name=name, reason=texts.get("reason", ""), id=_id(texts))
    except CurationError as error:
        raise HttpError(422, str(error)) from error


def _id(texts: Mapping[str, str]) -> str:
    """Return the id in a form, by which sending it twice makes one decision; ``""`` if absent."""
    given = texts.get("id", "")
    if given and not is_key(given):
        raise HttpError(422, "id: 16 hexadecimal digits")
    return given


def is_key(text: str) -> bool:
    """Return whether a text has the form of an id of a claim or decision."""
    return len(text) == 16 and set(text) <= set("0123456789abcdef")

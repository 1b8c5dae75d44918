"""Faults of parameters and titles of errors, in words. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import Any, Final

from api.filters import FILTERS

#: Matches the pattern of a parameter that takes one of several names, or a list of them.
_NAMES: Final = re.compile(r"\^\(([\w|\\-]+)\)(?:\(,\([\w|\\-]+\)\)\*)?\$")
#: A message that begins with the name of a parameter.
_NAMED: Final = re.compile(r"\w+: ")
#: Kind of fault that FastAPI finds -> its wording.
_SAYINGS: Final = MappingProxyType(
    {
        "string_too_long": "has more than {max_length} characters",
        "string_too_short": "has fewer than {min_length} characters",
        "too_long": "is given more than {max_length} times",
        "int_parsing": "is not a whole number",
        "int_parsing_size": "is too large a number",
        "bool_parsing": "is neither true nor false",
        "greater_than_equal": "should be at least {ge}",
        "less_than_equal": "should be at most {le}",
        "literal_error": "should be {expected}",
        "missing": "is required",
    }
)
#: Status -> the heading of its page; others have the reason phrase of HTTP.
_TITLES: Final = MappingProxyType(
    {
        400: "This cannot be answered",
        404: "Not found",
        405: "This method is not allowed here",
        422: "A value in the address cannot be used",
        429: "Too many requests",
        500: "An error occurred in the service",
        503: "The service is busy",
    }
)


def fault_of(error: Mapping[str, Any]) -> str:
    """Return the fault of a parameter in words; a parameter with fixed values lists them.

    Parameters
    ----------
    error
        One of the errors of FastAPI: ``type``, ``msg``, ``loc``, ``ctx``.

    >>> fault_of({"type": "string_too_long", "msg": "", "ctx": {"max_length": 500}})
    'has more than 500 characters'
    """
    context = error.get("ctx") or {}
    if error["type"] == "string_pattern_mismatch":
        return _misfit(str(error["loc"][-1]), str(context.get("pattern", "")))
    said = _SAYINGS.get(error["type"])
    return said.format(**context) if said else str(error["msg"])


def _misfit(name: str, pattern: str) -> str:
    names = _NAMES.fullmatch(pattern)
    if names is not None:
        return f"there are: {', '.join(names[1].replace(chr(92), '').split('|'))}"
    known = FILTERS.get(name)
    return (
        f"should be the {known.description}: {known.example}" if known else "has the wrong format"
    )


def title_of(status: int) -> str:
    """Return the title of the page of an error.

    >>> title_of(404), title_of(415)
    ('Not found', 'Unsupported Media Type')
    """
    return _TITLES.get(status) or HTTPStatus(status).phrase


def sentence(message: str) -> str:
    """Return a message as a sentence; the leading name of a parameter is not capitalised.

    >>> sentence("there is nothing at /x"), sentence("q: is needed")
    ('There is nothing at /x.', 'q: is needed.')
    """
    begun = message if _NAMED.match(message) else message[:1].upper() + message[1:]
    return begun if begun.endswith((".", "!", "?", "…")) else f"{begun}."

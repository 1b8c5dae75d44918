"""Typed values of a JSON record; errors name the key."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final

from kg.errors import ExtractionError

Record = dict[str, Any]

#: Greatest length of a text, so that offsets are whole numbers in every program.
LONGEST_TEXT: Final = 2**31
#: Number of characters of a value that an error quotes.
_QUOTED: Final = 80


def quoted(value: object) -> str:
    """Return a value as quoted in errors, shortened if it is long.

    >>> quoted([1, "a"])
    "[1, 'a']"
    """
    try:
        text = repr(value)
    except ValueError:  # an integer with thousands of digits
        return "a number with thousands of digits"
    return text if len(text) <= _QUOTED else text[:_QUOTED] + "…"


def is_span(value: object) -> bool:
    """Return whether a JSON value is a span: two whole numbers, the second the larger."""
    if not isinstance(value, list) or len(value) != 2 or any(type(at) is not int for at in value):
        return False
    return bool(0 <= value[0] < value[1] <= LONGEST_TEXT)


def text(record: Mapping[str, Any], key: str) -> str:
    """Return a required text.

    Raises
    ------
    ExtractionError
        If it is missing, empty or not text.
    """
    value = optional_text(record, key)
    if not value:
        raise ExtractionError(f"no {key}")
    return value


def optional_text(record: Mapping[str, Any], key: str) -> str | None:
    """Return a text that may be missing.

    Raises
    ------
    ExtractionError
        If it is not text.
    """
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise ExtractionError(f"{key} is not text: {quoted(value)}")
    return value


def texts(record: Mapping[str, Any], key: str, what: str) -> tuple[str, ...]:
    """Return a list of texts, none of them empty; ``what`` names them in an error.

    Raises
    ------
    ExtractionError
        If it is not a list of texts.
    """
    value = record.get(key)
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise ExtractionError(f"{key} is not a list of {what}: {quoted(value)}")
    return tuple(value)


def number(record: Mapping[str, Any], key: str) -> float | None:
    """Return a finite number that may be missing.

    Raises
    ------
    ExtractionError
        If it is not a finite number.
    """
    value = record.get(key)
    if value is None:
        return None
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    try:
        found = float(value) if is_number else math.inf
    except OverflowError:
        found = math.inf
    if not math.isfinite(found):
        raise ExtractionError(f"{key} is not a number: {quoted(value)}")
    return found


def flag(record: Mapping[str, Any], key: str) -> bool:
    """Return a truth value; false if it is missing.

    Raises
    ------
    ExtractionError
        If it is neither true nor false.
    """
    value = record.get(key, False)
    if not isinstance(value, bool):
        raise ExtractionError(f"{key} is neither true nor false: {quoted(value)}")
    return value

"""Typed values of a JSON record, with an error that names the key."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final

from kg.errors import ExtractionError

Record = dict[str, Any]

#: No text is so long: offsets stay whole numbers in every program that reads them.
LONGEST_TEXT: Final = 2**31
#: So much of a value stands in an error.
_QUOTED: Final = 80


def quoted(value: object) -> str:
    """A value as errors quote it, cut where it is long.

    >>> quoted([1, "a"])
    "[1, 'a']"
    """
    try:
        text = repr(value)
    except ValueError:  # a whole number of thousands of digits
        return "a number of thousands of digits"
    return text if len(text) <= _QUOTED else text[:_QUOTED] + "…"


def is_span(value: object) -> bool:
    """Whether a JSON value is a stretch of text: two whole numbers, the second the larger."""
    if not isinstance(value, list) or len(value) != 2 or any(type(at) is not int for at in value):
        return False
    return bool(0 <= value[0] < value[1] <= LONGEST_TEXT)


def text(record: Mapping[str, Any], key: str) -> str:
    """Read a text that must be there.

    Raises
    ------
    ExtractionError
        If it is missing, empty or no text.
    """
    value = optional_text(record, key)
    if not value:
        raise ExtractionError(f"no {key}")
    return value


def optional_text(record: Mapping[str, Any], key: str) -> str | None:
    """Read a text that may be missing.

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
    """Read a list of texts, none of them empty; ``what`` names them in an error.

    Raises
    ------
    ExtractionError
        If it is not a list, or one of something else.
    """
    value = record.get(key)
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise ExtractionError(f"{key} is not a list of {what}: {quoted(value)}")
    return tuple(value)


def number(record: Mapping[str, Any], key: str) -> float | None:
    """Read a finite number that may be missing.

    Raises
    ------
    ExtractionError
        If it is not a number, or an infinite one.
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
    """Read a truth value, false where it is missing.

    Raises
    ------
    ExtractionError
        If it is neither true nor false.
    """
    value = record.get(key, False)
    if not isinstance(value, bool):
        raise ExtractionError(f"{key} is neither true nor false: {quoted(value)}")
    return value

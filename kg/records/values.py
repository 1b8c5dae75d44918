"""Typed values of a JSON record, with an error that names the key."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from kg.errors import ExtractionError

Record = dict[str, Any]


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
        If it is no text.
    """
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise ExtractionError(f"{key} is not text: {value!r}")
    return value


def texts(record: Mapping[str, Any], key: str, what: str) -> tuple[str, ...]:
    """Read a list of texts, none of them empty; ``what`` names them in an error.

    Raises
    ------
    ExtractionError
        If it is no list, or one of something else.
    """
    value = record.get(key)
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise ExtractionError(f"{key} is not a list of {what}: {value!r}")
    return tuple(value)


def number(record: Mapping[str, Any], key: str) -> float | None:
    """Read a finite number that may be missing.

    Raises
    ------
    ExtractionError
        If it is no number, or an infinite one.
    """
    value = record.get(key)
    if value is None:
        return None
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not math.isfinite(value):
        raise ExtractionError(f"{key} is not a number: {value!r}")
    return float(value)


def flag(record: Mapping[str, Any], key: str) -> bool:
    """Read a truth value, false where it is missing.

    Raises
    ------
    ExtractionError
        If it is neither true nor false.
    """
    value = record.get(key, False)
    if not isinstance(value, bool):
        raise ExtractionError(f"{key} is neither true nor false: {value!r}")
    return value

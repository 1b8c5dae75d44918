"""Typed access to unchecked JSON: the value if it has the wanted type, otherwise an empty one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Json = Mapping[str, Any]


def text(value: object) -> str:
    """Return a text or a number as text with single blanks, else ``""``.

    >>> text(" 12 (3) "), text(7), text(None), text([1]), text(True)
    ('12 (3)', '7', '', '', '')
    """
    is_text = isinstance(value, str | int | float) and not isinstance(value, bool)
    return " ".join(str(value).split()) if is_text else ""


def record(value: object) -> Json:
    """Return a JSON object; an empty one for any other value."""
    return value if isinstance(value, dict) else {}


def listed(value: object) -> list[Any]:
    """Return a JSON list; an empty one for any other value."""
    return value if isinstance(value, list) else []


def first_text(value: object) -> str:
    """Return the first text of a list, or the text itself.

    >>> first_text(["Nano Lett.", "NL"]), first_text("Nano Lett."), first_text([])
    ('Nano Lett.', 'Nano Lett.', '')
    """
    return next(filter(None, map(text, listed(value))), "") or text(value)


def whole(value: object) -> int | None:
    """Return a whole number, also if it is written as text; ``None`` for any other value."""
    digits = text(value)
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None

"""Attributes of office documents, whose namespaces differ between editions of the standard."""

from __future__ import annotations

import re

from corpus.readers.markup.tree import Element

_WHOLE = re.compile(r"\d{1,6}")


def value_of(element: Element | None, name: str = "val") -> str:
    """Return an attribute by its name without namespace, ``""`` if there is none."""
    if element is None:
        return ""
    found = (str(value) for key, value in element.attrib.items() if _local(str(key)) == name)
    return next(found, "")


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def is_on(element: Element | None) -> bool:
    """Return whether a switch is present and not turned off."""
    return element is not None and value_of(element) not in {"0", "false", "off"}


def whole(text: str, otherwise: int) -> int:
    """Return a number of up to six digits, or ``otherwise`` if the text is none.

    >>> whole("12", 1), whole("", 1)
    (12, 1)
    """
    return int(text) if _WHOLE.fullmatch(text) else otherwise

"""Trigger words in whose scope a sentence asserts nothing, and the extent of each scope."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from kg.extract.text.rare import Rare

Scope = Literal["after", "before", "sentence"]


@dataclass(frozen=True, slots=True)
class Context:
    """A trigger that cancels the assertion of the text on one side of it.

    ``stop`` ends its scope, ``unless`` are words before the trigger that cancel it, ``requires``
    words without which it does not apply; with ``is_wide`` the scope extends over ", and" and the
    like. The sentence ``example`` asserts nothing about its property, ``counter`` does.
    """

    name: str
    scope: Scope
    trigger: Rare
    example: str
    counter: str
    stop: Rare | None = None
    unless: Rare | None = None
    requires: Rare | None = None
    is_wide: bool = False


def words(pattern: str) -> Rare:
    """Return an expression for these words that ignores case."""
    return Rare(pattern, re.IGNORECASE)

"""Trigger words after which a sentence asserts nothing, and how far each of them applies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from kg.extract.text.rare import Rare

Scope = Literal["after", "before", "sentence"]


@dataclass(frozen=True, slots=True)
class Context:
    """A trigger that takes the assertion from what stands on one side of it.

    ``stop`` ends its reach, ``unless`` are words before the trigger that make it a statement,
    ``requires`` those without which it is one, ``is_wide`` where it reaches over ", and" and the
    like; ``example`` asserts nothing of its property,
    ``counter`` does.
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
    """Words in whichever case."""
    return Rare(pattern, re.IGNORECASE)

"""Phrases that tell an outcome without the name of its property, and what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.text.rare import Rare


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that says a property's direction; ``counter`` shares words with it and does not.

    In a sentence with the words of ``unless`` it says another property, or nothing.
    """

    name: str
    property: str
    direction: str
    pattern: Rare
    example: str
    counter: str
    unless: Rare | None = None


def phrase(
    name: str,
    property_id: str,
    direction: str,
    pattern: str,
    example: str,
    counter: str,
    *,
    unless: str | None = None,
) -> Phrase:
    """A phrase whose pattern is read in either case."""
    veto = None if unless is None else Rare(unless, re.I)
    return Phrase(name, property_id, direction, Rare(pattern, re.I), example, counter, veto)

"""Phrases that state an outcome without the name of its property."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.text.rare import Rare


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that states a property's direction, with an example and a counter-example.

    ``counter`` shares words with the phrase but does not state the outcome. In a sentence that
    matches ``unless``, the phrase states no outcome or another one.
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
    """Return a phrase whose pattern ignores case."""
    veto = None if unless is None else Rare(unless, re.I)
    return Phrase(name, property_id, direction, Rare(pattern, re.I), example, counter, veto)

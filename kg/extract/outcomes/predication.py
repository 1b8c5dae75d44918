"""What a sentence says of a property, from which an outcome is made."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.mentions import Mention


class Predication(NamedTuple):
    """A property with the direction that is said of it.

    ``mention`` names the property; ``direction`` is an id of the vocabulary, or ``""`` where
    nothing is said; ``cue`` is the word that says it, ``None`` where the name of the property or
    the order of the words does.
    """

    mention: Mention
    direction: str
    cue: Mention | None = None

"""The statement of a sentence about a property, from which an outcome is made."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.mentions import Mention


class Predication(NamedTuple):
    """A property with the direction that a sentence states for it.

    ``mention`` names the property; ``direction`` is an id of the vocabulary, or ``""`` if none is
    stated; ``cue`` is the word that states it, ``None`` if the name of the property or the order of
    the words does.
    """

    mention: Mention
    direction: str
    cue: Mention | None = None

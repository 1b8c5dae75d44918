"""Statements on the apparatus: a cleaned reactor is no sample, its cleaning gas no reagent."""

from __future__ import annotations

import re

from kg.extract.mentions import Mention
from kg.extract.reading import Reading

#: Behind a solid that a vessel is made of, and what only wraps a sample.
_MADE_OF = re.compile(
    r"[\s-](?:[\w-]+\s){0,2}?(?:autoclaves?|vessels?|ampoules?|vials?|gaskets?|crucibles?|boats?|"
    r"flasks?|bottles?|containers?|holders?|chambers?|reactors?|jars?|lids?)\b"
)


def is_vessel(reading: Reading, solid: Mention) -> bool:
    """Whether a solid is what a vessel is made of: "a steel autoclave", "in a glass ampoule"."""
    return _MADE_OF.match(reading.text, solid.end) is not None

"""Statements on the apparatus: a cleaned reactor is no sample, its cleaning gas no reagent."""

from __future__ import annotations

import re

from kg.extract.context.modality import clause
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare

_VESSEL = (
    r"(?:reactors?|chambers?|(?:reactor|chamber|inner|side)?\s?walls?|liners?|quartz tubes?|"
    r"furnace tubes?|tube furnace|showerheads?)"
)
_CLEANING = r"(?:pre)?(?:clean(?:s|ed|ing)?|condition(?:s|ed|ing)|passivat(?:ed|ing|ion))"
#: "The walls were cleaned", "to clean the chamber", "in-situ chamber cleaning", "removed the
#: deposits from the chamber".
_CLEANED = Rare(
    rf"\b{_VESSEL}\b[^.;]{{0,60}}\b(?<!pre-)(?<!\w-){_CLEANING}\b|"
    rf"\b{_CLEANING}\b(?:(?! in | inside | by | with )[^.;]){{0,25}}\b{_VESSEL}\b|"
    rf"\b(?:remov|etch|strip)\w*\b[^.;]{{0,40}}\b(?:from|off)\b[^.;]{{0,25}}\b{_VESSEL}\b",
    re.IGNORECASE,
)


#: After the solid of which a vessel, a gasket or a holder consists.
_MADE_OF = Rare(
    r"[\s-](?:[\w-]+\s){0,2}?(?:autoclaves?|vessels?|ampoules?|vials?|gaskets?|crucibles?|boats?|"
    r"flasks?|bottles?|containers?|holders?|chambers?|reactors?|jars?|lids?)\b"
)


def is_vessel(reading: Reading, solid: Mention) -> bool:
    """Return whether a vessel is made of a solid: "a steel autoclave", "in a glass ampoule"."""
    return _MADE_OF.match(reading.text, solid.end) is not None


def is_of_cleaning(reading: Reading, at: int) -> bool:
    """Return whether the clause at an offset is on the cleaning of the apparatus.

    "The walls were cleaned with an NF3 plasma" is, "the wafers were cleaned in the chamber" is not.
    """
    start, end = clause(reading, at)
    return _CLEANED.search(reading.text, start, end) is not None

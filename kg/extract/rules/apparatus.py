"""What is said of the apparatus: a cleaned reactor is no sample, its cleaning gas no reagent."""

from __future__ import annotations

import re

from kg.extract.modality import clause
from kg.extract.reading import Reading

_VESSEL = (
    r"(?:reactors?|chambers?|(?:reactor|chamber|inner|side)?\s?walls?|liners?|quartz tubes?|"
    r"furnace tubes?|tube furnace|showerheads?)"
)
_CLEANING = r"(?:pre)?(?:clean(?:s|ed|ing)?|condition(?:s|ed|ing)|passivat(?:ed|ing|ion))"
#: "The walls were cleaned", "to clean the chamber", "in-situ chamber cleaning", "removed the
#: deposits from the chamber".
_CLEANED = re.compile(
    rf"\b{_VESSEL}\b[^.;]{{0,60}}\b(?<!pre-)(?<!\w-){_CLEANING}\b|"
    rf"\b{_CLEANING}\b(?:(?! in | inside | by | with )[^.;]){{0,25}}\b{_VESSEL}\b|"
    rf"\b(?:remov|etch|strip)\w*\b[^.;]{{0,40}}\b(?:from|off)\b[^.;]{{0,25}}\b{_VESSEL}\b",
    re.IGNORECASE,
)


def is_of_cleaning(reading: Reading, at: int) -> bool:
    """Whether the clause at an offset tells how the apparatus was cleaned.

    "The walls were cleaned with an NF3 plasma" is of it, "the wafers were cleaned in the chamber"
    is not.
    """
    start, end = clause(reading, at)
    return _CLEANED.search(reading.text, start, end) is not None

"""Qualities of reagents, as opposed to those of products."""

from __future__ import annotations

import re

from kg.extract.mentions import Mention
from kg.extract.reading import Reading

_STABLE = re.compile(r"stable$", re.IGNORECASE)
#: Between an adjective and its noun.
_OWN = re.compile(r"[,\s]\s?(?:[\w-]+(?:,\s|\s)){0,3}")
#: Between a loss and the thing that is lost.
_OF = re.compile(r"\sof\s(?:(?:the|an?|organic|dye|aqueous)\s){0,2}")


def is_of_reagent(reading: Reading, mention: Mention) -> bool:
    """Return whether a stability or a loss is that of a reagent or of a test pollutant.

    "The air-stable thiocyanate ligand", "more stable sodium tellurite", "the degradation of
    methylene blue"; not "the dots are stable in toluene".
    """
    if "stab" not in mention.id and "resistance" not in mention.id:
        return False
    between = _OF if mention.label == "inverseLabel" else _OWN
    if between is _OWN and not _STABLE.search(mention.text):
        return False
    return any(
        between.fullmatch(reading.text, mention.end, max(mention.end, chemical.start))
        and not re.search(
            r"\b(?:in|under|to|with|against|at|for|and|toward)\b",
            reading.text[mention.end : chemical.start],
        )
        for chemical in reading.of_kind("chemical")
        if chemical.start > mention.end
    )

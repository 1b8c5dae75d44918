"""Whether a paper is of this field at all.

A folder of papers holds some of other fields: a clinical trial doses in "cycles", an astronomer
measures "growth" in km/s. Read with the words of this field, they would give claims that nobody
made. A paper of the field names solids by their formulas, their forms or how they are made
throughout.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.extract.reading import Reading

#: A text of fewer sentences is judged by what it says.
_FEWEST: Final = 40
#: The least share of sentences that name a solid, a form or a process. Of 104 public papers, the
#: 36 below it are medicine, biology, optics, computing and astronomy.
_LEAST: Final = 0.05
#: Processes that other fields run too.
_COMMON: Final = frozenset({"annealing", "precipitation", "printing", "ultramicrotomy"})
#: The first letters of the elements of a compound.
_CAPITAL = re.compile(r"[A-Z]")


def is_of_field(readings: Sequence[Reading]) -> bool:
    """Whether a document speaks of compounds, nanocrystals or films, or is too short to tell."""
    if len(readings) < _FEWEST:
        return True
    return sum(map(_names_a_solid, readings)) >= _LEAST * len(readings)


def _names_a_solid(reading: Reading) -> bool:
    """Whether a sentence names a compound, a form or a process of the field."""
    if reading.of_kind("form"):
        return True
    if any(m.id not in _COMMON for m in reading.of_kind("process")):
        return True
    return any(len(_CAPITAL.findall(m.id)) > 1 for m in reading.of_kind("material", "stack"))

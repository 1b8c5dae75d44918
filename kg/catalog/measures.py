"""Quantities of claims as intervals in a base unit, for filters. All functions are pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from typing import Any, Final

from ontology import vocabulary
from ontology.units import conversions

#: The name of the measure for a claim's confidence; no parameter or property has this name.
CONFIDENCE: Final = "the confidence of the claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measured quantity: its parameter, unit and interval; an end may be infinite.

    ``name`` is the id of a parameter or property, ``base`` the IRI of the unit, ``""`` for pure
    numbers.
    """

    name: str
    base: str
    low: float
    high: float

    @classmethod
    def of_confidence(cls, confidence: float) -> Measure:
        """Return a claim's confidence, 0 to 1, as a measure, so that it can be filtered."""
        return cls(name=CONFIDENCE, base="", low=confidence, high=confidence)


def measure_of(claim: Mapping[str, Any]) -> Measure | None:
    """Return the measure of a claim's record; ``None`` without a number or a known unit.

    >>> claim = {"parameter": {"id": "temperature"}, "quantity": {"lower": 20.0, "unit": "Cel"}}
    >>> found = measure_of(claim)
    >>> found.name, found.low, found.high
    ('temperature', 293.15, inf)
    """
    named = claim.get("parameter") or claim.get("property")
    quantity = claim.get("quantity") or {}
    low, high = quantity.get("lower"), quantity.get("upper")
    if not named or (low is None and high is None):
        return None
    ends = (-inf if low is None else low, inf if high is None else high)
    found = in_base_unit(ends, quantity.get("unit") or "")
    if found is None:
        return None
    base, low, high = found
    return Measure(name=named["id"], base=base, low=low, high=high)


def in_base_unit(ends: tuple[float, float], unit: str) -> tuple[str, float, float] | None:
    """Return the base unit of a unit and the ends of an interval in it; ``None`` if unknown.

    Parameters
    ----------
    ends
        The interval in the unit.
    unit
        The id of a unit of the vocabulary; ``""`` for a pure number.
    """
    if not unit:
        return ("", *ends)
    term = vocabulary().get("unit", unit)
    conversion = conversions().get(term.iri) if term else None
    if conversion is None:
        return None
    low, high = (end if abs(end) == inf else conversion.convert(end) for end in ends)
    return conversion.base, low, high

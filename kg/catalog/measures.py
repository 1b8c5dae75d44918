"""Quantities of claims as intervals in a base unit, by which claims are filtered. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from typing import Any, Final

from ontology import vocabulary
from ontology.units import conversions

#: The name of the measure that each claim has, which no parameter or property has.
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
        """How sure a claim is, 0 to 1, by which claims are filtered as by a quantity."""
        return cls(name=CONFIDENCE, base="", low=confidence, high=confidence)


def measure_of(claim: Mapping[str, Any]) -> Measure | None:
    """The measure of a claim's record; ``None`` if it has no number or a unit without conversion.

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
    """The base unit of a unit, and the ends of an interval in it.

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

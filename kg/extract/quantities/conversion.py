"""Values of one unit in another."""

from __future__ import annotations

from functools import cache

from ontology import vocabulary
from ontology.units import Conversion, conversions


@cache
def _conversion(unit: str) -> Conversion | None:
    term = vocabulary().get("unit", unit)
    return conversions().get(term.iri) if term is not None else None


def in_unit(value: float, unit: str | None, target: str | None) -> float | None:
    """A value of one unit in another of the same kind; ``None`` if they cannot be compared."""
    if unit == target:
        return value
    one, other = _conversion(unit or "1"), _conversion(target or "1")
    if one is None or other is None or one.base != other.base or one.offset or other.offset:
        return None
    return float(f"{value * float(one.factor / other.factor):.12g}")

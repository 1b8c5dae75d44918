"""The units of properties, and the quantities that stand near a value."""

from __future__ import annotations

from functools import cache

from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.model import Quantity
from ontology import vocabulary
from ontology.units import Conversion, conversions

#: Stands for whichever unit.
ANY_UNIT = "*"


def units_of(notation: str) -> frozenset[str]:
    """The UCUM units in which a property is given; ``"1"`` for a bare number."""
    term = vocabulary().get("property", notation)
    return frozenset(term.extra.get("unitCode", ())) if term is not None else frozenset()


def next_quantity(reading: Reading, value: Mention, unit: str | None = ANY_UNIT) -> Mention | None:
    """The quantity that comes next behind a value, or the next one in the same unit."""
    return next(
        (
            q
            for q in reading.of_kind("quantity")
            if q.start >= value.end
            and q.quantity is not None
            and unit in (ANY_UNIT, q.quantity.quantity.unit)
        ),
        None,
    )


def quantity_of(mention: Mention | None) -> Quantity | None:
    """What a mention of a quantity says."""
    return (
        mention.quantity.quantity if mention is not None and mention.quantity is not None else None
    )


def is_bare(value: Mention | None) -> bool:
    """Whether a value is a mere number, without a unit."""
    quantity = quantity_of(value)
    return quantity is not None and quantity.unit is None


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

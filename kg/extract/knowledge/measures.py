"""The units of properties, and the quantities near a value."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from kg.extract.knowledge.thresholds import MOST_PER_CYCLE, SHORTEST_WAVE
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.model import Quantity
from ontology import vocabulary
from ontology.units import Conversion, conversions

#: Stands for any unit.
ANY_UNIT = "*"


def units_of(notation: str) -> frozenset[str]:
    """Return the UCUM units in which a property is given; ``"1"`` for a bare number."""
    term = vocabulary().get("property", notation)
    return frozenset(term.extra.get("unitCode", ())) if term is not None else frozenset()


def next_quantity(reading: Reading, value: Mention, unit: str | None = ANY_UNIT) -> Mention | None:
    """Return the next quantity after a value, or the next one in the same unit, if any."""
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
    """Return the quantity of a mention; ``None`` if it has none."""
    return (
        mention.quantity.quantity if mention is not None and mention.quantity is not None else None
    )


def top_of(mention: Mention | None) -> float | None:
    """Return the largest value of a mention of a quantity; ``None`` without one."""
    quantity = quantity_of(mention)
    if quantity is None:
        return None
    return quantity.value_max if quantity.value_max is not None else quantity.value


def is_light(mention: Mention) -> bool:
    """Return whether a length may be a wavelength of light, by its unit and size."""
    quantity = quantity_of(mention)
    value = (quantity.value or quantity.value_max or 0.0) if quantity is not None else 0.0
    return quantity is not None and quantity.unit == "nm" and value >= SHORTEST_WAVE.value


_PER_CYCLE = re.compile(r"per[ -]cycle|\bGPC\b|\bgrowth rate\b[^;]*/\s?cycle", re.IGNORECASE)


def is_growth(reading: Reading, mention: Mention) -> bool:
    """Return whether a length is a growth per cycle: "... was 1.8 Å for ZnO".

    It must be a few ångström long, in a sentence on the growth per cycle.
    """
    quantity = quantity_of(mention) if mention.id == "length" else None
    if quantity is None or quantity.value is None or not _PER_CYCLE.search(reading.text):
        return False
    in_nm = in_unit(quantity.value, quantity.unit, "nm")
    return in_nm is not None and in_nm <= MOST_PER_CYCLE.value


def per_cycle(quantity: Quantity) -> Quantity:
    """Return a growth per cycle printed as a length in length per cycle: 1.1 Å is 1.1 Å/cycle."""
    unit = quantity.unit or ""
    return quantity if "/" in unit else replace(quantity, unit=unit + "/{cycle}")


def as_reported(quantity: Quantity) -> Quantity:
    """Return the quantity of a plain report: the end value of a change without its start."""
    return replace(quantity, start=None)


def is_bare(value: Mention | None) -> bool:
    """Return whether a value is a bare number, without a unit."""
    quantity = quantity_of(value)
    return quantity is not None and quantity.unit is None


@cache
def _conversion(unit: str) -> Conversion | None:
    term = vocabulary().get("unit", unit)
    return conversions().get(term.iri) if term is not None else None


def in_unit(value: float, unit: str | None, target: str | None) -> float | None:
    """Return a value of one unit in another of the same kind; ``None`` for different kinds."""
    if unit == target:
        return value
    one, other = _conversion(unit or "1"), _conversion(target or "1")
    if one is None or other is None or one.base != other.base or one.offset or other.offset:
        return None
    return float(f"{value * float(one.factor / other.factor):.12g}")

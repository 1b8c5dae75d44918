"""Conditions: the numbers that are settings of a process, a sample or a test."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.context.modality import is_hypothetical
from kg.extract.findings import Finding
from kg.extract.knowledge.measures import as_reported, per_cycle, quantity_of
from kg.extract.mentions import Mention
from kg.extract.owners import Binding
from kg.extract.reading import Reading
from kg.model import Condition, Quantity

#: A quantity that changes along with another one is varied over a range: "as the temperature
#: increases".
_VARIED = re.compile(r"\bas\b[^.;]*$", re.IGNORECASE)


def find_conditions(reading: Reading, binding: Binding) -> Iterator[Finding]:
    """Yield each setting of a process, a sample or a test that a number states, as a condition."""
    for owned in binding.settings():
        number, quantity = owned.number, quantity_of(owned.number)
        if quantity is not None and is_hypothetical(reading, number):
            continue
        if number.id == "time" and quantity is not None and quantity.value == 0:
            continue  # the start of a series: "after 0, 1 and 2 h"
        for stated in _stated(reading, owned.attribute, number):
            yield Finding(
                content=Condition(parameter=owned.attribute, quantity=stated),
                at=number.start,
                rule=owned.rule,
                terms=(number, *owned.whose),
            )


def _is_moved(reading: Reading, mention: Mention) -> bool:
    """Return whether a quantity changed from one value to another, instead of varying over a range.

    The text between it and the quantity before it decides: "as the temperature increases" is a
    range.
    """
    before = [m.end for m in reading.of_kind("quantity") if m.end <= mention.start]
    between = reading.text[max(before, default=0) : mention.start]
    return not _VARIED.search(between)


#: Parameters whose number is printed without a unit.
_BARE = {"ph": "[pH]", "cycle_count": "{cycle}"}


def _stated(reading: Reading, parameter: str, number: Mention) -> Iterator[Quantity | None]:
    """Yield the settings that a number states; ``None`` for a mention without a number.

    "Shortened from 6 s to 1 s" has two settings, "temperatures from 90 to 120 °C" a range.
    """
    quantity = quantity_of(number)
    if quantity is None:
        yield None
        return
    sides = number.quantity.members if number.quantity and number.quantity.kind == "size" else ()
    if sides:
        yield from sides
        return
    quantity = _in_nanometres(quantity)
    if quantity.unit == "{supercycle}":
        quantity = replace(quantity, unit="{cycle}")
    if parameter in ("growth_per_cycle", "etch_per_cycle"):
        quantity = per_cycle(quantity)
    if parameter in _BARE and quantity.unit is None:
        quantity = replace(quantity, unit=_BARE[parameter])
    if quantity.start is None or quantity.value is None:
        yield quantity
    elif _is_moved(reading, number):
        yield as_reported(quantity)
        yield replace(quantity, value=quantity.start, start=None)
    else:
        low, high = sorted((quantity.start, quantity.value))
        yield replace(quantity, value=low, value_max=high, start=None)


def _in_nanometres(quantity: Quantity) -> Quantity:
    """Return a size in powers of a metre ("10⁻⁹ m") in nanometres, the unit of the field."""
    if quantity.unit != "m":
        return quantity
    ends = [None if end is None else end * 1e9 for end in (quantity.value, quantity.value_max)]
    return replace(quantity, value=ends[0], value_max=ends[1], unit="nm")

"""Quantities in a JSON record: the contract's names for the numbers, the unit and the bound."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.model import Quantity
from kg.records.values import Record, flag, number, optional_text

#: Fields of a quantity -> names in the contract, in the order in which they are written.
_NUMBERS = {"start": "from", "value": "value", "value_max": "value_max"}
#: Every key of a quantity.
QUANTITY_KEYS = frozenset({*_NUMBERS.values(), "unit", "bound", "approximate", "raw"})
_EXACT_INTEGERS = 2**53


def quantity_record(quantity: Quantity) -> Record:
    """Return the quantity as keys of a record."""
    numbers = {key: getattr(quantity, name) for name, key in _NUMBERS.items()}
    record: Record = {
        **{key: plain_number(value) for key, value in numbers.items() if value is not None},
        **{"unit": quantity.unit, "bound": quantity.bound},
        **{"approximate": quantity.approximate or None, "raw": quantity.raw or None},
    }
    stated = {key: value for key, value in record.items() if value is not None}
    return stated or {"value": None}  # an empty quantity differs from a missing one


def plain_number(value: float) -> int | float:
    """Return a whole number as an integer, which JSON writes without a point."""
    is_whole = float(value).is_integer() and abs(value) < _EXACT_INTEGERS
    return int(value) if is_whole else value


def read_quantity(record: Mapping[str, Any]) -> Quantity | None:
    """Return the quantity in a record; ``None`` if it has none.

    Raises
    ------
    ExtractionError
        If one of its keys has a value of the wrong type.
    """
    if not QUANTITY_KEYS & record.keys():
        return None
    return Quantity(
        **{name: number(record, key) for name, key in _NUMBERS.items()},
        unit=optional_text(record, "unit"),
        bound=optional_text(record, "bound"),
        approximate=flag(record, "approximate"),
        raw=optional_text(record, "raw") or "",
    )

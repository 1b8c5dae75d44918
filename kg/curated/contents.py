"""The content of a row's claim: its kind, its terms, its quantity."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, Final, TypeVar

from kg.curated.columns import CONTENT, QUANTITY
from kg.curated.layout import meant
from kg.curated.rows import CellError, Row
from kg.curated.terms import (
    check_unit,
    read_chemical,
    read_flag,
    read_formula,
    read_layers,
    read_number,
    read_term,
    read_unit,
)
from kg.model import KINDS, Content, Quantity
from ontology import vocabulary
from ontology.claim_kinds import CLAIM_KINDS, FORMULA, LAYERS

_Value = TypeVar("_Value")

_READERS: Final[Mapping[str, Callable[[str], Any]]] = {
    FORMULA: read_formula,
    LAYERS: read_layers,
    "chemical": read_chemical,
}
_NUMBERS: Final = ("value", "value_max", "from")


def read_cell(row: Row, column: str, reader: Callable[[str], _Value]) -> _Value | None:
    """Return the value of a cell; an error in it is noted in the row."""
    try:
        return reader(row[column])
    except CellError as error:
        row.refuse(column, error)
        return None


def read_content(row: Row) -> Content | None:
    """Return the content of a row's claim; ``None`` if the row has errors, which it collects."""
    kind = row["kind"].casefold()
    if kind not in KINDS:
        cause = f"{kind!r} is none of {', '.join(KINDS)}{meant(kind, list(KINDS))}"
        row.refuse("kind", cause if kind else "the kind of the claim is missing")
        return None
    _refuse_others(row, kind)
    content_type: Any = KINDS[kind]
    values: dict[str, Any] = {
        item.name: _read_quantity(row) if item.name == "quantity" else _read(row, kind, item.name)
        for item in fields(content_type)
    }
    return None if row.errors else content_type(**values)


def _refuse_others(row: Row, kind: str) -> None:
    """Note an error for each filled cell that the kind does not use, as its value would be lost."""
    used = CONTENT[kind]
    for column in {column for columns in CONTENT.values() for column in columns}:
        if column not in used and row[column]:
            row.refuse(column, f"a claim of kind {kind} has no {column}")


def _read(row: Row, kind: str, name: str) -> Any:
    if not row[name]:
        row.refuse(name, f"a claim of kind {kind} needs a {name}")
        return None
    holds = CLAIM_KINDS[kind].fields[name]
    return read_cell(row, name, _READERS.get(holds) or (lambda text: read_term(holds, text)))


def _read_quantity(row: Row) -> Quantity | None:
    if not any(row[column] for column in QUANTITY):
        return None
    value, value_max, start = (read_cell(row, column, read_number) for column in _NUMBERS)
    unit = read_cell(row, "unit", read_unit) if row["unit"] else None
    approximate = read_cell(row, "approximate", read_flag)
    if not any(row[column] for column in _NUMBERS):
        row.refuse("value", "a unit, bound or printed form without a number")
    _check_bounds(row, value, value_max)
    if unit is not None:
        read_cell(row, "unit", lambda _: _check_unit(row, unit))
    return Quantity(
        value=value,
        value_max=value_max,
        start=start,
        unit=unit,
        bound=row["bound"] or None,
        approximate=bool(approximate),
        raw=row["raw"],
    )


def _check_bounds(row: Row, value: float | None, value_max: float | None) -> None:
    if row["bound"] not in ("", "min"):
        row.refuse("bound", "must be min or empty; for an upper bound fill only value_max")
    elif row["bound"] and (value is None or value_max is not None):
        row.refuse("bound", "a lower bound needs a value and no value_max")
    if value is not None and value_max is not None and value > value_max:
        row.refuse("value_max", f"{value_max:g} is less than the value {value:g}")


def _check_unit(row: Row, unit: str) -> None:
    """Raise an error if the unit cannot measure the row's parameter."""
    if row["kind"].casefold() != "condition":  # a change is often given in per cent
        return
    try:
        notation = read_term("parameter", row["parameter"])
    except CellError:
        return  # this error is already noted
    check_unit(vocabulary().get("parameter", notation), unit)

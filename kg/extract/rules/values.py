"""Which value of a sentence belongs to which property, and what it is compared with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.mentions import Mention
from kg.extract.modality import clause
from kg.extract.reading import Reading
from kg.extract.rules.conditions import per_cycle
from kg.model import Quantity
from ontology import vocabulary

_RELATIVE = frozenset({"percent", "{fold}"})
_FROM = re.compile(r"\bfrom\s*~?$")
_TO = re.compile(r"[^,;]{0,60}\bto(?: about| approximately)?\s*")
#: Labels of mentions that a value may belong to.
_VALUED = ("name", "symbol", "bareLabel", "increaseLabel", "decreaseLabel")
#: A property with the direction said of it and the cue that says it.
Spoken = tuple[Mention, str, Mention | None]


def assign_values(reading: Reading, spoken: Sequence[Spoken]) -> dict[int, Mention]:
    """The value of each property, by its start: the closest pairs of all are joined first."""
    pairs = [
        (_apart(reading, spoken_of, quantity), spoken_of[0].start, quantity.start, quantity)
        for spoken_of in spoken
        for quantity in reading.of_kind("quantity")
        if _may_have(reading, spoken_of, quantity)
    ]
    values: dict[int, Mention] = {}
    taken: set[int] = set()
    for _, start, at, quantity in sorted(pairs, key=lambda pair: pair[:3]):
        if start not in values and at not in taken:
            values[start] = quantity
            taken.add(at)
    return values


def _may_have(reading: Reading, spoken: Spoken, quantity: Mention) -> bool:
    mention, direction, _ = spoken
    if mention.label not in _VALUED or quantity.quantity is None:
        return False
    start, end = clause(reading, mention.start)
    units = units_of(mention.id)
    if _is_per_cycle(mention, quantity.quantity.quantity):
        units |= {quantity.quantity.quantity.unit or ""}
    return start <= quantity.start < end and _fits(quantity.quantity.quantity, units, direction)


def _apart(reading: Reading, spoken: Spoken, quantity: Mention) -> int:
    """Characters between a property and a value; 0 where the value stands at the property's cue."""
    mention, _, cue = spoken
    if cue is not None:
        before, behind = cue.start - quantity.end, quantity.start - cue.end
        if 0 <= before <= 3 or (0 <= behind <= 14 and "," not in reading.between(cue, quantity)):
            return 0
    low, high = sorted((mention, quantity), key=lambda m: m.start)
    between = sum(low.end <= m.start < high.start for m in reading.of_kind("property"))
    return high.start - low.end + 40 * between + (10 if low is quantity else 0)


def _fits(quantity: Quantity, units: frozenset[str], direction: str) -> bool:
    unit = quantity.unit or ""
    if unit in _RELATIVE and direction in ("increase", "decrease"):
        return True
    if unit == "{fold}":
        return False
    if not unit:
        return "1" in units
    return unit in units


def units_of(notation: str) -> frozenset[str]:
    """The UCUM units in which a property is given; ``"1"`` for a bare number."""
    term = vocabulary().get("property", notation)
    return frozenset(term.extra.get("unitCode", ())) if term is not None else frozenset()


def compared(reading: Reading, mention: Mention, value: Mention | None) -> Quantity | None:
    """The value, with that behind "vs." as its start: "higher (0.82 vs. 0.60 Å)"."""
    quantity = quantity_of(value)
    if quantity is None or value is None:
        return None
    following = next_quantity(reading, value)
    other = quantity_of(following)
    if following is not None and other is not None and quantity.start is None:
        between = reading.between(value, following)
        if re.fullmatch(r"\s*(?:vs\.?|versus|compared (?:to|with))\s*", between):
            quantity = replace(quantity, start=other.value)
    quantity = _from_to(reading, value, quantity, following, other)
    return per_cycle(quantity) if _is_per_cycle(mention, quantity) else quantity


def _from_to(
    reading: Reading,
    value: Mention,
    quantity: Quantity,
    following: Mention | None,
    other: Quantity | None,
) -> Quantity:
    """ "From 71% for the bare material to 88% with four cycles": from the one to the other."""
    if following is None or other is None or other.unit != quantity.unit or quantity.start:
        return quantity
    between = reading.between(value, following)
    if _FROM.search(reading.text[: value.start]) and _TO.fullmatch(between):
        return replace(other, start=quantity.value)
    return quantity


def _is_per_cycle(mention: Mention, quantity: Quantity) -> bool:
    in_length = quantity.unit in ("nm", "Ao", "pm")
    return in_length and re.search(r"per[ -]cycle|GPC", mention.text) is not None


def next_quantity(reading: Reading, value: Mention) -> Mention | None:
    """The quantity that comes next behind a value."""
    return next((q for q in reading.of_kind("quantity") if q.start >= value.end), None)


def quantity_of(mention: Mention | None) -> Quantity | None:
    """What a mention of a quantity says."""
    return (
        mention.quantity.quantity if mention is not None and mention.quantity is not None else None
    )

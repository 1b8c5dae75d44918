"""Values that a sentence lists in the order of its properties or samples, "respectively"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.mentions import Mention
from kg.extract.quantities import QuantityMatch
from kg.extract.reading import Reading
from kg.extract.rules.admissible import Spoken, may_have
from kg.extract.rules.measures import units_of
from kg.extract.rules.plain import NUMBER, read_number
from kg.model import Quantity

_RESPECTIVELY = re.compile(r"\brespectively\b")
_BARE = re.compile(rf"(?<=[ (,])({NUMBER})(?=,? and |, |,? or |\s*,?\s*respectively|\))")
#: Between two values of one list.
_LISTED = re.compile(r"\s*(?:,|,? and|,? or|,? as well as|/)\s*(?:about |~)?")


def numbers(reading: Reading) -> tuple[Mention, ...]:
    """The quantities of a sentence, with the bare numbers of a list that ends "respectively"."""
    quantities = reading.of_kind("quantity")
    end = _RESPECTIVELY.search(reading.text)
    if end is None:
        return quantities
    taken = [(q.start, q.end) for q in quantities]
    bare = [
        Mention(
            start=match.start(),
            end=match.end(),
            kind="quantity",
            id="dimensionless",
            text=match[1],
            quantity=QuantityMatch(
                start=match.start(),
                end=match.end(),
                quantity=Quantity(value=read_number(match[1]), raw=match[1]),
                dimension="dimensionless",
            ),
        )
        for match in _BARE.finditer(reading.text, 0, end.start() + len(end[0]))
        if not any(a < match.end() and match.start() < b for a, b in taken)
    ]
    return tuple(sorted((*quantities, *bare), key=lambda q: q.start))


def in_order(reading: Reading, spoken: Sequence[Spoken]) -> dict[int, Mention]:
    """The value of each of as many properties as values are listed, by the property's start."""
    end = _RESPECTIVELY.search(reading.text)
    if end is None:
        return {}
    said = [one for one in spoken if one[0].end <= end.start()]
    last = max((one[0].end for one in said), default=0)
    listed = [q for q in numbers(reading) if last <= q.start < end.start()]
    if len(listed) > len(said):  # "2.05 and 9.5 g/cm3 at 300 °C, respectively"
        listed = [q for q in listed if _fitting(reading, said, q)]
    if not 1 < len(said) == len(listed):
        return {}
    pairs = [(one, _without_unit(one, q)) for one, q in zip(said, listed, strict=True)]
    if not all(may_have(reading, one, quantity) for one, quantity in pairs):
        return {}
    return {one[0].start: quantity for one, quantity in pairs}


def _fitting(reading: Reading, said: Sequence[Spoken], quantity: Mention) -> bool:
    return any(may_have(reading, one, _without_unit(one, quantity)) for one in said)


def _without_unit(one: Spoken, quantity: Mention) -> Mention:
    """A value of a bare property that took the unit of its neighbour: "2.05 and 9.5 g/cm3"."""
    match, units = quantity.quantity, units_of(one[0].id)
    if match is None or units != {"1"} or match.quantity.unit is None:
        return quantity
    if re.search(r"[^\W\d]|%|°", quantity.text):
        return quantity
    return replace(quantity, quantity=replace(match, quantity=replace(match.quantity, unit=None)))


def is_next_in_list(reading: Reading, value: Mention, following: Mention) -> bool:
    """Whether two values are neighbours in a list: "3.7, 3.3 and 3.6 eV"."""
    return _LISTED.fullmatch(reading.between(value, following)) is not None

"""Which value of a sentence belongs to which property: the closest admissible pairs first."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.rules.admissible import Spoken, may_have
from kg.extract.rules.respective import in_order, numbers


def assign_values(reading: Reading, spoken: Sequence[Spoken]) -> dict[int, Mention]:
    """The value of each property, by its start: the closest pairs of all are joined first."""
    pairs = [
        (_apart(reading, spoken_of, quantity), spoken_of[0].start, quantity.start, quantity)
        for spoken_of in spoken
        for quantity in numbers(reading)
        if may_have(reading, spoken_of, quantity)
    ]
    values = in_order(reading, spoken)
    taken = {quantity.start for quantity in values.values()}
    for _, start, at, quantity in sorted(pairs, key=lambda pair: pair[:3]):
        if start not in values and at not in taken:
            values[start] = quantity
            taken.add(at)
    return values


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

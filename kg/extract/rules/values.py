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
#: The wavelength of a lamp is no value of what it shines on: "UV light (365 nm".
_OF_LIGHT = re.compile(
    r"\b(?:light|lamp|laser|excitation|irradiation|illumination|excited)\s*\(?(?:at |of |with )?$"
)
#: "90% of their intensity" is a share, no intensity.
_SHARE_OF = re.compile(r" of (?:its|their|the (?:initial|original|starting))\b")
#: nm; shorter ones are not looked at in this field.
_SHORTEST_PEAK = 150.0
#: Stands for whichever unit.
ANY_UNIT = "*"
_FROM = re.compile(r"\bfrom(?: an?| the)?(?: initial| original)?\s*~?$")
_TO = re.compile(r"[^,;]{0,60}\bto(?: about| approximately)?\s*")
#: Words between a value and the one that it is compared with.
_AGAINST = re.compile(
    r"[^.;]{0,40}\b(?:compared (?:to|with)|versus|vs\.?|as against|as opposed to|relative to|"
    r"rather than|instead of)\s+(?:\w+\s+){0,3}~?|"
    r",? (?:whereas|while|but) (?:the |an? )?(?:un\w+|bare|pristine|reference|control|plain)\b"
    r"[^.;]{0,60}?(?:only |just )?~?"
)
_INITIAL = re.compile(r"\s*from (?:the |an? )?(?:\w+ )?(?:value of )?~?")
_ASIDE = re.compile(r"\s*\((?:[A-Za-z]+[ -]?){1,3}:\s*~?")
#: Labels of mentions that a value may belong to.
_VALUED = (
    "name",
    "symbol",
    "bareLabel",
    "rateLabel",
    "inverseLabel",
    "increaseLabel",
    "decreaseLabel",
)
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
    if _SHARE_OF.match(reading.text, quantity.end) or _is_part(reading, mention, quantity):
        return False
    if _OF_LIGHT.search(reading.text[: quantity.start]) or _is_too_short(mention, quantity):
        return False
    start, end = clause(reading, mention.start)
    units = units_of(mention.id)
    if _is_per_cycle(mention, quantity.quantity.quantity):
        units |= {quantity.quantity.quantity.unit or ""}
    return start <= quantity.start < end and _fits(quantity.quantity.quantity, units, direction)


def _is_part(reading: Reading, mention: Mention, quantity: Mention) -> bool:
    """ "Cost 90% of the PL": a part of a property that is not itself given in percent of it."""
    is_percent = quantity.quantity is not None and quantity.quantity.quantity.unit == "percent"
    gap = reading.text[quantity.end : mention.start] if quantity.end <= mention.start else ""
    return is_percent and gap in (" of the ", " of its ", " of their ")


def _is_too_short(mention: Mention, quantity: Mention) -> bool:
    """A length below the ultraviolet is the size of something, no position of a peak."""
    value = quantity.quantity.quantity if quantity.quantity is not None else None
    return (
        mention.id in ("exciton_peak_position", "plasmon_resonance_position")
        and value is not None
        and value.unit == "nm"
        and (value.value or value.value_max or 0.0) < _SHORTEST_PEAK
    )


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


def compared(
    reading: Reading, mention: Mention, value: Mention | None, direction: str
) -> Quantity | None:
    """The value of a property, with the value that it is compared with as its start."""
    quantity = quantity_of(value)
    if quantity is None or value is None:
        return None
    quantity = _in_brackets(reading, mention, value, quantity) or quantity
    if quantity.start is None:
        quantity = _changed(reading, value, quantity, direction) or _beside_another(
            reading, value, quantity
        )
    return per_cycle(quantity) if _is_per_cycle(mention, quantity) else quantity


def _in_brackets(
    reading: Reading, mention: Mention, value: Mention, quantity: Quantity
) -> Quantity | None:
    """ "Four times lower (0.4 vs. 1.6 at.%)": the values themselves say more than their ratio."""
    if quantity.unit != "{fold}":
        return None
    said = next_quantity(reading, value)
    inner = quantity_of(said)
    if said is None or inner is None or inner.unit not in units_of(mention.id):
        return None
    if not re.fullmatch(r"\s*(?:[\w-]+\s*){0,2}\(~?", reading.between(value, said)):
        return None
    return inner if inner.start is not None else _beside_another(reading, said, inner)


def _changed(
    reading: Reading, value: Mention, quantity: Quantity, direction: str
) -> Quantity | None:
    """ "Roughens from 0.5 to 6 nm": what reads as a range is a change, but where it is tuned."""
    is_from = _FROM.search(reading.text[: value.start]) is not None
    ends = value.quantity.members if value.quantity is not None else ()
    if direction in ("change", "none") or not is_from or len(ends) != 2:
        return None
    if quantity.value_max is None:
        return None
    return replace(quantity, start=ends[0].value, value=ends[1].value, value_max=None)


def _beside_another(reading: Reading, value: Mention, quantity: Quantity) -> Quantity:
    """ "From 71% ... to 88%", "97% from the initial 71%", "5.9% as against 0.8%"."""
    following = next_quantity(reading, value, quantity.unit)
    other = quantity_of(following)
    if following is None or other is None or other.start is not None:
        return quantity
    between = reading.between(value, following)
    if _FROM.search(reading.text[: value.start]) and _TO.fullmatch(between):
        return replace(other, start=quantity.value)
    if any(pattern.fullmatch(between) for pattern in (_AGAINST, _INITIAL, _ASIDE)):
        return replace(quantity, start=other.value)
    return quantity


def _is_per_cycle(mention: Mention, quantity: Quantity) -> bool:
    in_length = quantity.unit in ("nm", "Ao", "pm")
    return in_length and re.search(r"per[ -]cycle|GPC", mention.text) is not None


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

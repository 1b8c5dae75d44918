"""The direction of an outcome, from its word of change, its value and its property."""

from __future__ import annotations

import re

from kg.extract.knowledge.measures import as_reported, units_of
from kg.extract.knowledge.property_kinds import (
    CHANGE_LABELS,
    FLIPPED,
    LASTING,
    NAMED,
    PACED,
    POSITIONS,
    TIMES,
    has_unit,
    is_phenomenon_or_quality,
)
from kg.extract.mentions import Mention
from kg.model import Outcome, Quantity

#: Properties whose plain value is a condition in the claims contract, not an outcome.
_CONDITIONS = frozenset({"growth_rate", "particle_size"})
#: Properties whose length is a condition, but a change of it an outcome.
_SIZES = frozenset({"particle_size", "porosity"})
#: Properties whose value per cycle is a condition, but whose trend is an outcome.
RATES = frozenset({"growth_rate", "etch_rate"})


def outcome_with(mention: Mention, direction: str, quantity: Quantity | None) -> Outcome | None:
    """Return the outcome of a property with a direction and a number; ``None`` if it is empty."""
    if mention.id == "structure":
        quantity = None  # a structure has no value; a spacing is a condition
    direction = _settled_direction(mention, direction, quantity)
    if not direction or _says_nothing(mention, direction, quantity):
        return None
    valueless = direction == "none" and not has_unit(mention, quantity)
    if direction == "absent" or valueless:
        quantity = None
    if direction in ("reported", "none") and quantity is not None:
        quantity = as_reported(quantity)
    if quantity is not None and mention.id in RATES and _is_level(quantity):
        quantity = None  # the level is the condition, its trend the outcome
    return Outcome(property=mention.id, direction=direction, quantity=quantity)


def _is_level(quantity: Quantity) -> bool:
    """Return whether a rate is a range or a single value per cycle, without a comparison."""
    if quantity.value is not None and quantity.value_max is not None:
        return True
    return quantity.start is None and (quantity.unit or "").endswith("/{cycle}")


#: Superlatives: with a value they report it, without one they compare with other samples.
_EXTREME = re.compile(
    r"(?:high|larg|great|strong|long|fast|low|small|short|weak|narrow|slow)est\b|superior|best\b",
    re.IGNORECASE,
)


#: Verbs of providing and recovering, whose value is a level: "confers a capacity of 500 mAh/g".
_GIVING = re.compile(r"(?:confer|impart|endow|acquir|generat|creat|recover|regain)", re.IGNORECASE)
#: Verbs that name what a level depends on.
_HANGING = re.compile(r"depend", re.IGNORECASE)
#: Verbs of measurement, which do not say whether the property was present.
_MEASURED = re.compile(
    r"(?:measur|calculat|estimat|determin|evaluat|quantif|extract|deriv|deduc|infer|report)",
    re.IGNORECASE,
)


def by_cue(
    notation: str,
    direction: str,
    cue: Mention | None,
    quantity: Quantity | None,
    *,
    is_aside: bool = False,
) -> str:
    """Return the direction, corrected for the word that states it.

    "The highest mobility was 35 cm2/Vs" reports a value; "has the highest mobility" compares, even
    if the value is an aside: "has the lowest threshold (8 uJ)". "Interface traps were measured"
    states nothing; "self-limiting growth was achieved" does.
    """
    if cue is None:
        return direction
    if quantity is None:
        return "" if direction == "reported" and _MEASURED.match(cue.text) else direction
    is_own = quantity.start is None and (quantity.unit or "1") in units_of(notation)
    if is_own and (_GIVING.match(cue.text) or (is_aside and _HANGING.match(cue.text))):
        return "reported"
    is_range = quantity.value is not None and quantity.value_max is not None
    if is_range and cue.text.lower().startswith("var"):
        return "reported"  # "the angle varied between 112° and 141°"
    is_level = quantity.start is None and not is_aside
    return "reported" if is_level and _EXTREME.match(cue.text) else direction


def _settled_direction(mention: Mention, direction: str, quantity: Quantity | None) -> str:
    """Return the direction, corrected for the value and the kind of property."""
    if not direction or direction == "present":
        direction = "reported" if quantity is not None else direction
    if direction == "reported" and quantity is None and is_phenomenon_or_quality(mention.id):
        direction = "present"  # "self-limiting growth was achieved"
    if quantity is not None and quantity.start is not None:
        direction = _of_change(mention, direction, quantity)
    if mention.id == "structure" and direction in FLIPPED:
        return "change"  # a smaller spacing is another structure
    return "increase" if direction == "present" and mention.id in LASTING else direction


def _says_nothing(mention: Mention, direction: str, quantity: Quantity | None) -> bool:
    """Return whether an outcome is a report without a value, a condition, or mere "presence"."""
    if direction == "reported":
        return quantity is None or is_condition(mention.id, quantity)
    named = mention.label in ("name", "symbol")
    return direction == "present" and named and not is_phenomenon_or_quality(mention.id)


def _of_change(mention: Mention, direction: str, quantity: Quantity) -> str:
    """Return the direction from the values of a change, such as "from 1 to 7".

    A label with a direction of its own keeps it, and so does a position given as an energy.
    """
    if quantity.start is None or quantity.value is None or quantity.value == quantity.start:
        return direction
    told = (
        mention.label in (*CHANGE_LABELS, "inverseLabel")
        or quantity.unit in ("eV", "meV")
        or (mention.id in PACED and quantity.unit in TIMES)
    )
    if told and direction in FLIPPED:
        return direction
    if quantity.unit in ("eV", "meV") and mention.id in POSITIONS and mention.label in NAMED:
        return "decrease" if quantity.value > quantity.start else "increase"  # of the wavelength
    return "increase" if quantity.value > quantity.start else "decrease"


def is_result(outcome: Outcome | None) -> bool:
    """Return whether the number of an outcome is a result, not a setting of a process."""
    if outcome is None or outcome.quantity is None:
        return False
    is_change = outcome.property in _SIZES and outcome.quantity.start is not None
    return is_change or not is_condition(outcome.property, outcome.quantity)


def is_condition(notation: str, quantity: Quantity | None) -> bool:
    """Return whether a plain value of a property is a condition: a rate per cycle, a size."""
    per_cycle = quantity is not None and (quantity.unit or "").endswith("/{cycle}")
    is_size = notation in _SIZES and quantity is not None and quantity.unit != "percent"
    return notation in _CONDITIONS or is_size or (notation in RATES and per_cycle)

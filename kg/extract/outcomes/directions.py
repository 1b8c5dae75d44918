"""The direction of an outcome, by its word of change, its value and its kind of property."""

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

#: Properties whose plain value is a condition of the contract, not an outcome.
_CONDITIONS = frozenset({"growth_rate", "particle_size"})
#: Properties whose length is a condition, and a change of it an outcome.
_SIZES = frozenset({"particle_size", "porosity"})
#: Properties whose value for each cycle is a condition, and whose trend is an outcome.
RATES = frozenset({"growth_rate", "etch_rate"})


def outcome_with(mention: Mention, direction: str, quantity: Quantity | None) -> Outcome | None:
    """The outcome of a property with a direction and a number; ``None`` if it says nothing."""
    if mention.id == "structure":
        quantity = None  # a structure has no size; a spacing is a condition
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
    """Whether a rate is a range, or one for each cycle that no other is compared with."""
    if quantity.value is not None and quantity.value_max is not None:
        return True
    return quantity.start is None and (quantity.unit or "").endswith("/{cycle}")


#: The top of a series: with a value it is that value, without one it is more than the others.
_EXTREME = re.compile(
    r"(?:high|larg|great|strong|long|fast|low|small|short|weak|narrow|slow)est\b|superior|best\b",
    re.IGNORECASE,
)


#: Verbs of giving and getting back, whose value is a level: "confers a capacity of 500 mAh/g".
_GIVING = re.compile(r"(?:confer|impart|endow|acquir|generat|creat|recover|regain)", re.IGNORECASE)
#: Verbs that name what a level hangs on.
_HANGING = re.compile(r"depend", re.IGNORECASE)
#: Verbs of measuring: what was measured may be there or not.
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
    """The direction in the light of the word that says it.

    "The highest mobility was 35 cm2/Vs" reports a value, "has the highest mobility" compares,
    also where the value is an aside: "has the lowest threshold (8 uJ)".
    "Interface traps were measured" says nothing, "self-limiting growth was achieved" does.
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
    """The direction in the light of the value and of what kind of property it is."""
    if not direction or direction == "present":
        direction = "reported" if quantity is not None else direction
    if direction == "reported" and quantity is None and is_phenomenon_or_quality(mention.id):
        direction = "present"  # "self-limiting growth was achieved"
    if quantity is not None and quantity.start is not None:
        direction = _of_change(mention, direction, quantity)
    if mention.id == "structure" and direction in FLIPPED:
        return "change"  # a smaller spacing is another structure, no more or less of one
    return "increase" if direction == "present" and mention.id in LASTING else direction


def _says_nothing(mention: Mention, direction: str, quantity: Quantity | None) -> bool:
    """A report without a value, a condition's value, the "presence" of a measured quantity."""
    if direction == "reported":
        return quantity is None or is_condition(mention.id, quantity)
    named = mention.label in ("name", "symbol")
    return direction == "present" and named and not is_phenomenon_or_quality(mention.id)


def _of_change(mention: Mention, direction: str, quantity: Quantity) -> str:
    """ "From 1 to 7" says the direction by itself, and better than a far word.

    A label that says its own direction keeps it, and so does a position given as an energy.
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
    """Whether the number of an outcome is its own, and no setting of the process that it names."""
    if outcome is None or outcome.quantity is None:
        return False
    is_change = outcome.property in _SIZES and outcome.quantity.start is not None
    return is_change or not is_condition(outcome.property, outcome.quantity)


def is_condition(notation: str, quantity: Quantity | None) -> bool:
    """Whether the plain value of a property is a condition: a growth rate, an etch per cycle."""
    per_cycle = quantity is not None and (quantity.unit or "").endswith("/{cycle}")
    is_size = notation in _SIZES and quantity is not None and quantity.unit != "percent"
    return notation in _CONDITIONS or is_size or (notation in RATES and per_cycle)

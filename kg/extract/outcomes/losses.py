"""Names that measure a lack or loss: "a VOC deficit of 0.4 V", "a degradation of 8 %"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.knowledge.property_kinds import LASTING
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.model import Outcome, Quantity

#: A name for the missing part of a property: "a VOC deficit of 0.4 V" is not a voltage of 0.4 V.
_LACK = re.compile(r"\b(?:deficits?|loss(?:es)?)$")
#: Text after such a name, before the missing amount.
_HOW_MUCH = re.compile(r"\s?(?:of\s|\()[~≈]?\d")
#: Stabilities, whose losses are given in percent of the initial value.
_LOST = LASTING | {"capacity_retention"}
_RELATIVE = ("percent", "{fold}")


def without_lack(
    reading: Reading, mention: Mention, direction: str, quantity: Quantity | None
) -> tuple[str, Quantity | None]:
    """Return the direction and quantity of a property whose name measures a lack of it.

    The amount that is missing is not a level of the property; the direction is ``""`` and the
    quantity ``None`` if nothing else is stated.
    """
    if mention.label != "inverseLabel" or not _LACK.search(mention.text):
        return direction, quantity
    if quantity is None:
        return "" if _HOW_MUCH.match(reading.text, mention.end) else direction, None
    if direction == "reported":
        return "", None
    return direction, quantity if quantity.unit in _RELATIVE else None


def as_loss(mention: Mention, outcome: Outcome | None) -> Outcome | None:
    """Return "a degradation of 8 %" as a decrease by 8 %, not as a level of the stability."""
    if outcome is None or outcome.quantity is None or mention.label != "inverseLabel":
        return outcome
    is_loss = outcome.quantity.unit == "percent" and mention.id in _LOST
    if is_loss and outcome.direction == "reported":
        return replace(outcome, direction="decrease")
    return outcome

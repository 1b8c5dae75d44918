"""Names that count what is missing or lost: "a VOC deficit of 0.4 V", "a degradation of 8 %"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.knowledge.property_kinds import LASTING
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.model import Outcome, Quantity

#: A name that counts what is missing: "a VOC deficit of 0.4 V" is no voltage of 0.4 V.
_LACK = re.compile(r"\b(?:deficits?|loss(?:es)?)$")
#: Behind such a name: how much is missing.
_HOW_MUCH = re.compile(r"\s?(?:of\s|\()[~≈]?\d")
#: Stabilities, whose losses are told in percent of what there was.
_LOST = LASTING | {"capacity_retention"}
_RELATIVE = ("percent", "{fold}")


def without_lack(
    reading: Reading, mention: Mention, direction: str, quantity: Quantity | None
) -> tuple[str, Quantity | None]:
    """Direction and number of a property whose name counts what is missing of it.

    How much is missing is no level of the property; ``""`` and no number if nothing else is said.
    """
    if mention.label != "inverseLabel" or not _LACK.search(mention.text):
        return direction, quantity
    if quantity is None:
        return "" if _HOW_MUCH.match(reading.text, mention.end) else direction, None
    if direction == "reported":
        return "", None
    return direction, quantity if quantity.unit in _RELATIVE else None


def as_loss(mention: Mention, outcome: Outcome | None) -> Outcome | None:
    """ "A degradation of 8 %": by so much less, and no level of the stability."""
    if outcome is None or outcome.quantity is None or mention.label != "inverseLabel":
        return outcome
    is_loss = outcome.quantity.unit == "percent" and mention.id in _LOST
    if is_loss and outcome.direction == "reported":
        return replace(outcome, direction="decrease")
    return outcome

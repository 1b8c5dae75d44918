"""Values that a property cannot have, whatever the words around them say.

A peak does not move tenfold, an absorption is no path length, the stretch of a spectrum over which
light is collected is no shift.
"""

from __future__ import annotations

import re
from typing import Final

from kg.model import Outcome

#: Properties that are a place in a spectrum; a place does not multiply.
_PLACES: Final = frozenset({"exciton_peak_position", "plasmon_resonance_position"})
#: Units in which a property is never given: those of paths, of samples and of beams.
_NEVER: Final = {
    "absorption": frozenset({"nm", "um", "mm", "cm", "m", "Ao"}),
    "linewidth": frozenset({"mm", "cm", "m"}),
    "photoluminescence_intensity": frozenset({"nm", "um", "mm", "cm"}),
}
_STRETCH: Final = re.compile(
    r"\b(?:integrat\w+|area|range|region|window|collected|measured|recorded|filter\w*)\b"
    r"[^.;]{0,60}\bfrom\s[\d.]+\s?(?:nm|eV)?\s?(?:to|[-–])\s?[\d.]+"
)


def is_implausible(outcome: Outcome, text: str) -> bool:
    """Whether the value of an outcome cannot be one of its property.

    >>> from kg.model import Quantity
    >>> moved = Outcome(
    ...     property="exciton_peak_position",
    ...     direction="increase",
    ...     quantity=Quantity(value=10.0, unit="{fold}"),
    ... )
    >>> is_implausible(moved, "The peak emission was increased 10-fold.")
    True
    """
    quantity = outcome.quantity
    if quantity is None:
        return False
    unit = quantity.unit or ""
    if outcome.property in _PLACES:
        is_moved = outcome.direction in ("increase", "decrease")
        return unit == "{fold}" or (is_moved and _STRETCH.search(text) is not None)
    return unit in _NEVER.get(outcome.property, ())

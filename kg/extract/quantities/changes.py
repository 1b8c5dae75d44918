"""Changes whose ends are printed in separate lists, or whose verb gives their direction."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kg.extract.quantities.atoms import Atom
from kg.extract.quantities.model import QuantityMatch

#: Text before the starting values of a list of changes.
_FROM: Final = re.compile(r"\bfrom (?:about )?~?$")


def paired_changes(work: str, found: list[QuantityMatch]) -> list[QuantityMatch]:
    """Return a list of starts and of ends as changes: "from 12, 18 and 25 to 9, 11 and 14"."""
    size, odd = divmod(len(found), 2)
    if size < 1 or not odd or not _FROM.search(work, 0, found[0].start):
        return found
    middle = found[size]
    singles = [*found[:size], *found[size + 1 :]]
    are_alike = {m.quantity.unit for m in found} == {middle.quantity.unit}
    if len(middle.members) != 2 or not are_alike or any(m.kind != "exact" for m in singles):
        return found
    starts = [*(m.quantity.value for m in found[:size]), middle.members[0].value]
    ends = [middle.members[1].value, *(m.quantity.value for m in found[size + 1 :])]
    return [
        replace(
            match,
            quantity=replace(match.quantity, start=start, value=end, value_max=None),
            kind="change",
            members=(),
        )
        for match, start, end in zip(found[size:], starts, ends, strict=True)
    ]


#: A verb before a number that makes it the larger or the smaller end.
_FALLS: Final = re.compile(
    r"\b(?:(?P<less>decreas|drop|fell|fall|lower|reduc|declin|diminish|shr[aiu]nk|s[aiu]nk|plung|"
    r"plummet)|increas|ris(?=e|ing)|rose|rais|climb|grow|grew|improv|enhanc)\w*"
    r"(?: \w+){0,2} from (?:about )?~?$"
)


def is_against_verb(work: str, printed: Atom, raised: Atom, end: Atom) -> bool:
    """Return whether a power of ten, copied from the end of a change, contradicts its verb.

    In "falls from 1.2 to 9.8 × 10⁻³", the first number has no power of ten.
    """
    verb = _FALLS.search(work, max(0, printed.start - 60), printed.start)
    if verb is None:
        return False
    is_less = verb["less"] is not None
    return (end.value < raised.value) != is_less and (end.value < printed.value) == is_less

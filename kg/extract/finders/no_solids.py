"""Symbols of elements that name no solid: families of superconductors, the ions of an electrolyte.

"Ba-122" and "Y-123" are named by the ratio of their metals, and "lithium ions" move through a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kg.extract.finders.components import settles
from kg.extract.mentions import Mention

#: Behind the symbol of an element: the ratio of the metals of the family.
_FAMILY: Final = re.compile(r"-(?:\d{3}|\d{4}|11)\b")
#: Behind an element that carries the charge of a cell.
_ION: Final = re.compile(r"[ -]ions?\b(?!-)|\s?[⁺+](?!\w)")
_CARRIERS: Final = frozenset({"Li", "Na", "K", "H"})


@settles("ald_no_solids")
def without_no_solids(mentions: Iterable[Mention], text: str) -> tuple[Mention, ...]:
    """The mentions without elements that only name a family or an ion.

    >>> ion = Mention(start=0, end=2, kind="material", id="Li", text="Li")
    >>> without_no_solids([ion], "Li ions move."), len(without_no_solids([ion], "Li was plated."))
    ((), 1)
    """
    return tuple(m for m in mentions if not _is_no_solid(m, text))


def _is_no_solid(mention: Mention, text: str) -> bool:
    if mention.kind != "material" or not re.fullmatch(r"[A-Z][a-z]?", mention.id):
        return False
    is_ion = mention.id in _CARRIERS and _ION.match(text, mention.end) is not None
    return is_ion or _FAMILY.match(text, mention.end) is not None

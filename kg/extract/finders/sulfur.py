"""Sulfur by its letter, which the notation leaves alone."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.finders.components import finds
from kg.extract.finders.weighed import MOLES
from kg.extract.mentions import Mention
from kg.extract.text.rare import Rare
from kg.grounding import reagent_id

#: Sulfur by its letter, behind an amount.
_SULFUR = Rare(
    rf"\d\s?(?:{MOLES}|mg|g)\s(?:of\s)?(?P<letter>S)(?=\s(?:powder|dissolved|in|and)\b|[,;])"
)


@finds("ald_sulfur")
def find_sulfur(text: str) -> Iterator[Mention]:
    """The sulfur of a recipe that prints its symbol: "4 mmol of S in 2 mL of TOP".

    Examples
    --------
    >>> [m.id for m in find_sulfur("4 mmol of S in oleylamine, at 4 S")]
    ['sulfur']
    """
    for match in _SULFUR.finditer(text):
        start, end = match.span("letter")
        yield Mention(
            start=start, end=end, kind="chemical", id=reagent_id("sulfur"), text="S", label="symbol"
        )

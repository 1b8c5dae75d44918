"""The parameter whose name is right beside a number: "a feeding time of 1 s".

The names are those of the vocabulary.
"""

from __future__ import annotations

import re
from functools import cache

from kg.extract.binding.attributes import has_unit
from kg.extract.knowledge.measures import quantity_of
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from ontology import vocabulary

#: The characters from the start of a name to a number after it, at most.
_REACH = 80
#: Between a name and its value: "(tp)", "was fixed at about", "=".
_LINK = (
    r"(?:s|es)?(?:\s?\([^()\d]{1,12}\))?(?:\s?[=:]|\s(?:of|was|were|is|are|being|set|fixed|kept|held|"
    r"maintained|controlled|varied|at|to|as|from|about|around|approximately|only|just))*\s?[~≈]?\s?$"
)
#: Labels that are verbs with a preposition ("kept for", "in diameter") do not name a parameter by
#: themselves.
_LAST = (" at", " for", " to", " of", " by")
_FIRST = ("in ", "nm ", "layers ", "at ", "under ", "after ")
#: The fewest words of a name: one word ("temperature") does not identify the owner.
_SHORTEST = 2


def called(reading: Reading, number: Mention) -> str:
    """Return the parameter whose name is right before a number, or right after it; else ""."""
    quantity = quantity_of(number)
    if quantity is None or not quantity.unit:
        return ""
    names = _names(quantity.unit)
    if not names:
        return ""
    ahead, behind = _expressions(quantity.unit)
    found = ahead.search(reading.text, max(0, number.start - _REACH), number.start)
    found = found or behind.match(reading.text, number.end)
    return names[found[1].lower()] if found is not None else ""


@cache
def _names(unit: str) -> dict[str, str]:
    """Return name -> parameter, for parameters given in this unit and names of several words."""
    return {
        name.lower(): term.notation
        for term in vocabulary().terms
        if term.kind == "parameter" and has_unit(term.notation, unit)
        for name in (term.label, *term.alts)
        if len(name.split()) >= _SHORTEST
        and not name.endswith(_LAST)
        and not name.startswith(_FIRST)
    }


@cache
def _expressions(unit: str) -> tuple[Rare, Rare]:
    names = "|".join(sorted(map(re.escape, _names(unit)), key=len, reverse=True))
    return (
        Rare(rf"\b({names}){_LINK}", re.IGNORECASE),
        Rare(rf"[ -](?:long )?({names})s?\b", re.IGNORECASE),
    )

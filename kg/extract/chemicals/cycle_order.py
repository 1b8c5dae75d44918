"""The gases of a cycle in their order: "TMA/N2/H2O/N2", "DEZ - Ar - O3 - Ar".

In a run of three or more gases with the source of a metal, the inert ones purge. A run of halides,
oxygen and inert gases is an etch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.knowledge.usual_roles import INERT, is_etch_gas, usual_role
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare

_STEP = r"<C\d+> (?:(?:purge|pulse|dose|exposure|plasma|vapou?r|gas) )?(?:\( <Q\d+> \) )?"
_NEXT = r"(?:/|-|–|→|\+|;) "
_ORDER = Rare(rf"{_STEP}(?:{_NEXT}{_STEP}){{2,}}")
#: The same with commas, if the sentence has a word for the steps of a cycle.
_LISTED = re.compile(rf"{_STEP}(?:(?:, and|,|and|then) (?:then )?{_STEP}){{2,}}")
_STEPPED = Rare(r"\b(?:cycle|sequence|puls|dos(?:e|ing)|alternat|zone|expos)", re.IGNORECASE)
_INDEX = re.compile(r"<C(\d+)>")


def find_turns(reading: Reading) -> Iterator[tuple[Mention, str]]:
    """Yield the gases of cycles that a sentence prints in their order, each with its role.

    The role is "" for a gas whose role in the cycle is unknown.
    """
    runs = [*_ORDER.finditer(reading.shorthand)]
    if _STEPPED.search(reading.text):
        runs += _LISTED.finditer(reading.shorthand)
    for run in runs:
        gases = [reading.mentions[int(n)] for n in _INDEX.findall(run[0])]
        if all(is_etch_gas(gas) or gas.id in INERT | {"oxygen"} for gas in gases):
            yield from ((gas, "etch_gas") for gas in gases if is_etch_gas(gas))
        elif any(usual_role(gas) == "precursor" for gas in gases):
            yield from ((gas, _part(gas)) for gas in gases)


def _part(gas: Mention) -> str:
    """Return the role of a gas in a cycle: an inert gas purges; hydrogen never does in a cycle."""
    if gas.id in INERT and gas.id != "hydrogen":
        return "purge_gas"
    return usual_role(gas) if usual_role(gas) in ("precursor", "coreactant") else ""

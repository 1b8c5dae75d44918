"""The role of organics that are dosed as vapours: the diols, diamines and acid chlorides of MLD."""

from __future__ import annotations

import re

from kg.extract.knowledge.usual_roles import default_role, usual_role
from kg.extract.knowledge.vapour import is_vapour_growth
from kg.extract.mentions import Mention
from kg.extract.reading import Reading

#: Organics that nucleophiles attack.
_ELECTROPHILE = re.compile(r"(?:oyl (?:di|tri)?chloride|isocyanate|anhydride)s?$|^(?:PMDA|PDIC)$")
#: Organics that react at both ends: diols, diamines, diacids and the like.
_BIFUNCTIONAL = re.compile(
    r"glycol|diol|glycerol|quinone|amine|dianiline|diamino|dihydroxy|acid$|anhydride|chloride|isocyanate"
)
_TWO_REAGENTS = frozenset(
    {"paired", "means", "default", "dosed", "reactive", "default_precursor", "metal_precursor"}
)
#: More substances than this are a list of purchases.
_MOST_REAGENTS = 4


def part_in_vapour(reading: Reading, how: str, mention: Mention, role: str) -> str:
    """Return the role of an organic that is dosed with a metal precursor or with another organic.

    It is neither a solvent nor a ligand. Without a metal, the acid chloride, isocyanate or
    anhydride counts as the precursor. ``role`` is returned unchanged for other substances.
    """
    is_free = role in ("", "solvent", "ligand", "linker", "coreactant")
    is_free = is_free or (how == "default_precursor" and usual_role(mention) != "precursor")
    is_linker = default_role(mention.id) == "linker"
    is_organic = is_linker or _BIFUNCTIONAL.search(mention.text) is not None
    mates = reading.of_kind("chemical")
    is_list = len({m.id for m in mates}) > _MOST_REAGENTS
    if is_list or not (is_free and is_organic and how in _TWO_REAGENTS):
        return role
    if not is_vapour_growth(reading):
        return role
    if any(usual_role(m) == "precursor" for m in mates) or (how == "dosed" and len(mates) == 1):
        return "coreactant"
    if not any(_ELECTROPHILE.search(m.text) for m in mates):
        return role
    return "precursor" if _ELECTROPHILE.search(mention.text) else "coreactant"

"""Particles in a polymer, whichever of the two is printed first: "PMMA/CdSe dot composites"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.composition import composition_classes
from kg.extract.knowledge.families import is_polymer

#: What is said of dots in a polymer, up to the end of their noun: "PS/PbS dot composite films".
_IN_POLYMER = re.compile(
    r"^\W*(?:[\w-]+\s){0,3}(?:(?:nano)?composites?|hybrids?|quantum dots?|QDs?|NCs?|NPLs?|NPs?|"
    r"dots?|nano(?:crystal|particle|platelet|rod|wire|cube|sphere)s?)\b"
    r"(?!\W(?:solar|photo|LED|light|device|transistor|cell|heterojunction|bilayer|junction))",
    re.IGNORECASE,
)
_COMPOSITE_AHEAD = re.compile(
    r"\bcomposites?\s(?:films?\s)?(?:of|from)\s(?:\w+\s)?$", re.IGNORECASE
)


def is_in_polymer(layers: Sequence[str], ahead: str, behind: str) -> bool:
    """Return whether one of two solids is a polymer that holds particles of the other."""
    if len(layers) != 2 or sum(map(is_polymer, layers)) != 1:
        return False
    has_kind = any(composition_classes(layer) for layer in layers)
    is_said = _IN_POLYMER.match(behind) or _COMPOSITE_AHEAD.search(ahead)
    return has_kind and is_said is not None

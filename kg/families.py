"""Families of formulas that a reader treats as one: alumina is also AlOx, PbX is PbS and PbSe.

Two relations follow from the formulas alone:

- two formulas of the same elements are one *family* if one of them leaves a content open (``AlOx``
  and ``Al2O3``, ``CeO2-x`` and ``CeO2``), but not if both are exact (``MnO2`` and ``Mn3O4``);
- a formula with a placeholder *stands for* its members (``PbX`` for ``PbS``, ``CsPbX3`` for
  ``CsPbBr3``): it denotes a class, not a solid.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from kg.notation.symbols import (
    CHALCOGENS,
    ELEMENTS,
    HALOGENS,
    METALLOIDS,
    NONMETALS,
    PLACEHOLDERS,
)

_SYMBOLS: Final = "|".join(sorted(ELEMENTS | PLACEHOLDERS, key=len, reverse=True))
_PART: Final = re.compile(rf"({_SYMBOLS})(\d+(?:\.\d+)?)?((?:[-+]?\d*[xyzδ])?)")
#: X with one of these counts is a halogen; a single X, as in PbX, is a chalcogen.
_HALIDE_COUNTS: Final = frozenset({"3", "4", "6"})

#: The parts of a formula: symbol, exact count, and open count (``"x"``, ``"-x"``).
_Parts = tuple[tuple[str, str, str], ...]


@lru_cache(maxsize=8192)
def _parts(formula: str) -> _Parts:
    """Return the parts of a formula without brackets; an empty tuple for any other text."""
    found: list[tuple[str, str, str]] = []
    at = 0
    while at < len(formula):
        match = _PART.match(formula, at)
        if match is None:
            return ()
        found.append((match[1], match[2] or "", match[3]))
        at = match.end()
    return tuple(found)


def is_open(formula: str) -> bool:
    """Return whether a formula leaves a content open.

    >>> is_open("AlOx"), is_open("CeO2-x"), is_open("Al2O3"), is_open("Dy2O3")
    (True, True, False, False)
    """
    return any(part[2] for part in _parts(formula))


def is_one_family(first: str, second: str) -> bool:
    """Return whether two formulas are the same apart from a content that one of them leaves open.

    >>> is_one_family("AlOx", "Al2O3"), is_one_family("MnO2", "Mn3O4")
    (True, False)
    """
    one, other = _parts(first), _parts(second)
    if not one or not other or {p[0] for p in one} != {p[0] for p in other}:
        return False
    is_open = any(part[2] for part in (*one, *other))
    return first == second or (is_open and {p[0] for p in one} <= ELEMENTS)


def stands_for(variable: str, formula: str) -> bool:
    """Return whether a formula is a member of the class that a formula with a placeholder denotes.

    >>> stands_for("PbX", "PbSe"), stands_for("CsPbX3", "CsPbBr3"), stands_for("CdE", "CdTe")
    (True, True, True)
    >>> stands_for("PbX", "PbBr2"), stands_for("PbS", "PbS")
    (False, False)
    """
    wanted, given = _parts(variable), _parts(formula)
    if len(wanted) != len(given) or not wanted:
        return False
    members = [_members(symbol, count) for symbol, count, _ in wanted]
    return any(members) and all(
        symbol[1:] == part[1:] and (part[0] in choice if choice else part[0] == symbol[0])
        for symbol, part, choice in zip(wanted, given, members, strict=True)
    )


def _members(symbol: str, count: str) -> frozenset[str]:
    """Return the elements that a placeholder stands for; an empty set for an element."""
    if symbol == "X":
        return HALOGENS if count in _HALIDE_COUNTS else CHALCOGENS
    return _PLACEHOLDERS.get(symbol, frozenset())


_PLACEHOLDERS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "E": CHALCOGENS,
        "M": frozenset(ELEMENTS - NONMETALS - METALLOIDS),
        "A": frozenset({"Cs", "Rb", "K", "Na"}),
    }
)


def is_meant(asked: str, formula: str) -> bool:
    """Return whether a query for one formula also finds another.

    >>> is_meant("PbX", "PbS"), is_meant("PbS", "PbX"), is_meant("PbS", "PbSe")
    (True, True, False)
    """
    return (
        asked == formula
        or is_one_family(asked, formula)
        or stands_for(asked, formula)
        or stands_for(formula, asked)
    )

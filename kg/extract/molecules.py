"""Reagent or solid: what a bare formula most likely stands for."""

from __future__ import annotations

import re

from kg.notation import Formula

#: Elements whose compounds with one another are molecules at the temperatures of this field.
NONMETALS = frozenset("H C N O F P S Cl Br I He Ne Ar Kr Xe".split())
#: Solids made of such elements only.
COVALENT_SOLIDS = frozenset({"C", "S", "P", "I2"})
_CHARGE = re.compile(r"[⁺⁻]|(?<=[A-Z)\]])\d?[+-]$|(?<=[a-z)\]])\d[+-]$")


def is_ion(printed: str) -> bool:
    """Whether a printed formula carries a charge.

    >>> [is_ion(text) for text in ("S²⁻", "Cd2+", "CeO2-x", "OH⁻", "ZnO")]
    [True, True, False, True, False]
    """
    return bool(_CHARGE.search(printed))


def is_molecular(formula: Formula) -> bool:
    """Whether the elements of a formula say reagent: organics, metal organics, gases.

    A compound of carbon with hydrogen is organic or metal organic; one of nonmetals alone is a
    molecule (H2O, CO2, NH3), with a few solids as the exception.
    """
    present = set(formula.elements)
    if str(formula) in COVALENT_SOLIDS:
        return False
    if {"C", "H"} <= present or {"N", "O"} < present and present - NONMETALS:
        return True
    return present <= NONMETALS

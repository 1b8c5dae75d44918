"""Reagent or solid: what a bare formula most likely stands for."""

from __future__ import annotations

from kg.notation import Formula

#: Elements whose compounds with one another are molecules at the temperatures of this field.
NONMETALS = frozenset("H C N O F P S Cl Br I He Ne Ar Kr Xe".split())
#: Solids made of such elements only.
COVALENT_SOLIDS = frozenset({"C", "S", "P", "I2"})


def is_molecular(formula: Formula) -> bool:
    """Whether the elements of a formula say reagent: organics, metal organics, gases.

    A compound of carbon with hydrogen is organic or metal organic; one of nonmetals alone is a
    molecule (H2O, CO2, NH3), with a few solids as the exception.
    """
    present = set(formula.symbols)
    if formula.plain in COVALENT_SOLIDS:
        return False
    if {"C", "H"} <= present or ({"N", "O"} < present and present - NONMETALS):
        return True
    return present <= NONMETALS

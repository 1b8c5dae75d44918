"""Rules that reject strings which the grammar accepts but which are acronyms, names or bonds.

Letters alone decide little: ``PL``, ``QY``, ``NC`` and ``HAADF`` are all strings of element
symbols. These rules follow the conventions of the field: a formula without a lower-case letter has
a digit or is one of a few known ones; a variable amount needs a second element (``Six`` is a
number).
"""

from __future__ import annotations

import re
from typing import Final

from kg.notation.model import FLAT_IONS, Atom, Formula, Group, Node
from kg.notation.symbols import (
    BRACKETED,
    ELEMENTS,
    GROUPS,
    NONMETALS,
    PLACEHOLDERS,
    RARE,
    is_metal,
    words,
)

#: Known formulas without digit and lower-case letter; every other such string is an acronym.
CAPITALS: Final = words(
    "BN BP CO COS OCS HCN HF HI KCN KF KI KOH NO UN UO VC VN VO VP WB WC WN WP YN YP HO OH CN SCN"
    " ABX HCOOH"
)
#: Molecules of one non-metal; ``C1``, ``S2``, ``N3`` and the like are labels.
_MOLECULES: Final = words("H2 D2 N2 O2 O3 F2 Cl2 Br2 I2 S8 Se8 P4 As4 Te2 C60 C70")
#: Gaseous reagents without hydrogen; carbon nitride, carbon and selenium are solids.
_GASES: Final = words(
    """N2 O2 O3 Ar He Ne Kr Xe NO N2O NO2 CO CO2 SO2 SO3 S2 F2 Cl2 Br2 I2 CF4 C2F6 C4F8 CCl4 SF6 NF3
    XeF2 CS2 COS OCS O"""
)
_GENERAL: Final = re.compile(
    r"(?:ABX[23]|ABO[23]|AB2[OXE]4|A2BX6|A3B2X9|AMX3|M[OX][2x]|M2X3|M2O3|MX|M2X|RNH2|R3P|RSH|ROH"
    r"|(?:[A-Z][\d.]*)?RE[\d.]*[FOSNP]\d[\d.]*)$"
)
_PLURAL: Final = re.compile(r"[A-Z]+s$")
_DEUTERATED: Final = re.compile(r"(?<![A-Z])D\d|[CNB]D\d|DCl|OD$")
#: A leading zero, an isotope (``H218O``), a label (``UV254``, ``NP3``) and software.
_UNLIKELY: Final = re.compile(
    r"[A-Za-z)\]]0\d|[HOX]\d{3}|^[A-Z]{2,}\d{2,}$|^N[CPRSW]\d$|TeX$|^NaN$|^BiCMOS$"
)
#: Placeholders that denote an element only beside an amount: ``M2X3``, but not in ``NiMH``.
_NUMBERED: Final = words("M A R L Q")


def is_plausible(formula: Formula) -> bool:
    """Return whether a derived formula is written as materials are in the field."""
    if not formula.nodes:
        return True
    symbols = formula.symbols
    if len(formula.nodes) == 1 and isinstance(formula.nodes[0], Atom):
        return _plausible_single(formula.nodes[0], formula)
    if any(s in RARE and s not in GROUPS for s in symbols):
        return False
    body = formula.body
    if ("D" in symbols and not _DEUTERATED.search(body)) or _UNLIKELY.search(body):
        return False
    return _has_solid(formula.nodes) and _plausible_letters(body, symbols, formula)


def _plausible_single(atom: Atom, formula: Formula) -> bool:
    if atom.symbol in GROUPS or atom.symbol in PLACEHOLDERS:
        return bool(formula.name)
    if formula.charge == "0" and (atom.symbol in NONMETALS or len(atom.symbol) == 1):
        return False
    if not atom.amount or formula.charge:
        return atom.symbol not in RARE or atom.symbol in ("He", "Ne", "Ar", "Kr")
    if not atom.amount.isdigit() or atom.amount[0] == "0":
        return False
    return f"{atom.symbol}{atom.amount}" in _MOLECULES or (
        is_metal(atom.symbol) and len(atom.symbol) == 2 and atom.symbol not in RARE
    )


def _plausible_letters(body: str, symbols: tuple[str, ...], formula: Formula) -> bool:
    if _PLURAL.match(body):
        return body == "BAs"
    if re.search(r"n[-+]1(?!\d)", body) and any(map(is_metal, symbols)):
        return True  # a homologous series, VnO2n-1
    if re.search("[nδ]", body) or any(map(str.islower, "".join(symbols))):
        if not _NUMBERED.isdisjoint(symbols) and not re.search(r"[\dxyn]", body):
            return False
        return any(map(_is_telling, symbols)) or _is_complex(symbols)
    if formula.joined:
        return False
    if formula.charge and body + formula.charge in FLAT_IONS:
        return True
    if not any(map(str.isdigit, body)) and "x" not in body and "(" not in body:
        return body in CAPITALS
    return _plausible_capitals(body, symbols)


def _is_telling(symbol: str) -> bool:
    """Return whether a symbol of two letters is an element or a ligand, which is rarely chance."""
    if symbol in ("Ln", "Ae") or symbol in GROUPS:
        return True
    return len(symbol) == 2 and symbol in ELEMENTS


def _is_complex(symbols: tuple[str, ...]) -> bool:
    """Return whether a metal of one letter has a ligand: ``Y(thd)3``, ``VO(acac)2``."""
    return any(map(is_metal, symbols)) and any(s in BRACKETED for s in symbols)


def _plausible_capitals(body: str, symbols: tuple[str, ...]) -> bool:
    """Return whether capitals are a formula (``V2O5``, ``K2S``), not a label (``PC1``)."""
    if any(s in PLACEHOLDERS for s in symbols):
        return bool(_GENERAL.match(body))
    if len(set(symbols)) == 1 or "FA" in symbols or "MA" in symbols:
        return False
    return not re.search(r"[A-Z]1(?![\d.+-])", body)


def _has_solid(nodes: tuple[Node, ...]) -> bool:
    """Return whether a text is a material (``(Ti,Cr)Ox``), not a remark (``(Al2O3)``)."""
    only = nodes[0]
    if len(nodes) > 1 or isinstance(only, Atom) or only.amount:
        return True
    inner = only.alternatives[0]
    return only.bracket == "[" and any(isinstance(node, Group) for node in inner)


def is_bond(stack_symbols: tuple[str, ...]) -> bool:
    """Return whether bare elements joined by hyphens are a bond or axis, not a chemical system.

    >>> is_bond(("Al", "O")), is_bond(("I", "V")), is_bond(("Cu", "Sn", "S"))
    (True, True, False)
    """
    return sum(map(is_metal, set(stack_symbols))) < 2 or len(set(stack_symbols)) < len(
        stack_symbols
    )


def is_label(formula: Formula) -> bool:
    """Return whether a formula may be the name of a sample: one metal with a digit, ``Al2``."""
    only = formula.nodes[0]
    if len(formula.nodes) > 1 or not isinstance(only, Atom):
        return False
    return is_metal(only.symbol) and only.amount in set("123456789")


def is_gas(formula: Formula) -> bool:
    """Return whether a formula is a small molecule; two of them with a slash are a mixture."""
    if any(isinstance(node, Group) for node in formula.nodes) or not formula.nodes:
        return False
    if any(s not in NONMETALS for s in formula.symbols):
        return False
    return formula.body in _GASES or "H" in formula.symbols or "D" in formula.symbols

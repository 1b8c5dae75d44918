"""The grammar of formulas and heterostructure stacks (``docs/notation.md``)."""

from __future__ import annotations

from kg.notation.amounts import elements
from kg.notation.find import find_notation
from kg.notation.model import (
    Atom,
    Formula,
    Group,
    Layer,
    NotationError,
    NotationMatch,
    Repeat,
    Stack,
    Variable,
)
from kg.notation.parse import canonical, parse_formula, parse_stack

__all__ = [
    "Atom",
    "Formula",
    "Group",
    "Layer",
    "NotationError",
    "NotationMatch",
    "Repeat",
    "Stack",
    "Variable",
    "canonical",
    "elements",
    "find_notation",
    "parse_formula",
    "parse_stack",
]

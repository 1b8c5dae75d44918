"""One identity for all aliases of a substance: names, condensed formulas, abbreviations."""

from __future__ import annotations

from kg.substances.complexes import find_complexes, is_reagent_formula
from kg.substances.formulas import molecule
from kg.substances.identity import Substances, substance
from kg.substances.wellformed import holds_metal, is_name_word, is_reagent_name, is_structure

__all__ = [
    "Substances",
    "find_complexes",
    "holds_metal",
    "is_name_word",
    "is_reagent_formula",
    "is_reagent_name",
    "is_structure",
    "molecule",
    "substance",
]

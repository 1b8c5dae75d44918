"""One identity for every alias of a substance: names, condensed formulas, abbreviations."""

from __future__ import annotations

from kg.substances.formulas import molecule
from kg.substances.identity import Substances, substance, substance_iri
from kg.substances.wellformed import is_name_word, is_reagent_name, is_structure

__all__ = [
    "Substances",
    "is_name_word",
    "is_reagent_name",
    "is_structure",
    "molecule",
    "substance",
    "substance_iri",
]

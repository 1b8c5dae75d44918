"""One identity for every alias of a substance: names, condensed formulas, abbreviations."""

from __future__ import annotations

from kg.substances.identity import Substances, substance, substance_iri

__all__ = ["Substances", "substance", "substance_iri"]

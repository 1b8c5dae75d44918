"""The part of a reagent that its companions in a recipe tell, and not its name alone."""

from __future__ import annotations

import re

from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.rules.parts import is_binding_salt, usual_role
from kg.extract.weighed import is_weighed

#: Bases that throw down the oxide or hydroxide of a metal.
_BASE = re.compile(
    r"(?!ammonium )(?:.* )?hydroxides?|(?:Na|K|Li|Cs|Rb|TMA)OH(?:[·•.].*)?", re.IGNORECASE
)
_PH = re.compile(r"\bpH\b")
#: The salts that citrate reduces, and what reduces them before it does.
_NOBLE = re.compile(r"\b(?:HAuCl4|AgNO3|gold chloride|chloroauric|silver nitrate|H2PtCl6)")
_STRONGER = re.compile(r"\b(?:NaBH4|borohydride|ascorbic|hydrazine|N2H4)\b")
_CITRATE = re.compile(r"(?:tri)?-?sodium citrate.*|citrate")
#: What shapes rods of gold.
_GOLD = re.compile(r"\bHAuCl4|\b(?:chloro|tetrachloro)auric|gold(?:\(III\))? chloride")
_RODS = re.compile(r"\b(?:CTAB|CTAC|cetyltrimethylammonium|nanorods?|NRs?|AuNRs?)\b")


def part_in_recipe(reading: Reading, mention: Mention, role: str) -> str:
    """The part of a reagent among the others of its recipe.

    Citrate reduces noble metals where nothing stronger does, silver shapes rods of gold, halides
    bind in an exchange of ligands, weighed water dissolves, and a base brings a metal its oxygen.
    """
    passage = reading.sentence.passage.text
    if role == "ligand" and _CITRATE.fullmatch(mention.text):
        is_reducing = _NOBLE.search(passage) and not _STRONGER.search(passage)
        return "coreactant" if is_reducing else role
    if role == "precursor" and mention.id == "silver nitrate" and _GOLD.search(passage):
        return "additive" if _RODS.search(passage) else role
    if role == "precursor" and is_binding_salt(mention):
        is_exchange = any(process.id == "ligand_exchange" for process in reading.of_kind("process"))
        is_dissolved = is_weighed(mention.start, mention.end, reading.text)
        return "ligand" if is_exchange and is_dissolved else role
    if role == "coreactant" and mention.id == "water":
        return "solvent" if is_weighed(mention.start, mention.end, reading.text) else role
    return _of_base(reading, mention, role)


def _of_base(reading: Reading, mention: Mention, role: str) -> str:
    """The part of a hydroxide: beside the source of a metal it brings the oxygen."""
    if role not in ("additive", "") or not is_base(mention) or sets_acidity(reading):
        return role
    others = (m for m in reading.of_kind("chemical") if m is not mention)
    return "coreactant" if any(usual_role(m) == "precursor" for m in others) else role


def is_base(mention: Mention) -> bool:
    """Whether a substance is a hydroxide that throws down metals."""
    return _BASE.fullmatch(mention.text) is not None


def sets_acidity(reading: Reading) -> bool:
    """Whether a sentence speaks of the pH."""
    return _PH.search(reading.text) is not None

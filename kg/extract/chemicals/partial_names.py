"""Mentions that repeat the name of a reagent, or are part of another name."""

from __future__ import annotations

import re

from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.substances import is_reagent_formula

#: After a substance that only qualifies another: "the oxygen containing ligand".
_QUALIFIES = re.compile(
    r"\s?-\s?(?:containing|deficient|rich|free)\b|"
    r"\scontaining\s(?:ligands?|groups?|species|sites?)\b|"
    r"\s(?:vacanc(?:y|ies)|interstitials?|antisites?|adatoms?)\b|"
    r"(?:\s?\([A-Z]{1,4}\))?\sresins?\b"
)
#: After a compound that is a layer and no reagent.
OF_LAYER = re.compile(
    r"\s(?:surface\s)?layers?\b|\s\(?(?:alu|zin|titani|zir|hafni|mangan)[a-z]*cones?\b|"
    r"\s(?:films?|coatings?|polymers?|hybrids?|networks?)\b"
)
#: A single capital is a current or an axis, no substance.
_LETTER = re.compile(r"[A-Z]")
#: Groups on a surface, printed with the dash of their bond.
_GROUPS = frozenset("NH2 COOH SH OH CN CH3 NH3".split())
_MEANS = re.compile(r"[(,;]\s?([\w*]+)\s?=\s?[\dN,′'-]*$")
_POLYMER = re.compile(r"(?:\b[Pp]oly\(|\b[Tt]ris-)$")


def in_full(reading: Reading, mention: Mention) -> Mention:
    """Return the mention that a reagent in brackets right after it repeats; else the reagent."""
    is_formula = mention.label == "symbol" and is_reagent_formula(mention.text)
    gap = r"\s?" if mention.text.startswith("[") else r"\s?[(\[]"
    named = (
        m
        for m in reading.of_kind("chemical")
        if m.end <= mention.start
        and (m.id == mention.id or (is_formula and m.label == "name"))
        and re.fullmatch(gap, reading.text[m.end : mention.start])
    )
    return next(named, mention)


def is_part_of_name(reading: Reading, mention: Mention) -> bool:
    """Return whether a mention is only part of a name: a unit of a polymer, a group "–NH2".

    Further examples: "poly(ethyleneglycol)", "Tris-HCl", a single capital.
    """
    if _QUALIFIES.match(reading.text, mention.end):
        return True
    if reading.text[: mention.start].lower().endswith(("non-", "non ")):
        return True  # "a non-TOP route"
    meant = _MEANS.search(reading.text[: mention.start])
    if meant is not None and f"({meant[1]})" in reading.text[: meant.start()]:
        return True  # "Co(hmp)2 (hmp = 2-hydroxymethylpyridine)"
    if mention.id == "metal_alkoxide" and OF_LAYER.match(reading.text, mention.end):
        return True  # the alkoxide is the layer itself, a metalcone
    if _LETTER.fullmatch(mention.text) and mention.id != "sulfur":
        return True
    if mention.text in _GROUPS and reading.text[: mention.start].endswith(("-", "–", "−")):
        return True
    return _POLYMER.search(reading.text[: mention.start]) is not None

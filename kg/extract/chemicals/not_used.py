"""Substances that a sentence only mentions: others use them, or a solid decays to them."""

from __future__ import annotations

import re

from kg.extract.chemicals.analytes import is_probe
from kg.extract.knowledge.usual_roles import COMMON, usual_role
from kg.extract.mentions import Mention
from kg.extract.reading import Reading

#: Before what a membrane retains; before gases in which a film is annealed.
_KEPT_BACK = re.compile(r"\b(?:rejection|retention|permeation|permeance)\sof\s(?:\w+\s){0,3}$")
_ANNEALED_IN = re.compile(
    r"\banneal\w*\s(?:[^.;,]{0,40}\s)?in\s(?:an?\s|flowing\s|pure\s|dry\s)*(?:\w+\sand\s)?$"
)
#: Before a liquid or a ligand in which the precursor is dissolved.
_DISSOLVED_IN = re.compile(r"\sin\s$")
_FALLEN_TO = re.compile(r"\b(?:decompos|degrad|dissociat)\w*\s(?:in)?to\b[^.;]{0,40}$")
_TRADITIONAL = re.compile(r"\b(?:traditional(?:ly used)?|(?:commonly|conventionally) used)\s$")
_EXPOSED = re.compile(r"\bexpos\w+\s(?:\w+\s){0,2}?to\s(?:\w+\s){0,2}$")
_STANDS = re.compile(
    r"\b(?:stab(?:le|ility)|maintain|retain|preserv|surviv|unchanged|resist|degrad|storage)"
)
_IN_ELECTROLYTE = re.compile(
    r"\belectrolytes?\s(?:solution\s)?(?:was|is|containing|of|with|compris\w+|consist\w+|\()"
    r"[^;]{0,60}$"
)
#: After an element that is part of a solid: "iodine atoms", "sulfur-rich", "bromine-tin-oxide".
_HELD = re.compile(
    r"[\s-](?:atoms?|vacanc(?:y|ies)|interstitials?|compounds?|clusters?|contents?|concentrations?|"
    r"migration|diffusion|enriched|rich|poor|deficient|containing|terminated|[a-z]+-oxides?)\b"
)
_ELEMENTS = frozenset("iodine bromine chlorine sulfur selenium tellurium phosphorus s8".split())
#: Halide ions, and words for their binding to a surface; without these, they are part of a lattice.
_HALIDE_ION = re.compile(r"(?:Cl|Br|I)\s?[-−–⁻]|(?:iod|brom|chlor)ide ions?")
_OF_SURFACE = re.compile(
    r"ligand|surfac|capp|cap\b|passivat|treat|terminat|organic|oleat|oleic|solution|coordinat|"
    r"phase transfer|native|binding|bound",
    re.IGNORECASE,
)
#: Before the liquid in which a reagent is sold: "PTFE (60 wt% in water, Sigma-Aldrich)".
_SOLD_IN = re.compile(r"\([^()]{0,30}\d\s?(?:wt\.?|vol\.?|w/[wv])?\s?%\s(?:\w+\s)?in\s$")
#: After a liquid that is itself the subject: "a drop in water flux", "stable in water splitting".
_HAPPENS_TO = re.compile(
    r"\s(?:vapou?r\s)?(?:flux|permea\w+|uptake|splitting|oxidation|electrolysis|consumption|"
    r"transport|contact angles?|production|content)\b"
)
_ETCHED_WITH = re.compile(
    r"\b(?:etch|leach)\w*\s(?:[^.;,]{0,30}\s)?(?:with|by|in|using)\s[^;,]{0,20}$"
)


def is_set_aside(reading: Reading, mention: Mention, role: str) -> bool:
    """Return whether a substance does not take its role: others use it, a solid decays to it, etc.

    It may also belong to a solid, an electrolyte or an annealing, or only dissolve or probe
    something.
    """
    ahead = reading.text[: mention.start]
    if _is_in_solid(reading, mention, role) or _is_passed_over(reading, mention, role):
        return True
    if role in ("precursor", "coreactant") and is_probe(reading, mention):
        return True
    if role == "coreactant" and (
        is_of_electrolyte(reading, mention)
        or _KEPT_BACK.search(ahead)
        or (mention.id in COMMON and _ANNEALED_IN.search(ahead))
    ):
        return True
    if role == "coreactant" and _FALLEN_TO.search(ahead):
        return True
    if role != "precursor":
        return _TRADITIONAL.search(ahead) is not None
    is_medium = usual_role(mention) in ("ligand", "solvent") and _DISSOLVED_IN.search(ahead)
    return bool(is_medium or _FALLEN_TO.search(ahead) or _TRADITIONAL.search(ahead))


def _is_in_solid(reading: Reading, mention: Mention, role: str) -> bool:
    """Return whether an element or halide ion is part of a solid: "iodine-rich", "Br− by I−"."""
    if role == "ligand":
        is_ion = _HALIDE_ION.fullmatch(mention.text) is not None
        return is_ion and _OF_SURFACE.search(reading.text) is None
    return mention.id in _ELEMENTS and _HELD.match(reading.text, mention.end) is not None


def _is_passed_over(reading: Reading, mention: Mention, role: str) -> bool:
    """Return whether a liquid is only what a reagent is sold in, or an acid only etches."""
    ahead = reading.text[: mention.start]
    if role == "solvent":
        is_of_bought = _SOLD_IN.search(ahead) is not None
        return is_of_bought or _HAPPENS_TO.match(reading.text, mention.end) is not None
    return role in ("ligand", "linker") and _ETCHED_WITH.search(ahead) is not None


def stands(reading: Reading, mention: Mention) -> bool:
    """Return whether a sample is exposed to air or vapour only to test its stability.

    "The emission is maintained upon exposure to oxygen."
    """
    if mention.id not in COMMON or not _STANDS.search(reading.text):
        return False
    return _EXPOSED.search(reading.text[: mention.start]) is not None


def is_of_electrolyte(reading: Reading, mention: Mention) -> bool:
    """Return whether a usual co-reactant is dissolved in the electrolyte of a cell."""
    is_dissolved = _IN_ELECTROLYTE.search(reading.text[: mention.start]) is not None
    return is_dissolved and usual_role(mention) == "coreactant"

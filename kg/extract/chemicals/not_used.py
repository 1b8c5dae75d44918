"""What a sentence names and does not use: what others use, what a solid falls to."""

from __future__ import annotations

import re

from kg.extract.chemicals.analytes import is_probe
from kg.extract.knowledge.usual_roles import COMMON, usual_role
from kg.extract.mentions import Mention
from kg.extract.reading import Reading

#: What a membrane keeps back, and gases in which a film is annealed.
_KEPT_BACK = re.compile(r"\b(?:rejection|retention|permeation|permeance)\sof\s(?:\w+\s){0,3}$")
_ANNEALED_IN = re.compile(
    r"\banneal\w*\s(?:[^.;,]{0,40}\s)?in\s(?:an?\s|flowing\s|pure\s|dry\s)*(?:\w+\sand\s)?$"
)
#: Ahead of a liquid or a ligand in which the precursor that is meant is dissolved.
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
#: Behind an element that a solid holds: "iodine atoms", "sulfur-rich", "bromine-tin-oxide".
_HELD = re.compile(
    r"[\s-](?:atoms?|vacanc(?:y|ies)|interstitials?|compounds?|clusters?|contents?|concentrations?|"
    r"migration|diffusion|enriched|rich|poor|deficient|containing|terminated|[a-z]+-oxides?)\b"
)
_ELEMENTS = frozenset("iodine bromine chlorine sulfur selenium tellurium phosphorus s8".split())
#: Halide ions, and what is said where they bind to a surface; elsewhere a lattice holds them.
_HALIDE_ION = re.compile(r"(?:Cl|Br|I)\s?[-−–⁻]|(?:iod|brom|chlor)ide ions?")
_OF_SURFACE = re.compile(
    r"ligand|surfac|capp|cap\b|passivat|treat|terminat|organic|oleat|oleic|solution|coordinat|"
    r"phase transfer|native|binding|bound",
    re.IGNORECASE,
)
#: Ahead of the liquid in which a reagent is sold: "PTFE (60 wt% in water, Sigma-Aldrich)".
_SOLD_IN = re.compile(r"\([^()]{0,30}\d\s?(?:wt\.?|vol\.?|w/[wv])?\s?%\s(?:\w+\s)?in\s$")
#: Behind a liquid to which something happens: "a drop in water flux", "stable in water splitting".
_HAPPENS_TO = re.compile(
    r"\s(?:vapou?r\s)?(?:flux|permea\w+|uptake|splitting|oxidation|electrolysis|consumption|"
    r"transport|contact angles?|production|content)\b"
)
_ETCHED_WITH = re.compile(
    r"\b(?:etch|leach)\w*\s(?:[^.;,]{0,30}\s)?(?:with|by|in|using)\s[^;,]{0,20}$"
)


def is_set_aside(reading: Reading, mention: Mention, role: str) -> bool:
    """Whether others use a substance, a solid falls to it, or it only dissolves or probes."""
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
    """Whether a solid holds an element or a halide ion: "iodine-rich", "replacing Br− by I−"."""
    if role == "ligand":
        is_ion = _HALIDE_ION.fullmatch(mention.text) is not None
        return is_ion and _OF_SURFACE.search(reading.text) is None
    return mention.id in _ELEMENTS and _HELD.match(reading.text, mention.end) is not None


def _is_passed_over(reading: Reading, mention: Mention, role: str) -> bool:
    """Whether a liquid is what a reagent is sold in, or an acid takes another solid away."""
    ahead = reading.text[: mention.start]
    if role == "solvent":
        is_of_bought = _SOLD_IN.search(ahead) is not None
        return is_of_bought or _HAPPENS_TO.match(reading.text, mention.end) is not None
    return role in ("ligand", "linker") and _ETCHED_WITH.search(ahead) is not None


def stands(reading: Reading, mention: Mention) -> bool:
    """Whether a sample is exposed to air or vapour to see whether it stands it.

    "The emission is maintained upon exposure to oxygen."
    """
    if mention.id not in COMMON or not _STANDS.search(reading.text):
        return False
    return _EXPOSED.search(reading.text[: mention.start]) is not None


def is_of_electrolyte(reading: Reading, mention: Mention) -> bool:
    """Whether what would be a co-reactant is dissolved in the electrolyte of a cell."""
    is_dissolved = _IN_ELECTROLYTE.search(reading.text[: mention.start]) is not None
    return is_dissolved and usual_role(mention) == "coreactant"

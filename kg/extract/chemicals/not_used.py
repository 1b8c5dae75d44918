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


def is_set_aside(reading: Reading, mention: Mention, role: str) -> bool:
    """Whether others use a substance, a solid falls to it, or it only dissolves or probes."""
    ahead = reading.text[: mention.start]
    if role in ("precursor", "coreactant") and is_probe(reading, mention):
        return True
    if role == "coreactant" and (
        is_of_electrolyte(reading, mention)
        or _KEPT_BACK.search(ahead)
        or (mention.id in COMMON and _ANNEALED_IN.search(ahead))
    ):
        return True
    if role != "precursor":
        return _TRADITIONAL.search(ahead) is not None
    is_medium = usual_role(mention) in ("ligand", "solvent") and _DISSOLVED_IN.search(ahead)
    return bool(is_medium or _FALLEN_TO.search(ahead) or _TRADITIONAL.search(ahead))


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

"""Substances to which a concentration does not belong: solvents, ligands, the acid of a buffer."""

from __future__ import annotations

import re

from kg.extract.knowledge.usual_roles import default_role
from kg.extract.mentions import Mention

#: Before a solvent: "5 mM dye in absolute ethanol", "in 4 mL of hexane", "in water or ethanol".
_IN = re.compile(
    r"\bin\s(?:(?:the|an?|absolute|anhydrous|dry|pure|deioni[sz]ed|distilled|ultrapure|"
    r"[\d.]+\s?[mμµ]?[lL](?:\sof)?)\s)*(?:[\w-]+\s(?:or|and)\s)?$"
)
#: After a chemical that is only the coating of a particle: "oleate-capped", "FA-NPs".
_BOUND = (
    r"(?:capp|coat|functionali[sz]|modifi|stabili[sz]|passivat|conjugat|terminat|protect|"
    r"decorat|load)ed\b"
)
_CAPPED = re.compile(rf"[-–\s]{_BOUND}$", re.IGNORECASE)
_ON_PARTICLE = re.compile(
    rf"\)?[-–](?:{_BOUND}|C?QDs?\b|NPs?\b|NCs?\b|nano\w+)|"
    r"\)?\s(?:capped|coated|functionali[sz]ed|stabili[sz]ed)\b"
)
#: Before the acid of a buffer: the HCl of "Tris-HCl".
_OF_BUFFER = re.compile(r"[A-Za-z]{3}[-–]$")
#: Right after a concentration: what is dissolved or dispersed, if it is no substance of ours.
_PARTICLES = re.compile(
    r"\s(?:of\s)?(?:the\s)?(?:[\w@/-]+\s){0,2}?(?:C?QDs?|NPs?|NCs?|(?:quantum\s)?dots|nano\w+|particles?|"
    r"(?:photo)?catalysts?|dyes?|proteins?|serum|polymers?)\b(?!\s(?:precursor|ligand|solution))"
)


def is_beside(text: str, chemical: Mention) -> bool:
    """Return whether a chemical is only the solvent of a solute, or bound to a particle."""
    lead = text[: chemical.start]
    if (
        _CAPPED.search(chemical.text)
        or _ON_PARTICLE.match(text, chemical.end)
        or _OF_BUFFER.search(lead)
    ):
        return True
    return _IN.search(lead) is not None and default_role(chemical.id) in ("solvent", "coreactant")


def is_of_particles(text: str, number: Mention) -> bool:
    """Return whether a concentration is one of particles or a dye: "1000 nM QDs", "5 mM dye"."""
    return _PARTICLES.match(text, number.end) is not None

"""Reagents and their roles in two parallel lists: "DEZ and water as metal and oxygen source"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.chemicals.named_source import ANION
from kg.extract.chemicals.reagents_of_processes import reagent_findings
from kg.extract.findings import Finding
from kg.extract.knowledge.usual_roles import usual_role
from kg.extract.mentions import Mention
from kg.extract.patterns import INDEX
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare

_NOTE = r"(?:\( [^()]{1,40}\) )?"
#: The list of reagents, and the list of roles up to the end of the clause.
_LISTS = Rare(
    rf"(?P<reagents><C\d+> {_NOTE}(?:(?:, and|and|,) (?:[a-z]+ )?<C\d+> {_NOTE})+)"
    r"(?:(?!as )[^\s;:]+ ){0,5}as (?P<parts>[^;:.]+)"
)
_PARTED = re.compile(r"(?<=\s)(?:, and|and|,) ")
#: A role; "varying the precursors" and "solvent, and precursors were injected" do not count.
_PART = re.compile(
    r"(?:both )?(?:the |an? )?(?:(?!\w+ing )[^\s,;]+ ){0,4}?(?:(?P<source>precursors?|sources?)|"
    r"(?P<solvent>solvents?)|(?P<ligand>ligands?|surfactants?|stabili[sz]ers?|"
    r"(?:capping|stabili[sz]ing) agents?)|(?P<coreactant>co - reactants?|co - reagents?|oxidants?|"
    r"coreactants?|reactants?|nitridants?|reductants?|precipitants?|"
    r"(?:reducing|oxidi[sz]ing|precipitating) agents?))\b(?!\s(?:was|were|is|are|can)\b)"
)
_ANION = re.compile(rf"\b{ANION}\b")


def find_paired(reading: Reading) -> Iterator[Finding]:
    """Yield the role of each reagent, if the sentence lists as many roles as reagents."""
    for match in _LISTS.finditer(reading.shorthand):
        reagents = [reading.mentions[int(n)] for n in INDEX.findall(match["reagents"])]
        listed = INDEX.sub(lambda at: reading.mentions[int(at[1])].text, match["parts"])
        members = _PARTED.split(listed)[: len(reagents)]
        parts = [_called(member) for member in members]
        if parts[-1] == "source":  # "as the tin and sulfur sources"
            parts = [part or "source" for part in parts]
        if len(parts) < len(reagents) or not all(parts) or " as " in listed:
            continue
        for mention, part, member in zip(reagents, parts, members, strict=True):
            role = _role(mention, part, member)
            yield from reagent_findings(reading, role, mention, "respectively")


def _called(member: str) -> str:
    part = _PART.match(member)
    return (part.lastgroup or "") if part else ""


def _role(mention: Mention, part: str, words: str) -> str:
    if part != "source":
        return part
    is_anion = _ANION.search(words) or usual_role(mention) == "coreactant"
    return "coreactant" if is_anion else "precursor"

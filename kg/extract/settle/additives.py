"""Drop additives that were only present, if another sentence gives the reagent's real role."""

from __future__ import annotations

from kg.extract.findings import Finding
from kg.model import Chemical

#: The rule that reads an additive from "in the presence of".
_PRESENT = "in-presence-of"


def without_known_additives(findings: list[Finding]) -> list[Finding]:
    """Return the findings without additives that were only present and have another role.

    "NH3 was the coreactant", and later "stable in the presence of NH3": NH3 is the co-reactant
    only.
    """
    known = {
        f.content.chemical
        for f in findings
        if isinstance(f.content, Chemical) and f.content.role != "additive"
    }
    return [
        f
        for f in findings
        if not (
            isinstance(f.content, Chemical)
            and f.rule == _PRESENT
            and f.content.role == "additive"
            and f.content.chemical in known
        )
    ]

"""Reagents that were only present, of which another sentence of the study tells the role."""

from __future__ import annotations

from kg.extract.findings import Finding
from kg.model import Chemical

#: The rule that makes an additive of what a thing was made or kept "in the presence of".
_PRESENT = "in-presence-of"


def without_known_additives(findings: list[Finding]) -> list[Finding]:
    """Drop the additive that was only present where the study gives it another role.

    "NH3 was the coreactant", and later "stable in the presence of NH3": one reagent, one role.
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

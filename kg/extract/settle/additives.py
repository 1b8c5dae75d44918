"""Additives of one study that another of its sentences gives a role of their own."""

from __future__ import annotations

from kg.extract.findings import Finding
from kg.model import Chemical

#: What a reagent is called where a sentence does not tell what it is for.
_ANY = "additive"


def without_known_additives(findings: list[Finding]) -> list[Finding]:
    """Drop the role of an additive of a reagent that has another role in the study.

    "NH3 was the coreactant", and later "stable in the presence of NH3": one reagent, one role.
    """
    known = {
        f.content.chemical
        for f in findings
        if isinstance(f.content, Chemical) and f.content.role != _ANY
    }
    return [
        f
        for f in findings
        if not (
            isinstance(f.content, Chemical)
            and f.content.role == _ANY
            and f.content.chemical in known
        )
    ]

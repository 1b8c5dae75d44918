"""By which route a study made its particles, where one is told and another only supposed."""

from __future__ import annotations

from kg.extract.findings import Finding
from kg.model import Process

#: Routes that a text names; beside one of them "synthesis of nanoparticles" tells no other.
_ROUTES = frozenset({"solvothermal_synthesis", "precipitation", "solid_state_reaction", "sol_gel"})
#: What is done in a colloid.
_COLLOIDAL = frozenset({"chemical_reduction", "ligand_exchange", "cation_exchange"})
#: The rule that takes the making of particles for a colloidal synthesis.
_SUPPOSED = "particle-synthesis"


def with_route_told(findings: list[Finding]) -> list[Finding]:
    """The findings of a study without the colloidal synthesis that another route contradicts."""
    processes = {f.content.process for f in findings if isinstance(f.content, Process)}
    if not processes & _ROUTES or processes & _COLLOIDAL:
        return findings
    return [f for f in findings if f.rule != _SUPPOSED]

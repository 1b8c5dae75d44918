"""Drop a synthesis route that a rule only infers if the study names another route."""

from __future__ import annotations

from kg.extract.findings import Finding, formulas_in_role
from kg.extract.knowledge.families import CATALYST_METALS, is_particle
from kg.model import Chemical, Form, Process

#: Routes that a text names; with one of them, "synthesis of nanoparticles" implies no other.
_ROUTES = frozenset({"solvothermal_synthesis", "precipitation", "solid_state_reaction", "sol_gel"})
#: Processes that are carried out on a colloid.
_COLLOIDAL = frozenset({"chemical_reduction", "ligand_exchange", "cation_exchange"})
#: The rule that infers a colloidal synthesis from the making of particles.
_SUPPOSED = "particle-synthesis"
#: The rule that infers a reduction from the addition of a reducing agent.
_REDUCER_ADDED = "reducer-added"


def with_route_told(findings: list[Finding]) -> list[Finding]:
    """Return the findings of a study without inferred routes that others contradict."""
    findings = _without_other_reductions(findings)
    processes = {f.content.process for f in findings if isinstance(f.content, Process)}
    roles = {f.content.role for f in findings if isinstance(f.content, Chemical)}
    # with a ligand, "precipitated" means that an antisolvent precipitates a colloid
    routes = processes & _ROUTES - ({"precipitation"} if "ligand" in roles else set())
    if not routes or processes & _COLLOIDAL:
        return findings
    return [f for f in findings if f.rule != _SUPPOSED]


def _without_other_reductions(findings: list[Finding]) -> list[Finding]:
    """Return the findings without inferred reductions, if no metal particles are made."""
    forms = [f.content for f in findings if isinstance(f.content, Form)]
    made = {form.formula for form in forms if is_particle(form.form)}
    if (made | formulas_in_role(findings, "nanocrystal")) & CATALYST_METALS:
        return findings
    return [f for f in findings if f.rule != _REDUCER_ADDED]

"""The route by which a study made its particles, where one is told and another is supposed."""

from __future__ import annotations

from kg.extract.findings import Finding, formulas_in_role
from kg.extract.knowledge.families import CATALYST_METALS, is_particle
from kg.model import Chemical, Form, Process

#: Routes that a text names; beside one of them "synthesis of nanoparticles" tells no other.
_ROUTES = frozenset({"solvothermal_synthesis", "precipitation", "solid_state_reaction", "sol_gel"})
#: What is done in a colloid.
_COLLOIDAL = frozenset({"chemical_reduction", "ligand_exchange", "cation_exchange"})
#: The rule that takes the making of particles for a colloidal synthesis.
_SUPPOSED = "particle-synthesis"
#: The rule that takes the adding of a reducing agent for a reduction.
_REDUCER_ADDED = "reducer-added"


def with_route_told(findings: list[Finding]) -> list[Finding]:
    """The findings of a study without the routes that are supposed and that others contradict."""
    findings = _without_other_reductions(findings)
    processes = {f.content.process for f in findings if isinstance(f.content, Process)}
    roles = {f.content.role for f in findings if isinstance(f.content, Chemical)}
    # what precipitates beside a ligand is a colloid that an antisolvent throws down
    routes = processes & _ROUTES - ({"precipitation"} if "ligand" in roles else set())
    if not routes or processes & _COLLOIDAL:
        return findings
    return [f for f in findings if f.rule != _SUPPOSED]


def _without_other_reductions(findings: list[Finding]) -> list[Finding]:
    """The findings without the reducing agent of a study that makes no particles of a metal."""
    forms = [f.content for f in findings if isinstance(f.content, Form)]
    made = {form.formula for form in forms if is_particle(form.form)}
    if (made | formulas_in_role(findings, "nanocrystal")) & CATALYST_METALS:
        return findings
    return [f for f in findings if f.rule != _REDUCER_ADDED]

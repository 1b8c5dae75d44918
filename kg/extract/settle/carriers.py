"""Carriers of catalysts and coated powders, which are not nanocrystals of the study."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.findings import Finding, formula_of, formulas_in_role, role_of
from kg.extract.knowledge.families import (
    CATALYST_METALS,
    CATALYTIC_USES,
    is_catalyst_metal,
    is_dot_material,
    is_oxide,
)
from kg.model import Application, Form, Material, System

#: Shapes of carriers of catalysts; a substrate has none of them.
_LOOSE = frozenset({"nanotube", "powder", "nanoparticle", "nanosheet", "nanowire", "nanorod"})
#: Shapes of the particles of a powder.
_POWDERS = frozenset({"particle", "powder", "nanoparticle"})


def with_carried_metals(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings with "Rh/Al2O3" as a supported catalyst, in a study of catalysts.

    "Rh/Al2O3 composite" is one too if the study uses this oxide as a support, which is then not a
    matrix.
    """
    is_catalytic, supports = _is_catalytic(findings), formulas_in_role(findings, "support")
    settled: list[Finding] = []
    for finding in findings:
        content = finding.content
        if finding.rule != "stack":
            settled.append(finding)
        elif isinstance(content, System) and (
            (is_catalytic and _is_carried(content, "thin_film"))
            or (
                content.layers[-1] in supports
                and _is_carried(content, "thin_film", "nanocomposite")
            )
        ):
            pair = zip(("nanocrystal", "support"), content.layers, strict=True)
            settled += [replace(finding, content=Material(role=r, formula=f)) for r, f in pair]
        elif not (role_of(finding) == "matrix" and formula_of(finding) in supports):
            settled.append(finding)
    return settled


def _is_carried(system: System, *architectures: str) -> bool:
    layers = system.layers
    is_pair = len(layers) == 2 and is_catalyst_metal(layers[0]) and is_oxide(layers[1])
    return is_pair and system.architecture in architectures


def _is_catalytic(findings: Sequence[Finding]) -> bool:
    uses = {f.content.application for f in findings if isinstance(f.content, Application)}
    return not uses.isdisjoint(CATALYTIC_USES)


def on_carriers(findings: list[Finding]) -> list[Finding]:
    """Return the findings with nanotubes and powders under a catalyst's metal as its support."""
    if not (
        _is_catalytic(findings) and formulas_in_role(findings, "nanocrystal") & CATALYST_METALS
    ):
        return findings
    loose = loose_solids(findings) - CATALYST_METALS
    return [
        replace(f, content=Material(role="support", formula=formula_of(f)))
        if role_of(f) == "substrate" and formula_of(f) in loose
        else f
        for f in findings
    ]


def loose_solids(findings: Sequence[Finding]) -> frozenset[str]:
    """Return the solids that a study has in the shape of a carrier."""
    forms = [f.content for f in findings if isinstance(f.content, Form)]
    return frozenset(form.formula for form in forms if form.form in _LOOSE)


def without_carried_particles(findings: list[Finding]) -> list[Finding]:
    """Return the findings without nanocrystals of carriers and coated powders."""
    supports = {s for s in formulas_in_role(findings, "support") if _is_carrier(s)}
    shapes: dict[str, set[str]] = {}
    for finding in findings:
        if isinstance(finding.content, Form):
            shapes.setdefault(finding.content.formula, set()).add(finding.content.form)
    coated = {s for s in formulas_in_role(findings, "substrate") if _is_carrier(s)}
    powders = {solid for solid in coated if shapes.get(solid, {""}) <= _POWDERS}
    below = supports | powders
    return [
        f
        for f in findings
        if not (role_of(f) == "nanocrystal" and formula_of(f) in below)
        and not (role_of(f) == "substrate" and formula_of(f) in supports)
    ]


def _is_carrier(solid: str) -> bool:
    """Return whether a solid can be a carrier, which dots and metals cannot."""
    return not is_catalyst_metal(solid) and (is_oxide(solid) or not is_dot_material(solid))

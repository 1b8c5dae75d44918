"""Join shells and a core that a study names separately into one kind of particle."""

from __future__ import annotations

from dataclasses import replace

from kg.composition import composition_classes
from kg.extract.findings import Finding, formula_of, formulas_in_role, role_of
from kg.extract.knowledge.families import FILM_FORMS
from kg.extract.settle.coated import about_study
from kg.extract.settle.composites import dots_of
from kg.model import Form, Material, Process, System

#: Processes that grow layers around dispersed particles; SILAR is one if there is no substrate.
_AROUND_PARTICLES = frozenset(
    {
        "colloidal_ald",
        "biphasic_colloidal_ald",
        "stationary_phase_colloidal_ald",
        "colloidal_silar",
        "silar",
    }
)
#: Roles of solids that a layer from a liquid may have been grown on instead.
_PLATES = ("substrate", "electrode", "template", "support")


def with_shells_grown(findings: list[Finding]) -> list[Finding]:
    """Return the findings with what grew on the study's only dots as their shell.

    "ZnS was then grown by SILAR". A study that also names a substrate or an electrode, or that
    calls the solid a film, is left alone.
    """
    made = {f.content.process for f in findings if isinstance(f.content, Process)}
    dots = dots_of(findings)
    is_plain = len(dots) == 1 and not any(formulas_in_role(findings, role) for role in _PLATES)
    if not (is_plain and made & _AROUND_PARTICLES) or about_study(findings).from_gas:
        return findings
    films = {f.content.formula for f in findings
             if isinstance(f.content, Form) and f.content.form in FILM_FORMS}  # fmt: skip
    return [
        replace(f, content=Material(role="shell", formula=formula_of(f)))
        if role_of(f) == "film" and formula_of(f) not in films.union(*dots)
        else f
        for f in findings
    ]


def with_cores_of_shells(findings: list[Finding]) -> list[Finding]:
    """Return the findings with shells and core as one object, if the study has only one core.

    Without a core, the only kind of nanocrystal of the study is the core.
    """
    shells = [f for f in findings if role_of(f) == "shell"]
    inside = formulas_in_role(findings, "core") or formulas_in_role(findings, "nanocrystal")
    if not shells or len(inside) != 1:
        return _in_one_shell(findings, shells, inside)
    core = next(iter(inside))
    layers = (core, *dict.fromkeys(formula_of(f) for f in shells))
    settled = [_as_core(f) if formula_of(f) == core else f for f in findings]
    if not any(isinstance(f.content, System) for f in findings):
        system = System(architecture="core_shell", layers=layers)
        settled.append(replace(shells[0], content=system, rule="core-meant"))
    return settled


def _in_one_shell(
    findings: list[Finding], shells: list[Finding], inside: frozenset[str]
) -> list[Finding]:
    """Return the findings with several halide perovskites as cores of the study's only shell."""
    are_alike = all("HalidePerovskite" in composition_classes(formula) for formula in inside)
    is_one = len({formula_of(f) for f in shells}) == 1 and inside
    if not (is_one and are_alike) or any(isinstance(f.content, System) for f in findings):
        return findings
    shell = formula_of(shells[0])
    systems = [
        replace(
            shells[0],
            content=System(architecture="core_shell", layers=(core, shell)),
            rule="core-meant",
        )
        for core in sorted(inside)
    ]
    return [*(_as_core(f) if formula_of(f) in inside else f for f in findings), *systems]


def _as_core(finding: Finding) -> Finding:
    if role_of(finding) != "nanocrystal":
        return finding
    return replace(finding, content=Material(role="core", formula=formula_of(finding)))

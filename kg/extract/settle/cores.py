"""Shells and a core that a study names apart: together they are one kind of particle."""

from __future__ import annotations

from dataclasses import replace

from kg.composition import composition_classes
from kg.extract.findings import Finding, formula_of, formulas_in_role, role_of
from kg.model import Material, System


def with_cores_of_shells(findings: list[Finding]) -> list[Finding]:
    """Shells and a core that are named apart are one object, where the study has one core.

    Without a core, the one kind of nanocrystal of the study is it.
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
    """Halides that differ in their ions only are cores alike of the one shell of a study."""
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

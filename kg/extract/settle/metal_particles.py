"""Correct seeds and foreign salts in studies of metal particles.

Salts of gold, platinum and similar metals are left alone, as these replace a baser metal.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.composition import contained_elements
from kg.extract.findings import Finding, formula_of, formulas_in_role, role_of
from kg.extract.knowledge.families import CATALYST_METALS, is_catalyst_metal
from kg.model import Chemical, Material, System

_NAMES = {
    "silver": "Ag", "copper": "Cu", "cupric": "Cu", "iron": "Fe", "ferric": "Fe", "nickel": "Ni",
    "cobalt": "Co",
}  # fmt: skip
_NAME = re.compile("|".join(_NAMES))
#: A salt by its formula, in the lower case of ids: "cucl2", "fe(no3)3", "agno3".
_SALT = re.compile(r"(ag|cu|fe|ni|co)(?=cl|br|n|s|\(|ac)")


def with_metal_particles(findings: list[Finding]) -> list[Finding]:
    """Return the findings of a study with seeds as particles and foreign salts as additives.

    Seeds of a metal grow into particles of it; they are not cores without a shell. Particles are
    not made from a salt of a metal that no solid of the study contains; the salt directs their
    shape.
    """
    listed = [_as_particle(f) if _is_seed(f, findings) else f for f in findings]
    made = formulas_in_role(listed, "nanocrystal") | formulas_in_role(listed, "core")
    if not made or not all(map(is_catalyst_metal, made)):
        return listed
    held = {e for f in listed if formula_of(f) for e in contained_elements(formula_of(f))}
    return [
        replace(f, content=replace(f.content, role="additive"))
        if isinstance(f.content, Chemical) and _is_foreign(f.content, held)
        else f
        for f in listed
    ]


def _is_seed(finding: Finding, findings: list[Finding]) -> bool:
    """Return whether a metal core is the seed of particles: nothing in the study surrounds it."""
    core = formula_of(finding)
    if role_of(finding) != "core" or core not in CATALYST_METALS:
        return False
    is_inside = any(isinstance(f.content, System) and core in f.content.layers for f in findings)
    return not (is_inside or formulas_in_role(findings, "shell"))


def _as_particle(finding: Finding) -> Finding:
    return replace(finding, content=Material(role="nanocrystal", formula=formula_of(finding)))


def _is_foreign(chemical: Chemical, held: set[str]) -> bool:
    metal = _metal_of(chemical.chemical)
    return chemical.role == "precursor" and bool(metal) and metal not in held


def _metal_of(chemical: str) -> str:
    """Return the base metal or silver that a salt supplies, ``""`` for another metal.

    >>> [_metal_of(name) for name in ("silver nitrate", "cucl2", "haucl4")]
    ['Ag', 'Cu', '']
    """
    if named := _NAME.search(chemical):
        return _NAMES[named[0]]
    salt = _SALT.match(chemical)
    return salt[1].capitalize() if salt is not None else ""

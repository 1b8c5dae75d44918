"""Join dots and a matrix that a study names separately: "a matrix of alumina"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from kg.composition import composition_classes
from kg.extract.findings import UNSAID, Coating, Finding, formula_of, formulas_in_role, role_of
from kg.extract.knowledge.families import (
    GENERIC_FORMS,
    METALS,
    PARTICLE_FILMS,
    core_of,
    is_dot_material,
    is_framework,
    is_particle,
)
from kg.extract.knowledge.thresholds import MOST_COMPOSITES
from kg.extract.settle.coated import About, about_study, architecture_around, role_around
from kg.model import Form, Material, System
from kg.notation.symbols import SYMBOL

Layers = tuple[str, ...]
#: Forms of dots that a matrix can surround.
_DOT_FORMS = frozenset(
    {"quantum_dot", "nanocrystal", "nanoplatelet", "nanorod", "dot_in_rod", *PARTICLE_FILMS}
)


def with_particles_meant(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings with "the dots" or "the wires" of a coating as those of the study.

    If the study does not name its dots, only the coat gets a role
    (:func:`kg.extract.settle.coated.role_around`); if it names several, the coating is dropped.
    What covers other particles is their shell, even if the particles remain unknown.
    """
    settled = []
    about = about_study(findings)
    for finding in findings:
        coating = finding.content
        if isinstance(coating, Coating) and coating.inner == UNSAID:
            meant = _of_particles_meant(coating, findings, about)
            settled += [replace(finding, content=content) for content in meant]
        else:
            settled.append(finding)
    return settled


def _of_particles_meant(
    coating: Coating, findings: Sequence[Finding], about: About
) -> list[Coating | Material]:
    is_dot = coating.inner_form == "quantum_dot"
    meant = dots_of(findings) if is_dot else _particles_of(findings, coating)
    if len(meant) == 1:
        return [replace(coating, inner=core_of(meant[0]), inside=meant[0])]
    outside = dict.fromkeys(coating.outside or (coating.outer,))
    if is_dot:
        role = role_around(coating, about)
        placed = formulas_in_role(findings, "overlayer")  # a cap lies on the dots, not around each
        around = [] if meant else [formula for formula in outside if formula not in placed]
        return [Material(role=role, formula=formula) for formula in around]
    # a resist or a polymer is not a shell
    return [Material(role="shell", formula=f) for f in outside if composition_classes(f)]


def _particles_of(findings: Sequence[Finding], coating: Coating) -> list[Layers]:
    """Return the solids of a study in the form that is coated; a "particle" is any form of one."""
    forms = [f.content for f in findings if isinstance(f.content, Form)]
    alike = {
        c.formula
        for c in forms
        if c.form == coating.inner_form
        or (coating.inner_form in GENERIC_FORMS and is_particle(c.form))
    }
    return [(formula,) for formula in sorted(alike - {UNSAID, coating.outer})]


def dots_of(findings: Sequence[Finding]) -> list[Layers]:
    """Return the kinds of dot of a study, each by its layers; core/shell dots, else plain ones."""
    contents = [finding.content for finding in findings]
    formed = {c.formula for c in contents if isinstance(c, Form) and c.form in _DOT_FORMS}
    shelled = [
        c.layers
        for c in contents
        if isinstance(c, System) and c.architecture == "core_shell" and _are_dots(c.layers, formed)
    ]
    plain = [
        (c.formula,)
        for c in contents
        if isinstance(c, Material) and c.role == "nanocrystal" and c.formula in formed
    ]
    return list(dict.fromkeys(shelled)) or list(dict.fromkeys(plain))


def _are_dots(layers: Layers, formed: set[str]) -> bool:
    """Return whether a core and shell are dots: named so, or both of typical dot semiconductors."""
    return layers[0] in formed or all(is_dot_material(f) and f not in METALS for f in layers)


def with_coats_of_dots(findings: list[Finding]) -> list[Finding]:
    """Return the findings with a solid called a coating as the matrix of the study's only dots.

    In a study with a substrate or an electrode, the coating may be on that instead.
    """
    lies_on = {role_of(f) for f in findings}
    coats = {formula_of(f) for f in findings if f.rule == "coating-of"}
    dots = dots_of(findings)
    if not coats or len(dots) != 1 or lies_on & {"substrate", "electrode", "matrix"}:
        return findings
    return [
        replace(f, content=Material(role="matrix", formula=formula_of(f)))
        if role_of(f) == "film" and formula_of(f) in coats
        else f
        for f in findings
        if f.content not in [Form(formula=coat, form="thin_film") for coat in coats]
    ]


def with_composites(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings plus composites of the study's dots and matrices.

    They are added only if no sentence joins dots and matrix, if there is only one kind of dot or
    one matrix, and if they are not too many.
    """
    systems = [f.content for f in findings if isinstance(f.content, System)]
    told = [s.layers for s in systems if s.architecture in ("nanocomposite", "hybrid")]
    matrices: dict[str, Finding] = {}
    for finding in findings:
        if role_of(finding) == "matrix":
            matrices.setdefault(formula_of(finding), finding)
    dots = _dots_in(matrices, findings)
    if len(dots) * len(matrices) > MOST_COMPOSITES.value or min(len(dots), len(matrices)) != 1:
        return list(findings)
    added = [
        replace(
            finding,
            content=System(architecture=architecture_around(matrix), layers=(*layers, matrix)),
            rule="composite-meant",
        )
        for matrix, finding in matrices.items()
        for layers in dots
        if not _is_told(layers, matrix, told)
    ]
    return [*findings, *added]


def _dots_in(matrices: Collection[str], findings: Sequence[Finding]) -> list[Layers]:
    """Return the dots of a study that its matrices can surround."""
    dots = [layers for layers in dots_of(findings) if set(layers).isdisjoint(matrices)]
    if formulas_in_role(findings, "product").isdisjoint(matrices):
        return dots
    return list(dict.fromkeys(layers[:1] for layers in dots))  # the shell became the matrix


def _is_told(layers: Layers, matrix: str, told: Sequence[Layers]) -> bool:
    """Return whether a sentence joins a matrix to these dots, or to any if these have no shell."""
    if not _is_around(matrix, {composite[-1] for composite in told}):
        return False
    is_filled = layers in [composite[:-1] for composite in told]
    return len(layers) == 1 or is_filled or is_framework(matrix)


def _is_around(formula: str, around: set[str]) -> bool:
    """Return whether a sentence names a matrix, by its formula or an open one: AlOx, Al2O3."""
    alike = {_elements(other) for other in around if "x" in formula + other}
    return formula in around or _elements(formula) in alike


def _elements(formula: str) -> tuple[str, ...]:
    return tuple(SYMBOL.findall(formula.replace("x", "")))


def without_parts_of_stacks(findings: list[Finding]) -> list[Finding]:
    """Return the findings without systems that are parts of a particle printed as a stack.

    A core with one of its shells is dropped if a stack gives all of its shells.
    """
    printed = [f.content for f in findings if isinstance(f.content, System) and f.rule == "stack"]
    return [
        f
        for f in findings
        if not isinstance(f.content, System)
        or f.rule == "stack"
        or not any(_is_part(f.content, whole) for whole in printed)
    ]


def _is_part(system: System, whole: System) -> bool:
    """Return whether the layers of a system are some of those of another, in order."""
    if len(system.layers) >= len(whole.layers) or system.architecture != whole.architecture:
        return False
    rest = iter(whole.layers)
    return all(layer in rest for layer in system.layers)

"""Decide what one solid put on another makes, from the findings of the whole study.

The result is a core/shell particle, a nanocomposite, a hybrid with a framework, a supported or
overcoated catalyst, or a film on its substrate.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.composition import composition_classes
from kg.extract.findings import Coating, Finding, formula_of, formulas_in_role, role_of
from kg.extract.knowledge.families import (
    CATALYST_METALS,
    CATALYTIC_USES,
    METALS,
    PARTICLE_FILMS,
    WET_SYNTHESES,
    broader,
    is_dot_material,
    is_framework,
    is_oxide,
    is_particle,
    is_wafer,
)
from kg.model import Application, Content, Form, Material, Process, System

#: Processes that put a shell on every particle of a dispersion.
_PARTICLE_COATING = frozenset(
    {
        "colloidal_ald",
        "biphasic_colloidal_ald",
        "stationary_phase_colloidal_ald",
        "liquid_phase_ald",
        "colloidal_silar",
        "cation_exchange",
    }
)
#: Growth from the gas phase.
_FROM_GAS = frozenset({"ald", "molecular_layer_deposition", "cvd", "pvd", "sputtering"})
#: Shapes on which particles sit, instead of being enclosed.
_CARRIERS = frozenset({"nanowire", "nanotube", "nanorod", "nanosheet"})


@dataclass(frozen=True, slots=True)
class About:
    """Facts about a study that decide what its coatings make.

    ``colloidal``: it coats single dispersed particles; ``catalytic``: it is about catalysts;
    ``particles`` and ``shells``: the formulas of solids that it has as such; ``from_gas``: it
    deposits from the gas phase; ``supports``: the carriers of its catalysts; ``grown``: the films
    that it is told to grow.
    """

    colloidal: bool = False
    catalytic: bool = False
    particles: frozenset[str] = frozenset()
    shells: frozenset[str] = frozenset()
    from_gas: bool = False
    supports: frozenset[str] = frozenset()
    grown: frozenset[str] = frozenset()


def about_study(findings: Sequence[Finding]) -> About:
    """Return the facts from the findings of one study that decide what its coatings make."""
    contents = [finding.content for finding in findings]
    made = {c.process for c in contents if isinstance(c, Process)}
    supports = formulas_in_role(findings, "support")
    from_gas = any(_FROM_GAS & {process, *broader("process", process)} for process in made)
    return About(
        colloidal=_is_colloidal(findings) or (bool(made & WET_SYNTHESES) and not from_gas),
        from_gas=from_gas,
        shells=formulas_in_role(findings, "shell"),
        supports=supports,
        grown=frozenset(_grown(findings) | set(_laid(findings))),
        catalytic=bool(supports)
        or any(isinstance(c, Application) and c.application in CATALYTIC_USES for c in contents),
        particles=frozenset(
            c.formula
            for c in contents
            if isinstance(c, Form) and (is_particle(c.form) or c.form in PARTICLE_FILMS)
        ),
    )


def _is_colloidal(findings: Iterable[Finding]) -> bool:
    return any(
        (isinstance(f.content, Process) and f.content.process in _PARTICLE_COATING)
        or (
            isinstance(f.content, System)
            and f.content.architecture == "core_shell"
            and is_oxide(f.content.layers[-1])
        )
        for f in findings
    )


#: The roles of the inner and of the outer solid of an object that is not a system.
_OF_CATALYSTS = {
    "supported": ("support", "nanocrystal"),
    "overcoated": ("nanocrystal", "overlayer"),
    "decorated": ("", "nanocrystal"),
}


#: Metals, and what is as often sold on plates.
_CONDUCTORS = (CATALYST_METALS | METALS | {"TiN", "ITO", "FTO"}) - {"Si", "Ge"}


def coating_contents(coating: Coating, about: About, rule: str = "") -> Iterator[Content]:
    """Yield the contents of a coating: roles of both solids, and the object that they make.

    The metal of "Pt-coated wafers" on which a study grows another film is a substrate, not a film.
    """
    is_plate = coating.inner_form == "bulk" and coating.outer in _CONDUCTORS
    others = about.grown - {coating.outer, coating.inner}
    if rule == "joined" and is_plate and others and coating.outer not in about.grown:
        yield Material(role="substrate", formula=coating.outer)
        yield Material(role="substrate", formula=coating.inner)
    else:
        yield from _coating_contents(coating, about)


def _coating_contents(coating: Coating, about: About) -> Iterator[Content]:
    inner, outer, hint = coating.inner, coating.outer, coating.hint
    architecture = _architecture(coating, about)
    if architecture in _OF_CATALYSTS:
        pairs = zip(_OF_CATALYSTS[architecture], (inner, outer), strict=True)
        yield from (Material(role=role, formula=formula) for role, formula in pairs if role)
    elif architecture == "heterodimer":
        yield from _side_by_side(coating)
    elif architecture in ("core_shell", "core_crown"):
        yield from _enclosed(coating, architecture)
    elif architecture == "nanocomposite":
        yield from _composite(coating)
    elif len(coating.inside) < 2:
        yield from _on_plate(coating, about)
    if hint == "matrix" and architecture not in ("nanocomposite", "core_shell"):
        yield Material(role="matrix", formula=outer)


def _on_plate(coating: Coating, about: About) -> Iterator[Content]:
    is_catalyst = coating.inner in about.supports and coating.outer not in CATALYST_METALS
    role = "overlayer" if coating.hint == "overlayer" or is_catalyst else "film"
    role = "nanocrystal" if coating.outer_form == "nanotube" else role
    for formula in dict.fromkeys(coating.outside or (coating.outer,)):
        yield Material(role=role, formula=formula)
    if not is_catalyst:
        is_capped = coating.hint == "overlayer" and coating.inner_form == "thin_film"
        yield Material(role="film" if is_capped else "substrate", formula=coating.inner)


def _enclosed(coating: Coating, architecture: str) -> Iterator[Content]:
    """Yield a core with its shells; a core/shell particle that is coated again keeps its shells."""
    inside = coating.inside or (coating.inner,)
    outside = coating.outside or (coating.outer,)
    yield Material(role="core", formula=coating.inner)
    shells = [layer for layer in inside if layer != coating.inner]
    for formula in dict.fromkeys((*shells, *outside)):
        yield Material(role="shell", formula=formula)
    if len(inside) < 2 or coating.outer not in inside:
        inside = (*inside, *outside)
    is_framed = len(inside) == 2 and is_framework(coating.outer)
    yield System(architecture="hybrid" if is_framed else architecture, layers=inside)
    if coating.hint in ("matrix", "seeded") and coating.outer_form == "nanorod":
        yield Form(formula=coating.inner, form="dot_in_rod")


def _side_by_side(coating: Coating) -> Iterator[Content]:
    """Yield a metal tip on a rod, the tip last; a core/shell rod keeps its own roles."""
    layers = tuple(dict.fromkeys((*(coating.inside or (coating.inner,)), coating.outer)))
    is_pair = len(layers) == 2
    for formula in layers if is_pair else (coating.outer,):
        yield Material(role="nanocrystal", formula=formula)
    if is_pair:
        yield System(architecture="heterodimer", layers=layers)


def _composite(coating: Coating) -> Iterator[Content]:
    """Yield a nanocrystal, core/shell or not, inside one or several deposited solids."""
    inside = coating.inside or (coating.inner,)
    outside = coating.outside or (coating.outer,)
    if len(inside) == 1:
        yield Material(role="nanocrystal", formula=coating.inner)
    for formula in dict.fromkeys(outside):
        role = "overlayer" if coating.hint == "overlayer" else "matrix"
        yield Material(role=role, formula=formula)
    architectures = {architecture_around(formula) for formula in outside}
    architecture = "hybrid" if "hybrid" in architectures else "nanocomposite"
    yield System(architecture=architecture, layers=(*inside, *outside))


def architecture_around(matrix: str) -> str:
    """Return what nanocrystals and a matrix make: with a framework, a hybrid.

    >>> architecture_around("Al-PMOF"), architecture_around("Al2O3")
    ('hybrid', 'nanocomposite')
    """
    return "hybrid" if is_framework(matrix) else "nanocomposite"


#: Shapes that grow around a single particle: "a CdSe nanocrystal embedded in a CdS rod".
_AROUND_ONE = frozenset({"nanorod", "nanoplatelet", "dot_in_rod"})
#: Words for the outer solid that alone decide what it makes.
_SAID = {
    "shell": "core_shell",
    "crown": "core_crown",
    "decorated": "decorated",
    "seeded": "core_shell",
    "tips": "heterodimer",
}


def _architecture(coating: Coating, about: About) -> str:
    if catalyst := _catalyst(coating, about):
        return catalyst
    form = coating.inner_form
    if coating.hint in _SAID and form != "bulk":
        return _SAID[coating.hint]
    if form == "bulk":
        return "thin_film"
    is_loose = form in _CARRIERS or (is_particle(form) and not coating.hint)
    if is_particle(coating.outer_form) and is_loose:
        return "decorated"
    if coating.hint == "matrix" and is_particle(form) and coating.outer_form in _AROUND_ONE:
        return "core_shell"
    if coating.hint == "matrix" or form in PARTICLE_FILMS:
        return "nanocomposite"
    if is_particle(form):
        return "core_shell" if _is_single(coating, about) else "nanocomposite"
    return "thin_film"


def role_around(coating: Coating, about: About) -> str:
    """Return the role of a solid around dots that the study does not identify.

    >>> dots = {"inner": "", "inner_form": "quantum_dot"}
    >>> [role_around(Coating(outer=solid, **dots), About()) for solid in ("ZnS", "Al2O3")]
    ['shell', 'matrix']
    """
    is_shell = _architecture(coating, about) in ("core_shell", "core_crown")
    return "shell" if is_shell else "matrix"


def _is_single(coating: Coating, about: About) -> bool:
    """Return whether each particle is coated separately: wires are, dots only in a liquid."""
    if not composition_classes(coating.outer) and coating.outer != "C":
        # a polymer surrounds many particles together
        return coating.inner_form in _CARRIERS
    if about.colloidal or coating.outer in about.shells:
        return True
    if coating.inner_form not in ("quantum_dot", "nanocrystal", "nanoplatelet"):
        return True
    is_semiconductor = is_dot_material(coating.outer) and not is_oxide(coating.outer)
    return is_semiconductor and not about.from_gas


def _catalyst(coating: Coating, about: About) -> str:
    """Return the kind of catalyst that a coating makes, "" for anything else.

    Metal particles on a carrier are "supported", metal particles under a coat "overcoated". Source:
    the conventions of the claims contract for supported catalysts.
    """
    if coating.outer in CATALYST_METALS or coating.inner == "C":
        if _is_on_loose_carrier(coating, about):
            return "supported"
        if is_particle(coating.outer_form) and coating.inner_form != "bulk":
            return "supported" if coating.inner == "C" or about.catalytic else ""
    if coating.inner not in CATALYST_METALS:
        return ""
    if coating.inside[-1] in about.supports and coating.outer not in coating.inside:
        return "overcoated"
    is_overcoat = coating.hint == "overlayer" or (about.catalytic and is_oxide(coating.outer))
    return "overcoated" if is_overcoat and is_particle(coating.inner_form) else ""


def _is_on_loose_carrier(coating: Coating, about: About) -> bool:
    """Return whether the inner solid is a powder under a catalyst, or a carbon nanotube."""
    if coating.inner_form == "powder":
        return about.catalytic or coating.outer in about.particles
    is_carbon_tube = coating.inner_form == "nanotube" and coating.inner == "C"
    return is_carbon_tube and coating.outer in CATALYST_METALS


#: Rules which imply that a film was grown, and rules that name a substrate only as the solid below.
_GROWN = frozenset({"deposited", "deposition", "made", "sputtered"})
_SAID_BELOW = frozenset({"grown-on", "on-fronted"})
#: Rules that name a solid as coated.
_COVERED = frozenset({"coated", "joined"})
_BELOW = _SAID_BELOW | {"deposited", "deposition", "made", "sputtered", "lay-on"}


def without_doubtful_substrates(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings without substrates that are films or electrodes of the study.

    A film that the study grew remains one if something is put on it. An electrode that an overlayer
    covers is not also a substrate.
    """
    # solids that are called substrates, not only named as the solid below
    named = {
        formula_of(f): f.rule
        for f in findings
        if role_of(f) == "substrate" and f.rule not in _BELOW
    }
    doubtful = {formula for formula in _grown(findings) if named.get(formula, "coated") == "coated"}
    if formulas_in_role(findings, "overlayer"):
        plates = {formula for formula, rule in named.items() if rule not in _COVERED}
        doubtful |= formulas_in_role(findings, "electrode") - plates
    films = formulas_in_role(findings, "film")
    return [
        f
        for f in findings
        if role_of(f) != "substrate"
        or not (formula_of(f) in doubtful or (f.rule in _SAID_BELOW and formula_of(f) in films))
    ]


def _laid(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield the solids that a study grows on another solid named in the sentence."""
    for finding in findings:
        if isinstance(finding.content, Coating) and finding.rule in _GROWN:
            yield from finding.content.outside or (finding.content.outer,)


def _grown(findings: Sequence[Finding]) -> set[str]:
    """Return the films that a study grows; a "deposition" on a wafer does not grow the wafer."""
    films = [f for f in findings if role_of(f) == "film" and f.rule in _GROWN]
    return {formula_of(f) for f in films if f.rule != "deposition" or not is_wafer(formula_of(f))}

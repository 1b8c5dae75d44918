"""Reconcile the findings of one study: coatings make objects, narrower terms replace wider."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from kg.extract.findings import Coating, Finding, formula_of, role_of
from kg.extract.knowledge.families import (
    broader,
    is_oxide,
)
from kg.extract.methods.named import EVAPORATED
from kg.extract.settle.additives import without_known_additives
from kg.extract.settle.carriers import (
    loose_solids,
    on_carriers,
    with_carried_metals,
    without_carried_particles,
)
from kg.extract.settle.coated import about_study, coating_contents, without_doubtful_substrates
from kg.extract.settle.composites import (
    with_coats_of_dots,
    with_composites,
    with_particles_meant,
    without_parts_of_stacks,
)
from kg.extract.settle.cores import with_cores_of_shells, with_shells_grown
from kg.extract.settle.electrodes import (
    with_coats_on_electrodes,
    without_coats_as_electrodes,
    without_contacts,
    without_reaction_layers,
)
from kg.extract.settle.heterostructures import with_heterostructures
from kg.extract.settle.metal_particles import with_metal_particles
from kg.extract.settle.methods import (
    with_colloidal_silar,
    with_narrow_uses,
    with_plasma_ald,
)
from kg.extract.settle.shapes import (
    with_films_meant,
    with_shapes_meant,
    without_islands,
    without_vague_forms,
)
from kg.extract.settle.synthesis_routes import with_route_told
from kg.extract.solids.infiltrated import with_templates
from kg.model import Material, Process, System


def reconcile(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings of one study as one consistent account, in the order of reading."""
    listed = with_particles_meant(with_carried_metals(list(findings)))
    settled = with_heterostructures(_with_coatings_settled(listed), listed)
    for step in _STEPS:
        settled = step(settled)
    return settled


def _with_coatings_settled(findings: list[Finding]) -> list[Finding]:
    """Return the findings with each coating replaced by the objects that it makes."""
    about = about_study(findings)
    settled: list[Finding] = []
    for finding in findings:
        if isinstance(finding.content, Coating):
            contents = coating_contents(finding.content, about, finding.rule)
            settled += [replace(finding, content=content) for content in contents]
        else:
            settled.append(finding)
    return settled


#: Of several readings of the same layers, the first of these is kept.
_ARCHITECTURES = (
    "core_crown",
    "core_shell",
    "nanocomposite",
    "nanolaminate",
    "heterostructure",
    "thin_film",
)


def _one_architecture(findings: list[Finding]) -> list[Finding]:
    """Return the findings with only the best architecture for the same layers."""
    best: dict[tuple[str, ...], int] = {}
    for finding in findings:
        if isinstance(finding.content, System):
            layers, rank = finding.content.layers, _rank(finding.content)
            best[layers] = min(rank, best.get(layers, rank))
    return [
        f
        for f in findings
        if not isinstance(f.content, System) or _rank(f.content) == best[f.content.layers]
    ]


def _rank(system: System) -> int:
    known = system.architecture in _ARCHITECTURES
    return _ARCHITECTURES.index(system.architecture) if known else len(_ARCHITECTURES)


_PARTS = frozenset({"matrix", "core", "shell", "nanocrystal"})
#: A role -> the roles that replace it: a solid has one role in an object.
_GIVES_WAY = {
    "film": _PARTS | {"overlayer", "blocking_layer", "spacer", "substrate"},
    "overlayer": frozenset({"shell", "core"}),
    "substrate": _PARTS,
    "electrode": frozenset({"transport_layer"}),
    "transport_layer": _PARTS - {"nanocrystal"},
    "nanocrystal": _PARTS - {"nanocrystal"},
}


def _one_role(findings: list[Finding]) -> list[Finding]:
    """Return the findings without those roles of a solid that another of its roles replaces.

    Sentences that name a core as a nanocrystal become evidence for the core. The carrier of a
    catalyst is a support and not a substrate. Crystals of an oxide may be spun into a transport
    layer, but dots of another solid lie on one.
    """
    roles: dict[str, set[str]] = {}
    for finding in findings:
        if isinstance(finding.content, Material):
            roles.setdefault(formula_of(finding), set()).add(role_of(finding))
    loose = loose_solids(findings)
    settled = []
    for finding in findings:
        role, formula = role_of(finding), formula_of(finding)
        others = roles.get(formula, set())
        is_carrier = role == "substrate" and "support" in others and formula in loose
        is_dot = {role, *others} >= {"nanocrystal", "transport_layer"}
        is_doubtful = is_dot and role == ("nanocrystal" if is_oxide(formula) else "transport_layer")
        if role == "nanocrystal" and "core" in others:
            settled.append(replace(finding, content=Material(role="core", formula=formula)))
        elif not (is_carrier or is_doubtful or _GIVES_WAY.get(role, frozenset()) & others):
            settled.append(finding)
    return settled


def _specific_only(findings: list[Finding]) -> list[Finding]:
    """Return the findings without processes of which the study names a narrower one.

    "ALD" gives way to "thermal ALD". The ligand exchange by which a layer is etched is a step of
    the etching.
    """
    named = {f.content.process for f in findings if isinstance(f.content, Process)}
    steps = {"ligand_exchange"} if "atomic_layer_etching" in named else set()
    general = steps | {wider for process in named for wider in broader("process", process)}
    return [
        f
        for f in findings
        if not (isinstance(f.content, Process) and f.content.process in general)
        or f.rule in (EVAPORATED, "told-pvd")
    ]


#: The steps that settle the findings of a study, in order: each relies on those before it.
_STEPS: tuple[Callable[[list[Finding]], list[Finding]], ...] = (
    with_carried_metals,  # again: settled coatings may have made supports
    on_carriers,
    without_carried_particles,
    with_coats_on_electrodes,
    with_templates,
    without_coats_as_electrodes,
    without_islands,
    without_doubtful_substrates,
    _one_role,
    _specific_only,
    without_reaction_layers,
    without_contacts,
    with_films_meant,
    with_shapes_meant,
    with_shells_grown,
    with_cores_of_shells,
    with_narrow_uses,
    with_colloidal_silar,
    with_plasma_ald,
    with_metal_particles,
    with_route_told,
    with_coats_of_dots,
    without_known_additives,
    with_composites,
    without_vague_forms,
    _one_architecture,
    without_parts_of_stacks,
)

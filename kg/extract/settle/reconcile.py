"""The findings of one study put together: coatings make objects, narrower terms replace wider."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.composition import composition_classes
from kg.extract.findings import UNSAID, Coating, Finding, formula_of, formulas_in_role, role_of
from kg.extract.knowledge.families import (
    GENERIC_FORMS,
    METALS,
    PARTICLE_FILMS,
    broader,
    is_oxide,
    is_particle,
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
from kg.extract.settle.heterostructures import with_heterostructures
from kg.extract.settle.metal_particles import with_metal_particles
from kg.extract.settle.methods import (
    with_colloidal_silar,
    with_narrow_uses,
    with_plasma_ald,
)
from kg.extract.settle.synthesis_routes import with_route_told
from kg.extract.solids.infiltrated import with_templates
from kg.model import Application, Form, Material, Process, System


def reconcile(findings: Iterable[Finding]) -> list[Finding]:
    """The findings of one study as one consistent account, in the order in which they were read."""
    listed = with_particles_meant(with_carried_metals(list(findings)))
    about = about_study(listed)
    settled: list[Finding] = []
    for finding in listed:
        if isinstance(finding.content, Coating):
            contents = coating_contents(finding.content, about)
            settled += [replace(finding, content=content) for content in contents]
        else:
            settled.append(finding)
    settled = with_heterostructures(settled, listed)
    settled = _on_electrodes(without_carried_particles(on_carriers(settled)))
    settled = _specific_only(_one_role(_without_doubtful_films(with_templates(settled))))
    settled = _without_contacts(_without_reaction_layers(settled))
    settled = _shells_of_particles(_shapes_meant(_films_meant(settled)))
    settled = with_metal_particles(with_plasma_ald(with_colloidal_silar(with_narrow_uses(settled))))
    settled = without_known_additives(with_coats_of_dots(with_route_told(settled)))
    return without_parts_of_stacks(_one_architecture(_telling_forms(with_composites(settled))))


#: Of several readings of the same layers, the first of these stands.
_ARCHITECTURES = (
    "core_crown",
    "core_shell",
    "nanocomposite",
    "nanolaminate",
    "heterostructure",
    "thin_film",
)


def _one_architecture(findings: list[Finding]) -> list[Finding]:
    """The same layers are one kind of object in one study."""
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


def _telling_forms(findings: list[Finding]) -> list[Finding]:
    """Drop "nanocrystal" where the same solid is a quantum dot, and the film that is a matrix."""
    telling = {
        f.content.formula
        for f in findings
        if isinstance(f.content, Form)
        and is_particle(f.content.form)
        and f.content.form not in GENERIC_FORMS
    }
    finer = {
        f.content.formula
        for f in findings
        if isinstance(f.content, Form) and f.content.form == "nanoparticle"
    }
    filled = {
        f.content.formula
        for f in findings
        if isinstance(f.content, Material)
        and f.content.role in ("matrix", "shell", "core", "nanocrystal", "overlayer")
    }
    dots = {
        f.content.formula
        for f in findings
        if isinstance(f.content, Form) and f.content.form in PARTICLE_FILMS.values()
    }
    printed = [f for f in findings if f.rule in _PRINTED_FILMS and formula_of(f) not in dots]
    return [
        f
        for f in findings
        if not isinstance(f.content, Form)
        or not (
            (f.content.form in GENERIC_FORMS and f.content.formula in telling)
            or (f.content.form == "particle" and f.content.formula in finer)
            or (f.content.form == "thin_film" and f.content.formula in filled and f not in printed)
        )
    ]


#: Rules that read "X film" as printed: it is a film whatever else the study calls it.
_PRINTED_FILMS = frozenset(
    {"material-form", "form-of-material", "film-of-dots", "film-comprised", "device-of-films"}
)


_PARTS = frozenset({"matrix", "core", "shell", "nanocrystal"})
#: A role -> the roles of which one takes its place: a solid has one role in an object.
_GIVES_WAY = {
    "film": _PARTS | {"overlayer", "blocking_layer", "spacer", "substrate"},
    "overlayer": frozenset({"shell"}),
    "substrate": _PARTS,
    "electrode": frozenset({"transport_layer"}),
    "transport_layer": _PARTS - {"nanocrystal"},
    "nanocrystal": _PARTS - {"nanocrystal"},
}


def _without_doubtful_films(findings: list[Finding]) -> list[Finding]:
    """Where a study speaks of its films, particles of their solid (islands, defects) are none."""
    forms = [f.content for f in findings if isinstance(f.content, Form)]
    filmed = {form.formula for form in forms if form.form == "thin_film"}
    telling = {form.formula for form in forms if form.form not in ("thin_film", *_ISLANDS)}
    islands = filmed - telling
    kept = [
        f
        for f in findings
        if not (role_of(f) == "nanocrystal" and formula_of(f) in islands)
        and not (
            isinstance(f.content, Form)
            and f.content.form in _ISLANDS
            and f.content.formula in islands
        )
    ]
    return without_doubtful_substrates(kept)


#: Forms of what grows between and beside a film.
_ISLANDS = frozenset({"particle", "cluster"})


_CONDUCTING_NITRIDES = frozenset({"TiN", "TaN", "WN"})


def _without_contacts(findings: list[Finding]) -> list[Finding]:
    """The films without electrodes: those of metals, and those not told to be grown."""
    electrodes = formulas_in_role(findings, "electrode")
    grown = {formula_of(f) for f in findings if role_of(f) == "film" and f.rule != "film-of"}
    contacts = electrodes - (grown - METALS - _CONDUCTING_NITRIDES)
    return [f for f in findings if role_of(f) != "film" or formula_of(f) not in contacts]


def _without_reaction_layers(findings: list[Finding]) -> list[Finding]:
    """The films of an etching study without the layers that its reactions make and remove.

    What is etched is called a film or read as etched; "the AlF3 layer" comes and goes.
    """
    if Process(process="atomic_layer_etching") not in {f.content for f in findings}:
        return findings
    films = {f.content.formula for f in findings if isinstance(f.content, Form)}
    films |= {formula_of(f) for f in findings if role_of(f) == "film" and f.rule != "film-of"}
    return [f for f in findings if role_of(f) != "film" or not films or formula_of(f) in films]


_BATTERY = Application(application="battery")


def _on_electrodes(findings: list[Finding]) -> list[Finding]:
    """What coats the electrodes of a battery lies on finished electrodes: an overlayer."""
    if _BATTERY not in (f.content for f in findings):
        return findings
    return [
        replace(f, content=Material(role="overlayer", formula=formula_of(f)))
        if f.rule == "coating-of" and role_of(f) == "film"
        else f
        for f in findings
    ]


def _one_role(findings: list[Finding]) -> list[Finding]:
    """Each solid without the roles that another of its roles takes the place of.

    Sentences that name a core as a nanocrystal are evidence of the core. The carrier of a catalyst
    is a support and no substrate. Crystals of an oxide may be spun to a transport layer, dots of
    another solid are what it lies on.
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
    """Drop a process where a narrower one of the same study says more ("ALD", "thermal ALD").

    The exchange of ligands by which a layer is etched is a step of the etching.
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


def _shells_of_particles(findings: list[Finding]) -> list[Finding]:
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


def _films_meant(findings: list[Finding]) -> list[Finding]:
    """ "The films" of a study are its first film, where no film is named with its solid."""
    said = [f for f in findings if isinstance(f.content, Form) and f.content.form == "thin_film"]
    settled = [f for f in findings if f not in said or formula_of(f)]
    films = [f for f in findings if role_of(f) == "film"]
    films = films or [f for f in findings if role_of(f) == "template"]
    unsaid = [f for f in said if not formula_of(f)]
    if films and unsaid and len(unsaid) == len(said) and not _has_films_of_dots(findings):
        content = Form(formula=formula_of(films[0]), form="thin_film")
        settled.append(replace(unsaid[0], content=content, rule="films-meant"))
    return settled


def _shapes_meant(findings: list[Finding]) -> list[Finding]:
    """Shapes without a solid (of a list, "the QD film") are those of a study's only particles."""
    particles = formulas_in_role(findings, "nanocrystal") | formulas_in_role(findings, "core")
    families = frozenset(p for p in particles if p.endswith("X3"))
    settled = []
    for finding in findings:
        if isinstance(finding.content, Form) and finding.content.formula == UNSAID:
            first = particles - families if finding.rule == "films-meant" else families
            particle = first or particles  # a film is of a member, a shape of the family
            if len(particle) != 1:
                continue
            finding = replace(finding, content=replace(finding.content, formula=min(particle)))
        settled.append(finding)
    return settled


def _has_films_of_dots(findings: Iterable[Finding]) -> bool:
    """Whether a study has films of dots: "the films" are those, not their matrix."""
    return any(isinstance(f.content, Form) and f.content.form in PARTICLE_FILMS for f in findings)

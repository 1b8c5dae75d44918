"""Settle the shapes of the solids of one study: which solid has one, and which is specific."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.extract.findings import UNSAID, Finding, formula_of, formulas_in_role, role_of
from kg.extract.knowledge.families import GENERIC_FORMS, PARTICLE_FILMS, is_particle
from kg.model import Form

#: Forms of what grows on or beside a film.
_ISLANDS = frozenset({"particle", "cluster"})
#: Rules that read "X film" as printed; X is a film whatever else the study calls it.
_PRINTED_FILMS = frozenset(
    {"material-form", "form-of-material", "film-of-dots", "film-comprised", "device-of-films"}
)
#: Roles of a solid that is not a film even if the study calls it one.
_NO_FILMS = ("matrix", "shell", "core", "nanocrystal", "overlayer")


def without_islands(findings: list[Finding]) -> list[Finding]:
    """Return the findings without particles (islands, defects) of solids that are films."""
    forms = [f.content for f in findings if isinstance(f.content, Form)]
    filmed = {form.formula for form in forms if form.form == "thin_film"}
    telling = {form.formula for form in forms if form.form not in ("thin_film", *_ISLANDS)}
    islands = filmed - telling
    return [
        f
        for f in findings
        if formula_of(f) not in islands
        or not (
            role_of(f) == "nanocrystal"
            or (isinstance(f.content, Form) and f.content.form in _ISLANDS)
        )
    ]


def with_films_meant(findings: list[Finding]) -> list[Finding]:
    """Return the findings with "the films" given to the study's first film.

    This holds only if no film is named together with its solid.
    """
    said = [f for f in findings if isinstance(f.content, Form) and f.content.form == "thin_film"]
    settled = [f for f in findings if f not in said or formula_of(f)]
    films = [f for f in findings if role_of(f) == "film"]
    films = films or [f for f in findings if role_of(f) == "template"]
    unsaid = [f for f in said if not formula_of(f)]
    if films and unsaid and len(unsaid) == len(said) and not _has_films_of_dots(findings):
        content = Form(formula=formula_of(films[0]), form="thin_film")
        settled.append(replace(unsaid[0], content=content, rule="films-meant"))
    return settled


def with_shapes_meant(findings: list[Finding]) -> list[Finding]:
    """Return the findings with shapes that lack a solid given to the study's only particles.

    They come from lists of shapes and from "the QD film". If there are several particles, the shape
    is dropped.
    """
    particles = formulas_in_role(findings, "nanocrystal") | formulas_in_role(findings, "core")
    families = frozenset(p for p in particles if p.endswith("X3"))
    settled = []
    for finding in findings:
        if isinstance(finding.content, Form) and finding.content.formula == UNSAID:
            first = particles - families if finding.rule == "films-meant" else families
            particle = first or particles  # a film belongs to a member, a shape to the family
            if len(particle) != 1:
                continue
            finding = replace(finding, content=replace(finding.content, formula=min(particle)))
        settled.append(finding)
    return settled


def _has_films_of_dots(findings: Iterable[Finding]) -> bool:
    """Return whether a study has films of dots, which "the films" then means."""
    return any(isinstance(f.content, Form) and f.content.form in PARTICLE_FILMS for f in findings)


def without_vague_forms(findings: list[Finding]) -> list[Finding]:
    """Return the findings without general forms of solids that have a specific one."""
    formulas: dict[str, set[str]] = {}
    for content in (f.content for f in findings if isinstance(f.content, Form)):
        formulas.setdefault(content.form, set()).add(content.formula)
    specific = _solids(formulas, (f for f in formulas if is_particle(f) and f not in GENERIC_FORMS))
    nanoparticles = formulas.get("nanoparticle", set())
    dots = _solids(formulas, PARTICLE_FILMS.values())
    no_films = {formula for role in _NO_FILMS for formula in formulas_in_role(findings, role)}

    def is_vague(finding: Finding, form: str, formula: str) -> bool:
        if form == "thin_film" and formula in no_films:
            return finding.rule not in _PRINTED_FILMS or formula in dots
        is_dot = form in GENERIC_FORMS and formula in specific
        return is_dot or (form == "particle" and formula in nanoparticles)

    return [
        f
        for f in findings
        if not (isinstance(f.content, Form) and is_vague(f, f.content.form, f.content.formula))
    ]


def _solids(formulas: Mapping[str, set[str]], forms: Iterable[str]) -> set[str]:
    """Return the solids that have one of some forms."""
    return set().union(*(formulas.get(form, ()) for form in forms))

"""Check whether an object has the shape that a clause names: a dot, a platelet, a film."""

from __future__ import annotations

from kg.extract.knowledge.families import FILM_FORMS, PARTICLE_FILMS, core_of, is_oxide, is_particle
from kg.extract.links.account import Account, within
from kg.extract.links.stated_outcomes import StatedOutcome

#: Names that fit particles of any shape.
_ANY_SHAPE = frozenset({"nanocrystal", "nanoparticle", "particle"})


def is_of_other_shape(account: Account, stated: StatedOutcome, layers: tuple[str, ...]) -> bool:
    """Return whether the clause is about particles of another shape than those of the object.

    "The dots lose more by recombination" in a study of platelets, or "the absorption of the dot
    layer" where only an oxide is named.
    """
    if not layers or len(account.objects) > 1:
        return False
    named = {
        PARTICLE_FILMS.get(m.id, m.id)
        for m in within(stated.part.mentions, *stated.reach)
        if m.kind == "form" and not any(a <= m.start < b for a, b in stated.compared)
    }
    named = {form for form in named if is_particle(form)} - _ANY_SHAPE
    if not named:
        return False
    core = core_of(layers)
    forms = account.forms.get(core, frozenset())
    own = {PARTICLE_FILMS.get(form, form) for form in forms if is_particle(form)}
    if own:
        return not own & _ANY_SHAPE and named.isdisjoint(own)
    return len(layers) == 1 and is_oxide(core) and not forms - FILM_FORMS


def shape_in(stated: StatedOutcome) -> str:
    """Return the shape by which the clause names its sample: "film", "particle" or ""."""
    forms = [
        m.id
        for m in within(stated.part.mentions, stated.clause.start, stated.clause.end)
        if m.kind == "form"
    ]
    if any(is_particle(form) for form in forms):
        return "particle"
    return "film" if any(form in FILM_FORMS for form in forms) else ""


def has_shape(account: Account, formula: str, shape: str) -> bool:
    """Return whether a solid of the study has a shape that :func:`shape_in` returns."""
    roles = account.roles.get(formula, frozenset())
    forms = account.forms.get(formula, frozenset())
    if shape == "particle":
        return bool(roles & {"core", "nanocrystal"}) or any(map(is_particle, forms))
    return "film" in roles or bool(forms & {*FILM_FORMS, *PARTICLE_FILMS})

"""Whether an object has the shape that a clause speaks of: a dot, a platelet, a film."""

from __future__ import annotations

from kg.extract.knowledge.families import FILM_FORMS, PARTICLE_FILMS, core_of, is_oxide, is_particle
from kg.extract.links.account import Account, within
from kg.extract.links.stated_outcomes import StatedOutcome

#: Shapes that any particle may be called by.
_ANY_SHAPE = frozenset({"nanocrystal", "nanoparticle", "particle"})


def is_of_other_shape(account: Account, stated: StatedOutcome, layers: tuple[str, ...]) -> bool:
    """Whether the clause speaks of particles of another shape than those of the object.

    "The dots lose more by recombination", where the study is of platelets, or "the absorption of
    the dot layer", where only the oxide has a name.
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
    """The shape that the clause calls its sample by: "film", "particle" or nothing."""
    forms = [
        m.id
        for m in within(stated.part.mentions, stated.clause.start, stated.clause.end)
        if m.kind == "form"
    ]
    if any(is_particle(form) for form in forms):
        return "particle"
    return "film" if any(form in FILM_FORMS for form in forms) else ""


def has_shape(account: Account, formula: str, shape: str) -> bool:
    """Whether a solid of the study is a film, or a particle, as :func:`shape_in` calls it."""
    roles = account.roles.get(formula, frozenset())
    forms = account.forms.get(formula, frozenset())
    if shape == "particle":
        return bool(roles & {"core", "nanocrystal"}) or any(map(is_particle, forms))
    return "film" in roles or bool(forms & {*FILM_FORMS, *PARTICLE_FILMS})

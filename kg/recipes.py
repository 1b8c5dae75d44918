"""Recipes: what a study made by which process from which reagents, according to its linked claims.

A recipe only groups claims and adds nothing to them. Values that the text does not link to the
process or the solid are left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.composition import contained_elements
from kg.grounding import reagent_iri
from kg.model import Chemical, Claim, Condition, Process, Quantity, Thing
from ontology import vocabulary

#: Parameters of a recipe and the field that holds their values.
_PARAMETERS = {
    "temperature": "temperatures",
    "cycle_count": "cycles",
    "growth_per_cycle": "growth_per_cycle",
}
#: Elements of ligands; they are not counted among the elements that a precursor supplies.
_LIGANDS = frozenset("CHNO")
_PARTNERS = frozenset({"coreactant", "plasma_gas"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """The recipe of one study for one solid; a field is empty if the text does not state it.

    ``made`` is the solid; ``precursors`` and ``coreactants`` are names of chemicals that were used
    together. ``temperatures`` are those of the deposition. ``claims`` are the claims it groups.
    """

    doc: str
    study: str
    made: Thing
    processes: tuple[str, ...] = ()
    precursors: tuple[str, ...] = ()
    coreactants: tuple[str, ...] = ()
    temperatures: tuple[Quantity, ...] = ()
    cycles: tuple[Quantity, ...] = ()
    growth_per_cycle: tuple[Quantity, ...] = ()
    claims: tuple[Claim, ...] = ()


def recipes(claims: Iterable[Claim]) -> tuple[Recipe, ...]:
    """Return the recipes of all studies, in the order of their first claims.

    Alternative precursors make one recipe each; precursors that are used with one another, or that
    supply different elements of the solid, share a recipe.
    """
    by_study: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_study[claim.doc, claim.study].append(claim)
    return tuple(recipe for told in by_study.values() for recipe in _recipes(told))


def _recipes(told: Sequence[Claim]) -> Iterator[Recipe]:
    for made in _solids_made(told):
        own = [claim for claim in told if made in _solids_of(claim)]
        groups = _precursor_groups(made, own)
        for group in groups or [()]:
            yield _recipe(made, own, group, alone=len(groups) < 2)


def _solids_made(told: Sequence[Claim]) -> tuple[Thing, ...]:
    """Return the solids that a process makes, or that a process or reagent is linked to."""
    makers = [c for c in told if isinstance(c.content, Process | Chemical)]
    return tuple(dict.fromkeys(thing for claim in makers for thing in _solids_of(claim)))


def _solids_of(claim: Claim) -> tuple[Thing, ...]:
    links = claim.links
    linked = (*links.makes, *links.used_for, *links.owner)
    return tuple(thing for thing in linked if thing.layers)


def _precursor_groups(made: Thing, own: Sequence[Claim]) -> list[tuple[Claim, ...]]:
    """Return the precursors of a solid, grouped by those that are used with one another."""
    groups: list[tuple[Claim, ...]] = []
    if not _is_fed(made, own):
        return groups
    for claim in own:
        if _is_precursor(claim):
            partners = {thing.id for thing in claim.links.used_with}
            joined = [g for g in groups if partners & {_chemical(c) for c in g}]
            rest = [g for g in groups if g not in joined]
            groups = [*rest, (*(c for g in joined for c in g), claim)]
    return [tuple(c for group in groups for c in group)] if _complete(made, groups) else groups


def _is_fed(made: Thing, own: Sequence[Claim]) -> bool:
    """Return whether a precursor may supply an element of a solid: false if all have other metals.

    A precursor with another metal beside a fitting one may be a dopant.
    """
    elements = {element for layer in made.layers for element in contained_elements(layer)}
    named = (_chemical(claim) for claim in own if _is_precursor(claim))
    terms = [vocabulary().by_iri(reagent_iri(name)) for name in named]
    metals = [set(term.extra.get("metal", ())) if term is not None else set() for term in terms]
    return not elements or any(not brought or brought & elements for brought in metals)


def _is_precursor(claim: Claim) -> bool:
    return isinstance(claim.content, Chemical) and claim.content.role == "precursor"


def _complete(made: Thing, groups: Sequence[tuple[Claim, ...]]) -> bool:
    """Return whether the groups of precursors supply different elements of a solid each."""
    brought = [{e for c in group for e in _brought(_chemical(c), made)} for group in groups]
    elements = [element for group in brought for element in group]
    return len(groups) > 1 and all(brought) and len(elements) == len({*elements})


def _brought(chemical: str, made: Thing) -> set[str]:
    """Return the elements of the outermost layer that a precursor supplies by its formula."""
    term = vocabulary().get("chemical", chemical)
    formula = "".join(term.extra.get("molecularFormula", ())) if term is not None else ""
    outermost = {*contained_elements(made.layers[-1])} - _LIGANDS
    return outermost & {*re.findall(r"[A-Z][a-z]?", formula)}


def _chemical(claim: Claim) -> str:
    return claim.content.chemical if isinstance(claim.content, Chemical) else ""


def _recipe(
    made: Thing, own: Sequence[Claim], precursors: tuple[Claim, ...], *, alone: bool
) -> Recipe:
    """Return the recipe of one group of precursors.

    ``alone`` is true if the solid has no other group; then values stated only for the solid belong
    to this one.
    """
    partners = [c for c in own if _is_partner(c, precursors, alone=alone)]
    reagents = [*precursors, *partners]
    named = {t.id for c in reagents for t in c.links.used_for if t.kind == "process"}
    makers = [
        c for c in own if isinstance(c.content, Process) and (alone or c.content.process in named)
    ]
    values = [c for c in own if isinstance(c.content, Condition) and alone]
    kept = [c for c in values if c.content.parameter in _PARAMETERS]  # type: ignore[union-attr]
    processes = [c.content.process for c in makers if isinstance(c.content, Process)]
    return Recipe(
        doc=own[0].doc,
        study=own[0].study,
        made=made,
        processes=tuple(dict.fromkeys([*processes, *sorted(named)])),
        precursors=tuple(dict.fromkeys(map(_chemical, precursors))),
        coreactants=tuple(dict.fromkeys(map(_chemical, partners))),
        claims=tuple(dict.fromkeys([*makers, *reagents, *kept])),
        **_values(kept),
    )


def _is_partner(claim: Claim, precursors: tuple[Claim, ...], *, alone: bool) -> bool:
    """Return whether a co-reactant is used with these precursors, or for their only solid."""
    if not isinstance(claim.content, Chemical) or claim.content.role not in _PARTNERS:
        return False
    used = {thing.id for thing in claim.links.used_with}
    is_for_one = len(_solids_of(claim)) == 1
    return bool(used & {_chemical(c) for c in precursors}) or (alone and is_for_one and not used)


def _values(claims: Sequence[Claim]) -> dict[str, tuple[Quantity, ...]]:
    found: dict[str, list[Quantity]] = defaultdict(list)
    for claim in claims:
        content = claim.content
        if isinstance(content, Condition) and content.quantity is not None:
            found[_PARAMETERS[content.parameter]].append(content.quantity)
    return {name: tuple(dict.fromkeys(values)) for name, values in found.items()}

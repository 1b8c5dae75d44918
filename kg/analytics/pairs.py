"""Pairs of things that studies combined, for a few relations that interest chemists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kg.analytics.facts import Facts, Outcome, Recipe, Use
from ontology import vocabulary
from ontology.iri import concept_iri

#: Architectures without a core, whose parts lie side by side or on a substrate.
_SIDE_BY_SIDE: Final = ("nanolaminate", "heterodimer")

#: A fact by which a study combined two things.
Report = Recipe | Use | Outcome
#: Two things and the fact by which a study combined them.
_Met = tuple[str, str, Report]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """The pairs of one relation, each with the studies that combined them."""

    studies: Mapping[tuple[str, str], frozenset[str]]

    @property
    def firsts(self) -> Mapping[str, frozenset[str]]:
        """Each first thing with all its studies."""
        return self._ends(0)

    @property
    def seconds(self) -> Mapping[str, frozenset[str]]:
        """Each second thing with all its studies."""
        return self._ends(1)

    def _ends(self, end: int) -> Mapping[str, frozenset[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for pair, studies in self.studies.items():
            found[pair[end]] |= studies
        return {thing: frozenset(studies) for thing, studies in sorted(found.items())}


def pairs_of(facts: Facts, relation: str) -> Pairs:
    """Return the pairs of a relation, in sorted order.

    Parameters
    ----------
    facts
        The graph. Formulas with a placeholder are not materials and make no pair.
    relation
        A name of :data:`RELATIONS`.
    """
    met = meetings_of(facts, relation)
    return Pairs(
        studies={pair: frozenset(one.study for one in reports) for pair, reports in met.items()}
    )


def meetings_of(facts: Facts, relation: str) -> Mapping[tuple[str, str], tuple[Report, ...]]:
    """Return the reports of the pairs of a relation, by pair; see :func:`pairs_of`."""
    found: defaultdict[tuple[str, str], dict[Report, None]] = defaultdict(dict)
    for first, second, report in RELATIONS[relation](facts):
        first, second = facts.family(first), facts.family(second)
        if first != second and "class" not in (facts.kind(first), facts.kind(second)):
            found[first, second][report] = None
    return {pair: tuple(reports) for pair, reports in sorted(found.items())}


def studies_with(facts: Facts) -> Mapping[str, set[str]]:
    """Return the studies that have a thing in any role, by thing."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for use in facts.uses:
        for thing in (use.thing, *facts.layers_of(use.thing)):
            found[facts.family(thing)].add(use.study)
    return found


def _cores_and_coatings(facts: Facts) -> Iterator[_Met]:
    """Yield the core of each coated object with each solid around it."""
    beside = {_label("architecture", name) for name in _SIDE_BY_SIDE}
    platelet = concept_iri("form", "nanoplatelet")
    flat = {use.study for use in facts.uses if use.thing == platelet}
    for use in facts.uses:
        if facts.kind(use.thing) == "system" and use.role not in beside:
            layers = facts.layers_of(use.thing)
            core = core_of(layers, is_flat=use.study in flat)
            for coating in dict.fromkeys(layers):
                yield core, coating, use


def core_of(layers: Sequence[str], *, is_flat: bool = False) -> str:
    """Return the layer that the others cover: the innermost, or the middle one of a platelet.

    >>> core_of(("CdSe", "CdS")), core_of(("CdS", "CdSe", "CdS"), is_flat=True)
    ('CdSe', 'CdSe')
    """
    is_symmetric = len(layers) % 2 == 1 and tuple(layers) == tuple(reversed(layers))
    return layers[len(layers) // 2] if is_flat and is_symmetric else layers[0]


def _label(kind: str, notation: str) -> str:
    term = vocabulary().get(kind, notation)
    return term.label if term is not None else notation


def _solids_and_processes(facts: Facts) -> Iterator[_Met]:
    for recipe in facts.recipes:
        for process in recipe.processes:
            yield recipe.made, process, recipe


def _solids_and_precursors(facts: Facts) -> Iterator[_Met]:
    for recipe in facts.recipes:
        for precursor in recipe.precursors:
            yield recipe.made, precursor, recipe


def _causes_and_properties(facts: Facts) -> Iterator[_Met]:
    for outcome in facts.outcomes:
        for cause in outcome.causes:
            yield cause, outcome.property, outcome


def _cores_and_properties(facts: Facts) -> Iterator[_Met]:
    for outcome in facts.outcomes:
        if outcome.sample:
            yield facts.layers_of(outcome.sample)[0], outcome.property, outcome


#: Relation -> function that finds its pairs.
RELATIONS: Mapping[str, Callable[[Facts], Iterator[_Met]]] = MappingProxyType(
    {
        "core-coating": _cores_and_coatings,
        "material-process": _solids_and_processes,
        "material-precursor": _solids_and_precursors,
        "cause-property": _causes_and_properties,
        "core-property": _cores_and_properties,
    }
)
#: The kind of term at each end of a relation; ``""`` if the vocabulary does not list the terms.
ENDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "core-coating": ("material", "material"),
        "material-process": ("material", "process"),
        "material-precursor": ("material", "chemical"),
        "cause-property": ("", "property"),
        "core-property": ("material", "property"),
    }
)

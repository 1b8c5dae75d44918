"""Substitutions of precursors: same solid and process, or same sample and property.

Two precursors are alternatives if recipes make the same solid by the same process from each of
them, or if studies report effects of both on one property of the same sample.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from kg.analytics.facts import Facts, Outcome
from kg.analytics.names import root_of, thing_named
from kg.table import Row, Table

PRECURSOR: Final = "precursor"
COREACTANT: Final = "co-reactant"
ROLES: Final = (PRECURSOR, COREACTANT)

COLUMNS = ("same", "for", "by", "reagent", "effect", "studies", "instead_of", "sentence")


@dataclass(slots=True)
class _Tried:
    """A reagent that was tried for a purpose: its studies, a sentence, and its effects."""

    studies: set[str] = field(default_factory=set)
    sentence: str = ""
    effects: list[Outcome] = field(default_factory=list)

    def add(self, study: str, sentence: str) -> None:
        self.studies.add(study)
        if not self.sentence or self.sentence.startswith("("):
            self.sentence = sentence


#: Solid or sample, with process or property -> reagent -> its trials.
_Tries = Mapping[tuple[str, str], Mapping[str, _Tried]]


def substitution_table(facts: Facts, *, role: str = PRECURSOR, thing: str = "") -> Table:
    """Return reagents that were tried for the same purpose, one row each, with their effects.

    Parameters
    ----------
    facts
        The graph.
    role
        One of :data:`ROLES`.
    thing
        Only alternatives to this reagent, or for this solid or sample; any if empty.

    Returns
    -------
    ``same`` is what the reagents have in common: *solid and process* (from recipes; ``effect`` is
    everything that the reagent alone caused, according to the text), or *sample and property* (from
    outcomes that the reagent caused). Kinds of a process or property count as the process or
    property. ``instead_of`` are the other reagents tried. A recipe that names several reagents of
    the role says nothing about a single one and is left out.

    Raises
    ------
    QueryError
        If the thing is unknown.

    Notes
    -----
    Linear in recipes and outcomes.
    """
    rows = [
        *_rows(facts, "solid and process", _recipes(facts, role)),
        *_rows(facts, "sample and property", _effects(facts, role)),
    ]
    if thing:
        asked = facts.label(thing_named(facts, thing, facts.nodes, option="thing"))
        rows = [row for row in rows if asked in (row[1], row[3], *str(row[6]).split("; "))]
    return Table(columns=COLUMNS, rows=tuple(rows))


def _recipes(facts: Facts, role: str) -> _Tries:
    found: defaultdict[tuple[str, str], defaultdict[str, _Tried]]
    found = defaultdict(lambda: defaultdict(_Tried))
    for recipe in facts.recipes:
        for process in sorted({root_of(process) for process in recipe.processes}):
            reagents = recipe.precursors if role == PRECURSOR else recipe.coreactants
            if len(reagents) == 1:
                reagent = reagents[0]
                tried = found[facts.family(recipe.made), process][reagent]
                tried.add(recipe.study, recipe.sentence)
    alone: defaultdict[tuple[str, ...], list[Outcome]] = defaultdict(list)
    for outcome in facts.outcomes:
        alone[outcome.causes].append(outcome)
    for tries in found.values():
        for reagent, tried in tries.items():
            tried.effects += alone.get((reagent,), [])
    return found


def _effects(facts: Facts, role: str) -> _Tries:
    reagents = facts.in_role.get(role, frozenset())
    found: defaultdict[tuple[str, str], defaultdict[str, _Tried]]
    found = defaultdict(lambda: defaultdict(_Tried))
    for outcome in facts.outcomes:
        for reagent in (cause for cause in outcome.causes if cause in reagents):
            if outcome.sample:
                kept = facts.family(outcome.sample), root_of(outcome.property)
                tried = found[kept][reagent]
                tried.add(outcome.study, outcome.sentence)
                tried.effects.append(outcome)
    return found


def _rows(facts: Facts, same: str, tries: _Tries) -> Iterator[Row]:
    def label(pair: tuple[str, str]) -> tuple[str, str]:
        return facts.label(pair[0]), facts.label(pair[1])

    for kept in sorted(tries, key=label):
        reagents = sorted(tries[kept], key=lambda iri: (facts.label(iri), iri))
        for one in reagents if len(reagents) > 1 else ():
            tried = tries[kept][one]
            others = "; ".join(facts.label(other) for other in reagents if other != one)
            cells = (
                facts.label(one),
                _effects_in_words(facts, tried.effects),
                facts.labels(tried.studies),
            )
            yield (same, *label(kept), *cells, others, tried.sentence)


def _effects_in_words(facts: Facts, outcomes: list[Outcome]) -> str | None:
    """Return the effects in words, each once: "quantum yield decrease ≥ 70 % (Kuhs 2019)"."""
    told = {
        " ".join(filter(None, (facts.label(o.property), o.change, o.value)))
        + f" ({facts.label(o.study)})"
        for o in outcomes
    }
    return "; ".join(sorted(told)) or None

"""The map of gaps: pairs that were never combined, pairs that failed, missing terms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

from kg.analytics.facts import Facts, Outcome
from kg.analytics.names import thing_named
from kg.analytics.pairs import ENDS, Pairs, pairs_of, studies_with
from kg.errors import QueryError
from kg.grounding import ground
from kg.table import Row, Table
from ontology import vocabulary
from ontology.iri import concept_iri

NEVER: Final = "never together here"
UNLINKED: Final = "in one study, no link stated"
FAILED: Final = "tried and failed"
TOGETHER: Final = "together"
ABSENT: Final = "not in this corpus"
#: All states, the most interesting to a chemist first.
STATES: Final = (FAILED, NEVER, UNLINKED, TOGETHER, ABSENT)

#: Properties of a growth; if one is absent, the growth failed in its aim.
_OF_GROWTH: Final = frozenset(
    concept_iri("property", name)
    for name in (
        *("infilling", "nucleation", "self_limiting_growth", "uniformity", "conformality"),
        *("surface_passivation", "deposition_selectivity"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairState:
    """The state of a pair: one of :data:`STATES`, its studies, and the failure if there was one.

    For a pair that no study links, the studies are those that have both things.
    """

    state: str
    studies: frozenset[str]
    failure: Outcome | None = None


COLUMNS = (
    *("state", "first", "second", "first_in_studies", "second_in_studies", "together_in"),
    *("by", "sentence", "place"),
)


def gap_map(
    facts: Facts,
    *,
    relation: str = "core-coating",
    thing: str = "",
    at_least: int = 2,
    state: str = "",
) -> Table:
    """Return the pairs of a relation by their state.

    Parameters
    ----------
    facts
        The graph.
    relation
        A name of :data:`kg.analytics.pairs.RELATIONS`.
    thing
        Only pairs with this thing; all if empty.
    at_least
        The least number of studies of each term of a gap; not applied to pairs of ``thing``.
    state
        Only this one of :data:`STATES`; if empty, all but the pairs that were combined.

    Returns
    -------
    Rows by state. ``together_in`` are the studies that combined the pair. A pair *failed* if a
    study reports that the aim of a growth (infilling, nucleation, ...) is absent, unless it reports
    that the same cause succeeded elsewhere, or another study combined the pair; ``by`` is the
    cause. If a study has both things but the text does not link them, the gap is uncertain. Terms
    of the vocabulary that no study here has are *not in this corpus*, which says nothing about the
    literature.

    Raises
    ------
    QueryError
        If the thing is unknown to the relation.

    Notes
    -----
    O(firsts * seconds), the square of the number of terms at worst.
    """
    pairs = pairs_of(facts, relation)
    asked = _thing_asked_for(facts, relation, pairs, thing)
    if thing and not asked:
        rows = [_absent(thing, None)]
    else:
        rows = [*_met(facts, pairs, relation, asked, at_least)]
        rows += [] if asked else _unknown(facts, relation, is_asked=state == ABSENT)
    shown = {state} if state else {FAILED, NEVER, UNLINKED, ABSENT}
    kept = [row for row in rows if row[0] in shown]
    kept.sort(key=_rank)
    return Table(columns=COLUMNS, rows=tuple(kept))


def _thing_asked_for(facts: Facts, relation: str, pairs: Pairs, thing: str) -> str:
    """Return the thing that is meant; ``""`` for none, and for a term that no study here has."""
    try:
        return (
            thing_named(facts, thing, {*pairs.firsts, *pairs.seconds}, option="thing")
            if thing
            else ""
        )
    except QueryError:
        if any(kind and ground(kind, thing).term for kind in ENDS[relation]):
            return ""
        raise


def _absent(first: str | None, second: str | None) -> Row:
    counts = (0 if first else None, 0 if second else None)
    return ABSENT, first, second, *counts, None, None, None, None


def _rank(row: Row) -> tuple[int, int, str, str]:
    """Return a sort key: by state, then by the number of studies of each thing."""
    known = int(row[3] or 0) * int(row[4] or 0)
    return STATES.index(str(row[0])), -known, str(row[1]), str(row[2])


def pair_states(facts: Facts, relation: str) -> Callable[[str, str], PairState]:
    """Return a function from two IRIs to the state of the pair, as in :func:`gap_map`."""
    used, met = studies_with(facts), pairs_of(facts, relation).studies
    failed, none = failures(facts, relation), frozenset[str]()
    here = {*(thing for thing, studies in used.items() if studies), *(i for p in met for i in p)}

    def state_of(first: str, second: str) -> PairState:
        pair = first, second
        together, failure = met.get(pair, none), failed.get(pair)
        if failure is not None or together:
            has_failed = failure is not None and together <= {failure.study}
            return PairState(
                state=FAILED if has_failed else TOGETHER, studies=together, failure=failure
            )
        if not {first, second} <= here:
            return PairState(state=ABSENT, studies=none)
        beside = frozenset(used.get(first, set()) & used.get(second, set()))
        return PairState(state=UNLINKED if beside else NEVER, studies=beside)

    return state_of


def _met(facts: Facts, pairs: Pairs, relation: str, asked: str, at_least: int) -> Iterator[Row]:
    """Yield a row for each pair that was combined, failed, or could have been combined."""
    firsts, seconds, none = pairs.firsts, pairs.seconds, frozenset[str]()
    state_of = pair_states(facts, relation)
    # a failed pair counts only if its first thing is a core
    tried = {pair for pair in failures(facts, relation) if pair[0] in firsts}
    for first, second in sorted({*product(firsts, seconds), *tried}):
        known = len(firsts.get(first, none)), len(seconds.get(second, none))
        found = state_of(first, second)
        has_met = found.state in (TOGETHER, FAILED)
        is_shown = asked in (first, second) if asked else has_met or min(known) >= at_least
        if first != second and is_shown:
            cells = facts.label(first), facts.label(second), *known
            together = facts.labels(found.studies) or None
            yield found.state, *cells, together, *_failure_cells(facts, found.failure)


def _failure_cells(facts: Facts, outcome: Outcome | None) -> Row:
    if outcome is None:
        return None, None, None
    by = facts.labels(outcome.causes)
    change = f"{facts.label(outcome.property)} {outcome.change}"
    return (f"{by}: {change}" if by else change), outcome.sentence, outcome.place


def failures(facts: Facts, relation: str) -> dict[tuple[str, str], Outcome]:
    """Return the pairs for which a study reports a failed growth, with the outcome that reports it.

    A result that the same study also reports as a success for the same cause is not a failure.
    """
    worked = {
        (outcome.study, outcome.property, cause)
        for outcome in facts.outcomes
        for cause in outcome.causes
        if outcome.direction == "present"
    }
    found: dict[tuple[str, str], Outcome] = {}
    for outcome in facts.outcomes:
        if outcome.direction != "absent" or outcome.property not in _OF_GROWTH:
            continue
        if worked & {(outcome.study, outcome.property, cause) for cause in outcome.causes}:
            continue
        layers = facts.layers_of(outcome.sample)
        if relation == "core-coating" and len(layers) > 1:
            found[layers[0], layers[-1]] = outcome
        if relation == "material-process" and layers:
            for cause in outcome.causes:
                found[layers[-1], cause] = outcome
    return found


def _unknown(facts: Facts, relation: str, *, is_asked: bool) -> Iterator[Row]:
    """Yield terms of the vocabulary at one end of the relation that no study here uses.

    Reagents are listed only on request, because there are too many.
    """
    here = {node.label for node in facts.nodes.values()}
    for end, kind in enumerate(ENDS[relation]):
        is_listed = kind not in ("", "material", "chemical") or (kind == "chemical" and is_asked)
        for name in sorted(set(_terms(kind)) - here, key=str.casefold) if is_listed else ():
            yield _absent(name, None) if end == 0 else _absent(None, name)


def _terms(kind: str) -> Iterator[str]:
    for term in vocabulary().of_kind(kind):
        if kind != "chemical" or "precursor" in term.extra.get("defaultRole", ()):
            yield term.label

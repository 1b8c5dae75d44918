"""Disagreements of studies: opposite changes or disjoint values of a property of one sample."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from kg.analytics.facts import Facts, Outcome
from kg.analytics.names import concepts_named, root_of
from kg.table import Iri, Row, Table

#: Directions that exclude each other.
_OPPOSITE: Final = frozenset(
    {frozenset({"increase", "decrease"}), frozenset({"present", "absent"})}
)
_CHANGES: Final = frozenset({"increase", "decrease"})
_NONE: Final = "none"

OPPOSITE: Final = "opposite"
NO_CHANGE: Final = "no change against change"
DISJOINT: Final = "disjoint values"

_SIDE = ("study", "change", "value", "cause", "baseline", "conditions", "made_by")
COLUMNS = (
    *("property", "sample", "disagreement", *_SIDE, *(f"other_{name}" for name in _SIDE)),
    *("differ_in", "sentence", "other_sentence", "study_iri", "other_study_iri"),
)


def disagreement_table(facts: Facts, *, property_: str = "", within: bool = False) -> Table:
    """Return pairs of outcomes of one sample and property that contradict each other.

    Parameters
    ----------
    facts
        The graph.
    property_
        Only this property and its variants; any property if empty.
    within
        Whether to list pairs of one study too, if their causes, baselines or conditions differ.

    Returns
    -------
    Unexplained pairs come first: ``differ_in`` names what else the two studies differ in, and if it
    names anything, both may be right. ``made_by`` is the process that made the outermost
    layer of the sample, or else the only process that the study names. Two studies disagree if
    their directions are opposite (increase and decrease, present and absent), if one reports a
    change and the other none, or if their values have one dimension, no different causes, and
    intervals that do not overlap. A study that reports both changes itself contradicts neither.

    Raises
    ------
    QueryError
        If the property is unknown.

    Notes
    -----
    Samples are the same if their layers are the same; a family (``AlOx``, ``Al2O3``) counts as one
    material. O(n²) in the outcomes of one sample and property.
    """
    wanted = _wanted(facts, property_)
    groups: defaultdict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for outcome in facts.outcomes:
        if outcome.sample and (wanted is None or outcome.property in wanted):
            groups[outcome.property, facts.family(outcome.sample)].append(outcome)
    found = {row for group in groups.values() for row in _pairs(facts, group, within=within)}
    rows = sorted(found, key=lambda row: (row[-5] is not None, *map(str, row)))
    return Table(columns=COLUMNS, rows=tuple(rows))


def _wanted(facts: Facts, name: str) -> frozenset[str] | None:
    if not name:
        return None
    return concepts_named(facts, "property", name, option="property")


def _pairs(facts: Facts, group: list[Outcome], *, within: bool) -> Iterator[Row]:
    reported = frozenset((outcome.study, outcome.direction) for outcome in group)
    for pair in combinations(group, 2):
        kind = disagreement(*pair)
        if not kind or _has_both(reported, *pair):
            continue
        one, other = sorted(pair, key=lambda found: (facts.label(found.study), found.change))
        processes = (_made_by(facts, one), _made_by(facts, other))
        differing = _differing(one, other, *processes)
        if one.study != other.study or (within and differing):
            yield (
                *(facts.label(one.property), facts.label(facts.family(one.sample)), kind),
                *(*_cells(facts, one, processes[0]), *_cells(facts, other, processes[1])),
                ", ".join(differing) or None,
                *(one.sentence, other.sentence, Iri(one.study), Iri(other.study)),
            )


def _has_both(reported: frozenset[tuple[str, str]], one: Outcome, other: Outcome) -> bool:
    """Return whether one of two studies also reports the change of the other.

    It then contradicts neither, because the change depends on something else, such as the process.
    """
    if one.study == other.study or one.direction == other.direction:
        return False
    return bool({(one.study, other.direction), (other.study, one.direction)} & reported)


def _made_by(facts: Facts, outcome: Outcome) -> frozenset[str]:
    """Return the known processes by which the study made the outermost layer of the sample."""
    outermost = facts.layers_of(facts.family(outcome.sample))[-1]
    none = frozenset[str]()
    named = facts.processes_of.get(outcome.study, none)
    return facts.makers_of.get((outcome.study, outermost), named if len(named) == 1 else none)


def disagreement(one: Outcome, other: Outcome) -> str:
    """Return how two outcomes of one sample and property disagree; ``""`` if they do not.

    Only directions of one family are compared: an increase is not compared with a mere presence.
    """
    directions = frozenset({one.direction, other.direction})
    if directions in _OPPOSITE:
        return OPPOSITE
    if _NONE in directions and directions & _CHANGES:
        return NO_CHANGE
    return DISJOINT if len(directions) == 1 and _are_disjoint(one, other) else ""


def _are_disjoint(one: Outcome, other: Outcome) -> bool:
    """Return whether both have one dimension, disjoint intervals, and no different causes."""
    if not one.dimension or one.dimension != other.dimension:
        return False
    if one.causes and other.causes and one.causes != other.causes:
        return False
    low, high = (one, other), (other, one)
    return any(
        a.upper is not None and b.lower is not None and a.upper < b.lower for a, b in (low, high)
    )


def _differing(
    one: Outcome, other: Outcome, made: frozenset[str], other_made: frozenset[str]
) -> tuple[str, ...]:
    """Return the other differences of two outcomes; variants of one process do not count."""
    aspects = {
        "process": bool(made and other_made)
        and not {root_of(p) for p in made} & {root_of(p) for p in other_made},
        "cause": one.causes != other.causes,
        "baseline": one.baseline != other.baseline,
        "conditions": one.conditions != other.conditions,
    }
    return tuple(name for name, is_different in aspects.items() if is_different)


def _cells(facts: Facts, outcome: Outcome, made_by: frozenset[str]) -> Row:
    return (
        facts.label(outcome.study),
        outcome.change,
        outcome.value or None,
        facts.labels(outcome.causes) or None,
        outcome.baseline or None,
        outcome.conditions or None,
        facts.labels(made_by) or None,
    )

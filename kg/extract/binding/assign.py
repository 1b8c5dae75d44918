"""The assignment of every number of a sentence to its one owner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from corpus.model import Span
from kg.extract.binding.foreign import foreign, is_of_no_sample
from kg.extract.binding.joint import of_one_list, of_one_step
from kg.extract.binding.numberless import find_numberless
from kg.extract.binding.paired import paired
from kg.extract.binding.results import (
    apart,
    bare_number,
    in_order,
    listed_with,
    numbers,
    reference_of,
)
from kg.extract.binding.settings import setting
from kg.extract.binding.steps import paired_steps, steps_of_run
from kg.extract.binding.whose import possessors
from kg.extract.mentions import Mention
from kg.extract.outcomes.admissible import may_have
from kg.extract.outcomes.amount import outcome_of
from kg.extract.outcomes.directions import is_result
from kg.extract.outcomes.predication import Predication
from kg.extract.outcomes.shares import share_of
from kg.extract.owners import SETTINGS, Binding, Owned
from kg.extract.reading import Reading


def bind(
    reading: Reading, predications: Sequence[Predication], clauses: Sequence[Span] = ()
) -> Binding:
    """Return the owner of every number of a sentence.

    A property takes a number that fits it, the closest pair first; settings take the numbers that
    are left. (Giving each number to the nearer of the two was worse on six annotated sets and
    better on none.)

    Parameters
    ----------
    predications
        The properties that the sentence names, each with the statement about it.
    clauses
        The start and end offsets of its clauses.
    """
    of_samples = [n for n in numbers(reading) if not is_of_no_sample(reading, n)]
    values = _values(reading, predications, of_samples)
    held = {number.start for number in values.values()}
    named = {
        values[one.mention.start].start: one.mention
        for one in predications
        if one.mention.start in values
    }
    results: dict[int, Owned] = {}
    for owned in chain.from_iterable(_results(reading, one, values) for one in predications):
        results.setdefault(owned.number.start, owned)
    for number in of_samples:
        if number.start not in held and (content := share_of(reading, number)):
            share = Owned(number, "result", content, "element-share")
            results.setdefault(number.start, share)
    others = _others(reading, [n for n in _numbers(reading, results) if n.start not in results])
    owners = [*results.values(), *(replace(o, by=named.get(o.number.start)) for o in others)]
    owners.sort(key=lambda one: one.number.start)
    owners += find_numberless(reading)
    pairs = paired(reading, owners)
    return Binding(tuple(_with_possessors(reading, one, clauses, pairs) for one in owners))


def _numbers(reading: Reading, results: Mapping[int, Owned]) -> list[Mention]:
    """Return the numbers of a sentence in their order, with the bare numbers of properties."""
    found = {number.start: number for number in numbers(reading)}
    found = {start: one.number for start, one in results.items()} | found
    return [found[start] for start in sorted(found)]


def _with_possessors(
    reading: Reading, one: Owned, clauses: Sequence[Span], pairs: Mapping[int, Mention]
) -> Owned:
    if one.owner not in SETTINGS or one.rule == "steps-of-cycle":  # of several reagents
        return one
    if one.number.start in pairs:
        return replace(one, whose=(pairs[one.number.start],))
    return replace(one, whose=possessors(reading, clauses, one.attribute, one.number))


def _values(
    reading: Reading, predications: Sequence[Predication], of_samples: Sequence[Mention]
) -> dict[int, Mention]:
    """Return the value of each property, by the property's start; the closest pairs join first."""
    pairs = [
        (apart(reading, one, number), one.mention.start, number.start, number)
        for one in predications
        for number in of_samples
        if may_have(reading, one, number)
    ]
    values, taken = in_order(reading, predications)
    for _, start, at, number in sorted(pairs, key=lambda pair: pair[:3]):
        if start not in values and at not in taken:
            values[start] = number
            taken.add(at)
    return values


def _results(reading: Reading, one: Predication, values: dict[int, Mention]) -> Iterator[Owned]:
    """Yield the numbers that are results for a property: value, reference, further values."""
    value = values.get(one.mention.start)
    outcome = outcome_of(reading, one, value)
    value = value or bare_number(reading, one.mention, outcome)
    if value is None or outcome is None:
        return
    owned = Owned(value, "result", one.mention.id, f"outcome-{one.mention.label}", by=one.mention)
    if is_result(outcome):
        yield owned
    reference = reference_of(reading, value, outcome)
    if reference is not None:
        yield replace(owned, number=reference, role="from")
    taken = {number.start for number in values.values()}
    for further in listed_with(reading, value, outcome, taken):
        yield replace(owned, number=further, role="listed")


def _others(reading: Reading, left: Sequence[Mention]) -> Iterator[Owned]:
    """Yield the numbers that are not values of a property: settings, and other kinds of number."""
    steps = paired_steps(reading)
    alien = {n.start: row for n in left if (row := foreign(reading, n)) and n.start not in steps}
    free = [n for n in left if n.start not in alien and n.start not in steps]
    found = {n.start: told for n in free if (told := setting(reading, n)) is not None}
    settings = of_one_step(reading, free, of_one_list(reading, free, found))
    for number in left:
        at, rule = number.start, f"quantity-{number.id}"
        if number.quantity is not None and number.quantity.kind == "sequence":
            yield from steps_of_run(reading, number)
        elif at in steps:
            yield Owned(number, "process", steps[at], rule, "step")
        elif at in alien:
            yield Owned(number, alien[at].owner, "", alien[at].what)
        elif at in settings:
            yield Owned(number, settings[at].owner, settings[at].parameter, rule)
        else:
            yield Owned(number, "none", "", "unknown")

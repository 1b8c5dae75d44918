"""Every number of a sentence gets its one owner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from corpus.model import Span
from kg.extract.binding.foreign import foreign
from kg.extract.binding.model import SETTINGS, Binding, Owned
from kg.extract.binding.numberless import find_numberless
from kg.extract.binding.results import apart, in_order, listed_with, numbers, reference_of
from kg.extract.binding.settings import setting
from kg.extract.binding.steps import paired_steps, steps_of_run
from kg.extract.binding.whose import possessors
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.rules.admissible import Spoken, may_have
from kg.extract.rules.impurities import is_share
from kg.extract.rules.outcomes import is_result, outcome_of


def bind(reading: Reading, spoken: Sequence[Spoken], clauses: Sequence[Span] = ()) -> Binding:
    """The owner of every number of a sentence.

    A property that may have a number takes it, the closest pair first; a setting has what is left.
    (Of 40 numbers of the development texts that stand nearer to the words of a setting, 37 are the
    property's all the same.)

    Parameters
    ----------
    spoken
        The properties that the sentence speaks of, with what is said of each.
    clauses
        Where its clauses begin and end.
    """
    values = _values(reading, spoken)
    held = {number.start: number for number in values.values()}
    named = {values[one[0].start].start: one[0] for one in spoken if one[0].start in values}
    results: dict[int, Owned] = {}
    for owned in chain.from_iterable(_results(reading, one, values) for one in spoken):
        results.setdefault(owned.number.start, owned)
    steps = paired_steps(reading)
    owners: list[Owned] = []
    for number in numbers(reading):
        if number.start in results:
            owners.append(results[number.start])
        elif number.start not in held and is_share(reading, number):
            owners.append(Owned(number, "result", "impurity_content", "impurity-share"))
        else:
            found = _settings(reading, held.get(number.start, number), steps)
            by = named.get(number.start)
            owners += [replace(one, by=by) for one in found]
    owners += find_numberless(reading)
    return Binding(tuple(_with_possessors(reading, one, clauses) for one in owners))


def _with_possessors(reading: Reading, one: Owned, clauses: Sequence[Span]) -> Owned:
    if one.owner not in SETTINGS:
        return one
    return replace(one, whose=possessors(reading, clauses, one.attribute, one.number))


def _values(reading: Reading, spoken: Sequence[Spoken]) -> dict[int, Mention]:
    """The value of each property, by its start: the closest pairs of all are joined first."""
    pairs = [
        (apart(reading, one, number), one[0].start, number.start, number)
        for one in spoken
        for number in numbers(reading)
        if may_have(reading, one, number)
    ]
    values = in_order(reading, spoken)
    taken = {number.start for number in values.values()}
    for _, start, at, number in sorted(pairs, key=lambda pair: pair[:3]):
        if start not in values and at not in taken:
            values[start] = number
            taken.add(at)
    return values


def _results(reading: Reading, one: Spoken, values: dict[int, Mention]) -> Iterator[Owned]:
    """The numbers that a property has as its results: value, reference, further values."""
    value = values.get(one[0].start)
    outcome = outcome_of(reading, one, value)
    if value is None or outcome is None:
        return
    owned = Owned(value, "result", one[0].id, f"outcome-{one[0].label}", by=one[0])
    if is_result(outcome):
        yield owned
    reference = reference_of(reading, value, outcome)
    if reference is not None:
        yield replace(owned, number=reference, role="from")
    taken = {number.start for number in values.values()}
    for further in listed_with(reading, value, outcome, taken):
        yield replace(owned, number=further, role="listed")


def _settings(reading: Reading, number: Mention, steps: dict[int, str]) -> Iterator[Owned]:
    """A number that is no result: a setting, else what it is instead."""
    rule = f"quantity-{number.id}"
    if number.quantity is not None and number.quantity.kind == "sequence":
        yield from steps_of_run(reading, number)
    elif number.start in steps:
        yield Owned(number, "process", steps[number.start], rule, "step")
    elif (row := foreign(reading, number)) is not None:
        yield Owned(number, row.owner, "", row.what)
    elif (found := setting(reading, number)) is not None:
        yield Owned(number, found.owner, found.parameter, rule)
    else:
        yield Owned(number, "none", "", "unknown")

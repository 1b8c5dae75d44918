"""Every number of a sentence gets its one owner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from kg.extract.binding.foreign import foreign
from kg.extract.binding.model import Binding, Owned
from kg.extract.binding.results import apart, in_order, listed_with, numbers, reference_of
from kg.extract.binding.settings import setting
from kg.extract.binding.steps import paired_steps, steps_of_run
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.rules.admissible import Spoken, may_have
from kg.extract.rules.impurities import is_share
from kg.extract.rules.outcomes import is_result, outcome_of


def bind(reading: Reading, spoken: Sequence[Spoken]) -> Binding:
    """The owner of every number of a sentence.

    Parameters
    ----------
    spoken
        The properties that the sentence speaks of, with what is said of each.
    """
    values = _values(reading, spoken)
    held = {number.start: number for number in values.values()}
    named = {values[one[0].start].start: one[0] for one in spoken if one[0].start in values}
    results: dict[int, Owned] = {}
    for owned in chain.from_iterable(_results(reading, one, values) for one in spoken):
        results.setdefault(owned.number.start, owned)
    for number in reading.of_kind("quantity"):
        if number.start not in held and is_share(reading, number):
            owned = Owned(
                number=number, owner="result", attribute="impurity_content", rule="impurity-share"
            )
            results.setdefault(number.start, owned)
    steps = paired_steps(reading)
    owners: list[Owned] = []
    for number in numbers(reading):
        if number.start in results:
            owners.append(results[number.start])
        else:
            by = named.get(number.start)
            owners += _settings(reading, held.get(number.start, number), by, steps)
    return Binding(tuple(owners))


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
    rule = f"outcome-{one[0].label}"
    if is_result(outcome):
        yield Owned(number=value, owner="result", attribute=one[0].id, rule=rule, by=one[0])
    reference = reference_of(reading, value, outcome)
    if reference is not None:
        yield Owned(
            number=reference,
            owner="result",
            attribute=one[0].id,
            rule=rule,
            role="from",
            by=one[0],
        )
    taken = {number.start for number in values.values()}
    for further in listed_with(reading, value, outcome, taken):
        yield Owned(
            number=further,
            owner="result",
            attribute=one[0].id,
            rule=rule,
            role="listed",
            by=one[0],
        )


def _settings(
    reading: Reading, number: Mention, by: Mention | None, steps: dict[int, str]
) -> Iterator[Owned]:
    """A number that is no result: a setting, else why it is none."""
    rule = f"quantity-{number.id}"
    if number.quantity is not None and number.quantity.kind == "sequence":
        yield from steps_of_run(reading, number)
    elif number.start in steps:
        yield Owned(number=number, owner="process", attribute=steps[number.start], rule=rule, by=by)
    elif (row := foreign(reading, number)) is not None:
        yield Owned(number=number, owner=row.owner, attribute="", rule=row.what, by=by)
    elif (found := setting(reading, number)) is not None:
        yield Owned(number=number, owner=found.owner, attribute=found.parameter, rule=rule, by=by)
    else:
        yield Owned(number=number, owner="none", attribute="", rule="unknown", by=by)

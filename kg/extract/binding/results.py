"""The numbers that a property can have as its values, how closely they match, and listed values."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from kg.extract.knowledge.measures import is_bare, next_quantity, quantity_of, units_of
from kg.extract.mentions import Mention
from kg.extract.outcomes.admissible import may_have
from kg.extract.outcomes.predication import Predication
from kg.extract.outcomes.unitless import NUMBER, read_number
from kg.extract.quantities import QuantityMatch
from kg.extract.reading import Reading, kept
from kg.extract.text.comparatives import MORE_OR_LESS
from kg.extract.text.runs import RESPECTIVELY
from kg.model import Outcome, Quantity

_BARE = re.compile(
    rf"(?<=[ (,])({NUMBER})(?=,? and |, |,? or |"
    r"(?: (?:at|for|in|on|under) [^.,;]{1,30})?\s*,?\s*respectively|\))"
)
#: Words that make the numbers of a list factors: "by factors of 40 and 100, respectively".
_FACTORS = re.compile(r"\bfactors of (?:about |approximately |~)?\d")
#: Between the values of one property for several samples: " for EDT, ", " at 50 °C and ".
_EACH = re.compile(
    r"(?:\([^()]{1,12}\))?\s*(?:(?:for|in|on|at|with)\s[^.;()]{2,45}?|\([^()]{1,40}\))"
    r"(?:,|,? and|,? or)\s+(?:[^.;,()]{2,25}\s)?~?|\s*[;,]\s[^.;:()]{1,25}:\s~?|"
    r",(?: and)? (?:for|on|in|with) [^.;,()\d]{1,30} ~?|"
    r",? (?:and|while|whereas) (?:those|that|the ones?) (?:of|with|from|grown|made|deposited|"
    r"prepared|annealed) [^.;,()\d]{2,40}? ~?"
)
#: Before the level that a change reached.
_TO = re.compile(r" to (?:about |~)?$")
#: Between the values of two kinds in brackets: "indirect (1.5 eV) and direct (2.5 eV) gaps".
_KINDS = re.compile(r"\),? (?:and|or) (?:[\w-]+ ){1,2}\(")
#: After a difference, which is no further value: "reached 15 %, 4 points higher than".
_MORE = re.compile(rf" (?:{MORE_OR_LESS}|above|below) ")
#: Between two values of one list.
_LISTED = re.compile(r"-?(?: times)?\s*(?:,|,? and|,? or|,? as well as|/)\s*(?:about |~)?")


@kept
def numbers(reading: Reading) -> tuple[Mention, ...]:
    """Return the quantities of a sentence and the bare numbers of a list with "respectively"."""
    quantities = reading.of_kind("quantity")
    end = RESPECTIVELY.search(reading.text)
    if end is None:
        return quantities
    factors = _FACTORS.search(reading.text, 0, end.start())
    unit = "{fold}" if factors else None
    if factors is not None:  # in such a list a factor was read as a bare number
        quantities = tuple(q for q in quantities if not is_bare(q))
    taken = [(q.start, q.end) for q in quantities]
    bare = [
        _number(match.start(), Quantity(value=read_number(match[1]), raw=match[1], unit=unit))
        for match in _BARE.finditer(reading.text, 0, end.start() + len(end[0]))
        if not any(a < match.end() and match.start() < b for a, b in taken)
    ]
    return tuple(sorted((*quantities, *bare), key=lambda q: q.start))


def _number(start: int, quantity: Quantity) -> Mention:
    """Return a mention for a number without a unit that begins at an offset."""
    end = start + len(quantity.raw)
    match = QuantityMatch(start=start, end=end, quantity=quantity, dimension="dimensionless")
    return Mention(
        start=start, end=end, kind="quantity", id="dimensionless", text=quantity.raw, quantity=match
    )


def bare_number(reading: Reading, named: Mention, outcome: Outcome | None) -> Mention | None:
    """Return the bare number that only its property identifies: "a refractive index of 1.65"."""
    quantity = outcome.quantity if outcome is not None else None
    if quantity is None or quantity.unit is not None or not quantity.raw:
        return None
    start = reading.text.find(quantity.raw, named.end)
    return _number(start, quantity) if start >= 0 else None


def in_order(
    reading: Reading, predications: Sequence[Predication]
) -> tuple[dict[int, Mention], set[int]]:
    """Return the value of each property of a list with as many values, by the property's start.

    With them come the starts of the listed values, which no other property may take.
    """
    end = RESPECTIVELY.search(reading.text)
    if end is None:
        return {}, set()
    said = [one for one in predications if one.mention.end <= end.start()]
    last = max((one.mention.end for one in said), default=0)
    listed = [q for q in numbers(reading) if last <= q.start < end.start()]
    if len(listed) > _count(said):  # "2.05 and 9.5 g/cm3 at 300 °C, respectively"
        fitting = [q for q in listed if _fitting(reading, said, q)]
        pairs = _pairs(reading, said, fitting) or _by_place(reading, said, listed)
    else:
        pairs = _pairs(reading, said, listed)
    return {one.mention.start: q for one, q in pairs}, {q.start for q in listed} if pairs else set()


def _count(said: Sequence[Predication]) -> int:
    """Return the number of property names; one name may stand for two properties."""
    return len({one.mention.start for one in said})


def _pairs(
    reading: Reading, said: Sequence[Predication], listed: Sequence[Mention]
) -> list[tuple[Predication, Mention]]:
    """Return each property with the value at its place, in the sense that fits it.

    The list is empty if the counts differ.
    """
    starts = sorted({one.mention.start for one in said})
    if not 1 < len(starts) == len(listed):
        return []
    places = dict(zip(starts, listed, strict=True))
    pairs = [(one, _without_unit(one, places[one.mention.start])) for one in said]
    fits = [pair for pair in pairs if may_have(reading, *pair)]
    return fits if {one.mention.start for one, _ in fits} == set(starts) else []


#: Between the items of a list of names.
_BETWEEN_ITEMS = re.compile(r",?\s(?:and|or|&)\s|,\s")
_OF_SAMPLES = re.compile(r"\sof\s(?!states|freedom|merit)")


def _by_place(
    reading: Reading, said: Sequence[Predication], listed: Sequence[Mention]
) -> list[tuple[Predication, Mention]]:
    """Return values by their names' places in a list: "the width, index, and gap were ..."."""
    first = listed[0].start
    run = [q for q, _ in takewhile(lambda p: _LISTED.fullmatch(p[1]), _with_gaps(reading, listed))]
    run.append(listed[len(run)])
    starts = [0, *(m.end() for m in _BETWEEN_ITEMS.finditer(reading.text, 0, first))][-len(run) :]
    if _OF_SAMPLES.search(reading.text, starts[0], starts[-1]):
        return []
    places = [(one, bisect(starts, one.mention.start) - 1) for one in said]
    several = max(len({place for _, place in places}), len({q.id for q in run}))
    if len(run) < 2 or several < 2 or len(starts) < len(run):
        return []
    pairs = [(one, _without_unit(one, run[place])) for one, place in places if place >= 0]
    return [pair for pair in pairs if may_have(reading, *pair)]


def _with_gaps(reading: Reading, listed: Sequence[Mention]) -> Iterator[tuple[Mention, str]]:
    return ((one, reading.between(one, other)) for one, other in pairwise(listed))


def _fitting(reading: Reading, said: Sequence[Predication], quantity: Mention) -> bool:
    return any(may_have(reading, one, _without_unit(one, quantity)) for one in said)


def _without_unit(one: Predication, quantity: Mention) -> Mention:
    """Return a value without the unit that it took from its neighbour: "2.05 and 9.5 g/cm3".

    Only the value of a property without a unit is changed.
    """
    match, units = quantity.quantity, units_of(one.mention.id)
    if match is None or "1" not in units or match.quantity.unit in (None, "{fold}"):
        return quantity
    if units != {"1"} and (match.quantity.value or 2.0) > 1.0:  # a share printed as a part of 1
        return quantity
    if re.search(r"[^\W\d]|%|°", quantity.text):
        return quantity
    return replace(quantity, quantity=replace(match, quantity=replace(match.quantity, unit=None)))


def apart(reading: Reading, predication: Predication, quantity: Mention) -> int:
    """Return the characters between a property and a value; 0 for a value at the property's cue.

    A property between them adds 40, a value before its property 10. "Giving" separates clauses: "a
    fill factor of 65 %, giving an efficiency of 7.5 %".
    """
    mention, _, cue = predication
    if cue is not None:
        before, behind = cue.start - quantity.end, quantity.start - cue.end
        is_of_cue = cue.id != "present"
        if (0 <= before <= 3 and is_of_cue) or (
            0 <= behind <= 14 and "," not in reading.between(cue, quantity)
        ):
            return 0
    low, high = sorted((mention, quantity), key=lambda m: m.start)
    between = sum(low.end <= m.start < high.start for m in reading.of_kind("property"))
    return high.start - low.end + 40 * between + (10 if low is quantity else 0)


def listed_with(
    reading: Reading, value: Mention, outcome: Outcome, taken: Collection[int]
) -> Iterator[Mention]:
    """Yield the other values of a property: "74% and 68%", "12 ns on ZnO and 27 ns on glass".

    ``taken`` holds the starts of the numbers that belong to other properties.
    """
    if outcome.quantity is None:
        return
    if outcome.quantity.start is not None:
        yield from _changes_behind(reading, value, taken)
        return
    yield from _listed_before(reading, value, outcome.quantity, taken)
    last = value
    for second in numbers(reading):
        quantity = quantity_of(second)
        if second.start < last.end or quantity is None or second.start in taken:
            continue
        if quantity.unit != outcome.quantity.unit:
            continue
        if _MORE.match(reading.text, second.end):
            return
        between = reading.between(last, second)
        in_turn = RESPECTIVELY.search(reading.text, second.end) is not None
        is_level = outcome.direction == "reported" or _TO.search(reading.text, 0, value.start)
        is_listed = (is_level or in_turn) and (
            _EACH.fullmatch(between) or _LISTED.fullmatch(between)
        )
        if between.strip() != "and" and not is_listed:
            return
        yield second
        last = second


def _changes_behind(reading: Reading, value: Mention, taken: Collection[int]) -> Iterator[Mention]:
    """Yield the further changes of a list, each with a start and an end of its own."""
    for second in numbers(reading):
        if second.start < value.end or not _is_span(second):
            continue
        between = reading.between(value, second)
        is_listed = is_change(second) and is_change(value) and _LISTED.fullmatch(between)
        if second.start in taken or not (is_listed or _AND_FROM.fullmatch(between)):
            return
        yield second
        value = second


#: Between the changes of two samples: "from 1 to 2 ms for the first and from 3 to 5 ms for".
_AND_FROM = re.compile(r" (?:for|in|on|with|of) [^.;,()\d]{2,60}?,? and from (?:about )?~?")


def _is_span(number: Mention) -> bool:
    """Return whether a number is a change, or was read as a range after "from"."""
    return number.quantity is not None and number.quantity.kind in ("change", "range")


def is_change(number: Mention) -> bool:
    """Return whether a number is one of several listed changes: "from 1, 2 and 3 to 4, 5 and 6"."""
    match = number.quantity
    return match is not None and match.kind == "change" and not match.members


def _listed_before(
    reading: Reading, value: Mention, quantity: Quantity, taken: Collection[int]
) -> Iterator[Mention]:
    """Yield the values before a value in its list: "a 9% and 14% reduction of the permittivity"."""
    for first in reversed(numbers(reading)):
        other = quantity_of(first)
        if first.end > value.start or other is None or first.start in taken:
            continue
        between = reading.between(first, value)
        is_listed = _LISTED.fullmatch(between) or _KINDS.fullmatch(between)
        if other.unit != quantity.unit or not is_listed:
            return
        yield first
        value = first


def reference_of(reading: Reading, value: Mention, outcome: Outcome) -> Mention | None:
    """Return the number with which a value is compared, if it is a mention of its own."""
    quantity = outcome.quantity
    if quantity is None or quantity.start is None:
        return None
    other = next_quantity(reading, value, quantity.unit)
    inner = quantity_of(other)
    is_start = inner is not None and quantity.start in (inner.value, inner.value_max)
    return other if is_start else None

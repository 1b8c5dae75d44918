"""Find the conditions of an outcome: the ``under`` of "after 30 d at 85 °C in air"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from kg.extract.findings import Finding
from kg.extract.knowledge.measures import quantity_of
from kg.extract.links.listed import value_of
from kg.extract.links.stated_outcomes import StatedOutcome
from kg.extract.mentions import Mention
from kg.extract.text.runs import RESPECTIVELY
from kg.model import Condition, Outcome

#: Conditions that a clause can attach to its outcome.
TESTS = frozenset(
    """test_temperature test_duration annealing_temperature annealing_time temperature
    room_temperature inert_atmosphere duration relative_humidity power_density wavelength
    cycle_count thickness ph concentration pressure exposure_time""".split()
)


def conditions_under(stated: StatedOutcome) -> tuple[Condition, ...]:
    """Return the conditions of an outcome that its clause states, in the order of the text."""
    start, end = stated.clause.start, stated.clause.end
    told = [
        finding
        for finding in _stated(stated.part.findings, start, end)
        if isinstance(finding.content, Condition)
        and finding.content.parameter in TESTS
        and not any(a <= finding.at < b for a, b in stated.compared)
        and not _is_of_another(stated, finding)
        and not _is_behind_another(stated, finding)
    ]
    contents = (f.content for f in _in_turn(stated, told) if isinstance(f.content, Condition))
    return tuple(dict.fromkeys(contents))


def _in_turn(stated: StatedOutcome, conditions: list[Finding]) -> list[Finding]:
    """Return the conditions; of a list with "respectively", only the one of the outcome."""
    value = value_of(stated)
    if value is None or RESPECTIVELY.search(stated.part.text) is None:
        return conditions
    values = sorted({mention.start for mention in _values_of(stated)})
    listed = Counter(_parameter(finding) for finding in conditions)
    kept, seen = [], Counter[str]()
    for finding in conditions:
        parameter = _parameter(finding)
        is_own = values.index(value.start) == seen[parameter]
        seen[parameter] += 1
        if is_own or not 1 < listed[parameter] == len(values):
            kept.append(finding)
    return kept


def _parameter(finding: Finding) -> str:
    return finding.content.parameter if isinstance(finding.content, Condition) else ""


def _is_behind_another(stated: StatedOutcome, condition: Finding) -> bool:
    """Return whether the text states another change of the property before the condition.

    "The film was amorphous as deposited and became crystalline at 500 °C".
    """
    return any(
        isinstance(other.content, Outcome)
        and other.content.property == stated.outcome.property
        and other.content.direction != stated.outcome.direction
        and stated.finding.at < other.at < condition.at
        for other in stated.part.findings
    )


#: Text between a value and its own condition: "1.62 at 60 °C and 1.65 at 200 °C".
_AT = re.compile(r"\s(?:at|for|after)\s(?:about |around |~)?")
#: A value without a unit and the preposition of its condition.
_BARE_AT = re.compile(rf"(?<![\w.])(\d+(?:\.\d+)?){_AT.pattern}$")


def _is_of_another(stated: StatedOutcome, condition: Finding) -> bool:
    """Return whether a condition belongs to another value of the outcome's property."""
    quantity = stated.outcome.quantity
    if quantity is None or quantity.value is None or RESPECTIVELY.search(stated.part.text):
        return False
    text, at = stated.part.text, condition.at
    values = {
        value
        for mention in _values_of(stated)
        if _AT.fullmatch(text, mention.end, at) and (other := quantity_of(mention))
        for value in (other.value, other.value_max)
    } - {None}
    bare = _BARE_AT.search(text, 0, at)
    if bare:
        values.add(float(bare[1]))
    return bool(values) and values.isdisjoint((quantity.start, quantity.value, quantity.value_max))


def _values_of(stated: StatedOutcome) -> list[Mention]:
    """Return all values that the sentence gives for the property of an outcome."""
    return [
        term
        for finding in stated.part.findings
        if isinstance(finding.content, Outcome)
        and finding.content.property == stated.outcome.property
        for term in finding.terms
        if term.kind == "quantity"
    ]


def _stated(findings: Iterable[Finding], start: int, end: int) -> list[Finding]:
    return sorted((f for f in findings if start <= f.at < end), key=lambda f: f.at)

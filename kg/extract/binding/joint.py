"""Numbers that a sentence joins: of one step ("60 °C for 2 h") or one list ("4, 8 and 12 h")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from kg.extract.binding.settings import UNNAMED, Setting
from kg.extract.mentions import Mention
from kg.extract.reading import Reading

#: The parameter for the duration of a step, by the parameter for its temperature.
_TIMES = {
    "annealing_temperature": "annealing_time",
    "test_temperature": "test_duration",
    "temperature": "duration",
}
_TEMPERATURES = {time: temperature for temperature, time in _TIMES.items()}
_JOINTS = {
    ("temperature", "time"): re.compile(
        r"(?:\s(?:in|under) [^,;.()]{2,25})?\sfor\s(?:about |up to |~)*|\s?[,/]\s?"
    ),
    ("time", "temperature"): re.compile(r"\sat\s(?:about |~)*|\s?[,/]\s?"),
}


def of_one_step(
    reading: Reading, numbers: Sequence[Mention], settings: Mapping[int, Setting]
) -> dict[int, Setting]:
    """Return the settings by the starts of their numbers, those of one step made consistent.

    If words name the step of the first number of a pair, it decides the step of both, else the
    second.
    """
    settled = dict(settings)
    for first, second in pairwise(numbers):
        joint = _JOINTS.get((first.id, second.id))
        if joint is None or not joint.fullmatch(reading.text, first.end, second.start):
            continue
        a, b = settled.get(first.start), settled.get(second.start)
        if a is None or b is None:
            continue
        leads = a.cost < UNNAMED or b.cost == UNNAMED
        sure, start, other = (a, second.start, b) if leads else (b, first.start, a)
        partner = _partner(sure.parameter, other.parameter)
        if partner:
            settled[start] = Setting(sure.cost, partner, sure.owner)
    return settled


_LISTED = re.compile(r"-?\s?,?\s?(?:(?:and|or)\s)?")


def of_one_list(
    reading: Reading, numbers: Sequence[Mention], settings: Mapping[int, Setting]
) -> dict[int, Setting]:
    """Return the settings by the starts of their numbers, the same for all numbers of a list.

    The words nearest to any number of the list decide for all: "annealed at 400, 500 and 600 °C,
    tested".
    """
    settled = dict(settings)
    for at, last in enumerate(numbers):
        listed = [last]
        for before in reversed(numbers[:at]):
            if not _shares(reading, before, listed[-1]):
                break
            listed.append(before)
        known = [settled[number.start] for number in listed if number.start in settled]
        if len(known) > 1 and not _has_unit_of_next(last):
            surest = min(known, key=lambda setting: setting.cost)
            settled |= {number.start: surest for number in listed if number.start in settled}
    return settled


def _has_unit_of_next(number: Mention) -> bool:
    """Return whether a number takes its unit from the next number of its list."""
    return number.quantity is not None and number.quantity.shared


def _shares(reading: Reading, before: Mention, number: Mention) -> bool:
    is_one = before.id == number.id and _has_unit_of_next(before)
    return is_one and _LISTED.fullmatch(reading.text, before.end, number.start) is not None


def _partner(sure: str, other: str) -> str:
    """Return the other parameter of the same step; "" if either is the time of a pulse or purge."""
    if other not in _TIMES and other not in _TEMPERATURES:
        return ""
    return _TIMES.get(sure) or _TEMPERATURES.get(sure, "")

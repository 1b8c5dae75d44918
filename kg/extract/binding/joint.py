"""A temperature and a time that a sentence joins are of one step: "at 400 °C for 2 h"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from kg.extract.binding.settings import UNNAMED, Setting
from kg.extract.mentions import Mention
from kg.extract.reading import Reading

#: The time of the step that has a temperature.
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
    """The settings by the starts of their numbers.

    The first of a pair decides of what step both are, if words name it, else the second.
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


def _partner(sure: str, other: str) -> str:
    """The parameter of the same step; none where one of both is the time of a pulse or purge."""
    if other not in _TIMES and other not in _TEMPERATURES:
        return ""
    return _TIMES.get(sure) or _TEMPERATURES.get(sure, "")

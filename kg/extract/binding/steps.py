"""Times of the steps of a cycle: printed as one run of numbers, or in the order of their names.

"Pulse/purge/pulse/purge = 0.1/5/0.1/5 s"; "pulse and purge times are 1.6 s and 10 s".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle

from kg.extract.binding.model import Owned
from kg.extract.mentions import Mention
from kg.extract.quantities import QuantityMatch
from kg.extract.reading import Reading

#: Words that say that the run is of pulses and purges in turn.
_CYCLE = re.compile(
    r"\bpuls|\bpurg|\bdos(?:e|ing)|\bexpos|\bcycle|/p/|-N2-|\bsequence", re.IGNORECASE
)


def steps_of_run(reading: Reading, run: Mention) -> Iterator[Owned]:
    """The pulse and purge times of a run of two or four times, pulses first.

    A run of other length does not say which step is which.
    """
    match = run.quantity
    if match is None or match.dimension != "time" or len(match.members) not in (2, 4):
        return
    if _CYCLE.search(reading.text) is None:
        return
    seen = set()
    for place, member in enumerate(match.members):
        if (place % 2, member.value) in seen:
            continue
        seen.add((place % 2, member.value))
        quantity = replace(member, unit=member.unit or match.quantity.unit)
        single = QuantityMatch(
            start=match.start, end=match.end, quantity=quantity, dimension=match.dimension
        )
        attribute = "purge_time" if place % 2 else "pulse_time"
        number = replace(run, quantity=single)
        yield Owned(number, "process", attribute, "steps-of-cycle", "step")


_STEPS = {
    "pulse": "pulse_time",
    "dose": "pulse_time",
    "dosing": "pulse_time",
    "purge": "purge_time",
    "purging": "purge_time",
    "exposure": "exposure_time",
    "pumping": "purge_time",
}
_STEP = r"(?P<{}>pulse|dose|dosing|purge|purging|pumping|exposure)"
#: Two kinds of step in one list, whose times follow in the same order.
_LIST = re.compile(
    rf"\b{_STEP.format('first')}(?:\s(?:times?|durations?|lengths?))?\s(?:and|,)\s(?:the\s)?"
    rf"{_STEP.format('second')}\s(?:times?|durations?|lengths?)\b",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\s?(?:and|/|,)\s?~?")


def paired_steps(reading: Reading) -> dict[int, str]:
    """The parameter of each time that a list of steps pairs in order, by the start of the time.

    Times pair only where they come in twos: one for each step named.
    """
    named = _LIST.search(reading.text)
    if named is None or named["first"].lower() == named["second"].lower():
        return {}
    times = [m for m in reading.of_kind("quantity") if m.id == "time" and m.start > named.end()]
    couples = list(zip(times[::2], times[1::2], strict=False))
    if len(times) % 2 or not all(_is_couple(reading, *couple) for couple in couples):
        return {}
    steps = cycle((_STEPS[named["first"].lower()], _STEPS[named["second"].lower()]))
    return {time.start: step for time, step in zip(times, steps, strict=False)}


def _is_couple(reading: Reading, first: Mention, second: Mention) -> bool:
    return _PAIR.fullmatch(reading.text, first.end, second.start) is not None

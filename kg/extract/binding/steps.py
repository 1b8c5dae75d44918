"""Times of the steps of a cycle: printed as one run of numbers, or in the order of their names.

"Pulse/purge/pulse/purge = 0.1/5/0.1/5 s"; "pulse and purge times are 1.6 s and 10 s".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from kg.extract.mentions import Mention
from kg.extract.owners import Owned
from kg.extract.quantities import QuantityMatch
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare

#: Words that show that the run lists pulses and purges in turn.
_CYCLE = re.compile(
    r"\bpuls|\bpurg|\bdos(?:e|ing)|\bexpos|\bcycle|/p/|-N2-|\bsequence", re.IGNORECASE
)


def steps_of_run(reading: Reading, run: Mention) -> Iterator[Owned]:
    """Yield the pulse and purge times of a run of two or four times, pulses first.

    In a run of another length, the step of each time is unknown.
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
_STEP = Rare(rf"\b({'|'.join(_STEPS)})s?\b(\s(?:times?|durations?|lengths?)\b)?", re.IGNORECASE)
#: Between two steps of a list, and after the last.
_NEXT_STEP = re.compile(r"\s?(?:,|/|(?:,\s?)?\band\b)\s?(?:the\s)?(?:(?!and\b)\S{2,12}\s)?")
_LAST = re.compile(r"\s(?:last|took|takes?\b)")
_NEXT_TIME = re.compile(r"\s?(?:and|/|,|,\s?and)\s?~?")


def paired_steps(reading: Reading) -> dict[int, str]:
    """Return the parameter of each time after a list of steps in order, by the start of the time.

    As many times as steps make one list; further lists belong to further reagents.
    """
    names, end = _listed_steps(reading.text)
    if len(set(names)) < 2:
        return {}
    times = [m for m in reading.of_kind("quantity") if m.id == "time" and m.start > end]
    parts = zip(*(times[at :: len(names)] for at in range(len(names))), strict=False)
    lists = takewhile(lambda part: _is_list(reading, part), parts)
    return {time.start: step for part in lists for time, step in zip(part, names, strict=True)}


def _listed_steps(text: str) -> tuple[list[str], int]:
    """Return the parameters of the first list of steps that announces their times, and its end."""
    names: list[str] = []
    last = 0
    for step in _STEP.finditer(text):
        if not (names and _NEXT_STEP.fullmatch(text, last, step.start())):
            names = []
        names.append(_STEPS[step[1].lower()])
        last = step.end()
        if len(names) > 1 and (step[2] or _LAST.match(text, last)):
            return names, last
    return [], 0


def _is_list(reading: Reading, times: Sequence[Mention]) -> bool:
    return all(_NEXT_TIME.fullmatch(reading.text, a.end, b.start) for a, b in pairwise(times))

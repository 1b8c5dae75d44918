"""Steps of a cycle printed as one run of numbers: "pulse/purge/pulse/purge = 0.1/5/0.1/5 s"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.findings import Finding
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.model import Condition

#: Words that say that the run is of pulses and purges in turn.
_CYCLE = re.compile(
    r"\bpuls|\bpurg|\bdos(?:e|ing)|\bexpos|\bcycle|/p/|-N2-|\bsequence", re.IGNORECASE
)


def find_steps(reading: Reading, sequence: Mention) -> Iterator[Finding]:
    """The pulse and purge times of a run of two or four times, pulses first.

    A run of other length does not say which step is which.
    """
    match = sequence.quantity
    if match is None or match.dimension != "time" or len(match.members) not in (2, 4):
        return
    if _CYCLE.search(reading.text) is None:
        return
    seen = set()
    for place, member in enumerate(match.members):
        parameter = "purge_time" if place % 2 else "pulse_time"
        if (parameter, member.value) not in seen:
            seen.add((parameter, member.value))
            quantity = replace(member, unit=member.unit or match.quantity.unit)
            yield Finding(
                content=Condition(parameter=parameter, quantity=quantity),
                at=sequence.start,
                rule="steps-of-cycle",
            )

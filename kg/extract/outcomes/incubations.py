"""The number of cycles before a film nucleates: "growth on copper needed 12 cycles to nucleate"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context.modality import is_hypothetical
from kg.extract.findings import Finding
from kg.extract.knowledge.measures import as_reported, quantity_of
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.model import Outcome

_NEEDS = re.compile(
    r"\b(?:need|requir|tak|took|demand)(?:s|ed|es|e)? (?:about |only |some |as many as |~)?$"
)
_TO_START = re.compile(
    r" (?:(?:to|for [^.;,]{1,30}? to) (?:nucleat|start|set in|initiat|begin|commenc))"
)
#: Growth and its start, up to the number of cycles before it.
_STARTED = re.compile(
    r"(?:\b(?:grow\w*|ALD|deposition|nucleation|film)\b[^.;,]{0,60})\b(?:sets? in|start(?:s|ed)?|"
    r"beg[ia]ns?|commenc(?:es|ed)|appear(?:s|ed)?) (?:to (?:grow|nucleate) [^.;,]{0,25}?)?(?:only|"
    r"not before|not until|no earlier than|late,)?\s?(?:after|at|beyond)? ?(?:about |some |~)?$"
)


def find_incubations(reading: Reading) -> Iterator[Finding]:
    """Yield the cycles that growth needed to start, as the value of its nucleation."""
    for number in reading.of_kind("quantity"):
        quantity = quantity_of(number)
        if quantity is None or quantity.unit != "{cycle}":
            continue
        ahead = reading.text[: number.start]
        needed = _NEEDS.search(ahead) and _TO_START.match(reading.text, number.end)
        if needed or _STARTED.search(ahead):
            place = Mention(
                start=number.start,
                end=number.end,
                kind="property",
                id="nucleation",
                text=number.text,
            )
            if not is_hypothetical(reading, place):
                content = Outcome(
                    property="nucleation", direction="reported", quantity=as_reported(quantity)
                )
                yield Finding(content=content, at=number.start, rule="sets-in", terms=(number,))

"""Assign listed values to listed solids in order: "of A, B and C are 1, 2 and 3 eV"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial

from kg.extract.knowledge.measures import quantity_of
from kg.extract.links.account import solids_of
from kg.extract.links.stated_outcomes import StatedOutcome
from kg.extract.mentions import Mention
from kg.extract.text.runs import NEXT_NUMBER, RESPECTIVELY, runs_of
from kg.model import Quantity

#: Text between two solids of a list, with up to two further words.
_NEXT_SOLID = re.compile(r"(?:\s[\w-]+){0,2}?(?:,|,?\sand|,?\sor)\s(?:the\s)?")

#: Words before a list of solids that are not samples: wafers, sources.
_BESIDE = re.compile(
    r"\b(?:on|onto|over|under|from|with|by|via|using|at|than|to)\s(?:the\s)?(?:[\w-]+\s)?$"
)

#: Text between a list of solids and the list of their values: "A, B and C are 1, 2 and 3".
_IS = re.compile(
    r"(?:\s[\w-]+){0,2}?\s(?:is|are|was|were|reach|reached)\s(?:about|approximately|~)?\s?"
)


def listed_solid(stated: StatedOutcome) -> Mention | None:
    """Return the solid to which an outcome's value belongs, if two lists have the same order.

    ``None`` if the sentence has no such pair of lists.
    """
    part, value = stated.part, value_of(stated)
    if value is None:
        return None
    goes_on = partial(_is_joined, part.text)
    numbers = _in_order(m for m in part.mentions if m.kind == "quantity")
    run = _run_of(value.start, runs_of(numbers, partial(goes_on, NEXT_NUMBER)))
    solids = _in_order(m for m in part.mentions if solids_of(m))
    lists = runs_of(solids, partial(goes_on, _NEXT_SOLID))
    fitting = [names for names in lists if len(run) > 1 and len(names) == len(run)]
    if len(fitting) != 1 or _BESIDE.search(part.text[: fitting[0][0].start]):
        return None
    is_told = RESPECTIVELY.search(part.text) or _IS.fullmatch(
        part.text, fitting[0][-1].end, run[0].start
    )
    return fitting[0][[m.start for m in run].index(value.start)] if is_told else None


def value_of(stated: StatedOutcome) -> Mention | None:
    """Return the mention of the number that gives an outcome's value, if there is exactly one."""
    if stated.outcome.quantity is None:
        return None
    told = [t for t in stated.finding.terms if t.kind == "quantity"]
    values = [t for t in told if _printed(t) == _value(stated.outcome.quantity)]
    return values[0] if len(values) == 1 else None


def _value(quantity: Quantity) -> float | None:
    return quantity.value if quantity.value is not None else quantity.value_max


def _printed(number: Mention) -> float | None:
    """Return the value of a number in the text, the upper bound of a range."""
    quantity = quantity_of(number)
    return _value(quantity) if quantity is not None else None


def _run_of(start: int, runs: Sequence[Sequence[Mention]]) -> Sequence[Mention]:
    """Return the list of numbers that contains the number at an offset."""
    return next((run for run in runs if any(m.start == start for m in run)), ())


def _in_order(mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions in the order of the text, one for each start."""
    return [mention for _, mention in sorted({m.start: m for m in mentions}.items())]


def _is_joined(text: str, joint: re.Pattern[str], last: Mention, mention: Mention) -> bool:
    return joint.fullmatch(text, last.end, mention.start) is not None

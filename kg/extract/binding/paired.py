"""Numbers that correspond to a list of names: "Ti/Au (5/50 nm)", "4 and 9 nm, respectively"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from kg.extract.binding.whose import KINDS
from kg.extract.mentions import Mention
from kg.extract.owners import SETTINGS, Owned
from kg.extract.reading import Reading
from kg.extract.solids.systems import layers_of
from kg.extract.text.runs import NEXT_NUMBER, runs_of

#: Between two names of a list.
_NEXT_NAME = re.compile(r"(?:\s[\w-]+){0,3}?(?:,? and|,)\s(?:[\w-]+\s){0,2}?")
#: Between a printed stack and the thicknesses of its layers.
_OF_LAYERS = re.compile(r"\s?(?:\(|\[|[-–—:;,]|of)?\s?")
_RESPECTIVELY = re.compile(r"[^.;:()]{0,30}\brespectively\b")
#: Between two lists of numbers for the same names: "1 and 2 nm at 80 and 90 °C".
_NEXT_LIST = re.compile(
    r",?\s(?:and\s|with\s)?(?:(?:at|for|after|in|over|under|using|of|within)\s)?"
)


def paired(reading: Reading, owners: Sequence[Owned]) -> dict[int, Mention]:
    """Return the name to which each number of a list belongs, by the start of the number."""
    numbers = (one for one in owners if one.owner in SETTINGS)
    lists = [run for run in runs_of(numbers, partial(_goes_on, reading)) if len(run) > 1]
    shared: list[Sequence[Owned]] = []  # lists before "respectively", from the last to the first
    for run in reversed(lists):
        if _is_shared_out(reading, run, shared):
            shared.append(run)
    pairs = (zip(run, _names(reading, run, is_shared=run in shared), strict=False) for run in lists)
    return {one.number.start: name for pair in pairs for one, name in pair}


def _is_shared_out(
    reading: Reading, run: Sequence[Owned], behind: Sequence[Sequence[Owned]]
) -> bool:
    """Return whether "respectively" follows, directly or after another list of equal length."""
    end = run[-1].number.end
    if _RESPECTIVELY.match(reading.text, end):
        return True
    return (
        bool(behind)
        and len(behind[-1]) == len(run)
        and _NEXT_LIST.fullmatch(reading.text, end, behind[-1][0].number.start) is not None
    )


def _goes_on(reading: Reading, last: Owned, one: Owned) -> bool:
    gap = NEXT_NUMBER.fullmatch(reading.text, last.number.end, one.number.start)
    return gap is not None and one.attribute == last.attribute


def _names(reading: Reading, run: Sequence[Owned], *, is_shared: bool) -> tuple[Mention, ...]:
    """Return the names for a list of numbers, one each, or none.

    They are the layers of a stack right before as many thicknesses, or the last list before them.
    """
    start, parameter = run[0].number.start, run[0].attribute
    kinds = _kinds(parameter)
    named = {m.start: m for m in reading.mentions if m.end <= start and m.kind in kinds}
    ahead = list(named.values())
    is_of_stack = parameter == "thickness" and any(
        m.kind == "stack" and _OF_LAYERS.fullmatch(reading.text, m.end, start) for m in ahead[-1:]
    )
    if not (is_of_stack or is_shared):
        return ()
    lists = runs_of(ahead, partial(_is_next, reading))
    members = [names if len(names) > 1 else _layers(names[0]) for names in lists]
    last = next((names for names in reversed(members) if len(names) > 1), [])
    return tuple(last) if len(last) == len(run) else ()


def _layers(name: Mention) -> list[Mention]:
    """Return the layers of a stack as mentions of their own."""
    return [replace(name, kind="material", id=f, stack=None) for f in layers_of(name)]


def _kinds(parameter: str) -> tuple[str, ...]:
    """Return the kinds of mention that may have a parameter.

    A temperature of deposition is also given for films.
    """
    kinds = KINDS.get(parameter, ())
    return (*kinds, "material", "stack") if "process" in kinds else kinds


def _is_next(reading: Reading, last: Mention, name: Mention) -> bool:
    is_new = last.kind == name.kind and last.id != name.id
    return is_new and _NEXT_NAME.fullmatch(reading.text, last.end, name.start) is not None

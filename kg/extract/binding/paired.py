"""Numbers that a list of names shares out: "Ti/Au (5/50 nm)", "4 and 9 nm, respectively"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.binding.whose import HEATED, KINDS
from kg.extract.mentions import Mention
from kg.extract.owners import SETTINGS, Owned
from kg.extract.reading import Reading
from kg.extract.solids.systems import layers_of

#: Between two numbers of a list, and between two names.
_NEXT_NUMBER = re.compile(r"\s?(?:,? and|,|/)\s?(?:about |approximately |[~≥≤><]\s?)?")
_NEXT_NAME = re.compile(r"(?:\s[\w-]+){0,3}?(?:,? and|,)\s(?:[\w-]+\s){0,2}?")
#: Between a printed stack and the thicknesses of its layers.
_OF_LAYERS = re.compile(r"\s?(?:\(|\[|[-–—:]|of)?\s?")
#: Behind the last number of a list, or ahead of the first.
_BEHIND = re.compile(r"[^.;:()]{0,30}\brespectively\b")
_AHEAD = re.compile(r"\brespectively,?\s(?:about |approximately |~)?$")


def paired(reading: Reading, owners: Sequence[Owned]) -> dict[int, Mention]:
    """The name that each number of a list goes with, by the start of the number."""
    found: dict[int, Mention] = {}
    for run in _runs(reading, owners):
        names = _layers(reading, run) or _respective(reading, run)
        found.update(zip((one.number.start for one in run), names, strict=False))
    return found


def _runs(reading: Reading, owners: Sequence[Owned]) -> Iterator[list[Owned]]:
    """The lists of two or more numbers of one setting."""
    run: list[Owned] = []
    for one in owners:
        if run and not _goes_on(reading, run[-1], one):
            yield from [run][: len(run) > 1]
            run = []
        if one.owner in SETTINGS:
            run.append(one)
    yield from [run][: len(run) > 1]


def _goes_on(reading: Reading, last: Owned, one: Owned) -> bool:
    is_same = one.owner in SETTINGS and one.attribute == last.attribute
    return is_same and bool(_NEXT_NUMBER.fullmatch(reading.text, last.number.end, one.number.start))


def _layers(reading: Reading, run: Sequence[Owned]) -> tuple[Mention, ...]:
    """The layers of the stack right ahead of as many thicknesses."""
    first = run[0]
    if first.attribute != "thickness":
        return ()
    stacks = (m for m in reading.of_kind("stack") if m.end <= first.number.start)
    ahead = next(
        (m for m in stacks if _OF_LAYERS.fullmatch(reading.text, m.end, first.number.start)), None
    )
    return _of_stack(ahead, len(run)) if ahead is not None else ()


def _respective(reading: Reading, run: Sequence[Owned]) -> tuple[Mention, ...]:
    """The last names ahead of a list that is said to go with them "respectively"."""
    start, end = run[0].number.start, run[-1].number.end
    if not (_BEHIND.match(reading.text, end) or _AHEAD.search(reading.text, 0, start)):
        return ()
    kinds = _kinds(reading, run[0].attribute)
    named = [m for m in reading.mentions if m.kind in kinds and m.end <= start]
    for last in range(len(named), 0, -1):
        if named[last - 1].kind == "stack" and (layers := _of_stack(named[last - 1], len(run))):
            return layers
        listed = named[max(0, last - len(run)) : last]
        if len(listed) == len(run) and _is_list(reading, listed):
            return tuple(listed)
    return ()


def _kinds(reading: Reading, parameter: str) -> tuple[str, ...]:
    """What has a parameter: the temperature of a deposition is said of the film as well."""
    if parameter == "temperature" and HEATED.search(reading.text):
        return ("chemical",)
    kinds = KINDS.get(parameter, ())
    return (*kinds, "material", "stack") if "process" in kinds else kinds


def _is_list(reading: Reading, names: Sequence[Mention]) -> bool:
    return all(
        a.kind == b.kind and a.id != b.id and _NEXT_NAME.fullmatch(reading.text, a.end, b.start)
        for a, b in zip(names, names[1:], strict=False)
    )


def _of_stack(stack: Mention, count: int) -> tuple[Mention, ...]:
    """The layers of a stack as mentions of their own, if it has so many."""
    layers = layers_of(stack)
    if len(layers) != count:
        return ()
    return tuple(replace(stack, kind="material", id=layer, stack=None) for layer in layers)

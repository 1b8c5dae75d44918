"""Find quantities in running text: numbers and units joined to ranges, lists and changes."""

from __future__ import annotations

import re
from dataclasses import replace
from math import prod
from typing import Final

from kg.extract.quantities.atoms import MOST_ORDERS, YEAR, Atom, find_atoms
from kg.extract.quantities.bounds import share_bounds
from kg.extract.quantities.changes import is_against_verb, paired_changes
from kg.extract.quantities.context import (
    Context,
    is_change,
    is_ph,
    is_ratio,
    plain_number,
    read_context,
)
from kg.extract.quantities.joints import joint_between
from kg.extract.quantities.model import Kind, QuantityMatch
from kg.extract.quantities.numbers import is_power_of_ten, parse_number, respell
from kg.extract.quantities.units import Unit
from kg.model import Quantity

_ROOM: Final = re.compile(
    r"(?<!from )(?:room[ -]temperature|\bRT|ambient(?: temperature)?) ?(?:\(RT\) ?)?"
    r"(?:to|and|-) ?$",
    re.IGNORECASE,
)
#: Words after a period of history, which is not a quantity of a study.
_AGO: Final = re.compile(r" ago\b")
_PAST: Final = re.compile(r"\b(?:last|past|recent|next|coming|previous)(?: about| few)? $")
_POWER: Final = re.compile(r" ?[x·*∙⋅] ?10[^0-9].*$| ?[x·*∙⋅] ?10[0-9]{2}$")
_MANTISSA: Final = re.compile(r"[1-9](?:\.[0-9]+)?")
_DECIMAL: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_BARE: Final = Unit(code="", dimension="dimensionless")


def find_quantities(text: str) -> tuple[QuantityMatch, ...]:
    """Return the quantities of cleaned text, in order; a list gives one match per member.

    >>> [m.quantity.value for m in find_quantities("annealed at 500, 700, and 900°C")]
    [500.0, 700.0, 900.0]
    """
    work = respell(text)
    found: list[QuantityMatch] = []
    for chain, joints in _chains(work, tuple(find_atoms(work))):
        found.extend(_read_chain(text, work, chain, joints))
    return tuple(share_bounds(text, found))


def _chains(text: str, atoms: tuple[Atom, ...]) -> list[tuple[list[Atom], list[str]]]:
    """Return the atoms in groups that are connected by joints, with the joints."""
    chains: list[tuple[list[Atom], list[str]]] = []
    for atom in atoms:
        joint = joint_between(text, chains[-1][0][-1], atom) if chains else None
        if joint is None:
            chains.append(([atom], []))
        else:
            chains[-1][0].append(atom)
            chains[-1][1].append(joint)
    return chains


def _read_chain(text: str, work: str, chain: list[Atom], joints: list[str]) -> list[QuantityMatch]:
    chain, joints = _spelled_out(work, chain, joints)
    chain = _in_one_unit(chain, joints)
    units = _share_units(chain, joints)
    found: list[QuantityMatch] = []
    index = 0
    while index < len(chain):
        size = _group_size(chain, joints, units, index)
        group, kinds = chain[index : index + size], joints[index : index + size - 1]
        unit = units[index + size - 1] or units[index]
        paired = size == 1 and index < len(joints) and any(units[index:])
        match = _read_group(text, work, group, kinds, unit, paired=paired)
        if match is not None:
            found.append(match)
        index += size
    return paired_changes(work, found)


def _spelled_out(work: str, chain: list[Atom], joints: list[str]) -> tuple[list[Atom], list[str]]:
    """Return the chain with a shared power of ten or magnitude given to every number.

    Examples are ``(2-5) x 10⁻⁴``, ``2 to 5 x 10⁻⁴`` and ``two to three orders of magnitude``. A
    colon beside a unit separates steps like a slash.
    """
    timed = any(atom.unit is not None for atom in chain)
    joints = ["slash" if joint == "ratio" and timed else joint for joint in joints]
    if joints and joints[-1] == "scale" and is_power_of_ten(chain[-1].printed):
        return _scaled(chain), joints[:-1]
    found = list(chain)
    for i in range(len(joints) - 1, -1, -1):
        if joints[i] in ("range", "tolerance") and found[i].unit is None:
            raised = _raised(found[i], found[i + 1])
            if not is_against_verb(work, found[i], raised, found[i + 1]):
                found[i] = raised
    return found, joints


#: Pairs of units, with how many of the first make one of the second.
_MORE: Final = {("s", "min"): 60.0, ("min", "h"): 60.0, ("h", "d"): 24.0, ("nm", "um"): 1e3}


def _in_one_unit(chain: list[Atom], joints: list[str]) -> list[Atom]:
    """Return the chain with the first end of a range in the unit of the last: "30 s to 5 min"."""
    for i, joint in enumerate(joints):
        first, last = chain[i], chain[i + 1]
        pair = (first.unit.code, last.unit.code) if first.unit and last.unit else ("", "")
        if joint == "range" and pair in _MORE and first.value < last.value * _MORE[pair]:
            chain[i] = replace(first, value=first.value / _MORE[pair], unit=last.unit)
    return chain


def _scaled(chain: list[Atom]) -> list[Atom]:
    power = chain[-1]
    last = replace(chain[-2], end=power.end, unit=power.unit)
    return [_times(member, power) for member in (*chain[:-2], last)]


def _times(atom: Atom, power: Atom) -> Atom:
    if not _DECIMAL.fullmatch(atom.printed):
        return atom  # the number has a power of its own
    return replace(atom, value=parse_number(f"{atom.printed} x {power.printed}"))


def _raised(atom: Atom, following: Atom) -> Atom:
    if following.orders and atom.value < MOST_ORDERS:
        return replace(atom, value=10.0**atom.value, orders=True)
    power = _POWER.search(following.printed)
    if power is None or not _MANTISSA.fullmatch(atom.printed):
        return atom
    return replace(atom, value=parse_number(atom.printed + power[0]))


def _share_units(chain: list[Atom], joints: list[str]) -> list[Unit | None]:
    """Return the units, with that of a later member for numbers without one."""
    units = [atom.unit for atom in chain]
    for i in range(len(chain) - 2, -1, -1):
        if units[i] is None and _may_share(chain[i], chain[i + 1], joints[i]):
            units[i] = units[i + 1]
    for i, joint in enumerate(joints):
        if joint == "range" and units[i + 1] is None and chain[i].unit is not None:
            units[i] = chain[i].unit
    return units


def _may_share(atom: Atom, following: Atom, joint: str) -> bool:
    """Return whether a number takes the unit of the next: items of a list have similar sizes.

    In "a ratio and a length of 10⁵ and 4 nm, respectively", the first number has no unit.
    """
    if joint == "times" or (joint != "range" and YEAR.match(atom.printed)):
        return False
    if joint != "list" or not atom.value or not following.value:
        return True
    return 0.01 <= abs(atom.value / following.value) <= 100


def _group_size(chain: list[Atom], joints: list[str], units: list[Unit | None], index: int) -> int:
    """Return how many atoms from ``index`` on form one quantity."""
    joint = joints[index] if index < len(joints) else ""
    last = index
    while last < len(joints) and joints[last] == joint:
        last += 1
    if joint == "ratio":
        return last - index + 1
    if joint == "times":
        return last - index + 1 if units[last] is not None else 1
    if joint in ("range", "tolerance") and units[index] == units[index + 1]:
        return _range_size(units[index : last + 1])
    return _steps(chain, units, index, last) if joint == "slash" else 1


def _range_size(units: list[Unit | None]) -> int:
    """Return 2, but more for the steps of a cycle joined by dashes: ``0.1-10-0.1-10 s``."""
    unit = units[0]
    stepped = unit is not None and unit.dimension == "time" and set(units) == {unit}
    return len(units) if stepped else 2


def _steps(chain: list[Atom], units: list[Unit | None], index: int, last: int) -> int:
    """Return how many steps of one unit a slash joins; a fraction of an inch is one quantity."""
    unit, explicit = units[index], chain[index].unit is not None
    if unit is not None and unit.code == "[in_i]" and not explicit:
        return 2
    if unit is not None and unit.dimension != "time":
        return 1  # thicknesses of a stack, temperatures of samples
    size = next((i for i in range(index, last + 1) if units[i] != unit), last + 1) - index
    return size if size > 2 or (explicit and size > 1) else 1


def _read_group(
    text: str, work: str, group: list[Atom], joints: list[str], unit: Unit | None, *, paired: bool
) -> QuantityMatch | None:
    context = read_context(work, group[0].start, group[-1].end)
    if "ratio" in joints:
        return _ratio(text, work, group, context)
    if unit is None and joints == ["range"] and is_ph(work, group[0].start):
        return _range(text, work, (group[0], group[1]), _BARE, context)
    if unit is None:
        known = paired and not YEAR.match(group[0].printed)
        return _plain(text, work, group, context, known=known)
    if len(group) == 1:
        return _single(text, work, group[0], unit, context)
    if unit.code == "[in_i]" and joints[0] == "slash" and group[0].unit is None:
        return _bounded(text, _divided(group), unit, context, shared=False)
    if joints == ["range"]:
        return _range(text, work, (group[0], group[1]), unit, context)
    if joints[0] == "tolerance":
        return _tolerance(text, group, unit, context)
    return _several(text, group, joints[0], unit, context)


def _plain(
    text: str, work: str, group: list[Atom], context: Context, *, known: bool
) -> QuantityMatch | None:
    """Return a number without unit if the text makes it a value: a ratio, an index, 10⁵."""
    atom = group[0]
    measured = known or plain_number(work, atom.start, atom.end, atom.printed)
    if len(group) > 1 or not measured:
        return None
    return _bounded(text, atom, _BARE, context, shared=False)


def _ratio(text: str, work: str, group: list[Atom], context: Context) -> QuantityMatch | None:
    """Return ``10:1`` as a number if the text calls it a ratio; three parts have no quotient."""
    if len(group) != 2 or not group[1].value:
        return None
    first, last = group
    named = plain_number(work, first.start, first.end, "") or is_ratio(work, last.end)
    if not named:
        return None
    return _bounded(text, _divided(group), _BARE, context, shared=False)


def _divided(group: list[Atom]) -> Atom:
    first, last = group
    return replace(last, start=first.start, value=first.value / last.value)


def _multiplied(group: list[Atom]) -> Atom:
    """Return the area of ``10 x 10 mm2``."""
    area = prod(atom.value for atom in group)
    return replace(group[-1], start=group[0].start, value=area)


def _single(text: str, work: str, atom: Atom, unit: Unit, context: Context) -> QuantityMatch | None:
    shared = atom.unit is None
    if unit.dimension == "temperature" and _ROOM.search(work, max(0, atom.start - 40), atom.start):
        context = Context(start=atom.start, end=context.end, bound="max", approximate=False)
    if _is_reference(work, atom, unit):
        return None
    if unit.dimension == "area" and work.startswith("over", context.start):
        context = Context(start=atom.start, end=context.end)  # the area of a measurement
    return _bounded(text, atom, unit, context, shared=shared)


def _is_reference(work: str, atom: Atom, unit: Unit) -> bool:
    """Return whether a number only looks like a quantity: ``the 1970s``, ``40 years ago``."""
    if unit.dimension != "time":
        return False
    if _AGO.match(work, atom.end) or _PAST.search(work, max(0, atom.start - 20), atom.start):
        return True
    decade = unit.code == "s" and YEAR.match(atom.printed) is not None
    return decade and work[atom.number_end : atom.number_end + 1] == "s"


def _bounded(text: str, atom: Atom, unit: Unit, context: Context, *, shared: bool) -> QuantityMatch:
    kind: Kind = context.bound or "exact"
    quantity = Quantity(
        value=None if kind == "max" else atom.value,
        value_max=atom.value if kind == "max" else None,
        bound="min" if kind == "min" else None,
        unit=unit.code or None,
        approximate=context.approximate,
        raw=text[context.start : context.end],
    )
    return QuantityMatch(
        start=atom.start,
        end=atom.end,
        quantity=quantity,
        dimension=unit.dimension,
        kind=kind,
        tolerance=atom.tolerance,
        shared=shared,
    )


def _range(
    text: str, work: str, pair: tuple[Atom, Atom], unit: Unit, context: Context
) -> QuantityMatch:
    first, last = pair
    is_arrow = "→" in work[first.end : last.start]
    changed = is_arrow or is_change(work, first.start, first.value, last.value)
    low, high = sorted((first.value, last.value))
    quantity = Quantity(
        value=last.value if changed else low,
        value_max=None if changed else high,
        start=first.value if changed else None,
        unit=unit.code or None,
        approximate=context.approximate,
        raw=text[context.start : context.end],
    )
    return QuantityMatch(
        start=first.start,
        end=last.end,
        quantity=quantity,
        dimension=unit.dimension,
        kind="change" if changed else "range",
        members=tuple(_member(text, atom, unit) for atom in pair),
    )


def _tolerance(text: str, group: list[Atom], unit: Unit, context: Context) -> QuantityMatch:
    quantity = Quantity(
        value=group[0].value,
        unit=unit.code,
        approximate=context.approximate,
        raw=text[context.start : context.end],
    )
    start = group[0].start
    return QuantityMatch(
        start=start - (text[max(0, start - 1)] == "(" and ")" in text[start : group[1].end]),
        end=group[-1].end,
        quantity=quantity,
        dimension=unit.dimension,
        tolerance=group[1].value,
    )


def _several(
    text: str, group: list[Atom], joint: str, unit: Unit, context: Context
) -> QuantityMatch:
    """Return a pulse sequence, ``5x5 s``, the sides of a sample or its area."""
    if unit.dimension == "area" and joint == "times" and not any(a.unit for a in group[:-1]):
        return _bounded(text, _multiplied(group), unit, context, shared=False)
    kind: Kind = "sequence"
    if joint == "times":
        kind = "repeat" if unit.dimension == "time" else "size"
    units = [_BARE if kind == "repeat" and a.unit is None else a.unit or unit for a in group]
    quantity = Quantity(
        value=group[-1].value if kind == "repeat" else None,
        unit=unit.code,
        raw=text[context.start : context.end],
    )
    return QuantityMatch(
        start=group[0].start,
        end=group[-1].end,
        quantity=quantity,
        dimension=unit.dimension,
        kind=kind,
        members=tuple(_member(text, a, u) for a, u in zip(group, units, strict=True)),
    )


def _member(text: str, atom: Atom, unit: Unit) -> Quantity:
    return Quantity(value=atom.value, unit=unit.code or None, raw=text[atom.start : atom.end])

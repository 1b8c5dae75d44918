"""Read a cell below its head: a number with its unit, a solid, reagents, a process."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from kg.extract.finders.pipeline import find_mentions
from kg.extract.knowledge.measures import per_cycle, units_of
from kg.extract.knowledge.usual_roles import default_role
from kg.extract.mentions import Mention
from kg.extract.quantities import find_quantities
from kg.extract.solids.systems import layers_of
from kg.extract.tables.heads import Head, fits
from kg.grounding import ground
from kg.model import Chemical, Condition, Content, Outcome, Process, Quantity, Technique

#: Text that may precede a number.
_AHEAD: Final = re.compile(r"\W*|ca\.? ?|about |approx\.? ?|up to |at least ", re.IGNORECASE)
#: The mark of a footnote after a number.
_FOOTNOTE: Final = re.compile(r"(?<=\d) ?[*†‡§#]+$")
_PLAIN: Final = re.compile(r"[~≈]?\s?(?P<value>[-−]?\d+(?:\.\d+)?)(?:\s?±\s?\d+(?:\.\d+)?)?")
_MINUS: Final = str.maketrans("−", "-")
_BARE_UNITS: Final = {"cycle_count": "{cycle}"}
_KINDS: Final = frozenset({"exact", "range", "max", "min"})
#: Text between the reagents of a cell.
_BETWEEN: Final = re.compile(r"\s*(?:,|;|\+|/|&|\band\b|\bor\b)\s*")
_PLASMA: Final = re.compile(r"(?:remote |direct |in situ )?(.+?)[ -]plasma|(.+)\*", re.IGNORECASE)
_BRACKET: Final = re.compile(r"\s*\([^()]*\)$")
#: Text around the formula of a solid that fills its cell.
_BESIDE_SOLID: Final = re.compile(
    r"\W*(?:(?:ALD|PEALD|as-(?:grown|deposited)|pristine|bare|thin|film|films|layer|layers|QDs?|NCs?|"
    r"NPs?|dots?|nanocrystals?|nanoparticles?|quantum)\W*)*",
    re.IGNORECASE,
)


def quantity_in(text: str, head: Head) -> Quantity | None:
    """Return the single number of a cell, in its own unit or in that of the head, else ``None``.

    >>> quantity_in("150-300", Head(kind="parameter", id="temperature", unit="°C")).value_max
    300.0
    >>> quantity_in("12.1 (11.8)", Head(kind="property", id="band_gap", unit="eV"))
    """
    text = _FOOTNOTE.sub("", text.strip())
    if head.unit and (found := _whole(f"{text} {head.unit}")) is not None:
        return found if fits(head.kind, head.id, found.unit) else None
    found = _whole(text)
    if found is not None:
        return found if found.unit is not None and fits(head.kind, head.id, found.unit) else None
    plain = _PLAIN.fullmatch(text) if not head.unit else None
    if plain is None or not fits(head.kind, head.id, None):
        return None
    value = float(plain["value"].translate(_MINUS))
    if value > 1 and "percent" in units_of(head.id):
        return None  # it is unclear whether the number is a percentage
    return Quantity(value=value, unit=_BARE_UNITS.get(head.id), raw=text)


def _whole(text: str) -> Quantity | None:
    """Return the quantity that a text consists of, ``None`` if it is anything else."""
    found = find_quantities(text)
    if len(found) != 1 or found[0].end != len(text) or found[0].kind not in _KINDS:
        return None
    is_whole = _AHEAD.fullmatch(text, 0, found[0].start) is not None
    return found[0].quantity if is_whole and found[0].quantity.start is None else None


def contents_in(text: str, head: Head) -> Iterator[Content]:
    """Return the contents that a cell gives its row, according to the head of its column."""
    read = _READ.get(head.kind)
    return read(text, head) if read is not None else iter(())


def _outcome(text: str, head: Head) -> Iterator[Outcome]:
    quantity = quantity_in(text, head)
    if quantity is not None:
        yield Outcome(property=head.id, direction="reported", quantity=quantity)


def _chemicals(text: str, head: Head) -> Iterator[Chemical]:
    return (Chemical(role=role, chemical=name) for name, role in _reagents(text, head))


def _process(text: str, _: Head) -> Iterator[Process]:
    term = ground("process", text).term
    if term is not None:
        yield Process(process=term.notation)


def _technique(text: str, _: Head) -> Iterator[Technique]:
    term = ground("technique", text).term
    if term is not None:
        yield Technique(technique=term.notation)


def _condition(text: str, head: Head) -> Iterator[Condition]:
    named = ground("parameter", text).term if head.id == "temperature" else None
    if named is not None and named.notation == "room_temperature":
        yield Condition(parameter=named.notation)
        return
    quantity = quantity_in(text, head)
    if quantity is None:
        return
    parameter = head.id
    if parameter == "growth_rate" and (quantity.unit or "").endswith("/{cycle}"):
        parameter = "growth_per_cycle"
    if parameter == "growth_per_cycle":
        quantity = per_cycle(quantity)
    yield Condition(parameter=parameter, quantity=quantity)


def _reagents(text: str, head: Head) -> Iterator[tuple[str, str]]:
    """Yield the reagents of a cell with their roles, none if one of them is unknown."""
    whole = _reagent(text)
    names = [whole] if whole else [_reagent(part) for part in _BETWEEN.split(text)]
    for name in names if all(names) else ():
        is_partner = head.id == "precursor" and default_role(name) == "coreactant"
        yield name, "coreactant" if is_partner else head.id


def _reagent(text: str) -> str:
    for name in (text, _BRACKET.sub("", text)):
        if (term := ground("chemical", name).term) is not None:
            return term.notation
    plasma = _PLASMA.fullmatch(text)
    return _reagent(plasma[1] or plasma[2]) if plasma else ""


#: The reader of cells for each kind of head.
_READ: Final[Mapping[str, Callable[[str, Head], Iterator[Content]]]] = {
    "parameter": _condition,
    "property": _outcome,
    "chemical": _chemicals,
    "process": _process,
    "technique": _technique,
}


def solid_in(text: str) -> tuple[str, ...]:
    """Return the layers of the solid that a cell names, from the inside out, else ``()``.

    >>> solid_in("Al2O3 thin film"), solid_in("CdSe/ZnS QDs"), solid_in("ZnO on Si")
    (('Al2O3',), ('CdSe', 'ZnS'), ())
    """
    named = [m for m in find_mentions(text) if m.kind in ("material", "stack")]
    spans = {(m.start, m.end) for m in named}
    if len(spans) != 1:
        return ()
    (start, end), mention = next(iter(spans)), named[0]
    is_alone = _BESIDE_SOLID.fullmatch(text, 0, start) and _BESIDE_SOLID.fullmatch(text, end)
    return _layers(mention) if is_alone else ()


def _layers(mention: Mention) -> tuple[str, ...]:
    return layers_of(mention) if mention.kind == "stack" else (mention.id,)

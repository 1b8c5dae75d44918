"""Measured values in the unit that a reader chose; the vocabulary has the conversions. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from types import MappingProxyType
from typing import Final

from api.schemas import ClaimShape, QuantityShape
from kg.statements.formatting import quantity_in_words, unit_in_words
from ontology.terms import Term, vocabulary
from ontology.units import Conversion, conversions

#: A unit is offered if the median of the values in it is at least 1 and below this.
_MOST: Final = 1000.0
#: Significant digits of a converted value.
_DIGITS: Final = 6
_DECIMALS: Final = re.compile(r"\d\.(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit: its code, and its label for readers."""

    code: str
    symbol: str


def conversion_of(code: str | None) -> Conversion | None:
    """Return the conversion of a unit to its base unit; ``None`` if it has none or is unknown.

    >>> conversion_of("Cel").convert(70.0), conversion_of("no unit")
    (343.15, None)
    """
    term = vocabulary().get("unit", code) if code else None
    return conversions().get(term.iri) if term else None


def in_base(quantity: QuantityShape) -> float | None:
    """Return the value of a quantity in its base unit; ``None`` if it has no value.

    Of a range whose lower end is unknown it is the upper end. Without a conversion the value stays
    in the printed unit.
    """
    value = quantity.value if quantity.value is not None else quantity.value_max
    found = conversion_of(quantity.unit)
    if value is None:
        return None
    return found.convert(value) if found else value


def base_of(quantity: QuantityShape) -> str:
    """Return a key that comparable quantities share: the IRI of the base unit, else the code."""
    found = conversion_of(quantity.unit)
    return found.base if found else quantity.unit or ""


def shown_in(claim: ClaimShape, text: str, units: Sequence[str]) -> str:
    """Return the text of a claim with its quantity in one of the units, if one is comparable.

    Parameters
    ----------
    claim
        The claim, whose quantity is converted.
    text
        The text shown for it, with the quantity as printed.
    units
        Codes of units; the first one that is comparable is used.
    """
    quantity = claim.quantity
    if quantity is None:
        return text
    source = conversion_of(quantity.unit)
    for code in units:
        target = conversion_of(code)
        if source is None or target is None or target.base != source.base or code == quantity.unit:
            continue
        # Only conditions are points on a temperature scale; other values may be differences, to
        # which no offset applies.
        if source.offset != target.offset and claim.kind != "condition":
            continue
        return text.replace(quantity.text, _converted(quantity, source, target, code), 1)
    return text


def measured_alike(claim: ClaimShape, text: str) -> str:
    """Return a text that is equal for claims with the same value, however it is printed.

    "70-nm" and "70 nm" give the same text, as do "cm²V⁻¹s⁻¹" and "cm² V⁻¹ s⁻¹".
    """
    quantity = claim.quantity
    if quantity is None:
        return text
    ends = (quantity.start, quantity.value, quantity.value_max)
    read = (*ends, quantity.bound, quantity.approximate, quantity.unit)
    return text.replace(quantity.text, repr(read), 1) if any(map(bool, ends)) else text


def _converted(quantity: QuantityShape, source: Conversion, target: Conversion, code: str) -> str:
    def number(value: float | None) -> str | None:
        if value is None:
            return None
        found = target.restore(source.convert(value))
        if source.offset == target.offset:
            return f"{found:.{_DIGITS}g}"
        decimals = _DECIMALS.search(quantity.text)
        return f"{found:.{len(decimals[1]) if decimals else 0}f}"

    numbers = {
        "unitCode": code,
        "startValue": number(quantity.start),
        "value": number(quantity.value),
        "valueMax": number(quantity.value_max),
        "bound": quantity.bound,
        "approximate": "true" if quantity.approximate else None,
    }
    return quantity_in_words({name: text for name, text in numbers.items() if text is not None})


def offered(claims: Iterable[ClaimShape]) -> tuple[tuple[Unit, ...], ...]:
    """Return the units that readers may choose, one tuple for each kind of quantity.

    They are the printed units, and those in which the median value is between 1 and 1000, such as
    °C and K for temperatures, nm and Å for the thickness of films.
    """
    values: defaultdict[str, list[float]] = defaultdict(list)
    printed: set[str | None] = set()
    for claim in claims:
        if claim.quantity is not None and conversion_of(claim.quantity.unit) is not None:
            value = in_base(claim.quantity)
            if value is not None:
                values[base_of(claim.quantity)].append(value)
                printed.add(claim.quantity.unit)
    found = (tuple(_fitting(base, median(known), printed)) for base, known in values.items())
    return tuple(sorted((units for units in found if len(units) > 1), key=lambda u: u[0].symbol))


def _fitting(base: str, middle: float, printed: set[str | None]) -> Iterator[Unit]:
    for term in _comparable().get(base, ()):
        number = abs(conversions()[term.iri].restore(middle))
        if term.notation in printed or 1 <= number < _MOST:
            yield Unit(code=term.notation, symbol=unit_in_words(term.notation))


def _comparable() -> Mapping[str, Sequence[Term]]:
    """Return base unit -> the units that convert to it, without units of a different meaning.

    A percentage by weight, for example, is not comparable to one by volume.
    """
    found: defaultdict[str, list[Term]] = defaultdict(list)
    for term in vocabulary().of_kind("unit"):
        if term.iri in conversions() and not term.broader:
            found[conversions()[term.iri].base].append(term)
    return MappingProxyType(found)


def unit_for(claims: Iterable[ClaimShape], units: Sequence[str]) -> str:
    """Return the unit for the quantities of claims: a wanted one, else the first printed one."""
    printed = [c.quantity.unit for c in claims if c.quantity is not None and c.quantity.unit]
    source = conversion_of(printed[0]) if printed else None
    for code in units if source is not None else ():
        target = conversion_of(code)
        if target is not None and source is not None and target.base == source.base:
            return code
    return printed[0] if printed else ""


def bounds_in(quantity: QuantityShape, code: str) -> Iterator[float]:
    """Yield the known ends of a quantity in a unit, rounded to six significant digits."""
    source, target = conversion_of(quantity.unit), conversion_of(code)
    for value in (quantity.value, quantity.value_max):
        if value is not None and source is not None and target is not None:
            yield float(f"{target.restore(source.convert(value)):.{_DIGITS}g}")

"""Conversion between units: each unit is related to the base unit of its dimension.

The base unit is the one that the vocabulary names (``ald:baseUnit``), or else the SI unit if the
vocabulary has it, or else the first in file order: lengths are compared in metres, growths per
cycle in nanometres per cycle.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Final

from ontology.terms import Term, vocabulary
from ontology.ucum import Unit, parse_ucum

#: A word whose plural is formed with s: it has no final sibilant ("hertz", "inch", "siemens").
_WORD: Final = re.compile(r"[^\W\d_]{3,}(?<![sxz])(?<![cs]h)")
#: The code of a product of units; a text prints its factors separately.
_PRODUCT: Final = re.compile(r"[./]|[a-z]\d")
_FACTORS: Final = re.compile(r"[ /·\d⁰¹²³⁴-⁹⁻]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """A conversion to the base unit: a value times ``factor`` plus ``offset``."""

    base: str
    factor: Fraction
    offset: Fraction = Fraction(0)

    def convert(self, value: float) -> float:
        """Return a value in the base unit; a temperature is a point, not a difference."""
        return float(Fraction(repr(float(value))) * self.factor + self.offset)

    def restore(self, value: float) -> float:
        """Return a value of the base unit in this unit, the inverse of :meth:`convert`.

        >>> Conversion(base="K", factor=Fraction(1), offset=Fraction("273.15")).restore(353.15)
        80.0
        """
        return float((Fraction(repr(float(value))) - self.offset) / self.factor)


def ucum_code(term: Term) -> str:
    """Return the UCUM code of a unit: its notation, unless the vocabulary states another."""
    return term.extra.get("ucum", (term.notation,))[0]


@cache
def conversions() -> Mapping[str, Conversion]:
    """Map the IRI of each unit that can be compared with others to its conversion.

    Raises
    ------
    OntologyError
        If a Turtle file is malformed.
    """
    return MappingProxyType(conversions_of(vocabulary().of_kind("unit")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelled:
    """The meaning of a printed unit: its code in claims, and the dimension that it measures."""

    code: str
    dimension: str


@cache
def spellings() -> Mapping[str, Spelled]:
    """Map each printed form of a unit with a dimension (``ald:dimension``) to the unit.

    The forms are its labels and symbols, and the regular plural of a label of one word; for a
    product of units only forms that are not printed as a product ("ccm", not "cm³/min"). The code
    is the notation of the unit, or of the wider unit of which it is a special case: "wt%" is a
    percent.

    Raises
    ------
    OntologyError
        If a Turtle file is malformed.

    Examples
    --------
    >>> spellings()["nanometers"], spellings()["wt%"]
    (Spelled(code='nm', dimension='length'), Spelled(code='percent', dimension='mass_fraction'))
    """
    found: dict[str, Spelled] = {}
    for term in vocabulary().of_kind("unit"):
        for dimension in term.extra.get("dimension", ()):
            wider = (vocabulary().by_iri(iri) for iri in term.broader)
            code = next((unit.notation for unit in wider if unit is not None), term.notation)
            for text in _printed(term):
                found.setdefault(text, Spelled(code=code, dimension=dimension))
    return MappingProxyType(found)


def symbol(code: str) -> str | None:
    """Return the printed form of a unit, its first symbol; ``None`` if it has none.

    >>> symbol("Cel"), symbol("{cycle}"), symbol("no unit")
    ('°C', 'cycle', None)
    """
    term = vocabulary().get("unit", code)
    return next(iter(term.symbols), None) if term is not None else None


def _printed(term: Term) -> Iterator[str]:
    words = (term.label, *term.alts)
    plurals = (word + "s" for word in words if _WORD.fullmatch(word))
    is_product = _PRODUCT.search(term.notation) is not None
    for text in (*term.symbols, *words, *term.hidden, *plurals):
        if not (is_product and _FACTORS.search(text)):
            yield text


def conversions_of(terms: Iterable[Term]) -> dict[str, Conversion]:
    """Return the conversions of units; without a UCUM code a unit needs its own base unit."""
    made: dict[str, Conversion] = {}
    kinds: defaultdict[tuple[tuple[str, int], ...], list[tuple[Term, Unit]]] = defaultdict(list)
    for term in terms:
        unit = _parsed(term)
        if "baseUnit" in term.extra:
            made[term.iri] = _stated(term)
        elif unit is not None:
            kinds[tuple(unit.powers.items())].append((term, unit))
    for members in kinds.values():
        base, base_unit = next((m for m in members if _is_coherent(m[1])), members[0])
        for term, unit in members:
            made[term.iri] = Conversion(base=base.iri, factor=unit.factor / base_unit.factor)
    return made


def _parsed(term: Term) -> Unit | None:
    try:
        return parse_ucum(ucum_code(term))
    except ValueError:
        return None


def _stated(term: Term) -> Conversion:
    return Conversion(
        base=term.extra["baseUnit"][0],
        factor=Fraction(term.extra.get("factor", ("1",))[0]),
        offset=Fraction(term.extra.get("offset", ("0",))[0]),
    )


def _is_coherent(unit: Unit) -> bool:
    """Return whether a unit is the SI unit of its dimension: the kilogram is, the gram is not."""
    return unit.factor == Fraction(1000) ** unit.powers.get("g", 0)

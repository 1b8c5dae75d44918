"""Quantities as comparable numbers: bounds, centre, qualifier, all in a base unit too."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Final

from kg.model import Quantity
from kg.rdf.nodes import TYPE, UNIT, Graph, ald, double, typed
from ontology import rdf, source, vocabulary
from ontology.iri import PREFIXES, sub_iri
from ontology.terms import Term
from ontology.units import conversions

#: Property of a number in the printed unit -> property of the number in the base unit.
_IN_BASE_UNIT: Final = {
    "lower": "baseLower",
    "upper": "baseUpper",
    "central": "baseCentral",
    "startValue": "baseStart",
}


def add_quantity(graph: Graph, node: rdf.NamedNode, quantity: Quantity | None) -> None:
    """Describe the quantity of a claim; ``None`` adds nothing."""
    if quantity is None:
        return
    whole = rdf.NamedNode(sub_iri(node.value, "quantity"))
    graph.add(node, ald("quantity"), whole)
    graph.add(whole, TYPE, ald("Quantity"))
    lower, upper = bounds(quantity)
    centre = central(quantity)
    numbers = {"lower": lower, "upper": upper, "central": centre, "startValue": quantity.start}
    printed = {"value": quantity.value, "valueMax": quantity.value_max}
    for name, number in (printed | numbers).items():
        graph.add(whole, ald(name), None if number is None else double(number))
    for word in qualifiers(quantity):
        graph.text(whole, ald("qualifier"), word)
    graph.text(whole, ald("bound"), quantity.bound or "")
    graph.text(whole, ald("rawText"), quantity.raw)
    if quantity.approximate:
        graph.add(whole, ald("approximate"), typed("true", "boolean"))
    graph.text(whole, ald("unitCode"), quantity.unit or "")
    unit = vocabulary().get("unit", quantity.unit or "")
    if unit is not None:
        _add_unit(graph, whole, unit, numbers)


def _add_unit(
    graph: Graph, whole: rdf.NamedNode, unit: Term, numbers: Mapping[str, float | None]
) -> None:
    """Add the unit as ours and as QUDT's, and the numbers in the base unit."""
    graph.add(whole, ald("unit"), rdf.NamedNode(unit.iri))
    if unit.iri in qudt_units():
        graph.add(whole, UNIT, qudt_units()[unit.iri])
    conversion = conversions().get(unit.iri)
    if conversion is None:
        return
    graph.add(whole, ald("convertedTo"), rdf.NamedNode(conversion.base))
    for name, number in numbers.items():
        if number is not None:
            graph.add(whole, ald(_IN_BASE_UNIT[name]), double(conversion.convert(number)))


@cache
def qudt_units() -> Mapping[str, rdf.NamedNode]:
    """Return the identical QUDT unit for each unit of the vocabulary that has one."""
    match, space = PREFIXES["skos"] + "exactMatch", PREFIXES["qudt-unit"]
    return MappingProxyType(
        {
            triple.subject.value: triple.object
            for triple in source.triples()
            if triple.predicate.value == match
            and isinstance(triple.subject, rdf.NamedNode)
            and isinstance(triple.object, rdf.NamedNode)
            and triple.object.value.startswith(space)
        }
    )


def bounds(quantity: Quantity) -> tuple[float | None, float | None]:
    """Return the lower and upper end in the printed unit; ``None`` for an end that is not given.

    >>> bounds(Quantity(value=80, value_max=300)), bounds(Quantity(value_max=350))
    ((80, 300), (None, 350))
    >>> bounds(Quantity(value=70, bound="min")), bounds(Quantity(value=60))
    ((70, None), (60, 60))
    """
    if quantity.value is None:
        return None, quantity.value_max
    if quantity.value_max is not None:
        low, high = sorted((quantity.value, quantity.value_max))
        return low, high
    return quantity.value, None if quantity.bound == "min" else quantity.value


def central(quantity: Quantity) -> float | None:
    """Return the value, or the middle of a range; ``None`` if only one end is given.

    >>> central(Quantity(value=80, value_max=300)), central(Quantity(value=60))
    (190.0, 60.0)
    >>> central(Quantity(value=70, bound="min")), central(Quantity(value_max=350))
    (None, None)
    """
    lower, upper = bounds(quantity)
    if lower is None or upper is None:
        return None
    return float((Decimal(repr(float(lower))) + Decimal(repr(float(upper)))) / 2)


def qualifiers(quantity: Quantity) -> tuple[str, ...]:
    """Return the words for the bound of a number, as the text states it.

    >>> qualifiers(Quantity(value=70, bound="min", approximate=True))
    ('about', 'at least')
    >>> qualifiers(Quantity(value_max=350)), qualifiers(Quantity(value=70))
    (('up to',), ())
    """
    about = ("about",) if quantity.approximate else ()
    if quantity.bound == "min":
        return (*about, "at least")
    only_upper = quantity.value is None and quantity.value_max is not None
    return (*about, "up to") if only_upper else about

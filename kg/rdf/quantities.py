"""Quantities as numbers that can be compared: bounds, centre, qualifier, and all in a base unit."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from types import MappingProxyType

import pyoxigraph as ox

from kg.model import Quantity
from kg.rdf.nodes import TYPE, UNIT, Graph, ald, double, typed
from ontology import source, vocabulary
from ontology.iri import PREFIXES, sub_iri
from ontology.terms import Term


def add_quantity(graph: Graph, node: ox.NamedNode, quantity: Quantity | None) -> None:
    """Describe the quantity of a claim; ``None`` adds nothing."""
    if quantity is None:
        return
    whole = ox.NamedNode(sub_iri(node.value, "quantity"))
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
    graph: Graph, whole: ox.NamedNode, unit: Term, numbers: Mapping[str, float | None]
) -> None:
    """Name the unit as ours and as QUDT's, and give the numbers in the base unit too."""
    graph.add(whole, ald("unit"), ox.NamedNode(unit.iri))
    if unit.iri in qudt_units():
        graph.add(whole, UNIT, qudt_units()[unit.iri])
    base = unit.extra.get("baseUnit", ())
    if not base:
        return
    graph.add(whole, ald("convertedTo"), ox.NamedNode(base[0]))
    names = {"startValue": "baseStart"}
    for name, number in numbers.items():
        if number is not None:
            converted = double(in_base_unit(number, unit))
            graph.add(whole, ald(names.get(name, f"base{name.capitalize()}")), converted)


@cache
def qudt_units() -> Mapping[str, ox.NamedNode]:
    """Unit of the vocabulary -> the unit of QUDT that is exactly the same, where there is one."""
    match, space = PREFIXES["skos"] + "exactMatch", PREFIXES["qudt-unit"]
    return MappingProxyType(
        {
            triple.subject.value: triple.object
            for triple in source.triples()
            if triple.predicate.value == match
            and isinstance(triple.subject, ox.NamedNode)
            and isinstance(triple.object, ox.NamedNode)
            and triple.object.value.startswith(space)
        }
    )


def in_base_unit(number: float, unit: Term) -> float:
    """A number of a unit in its base unit, by its factor and offset; exact in decimals.

    A temperature is taken as a point on its scale, never as a difference.

    >>> from ontology import vocabulary
    >>> in_base_unit(70.0, vocabulary().get("unit", "Cel"))
    343.15
    >>> in_base_unit(0.3, vocabulary().get("unit", "nm"))
    3e-10
    """
    factor = Decimal(unit.extra.get("factor", ("1",))[0])
    offset = Decimal(unit.extra.get("offset", ("0",))[0])
    return float(Decimal(repr(float(number))) * factor + offset)


def bounds(quantity: Quantity) -> tuple[float | None, float | None]:
    """Lower and upper end in the printed unit; ``None`` where the text gives none.

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
    """The value, or the middle of a range; ``None`` if the text gives one end only.

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
    """How the text limits the number.

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

"""Links of claims as RDF and back: from an outcome to its sample and its cause, and so on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from kg.model import Condition, Links, Quantity, Thing
from kg.rdf.nodes import TYPE, Graph, ald, concept
from kg.rdf.quantities import add_quantity
from kg.rdf.solids import add_material, add_sample
from kg.rdf.substances import add_chemical
from ontology import rdf, vocabulary
from ontology.claim_kinds import thing_terms
from ontology.iri import BASE, local_name, sample_layers, segments, sub_iri
from ontology.term_kinds import KIND_CLASSES

#: A link with things as targets -> its property.
THING_LINKS: Final = {
    "agent": "agent",
    "against": "against",
    "owner": "conditionOf",
    "used_for": "usedFor",
    "used_with": "usedWith",
    "makes": "makes",
    "shows": "shows",
}
#: The first segment of a concept's IRI -> the kind of thing.
_KINDS: Final = {term: thing for thing, term in thing_terms().items()}

#: subject -> predicate -> values
Index = Mapping[str, Mapping[str, list[str]]]


def add_links(graph: Graph, claim: rdf.NamedNode, links: Links) -> None:
    """Describe the links of a claim."""
    if links.of:
        graph.add(claim, ald("of"), add_sample(graph, links.of))
    for name, property_ in THING_LINKS.items():
        for thing in getattr(links, name):
            graph.add(claim, ald(property_), thing_node(graph, thing))
    for number, condition in enumerate(links.under, start=1):
        node = rdf.NamedNode(sub_iri(claim.value, "under", str(number)))
        graph.add(claim, ald("under"), node)
        graph.add(node, TYPE, ald("TestCondition"))
        graph.add(node, ald("parameter"), concept("parameter", condition.parameter))
        add_quantity(graph, node, condition.quantity)


def thing_node(graph: Graph, thing: Thing) -> rdf.NamedNode:
    """Describe the target of a link and return its node."""
    if thing.kind == "material":
        return add_material(graph, thing.id)
    if thing.kind == "system":
        return add_sample(graph, thing.layers)
    if thing.kind == "chemical":
        return add_chemical(graph, thing.id)
    return concept(thing_terms()[thing.kind], thing.id)


def read_links(
    index: Index, claim: str, quantity: Callable[[Index, str], Quantity | None]
) -> Links:
    """Return the links of a claim; things are in alphabetical order, as a graph has no order.

    ``quantity`` is a function that reads the quantity of a node.
    """
    found = index[claim]
    things = {
        name: read_things(index, found.get(ald(property_).value, ()))
        for name, property_ in THING_LINKS.items()
    }
    sample = next(iter(found.get(ald("of").value, ())), "")
    conditions = sorted(found.get(ald("under").value, ()), key=_last_number)
    return Links(
        of=sample_layers(sample) if sample else (),
        under=tuple(
            Condition(
                parameter=_notation(index[node][ald("parameter").value][0]),
                quantity=quantity(index, node),
            )
            for node in conditions
        ),
        **things,
    )


def _last_number(iri: str) -> int:
    return int(iri.rsplit("/", maxsplit=1)[1])


def read_things(index: Index, iris: Iterable[str]) -> tuple[Thing, ...]:
    """Return the things at these nodes, in alphabetical order."""
    return tuple(sorted(_thing(index, iri) for iri in iris))


def _thing(index: Index, iri: str) -> Thing:
    term = vocabulary().by_iri(iri)
    if term is not None:
        return Thing(_KINDS[term.kind], term.notation)
    if not iri.startswith(BASE):  # a user's term, in a graph read without its vocabulary
        return Thing(_kind_by_class(index, iri), local_name(iri))
    first, *rest = segments(iri)
    if first != "id":
        return Thing(_KINDS[first], segments(iri)[-1])
    if rest[0] == "sample":
        return Thing("system", "/".join(sample_layers(iri)))
    kind, name = rest  # a solid, or a reagent outside the vocabulary
    return Thing(kind, name)


#: The class of a user's term -> the kind of thing; by default a process.
_CLASSES: Final = {KIND_CLASSES[term]: thing for term, thing in _KINDS.items()}


def _kind_by_class(index: Index, iri: str) -> str:
    classes = index.get(iri, {}).get(TYPE.value, ())
    return next((_CLASSES[n] for n in map(local_name, classes) if n in _CLASSES), "process")


def _notation(iri: str) -> str:
    term = vocabulary().by_iri(iri)
    return term.notation if term is not None else segments(iri)[-1]

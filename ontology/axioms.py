"""Lookups in a set of triples: by subject and property, in RDF lists, and along hierarchies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from ontology import rdf
from ontology.iri import PREFIXES
from ontology.rdf import Node

_FIRST: Final = PREFIXES["rdf"] + "first"
_REST: Final = PREFIXES["rdf"] + "rest"

#: Subject -> IRI of a property -> its values, in file order.
Index = Mapping[Node, Mapping[str, list[Node]]]


def index_triples(triples: Iterable[rdf.Triple]) -> Index:
    """Return triples indexed by subject and property."""
    index: dict[Node, dict[str, list[Node]]] = {}
    for triple in triples:
        values = index.setdefault(triple.subject, {})
        values.setdefault(triple.predicate.value, []).append(triple.object)
    return index


def values(index: Index, node: Node, predicate: str) -> list[Node]:
    """Return the values of a property of a node; ``[]`` if there are none."""
    return index.get(node, {}).get(predicate, [])


def named_pairs(index: Index, predicate: str) -> list[tuple[str, str]]:
    """Return the sorted pairs of named resources that a property links."""
    return sorted(
        (subject.value, value.value)
        for subject, record in index.items()
        for value in record.get(predicate, ())
        if isinstance(subject, rdf.NamedNode) and isinstance(value, rdf.NamedNode)
    )


def below(index: Index, predicate: str) -> Mapping[str, frozenset[str]]:
    """Map each broader resource to all that are below it by a property, at any depth."""
    lower: defaultdict[str, set[str]] = defaultdict(set)
    for low, high in named_pairs(index, predicate):
        lower[high].add(low)
    return {high: _reach(lower, high) for high in sorted(lower)}


def _reach(lower: Mapping[str, set[str]], top: str) -> frozenset[str]:
    seen: set[str] = set()
    ahead = [top]
    while ahead:
        fresh = lower.get(ahead.pop(), set()) - seen
        seen |= fresh
        ahead += fresh
    return frozenset(seen - {top})


def members(index: Index, head: Node) -> Iterator[Node]:
    """Yield the members of an RDF list."""
    while values(index, head, _FIRST):
        yield values(index, head, _FIRST)[0]
        head = values(index, head, _REST)[0]

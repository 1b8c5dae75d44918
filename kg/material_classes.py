"""The classes of materials below ``ald:Material``: oxides, perovskites, III-V semiconductors.

The ontology holds all names of a class: its label, and others as ``skos:altLabel``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from kg.grounding import loosen, singular_name
from ontology import rdf, source
from ontology.iri import NAMESPACE, PREFIXES

_MATERIAL: Final = NAMESPACE + "Material"
_NAMES: Final = (PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "altLabel")
_SUBCLASS: Final = PREFIXES["rdfs"] + "subClassOf"


def class_named(name: str) -> str | None:
    """Return the IRI of the class with this IRI, CURIE or name, in the singular or the plural.

    >>> class_named("metal halide perovskites") == class_named("ald:HalidePerovskite")
    True
    """
    asked = name.removeprefix(NAMESPACE).removeprefix("ald:")
    by_name = _by_loose_name()
    return by_name.get(loosen(asked)) or by_name.get(singular_name(asked))


@cache
def material_classes() -> Mapping[str, tuple[str, ...]]:
    """Return the names of each class by its IRI: its local name, its label, its other names.

    Raises
    ------
    OntologyError
        If the ontology's Turtle is malformed.
    """
    names: defaultdict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    above: defaultdict[str, set[str]] = defaultdict(set)
    for triple in source.triples():
        subject, value = triple.subject, triple.object
        if isinstance(subject, rdf.NamedNode) and isinstance(value, rdf.NamedNode | rdf.Literal):
            if triple.predicate.value in _NAMES:
                names[subject.value][triple.predicate.value].append(value.value)
            elif triple.predicate.value == _SUBCLASS:
                above[subject.value].add(value.value)
    return MappingProxyType(
        {
            iri: (iri.removeprefix(NAMESPACE), *(n for one in _NAMES for n in names[iri][one]))
            for iri in sorted(above)
            if _MATERIAL in _ancestors(iri, above)
        }
    )


@cache
def _by_loose_name() -> Mapping[str, str]:
    return {
        loosen(name): iri for iri, names in material_classes().items() for name in reversed(names)
    }


def _ancestors(iri: str, above: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    ahead = [iri]
    while ahead:
        fresh = above.get(ahead.pop(), set()) - found
        found |= fresh
        ahead += fresh
    return found

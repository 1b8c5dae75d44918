"""The solids of a store that one formula denotes: families, and members of a placeholder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations
from typing import Final

from kg.families import is_one_family, stands_for
from kg.notation.symbols import PLACEHOLDERS
from kg.rdf.nodes import ald
from kg.statements.claims import pairs
from ontology import embedded, rdf
from ontology.graphs import BELIEF_GRAPH

_GRAPH: Final = rdf.NamedNode(BELIEF_GRAPH)


def family_quads(store: embedded.Store) -> Iterator[rdf.Quad]:
    """Yield relations of solids: ``PbX`` stands for ``PbSe``, ``AlOx`` is one with ``Al2O3``."""
    formulas = dict(pairs(store, ald("formula")))
    of_elements: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    contained: defaultdict[str, set[str]] = defaultdict(set)
    for solid, element in pairs(store, ald("containsElement")):
        contained[solid].add(element)
    for solid, elements in sorted(contained.items()):
        of_elements[frozenset(elements)].append(solid)
    for solids in of_elements.values():
        yield from _families(solids, formulas)
    yield from _members(sorted(set(contained) & set(formulas)), formulas)


def _families(solids: Iterable[str], formulas: Mapping[str, str]) -> Iterator[rdf.Quad]:
    """Yield the quads of families among solids of the same elements, in both directions."""
    for one, other in permutations(solids, 2):
        if is_one_family(formulas[one], formulas[other]):
            yield _quad(one, "familyWith", other)


def _members(solids: Iterable[str], formulas: Mapping[str, str]) -> Iterator[rdf.Quad]:
    known = list(solids)
    for one, variable in sorted(formulas.items()):
        for other in known if PLACEHOLDERS & set(variable) else ():
            if stands_for(variable, formulas[other]):
                yield _quad(one, "standsFor", other)


def _quad(subject: str, name: str, value: str) -> rdf.Quad:
    return rdf.Quad(rdf.NamedNode(subject), ald(name), rdf.NamedNode(value), _GRAPH)

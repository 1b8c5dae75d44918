"""Maintenance of derived data when a graph changes, by the algorithm DRed.

When triples are removed, all that was inferred with their help is removed, and what still follows
from the rest is derived again. When triples are added, what follows from them is added.
The result is that of :func:`kg.reason.materialise` over the changed graph.

References
----------
Gupta, Mumick, Subrahmanian, SIGMOD Record 1993, 22, 157 (maintaining views incrementally)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Final

from kg.clauses import Matcher
from kg.reason import rules
from ontology import embedded, rdf
from ontology.graphs import INFERRED_GRAPH, LEDGER_GRAPH

_INFERRED: Final = rdf.NamedNode(INFERRED_GRAPH)
_BESIDE: Final = frozenset({_INFERRED, rdf.DefaultGraph(), rdf.NamedNode(LEDGER_GRAPH)})


@cache
def _matcher() -> Matcher:
    return Matcher(chain.from_iterable(rule.clauses for rule in rules()))


def change(store: embedded.Store, gone: Iterable[rdf.Quad], come: Iterable[rdf.Quad]) -> None:
    """Remove quads from named graphs of a store and add others, and update all inferences.

    A triple stays in the default graph as long as any named graph holds it. None of the given quads
    may be an inferred one.
    """
    gone, come = list(gone), list(come)
    old = {quad.triple for quad in gone}
    new = {quad.triple for quad in come}
    for quad in gone:
        store.remove(quad)
    lost = {triple for triple in old - new if not _is_stated(store, triple)}
    doubtful = _overdeleted(store, lost)
    _remove(store, (*lost, *doubtful))
    fresh = {triple for triple in new if _default(triple) not in store}
    stated = {triple for triple in new if rdf.Quad(*_parts(triple), _INFERRED) in store}
    for triple in stated:  # a stated triple is not kept as an inferred one
        store.remove(rdf.Quad(*_parts(triple), _INFERRED))
    store.extend(come)
    store.extend(map(_default, new))
    again = {t for t in (*lost, *doubtful) if t not in new and _matcher().follows(store, t)}
    _infer(store, again)
    _forward(store, fresh | again)


def _overdeleted(store: embedded.Store, lost: Iterable[rdf.Triple]) -> set[rdf.Triple]:
    """Return the inferences that depend on lost triples, directly or indirectly."""
    found: set[rdf.Triple] = set()
    waiting = list(lost)
    while waiting:
        for triple in _matcher().concluded(store, waiting.pop()):
            if triple not in found and rdf.Quad(*_parts(triple), _INFERRED) in store:
                found.add(triple)
                waiting.append(triple)
    return found


def _forward(store: embedded.Store, fresh: Iterable[rdf.Triple]) -> None:
    """Infer everything that follows from new triples, directly or indirectly."""
    waiting = list(fresh)
    while waiting:
        for triple in list(_matcher().concluded(store, waiting.pop())):
            if _default(triple) not in store:
                _infer(store, [triple])
                waiting.append(triple)


def _infer(store: embedded.Store, triples: Iterable[rdf.Triple]) -> None:
    for triple in triples:
        store.add(rdf.Quad(*_parts(triple), _INFERRED))
        store.add(_default(triple))


def _remove(store: embedded.Store, triples: Iterable[rdf.Triple]) -> None:
    for triple in triples:
        store.remove(_default(triple))
        store.remove(rdf.Quad(*_parts(triple), _INFERRED))


def _is_stated(store: embedded.Store, triple: rdf.Triple) -> bool:
    found: Iterator[rdf.Quad] = store.quads_for_pattern(*_parts(triple), None)
    return any(quad.graph_name not in _BESIDE for quad in found)


def _parts(triple: rdf.Triple) -> tuple[rdf.NamedNode, rdf.NamedNode, rdf.NamedNode]:
    return triple.subject, triple.predicate, triple.object  # type: ignore[return-value]


def _default(triple: rdf.Triple) -> rdf.Quad:
    return rdf.Quad(*_parts(triple))

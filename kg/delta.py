"""The next generation of a graph as a copy of the live one in which only the changes are written.

The copy shares the files of the engine (hard links), so its cost does not depend on the size of the
graph. The graphs of changed documents are replaced; in unchanged documents the IRIs of studies may
change. Of the derived data only the part that the changed documents and studies affect is rebuilt:
the statements on their studies, the labels of these studies, their claims and the documents, the
families of solids, and inferences (:mod:`kg.upkeep`). The resulting quads are those of a build from
scratch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Final

from kg.rdf.nodes import LABEL, TYPE, ald
from kg.statements import (
    document_labels,
    family_quads,
    statement_quads,
    study_label,
    study_quads,
)
from kg.upkeep import change
from ontology import embedded, rdf
from ontology.graphs import BELIEF_GRAPH, INFERRED_GRAPH, LEDGER_GRAPH, graph_iri

_BELIEF: Final = rdf.NamedNode(BELIEF_GRAPH)
_DEFAULT: Final = rdf.DefaultGraph()
_INFERRED: Final = rdf.NamedNode(INFERRED_GRAPH)
_LEDGER: Final = rdf.NamedNode(LEDGER_GRAPH)
#: Properties between solids; they depend on all solids of a graph.
_OF_SOLIDS: Final = (ald("familyWith"), ald("standsFor"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Delta:
    """A change of a graph: graphs to remove, quads to add, IRIs to rename, and the new ledger.

    If ``concerns`` is given, only the statements on these studies (IRIs) change, and no document's
    voice does.
    """

    dropped: frozenset[str]
    added: tuple[rdf.Quad, ...] = ()
    renames: Mapping[str, Mapping[str, str]]
    ledger: tuple[rdf.Quad, ...] = ()
    concerns: frozenset[str] | None = None


def is_derived(store: embedded.Store) -> bool:
    """Return whether a graph has the derived data of a build, so that it can be updated."""
    return all(
        next(store.quads_for_pattern(None, None, None, graph), None) is not None
        for graph in (_BELIEF, _INFERRED)
    )


def apply(store: embedded.Store, delta: Delta) -> frozenset[str]:
    """Change a private copy of a store into the next generation.

    Returns
    -------
    The IRIs of all studies that the changed documents name. The statements on other studies, and
    the documents that make them, do not change.
    """
    graphs = [rdf.NamedNode(graph_iri(name)) for name in {*delta.dropped, *delta.renames}]
    before = [quad for graph in graphs for quad in _of_graph(store, graph)]
    after = [*delta.added, *_renamed(before, delta)]
    if delta.concerns is not None:
        named: set[rdf.NamedNode] = set()
        touched = spoken_of = set(map(rdf.NamedNode, delta.concerns))
    else:
        named = {*_objects([*before, *after], ald("refersTo"))}
        touched = {*_of_type("Study", before), *_of_type("Study", after)}
        spoken_of = {*_objects([*before, *after], ald("aboutStudy"))}
    gone = {*before} - {*after}
    come = {*after} - {*before}
    # The documents' graphs are changed first, because the new statements are made from them.
    documents = {*_of_type("Document", before), *_of_type("Document", after)}
    called = {study: study_label(store, study.value) for study in touched - spoken_of}
    old = {*_beliefs(store, spoken_of, touched | documents)}
    change(store, gone, come)
    # The labels of claims on a study contain the study's label.
    recalled = {node for node, label in called.items() if study_label(store, node.value) != label}
    old.update(_beliefs(store, recalled, frozenset()))
    new = {*_new_beliefs(store, spoken_of | recalled, touched, documents)}
    change(store, old - new, new - old)
    for graph in graphs:
        if next(_of_graph(store, graph), None) is None:
            store.remove_graph(graph)
    store.remove_graph(_LEDGER)
    store.extend(delta.ledger)
    return frozenset(study.value for study in {*touched, *spoken_of, *named})


def _of_graph(store: embedded.Store, graph: rdf.NamedNode) -> Iterator[rdf.Quad]:
    return store.quads_for_pattern(None, None, None, graph)


def _renamed(quads: Iterable[rdf.Quad], delta: Delta) -> Iterator[rdf.Quad]:
    """Yield the quads of unchanged documents, with the present IRIs of their studies."""
    names = {
        rdf.NamedNode(graph_iri(document)): {
            rdf.NamedNode(old): rdf.NamedNode(new) for old, new in renamed.items()
        }
        for document, renamed in delta.renames.items()
        if document not in delta.dropped
    }
    for quad in quads:
        nodes: Mapping[object, rdf.NamedNode] | None = names.get(quad.graph_name)  # type: ignore[arg-type, assignment]
        if nodes is not None:
            subject = nodes.get(quad.subject, quad.subject)
            value = nodes.get(quad.object, quad.object)
            yield rdf.Quad(subject, quad.predicate, value, quad.graph_name)


def _of_type(name: str, quads: Iterable[rdf.Quad]) -> Iterator[rdf.NamedNode]:
    for quad in quads:
        if quad.predicate == TYPE and quad.object == ald(name):
            yield quad.subject  # type: ignore[misc] # studies and documents have an IRI


def _objects(quads: Iterable[rdf.Quad], predicate: rdf.NamedNode) -> Iterator[rdf.NamedNode]:
    for quad in quads:
        if quad.predicate == predicate:
            yield quad.object  # type: ignore[misc] # a study has an IRI


def _beliefs(
    store: embedded.Store, spoken_of: Set[rdf.NamedNode], shown: Set[rdf.NamedNode]
) -> Iterator[rdf.Quad]:
    """Yield the triples of the belief graph on studies, documents, their statements and solids.

    ``shown`` are studies and documents whose own triples are wanted, ``spoken_of`` studies whose
    statements and claim labels are wanted.
    """
    for study in spoken_of:
        for on in store.quads_for_pattern(None, ald("onStudy"), study, _BELIEF):
            yield from store.quads_for_pattern(on.subject, None, None, _BELIEF)
        for about in store.quads_for_pattern(None, ald("aboutStudy"), study, _DEFAULT):
            yield from store.quads_for_pattern(about.subject, LABEL, None, _BELIEF)
    for node in shown:
        yield from store.quads_for_pattern(node, None, None, _BELIEF)
    for predicate in _OF_SOLIDS:
        yield from store.quads_for_pattern(None, predicate, None, _BELIEF)


def _new_beliefs(
    store: embedded.Store,
    spoken_of: Set[rdf.NamedNode],
    touched: Set[rdf.NamedNode],
    documents: Set[rdf.NamedNode],
) -> Iterator[rdf.Quad]:
    """Yield the same triples as :func:`_beliefs`, made again from the documents."""
    yield from statement_quads(store, [study.value for study in spoken_of])
    yield from study_quads(store, [study.value for study in touched])
    yield from document_labels(store, documents)
    yield from family_quads(store)

"""Derived data of a store: statements with their belief, and inferences.

Both stand in named graphs of their own and are made from the default graph alone, so they can be
dropped and made again at any time; ``kg.store`` does so whenever it writes a generation.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

from kg import reason
from kg.statements import document_labels, family_quads, statement_quads, study_quads
from ontology import embedded, rdf

#: Quads handed to the engine at a time, so that memory does not grow with the graph.
_BATCH: Final = 50_000


def derive(store: embedded.Store) -> None:
    """Add statements and inferences to a store that has none, some at a time."""
    _put(store, statement_quads(store))
    describe(store)
    reason.materialise(store)


def describe(store: embedded.Store) -> None:
    """Add what documents and studies are called, and which solids are of one family.

    It does not depend on statements, nor they on it.
    """
    _put(store, chain(document_labels(store), family_quads(store), study_quads(store)))


def _put(store: embedded.Store, made: Iterator[rdf.Quad]) -> None:
    while some := list(islice(made, _BATCH)):
        store.bulk_extend(some)
        store.bulk_extend(rdf.Quad(q.subject, q.predicate, q.object) for q in some)

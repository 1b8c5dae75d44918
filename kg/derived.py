"""Derived data of a store: statements with their belief, and inferences.

Both are in named graphs of their own and are made from the default graph alone, so they can be
dropped and made again at any time; ``kg.store`` does so whenever it writes a generation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Final

from kg import reason
from kg.statements import document_labels, family_quads, statement_quads, study_quads
from ontology import embedded, rdf
from ontology.iri import NAMESPACE

#: Quads handed to the engine at a time, so that memory does not grow with the graph.
_BATCH: Final = 50_000
#: Local names of the classes and properties of statements that rules read or conclude.
_OF_STATEMENTS: Final = frozenset(
    NAMESPACE + name for name in ("Statement", "Observation", "assertedBy", "shownBy")
)


def derive(store: embedded.Store) -> None:
    """Add statements and inferences, in batches, to a store that has none."""
    _put(store, chain(statement_quads(store), descriptions(store)))
    reason.materialise(store)


def descriptions(store: embedded.Store) -> Iterator[rdf.Quad]:
    """Yield the labels of documents and studies, and the families of solids.

    They do not depend on statements, and statements do not depend on them.
    """
    return chain(document_labels(store), family_quads(store), study_quads(store))


def inferring_before_statements(store: embedded.Store, keep: reason.Keep) -> Iterator[None]:
    """Infer everything that follows without statements, one rule at each step.

    ``keep`` is as in :func:`kg.reason.inferring`.
    """
    without = [rule for rule in reason.rules() if not is_on_statements(rule)]
    return reason.inferring(store, without, without, keep=keep)


def inferring_from_statements(store: embedded.Store, keep: reason.Keep) -> Iterator[None]:
    """Infer everything that follows from statements, in a store that has all other inferences."""
    first = filter(is_on_statements, reason.rules())
    return reason.inferring(store, first, keep=keep)


def is_on_statements(rule: reason.Rule) -> bool:
    """Return whether a rule reads or concludes a class or property of statements."""
    return not _OF_STATEMENTS.isdisjoint({rule.head, *rule.body})


def _put(store: embedded.Store, made: Iterable[rdf.Quad]) -> None:
    made = iter(made)
    while some := list(islice(made, _BATCH)):
        store.bulk_extend(some)
        store.bulk_extend(rdf.Quad(q.subject, q.predicate, q.object) for q in some)

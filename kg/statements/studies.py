"""The label, year and DOI of a study for answers, if documents give different ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kg.rdf.nodes import LABEL, TYPE, ald, typed
from ontology import embedded, rdf
from ontology.graphs import BELIEF_GRAPH

_GRAPH: Final = rdf.NamedNode(BELIEF_GRAPH)
_DEFAULT: Final = rdf.DefaultGraph()
#: Property for display -> property it is taken from.
_SHOWN: Final = (("shownLabel", LABEL), ("shownYear", ald("year")), ("shownDoi", ald("doi")))


def study_quads(store: embedded.Store, studies: Iterable[str] | None = None) -> Iterator[rdf.Quad]:
    """Yield the first label, the earliest year and the first DOI of each study of a store.

    Parameters
    ----------
    store
        The store.
    studies
        The wanted studies; all if left out.
    """
    for study in _all(store) if studies is None else studies:
        node = rdf.NamedNode(study)
        for name, predicate in _SHOWN:
            stated = store.quads_for_pattern(node, predicate, None, _DEFAULT)
            first = min((q.object.value for q in stated), default=None)  # type: ignore[union-attr]
            if first is not None:
                shown = typed(first, "integer") if name == "shownYear" else rdf.Literal(first)
                yield rdf.Quad(node, ald(name), shown, _GRAPH)


def _all(store: embedded.Store) -> Iterator[str]:
    for quad in store.quads_for_pattern(None, TYPE, ald("Study"), _DEFAULT):
        if isinstance(quad.subject, rdf.NamedNode):
            yield quad.subject.value

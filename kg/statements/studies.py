"""How a study is shown in answers, where documents call it differently: one label, year and DOI."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.rdf.nodes import LABEL, TYPE, ald, typed
from kg.statements.said import pairs
from ontology import embedded, rdf
from ontology.iri import BELIEF_GRAPH

_GRAPH: Final = rdf.NamedNode(BELIEF_GRAPH)


def study_quads(store: embedded.Store) -> Iterator[rdf.Quad]:
    """The first label, the earliest year and the first DOI of each study of a store."""
    studies = {s for s, kind in pairs(store, TYPE) if kind == ald("Study").value}
    for name, predicate in (
        ("shownLabel", LABEL),
        ("shownYear", ald("year")),
        ("shownDoi", ald("doi")),
    ):
        first: dict[str, str] = {}
        for subject, value in pairs(store, predicate):
            if subject in studies:
                first[subject] = min(value, first.get(subject, value))
        for subject, value in sorted(first.items()):
            shown = typed(value, "integer") if name == "shownYear" else rdf.Literal(value)
            yield rdf.Quad(rdf.NamedNode(subject), ald(name), shown, _GRAPH)

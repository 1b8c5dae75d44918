"""Decisions of people as RDF, and the claims before the decisions read back.

The IRI of a decision extends that of the resulting claim, or, if there is none, that of the claim
as it was read. The decision stores that original claim as a record, so that a graph can be reset
without its documents.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from kg.claims import claim_key, from_record, to_line
from kg.model import Claim, DecidedClaim
from kg.rdf.nodes import ACTIVITY, TYPE, Graph, ald, typed
from ontology import rdf
from ontology.iri import claim_iri, segments, sub_iri

if TYPE_CHECKING:
    from kg.model import Decision


def add_decisions(
    graph: Graph, decided: Iterable[DecidedClaim], studies: Mapping[str, rdf.NamedNode]
) -> None:
    """Describe decisions on claims, and link them to the claims that result."""
    for one in decided:
        parent = rdf.NamedNode(claim_iri(claim_key(one.claim or one.original)))
        for decision in one.decisions:
            node = rdf.NamedNode(sub_iri(parent.value, "decision", decision.id))
            if one.claim is not None:
                graph.add(parent, ald("hasDecision"), node)
            graph.add(node, ald("concernsStudy"), studies[one.original.study])
            graph.text(node, ald("decidesOn"), claim_key(one.original))
            graph.text(node, ald("claimAsRead"), to_line(one.original))
            _add_decision(graph, node, decision)


def _add_decision(graph: Graph, node: rdf.NamedNode, decision: Decision) -> None:
    for name in ("Decision", "Curation"):
        graph.add(node, TYPE, ald(name))
    graph.add(node, TYPE, ACTIVITY)
    graph.text(node, ald("verdict"), decision.verdict)
    graph.text(node, ald("curator"), decision.name)
    graph.add(node, ald("decidedAt"), typed(decision.date, "dateTime"))
    graph.text(node, ald("reason"), decision.reason)
    graph.text(node, ald("decidesOnLink"), str(decision.link or ""))


def originals(quads: Iterable[rdf.Quad]) -> tuple[Claim, ...]:
    """Return the claims that decisions were about, as they were read."""
    found = {q.object.value: None for q in quads if q.predicate == ald("claimAsRead")}  # type: ignore[union-attr]
    return tuple(from_record(json.loads(text)) for text in found)


def decision_ids(quads: Iterable[rdf.Quad]) -> Mapping[str, frozenset[str]]:
    """Return the ids of the decisions that are in force in a graph, by document."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for quad in quads:
        if isinstance(quad.subject, rdf.NamedNode) and isinstance(quad.graph_name, rdf.NamedNode):
            document = segments(quad.graph_name.value)[-1]
            found[document].add(segments(quad.subject.value)[-1])
    return {name: frozenset(ids) for name, ids in found.items()}


def without_decisions(quads: Iterable[rdf.Quad]) -> Iterator[rdf.Quad]:
    """Yield the quads except those of decisions and those that refer to decisions."""
    listed = list(quads)
    nodes = {quad.subject for quad in listed if quad.predicate == ald("claimAsRead")}
    yield from (q for q in listed if q.subject not in nodes and q.object not in nodes)

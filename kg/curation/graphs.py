"""The graph of one document with other decisions applied: pure functions from quads to quads."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final

from kg.claims import claim_key
from kg.curation.applying import as_read, put_into_force
from kg.model import THIS, DecidedClaim, Decision, Document
from kg.rdf import claims_from_quads, claims_quads
from kg.rdf.decisions import originals, without_decisions
from kg.rdf.nodes import ald
from ontology import rdf
from ontology.iri import PREFIXES

_CLAIM: Final = re.compile(rf"({re.escape(PREFIXES['claim'])})([^/]+)")


def settled_quads(
    name: str, quads: Sequence[rdf.Quad], decisions: Iterable[Decision]
) -> list[rdf.Quad]:
    """Return the graph of a document with exactly these decisions applied.

    Parameters
    ----------
    name
        The document's id.
    quads
        Its graph, in which any decisions may be applied.
    decisions
        The decisions to apply.
    """
    plain = list(without_decisions(quads))
    claims = claims_from_quads(plain)
    studies = _studies(quads)
    undecided = [DecidedClaim(original=o, claim=None, decisions=()) for o in originals(quads)]
    base = as_read(claims, undecided)
    document = put_into_force(Document(id=name, sha256="", claims=base), decisions)
    old = {*claims_quads(name, claims, (), studies)}
    gone = {claim_key(c) for c in claims} - {claim_key(c) for c in document.claims}
    kept = (quad for quad in plain if quad not in old and not _is_of(quad, gone))
    new = claims_quads(name, document.claims, document.decided, studies)
    return list(dict.fromkeys((*kept, *new)))


def _is_of(quad: rdf.Quad, keys: Collection[str]) -> bool:
    """Return whether a quad describes one of these claims, or a part of one."""
    claim = _CLAIM.match(quad.subject.value)  # type: ignore[union-attr] # no blank node
    return claim is not None and claim[2] in keys


def _studies(quads: Iterable[rdf.Quad]) -> dict[str, rdf.NamedNode]:
    """Return the node of each study of a document, by its number as printed."""
    values: dict[Any, Any] = {(quad.predicate, quad.subject): quad.object for quad in quads}
    found = {}
    for (predicate, subject), value in values.items():
        if predicate == ald("describes"):
            found[THIS] = value
        elif predicate == ald("number"):
            found[value.value] = values[ald("refersTo"), subject]
        elif predicate == ald("studyKey"):
            found[value.value] = values[ald("aboutStudy"), subject]
        elif predicate == ald("claimAsRead"):
            found[json.loads(value.value)["study"]] = values[ald("concernsStudy"), subject]
    return found


def concerned(before: Sequence[rdf.Quad], after: Sequence[rdf.Quad]) -> frozenset[str] | None:
    """Return the studies of changed claims; ``None`` if a document became or ceased to be a survey.

    A survey is a document with more claims on other studies than on its own.
    """
    if _surveys(before) != _surveys(after):
        return None
    about: dict[Any, Any] = {
        _owner(q.subject): q.object
        for q in (*before, *after)
        if q.predicate in (ald("aboutStudy"), ald("concernsStudy"))
    }
    owners = {_owner(quad.subject) for quad in {*before} ^ {*after}}
    return frozenset(about[owner].value for owner in owners if owner in about)


def _owner(node: Any) -> rdf.NamedNode:
    """Return the claim that a node describes or is part of."""
    claim = _CLAIM.match(node.value)
    return rdf.NamedNode(claim[0]) if claim else node


def _surveys(quads: Iterable[rdf.Quad]) -> set[object]:
    """Return the graphs of documents with more claims on other studies than on their own."""
    own = {quad.graph_name: quad.object for quad in quads if quad.predicate == ald("describes")}
    balance: Counter[object] = Counter()
    for quad in quads:
        if quad.predicate == ald("aboutStudy"):
            balance[quad.graph_name] += 1 if quad.object == own.get(quad.graph_name) else -1
    return {graph for graph, count in balance.items() if count < 0}

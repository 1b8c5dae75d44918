"""Read the decisions in a graph, and the claim for a new decision."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.claims import claim_key, from_record
from kg.model import Claim
from kg.rdf import claims_from_quads
from kg.store import Graph
from kg.table import table_from_result
from ontology import rdf
from ontology.iri import PREFIXES, claim_iri, segments

_QUERY: Final = """
SELECT ?decision ?verdict ?name ?date ?reason ?link ?key ?record ?claim {{
  {which}
  ?decision ald:verdict ?verdict ; ald:curator ?name ; ald:decidedAt ?date ;
            ald:decidesOn ?key ; ald:claimAsRead ?record .
  OPTIONAL {{ ?decision ald:reason ?reason }}
  OPTIONAL {{ ?decision ald:decidesOnLink ?link }}
  OPTIONAL {{ ?claim ald:hasDecision ?decision }}
}} ORDER BY ?date ?decision
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedDecision:
    """A decision that is in force in a graph.

    ``as_read`` is the claim before decisions, ``key`` its id; ``claim`` is the id of the resulting
    claim, or ``""`` if there is none.
    """

    id: str
    verdict: str
    name: str
    date: str
    reason: str
    link: str
    key: str
    as_read: Claim
    claim: str


def decisions_on_study(graph: Graph, study: str) -> tuple[RecordedDecision, ...]:
    """Return the decisions on claims about a study, given by its IRI, in order."""
    return _decisions(graph, f"?decision ald:concernsStudy <{study}> .")


def decisions_on_claim(graph: Graph, key: str) -> tuple[RecordedDecision, ...]:
    """Return the decisions on a claim as it was read, or that led to it, in order.

    Raises
    ------
    ValueError
        If ``key`` is not a key of a claim.
    """
    iri = claim_iri(key)
    return _decisions(
        graph,
        f'{{ ?decision ald:decidesOn "{key}" }} UNION {{ <{iri}> ald:hasDecision ?decision }}',
    )


def _decisions(graph: Graph, which: str) -> tuple[RecordedDecision, ...]:
    rows = table_from_result(graph.query(_QUERY.format(which=which))).rows
    return tuple(dict.fromkeys(_one([str(v or "") for v in row]) for row in rows))


def _one(row: list[str]) -> RecordedDecision:
    decision, verdict, name, date, reason, link, key, record, claim = row
    return RecordedDecision(
        id=segments(decision)[-1],
        verdict=verdict,
        name=name,
        date=date,
        reason=reason,
        link=link,
        key=key,
        as_read=from_record(json.loads(record)),
        claim=segments(claim)[-1] if claim else "",
    )


def read_claim(graph: Graph, document: str, key: str) -> Claim | None:
    """Return the claim of a document in a graph with this key; ``None`` if there is none."""
    claims = claims_from_quads(_about(graph, document, claim_iri(key)))
    return next((claim for claim in claims if claim_key(claim) == key), None)


def find_claim(graph: Graph, key: str) -> Claim | None:
    """Return the claim for a decision: as it is now, or as it was read if it was rejected.

    Raises
    ------
    ValueError
        If ``key`` is not a key of a claim.
    """
    query = f"SELECT ?name {{ <{claim_iri(key)}> ald:statedIn/dcterms:identifier ?name }}"
    for (document,) in table_from_result(graph.query(query)).rows:
        if (found := read_claim(graph, str(document), key)) is not None:
            return found
    return next((told.as_read for told in decisions_on_claim(graph, key)), None)


def _about(graph: Graph, document: str, claim: str) -> Iterator[rdf.Quad]:
    """Yield the quads of a document except those of other claims."""
    for quad in graph.quads(document):
        node = quad.subject
        if isinstance(node, rdf.NamedNode):
            is_claim = node.value.startswith(PREFIXES["claim"])
            if not is_claim or node.value == claim or node.value.startswith(claim + "/"):
                yield quad

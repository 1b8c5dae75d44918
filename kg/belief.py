"""How far to believe what is said of a study: one vote for each independent source.

Claims that say the same of the same study are one *statement*. Its sources are counted so:

- a document has one vote, however often it repeats itself: that of its surest claim;
- the paper and a note that sums it up are one source, the study itself;
- all other documents are one source more: two reviews that cite the same paper both have it from
  there, so they vote as one, by the surest of them.

With ``c`` the confidence of a source's vote and ``e`` the error that no rule knows of
(:data:`SYSTEMATIC_ERROR`), the belief is ``1 - product over sources of (1 - (1 - e) * c)``: the
statement is wrong only if every source is misread. Confidence says how surely a sentence was read,
so belief is that a statement was *made*, not that nature agrees.

References
----------
Gyori et al., Mol. Syst. Biol. 2017, 13, 954 (belief from evidence): 10.15252/msb.20177651
"""

from __future__ import annotations

import hashlib
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg.rdf.nodes import TYPE, Value, ald, decimal, typed
from ontology.iri import BELIEF_GRAPH, statement_iri

#: How often a claim is wrong whatever its rule's confidence: the reader's blind spots.
SYSTEMATIC_ERROR: Final = 0.05

_GRAPH: Final = ox.NamedNode(BELIEF_GRAPH)
_CODED: Final = (
    *("role", "material", "form", "architecture", "system", "process", "chemical"),
    *("parameter", "technique", "property", "direction", "application"),
)
_NUMBERS: Final = ("value", "valueMax", "startValue", "bound", "unitCode")

#: Subject -> (property, value) pairs.
_Content = dict[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """A statement with the claims that make it, its sources and how far to believe it."""

    iri: str
    study: str
    claims: tuple[str, ...]
    sources: int
    documents: int
    belief: float


def belief(votes: Iterable[float]) -> float:
    """How far to believe what independent sources say, by the confidence of each one's vote.

    >>> belief([0.9]), belief([0.9, 0.9]), belief([1.0])
    (0.855, 0.979, 0.95)
    """
    wrong = math.prod(1 - (1 - SYSTEMATIC_ERROR) * vote for vote in votes)
    return round(1 - wrong, 4)


def beliefs(store: ox.Store) -> tuple[Belief, ...]:
    """Every statement of the claims in a store's default graph, sorted by IRI."""
    contents = _contents(store)
    studies, documents = _values(store, "aboutStudy"), _values(store, "statedIn")
    groups: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for claim, study in studies.items():
        if claim in documents:
            groups[study, _key(study, contents.get(claim, []))].append(claim)
    confidences, own = _values(store, "confidence"), _values(store, "describes")
    made = (
        _belief(study, key, sorted(claims), documents, confidences, own)
        for (study, key), claims in groups.items()
    )
    return tuple(sorted(made, key=lambda made: made.iri))


def _belief(
    study: str,
    key: str,
    claims: list[str],
    documents: Mapping[str, str],
    confidences: Mapping[str, str],
    own: Mapping[str, str],
) -> Belief:
    votes: dict[bool, float] = {}
    for claim in claims:
        first_hand = own.get(documents[claim]) == study
        vote = float(confidences.get(claim, "0"))
        votes[first_hand] = max(vote, votes.get(first_hand, 0.0))
    return Belief(
        iri=statement_iri(key),
        study=study,
        claims=tuple(claims),
        sources=len(votes),
        documents=len({documents[claim] for claim in claims}),
        belief=belief(votes.values()),
    )


def belief_quads(store: ox.Store) -> Iterator[ox.Quad]:
    """The statements of a store's claims as quads of their own named graph."""
    for found in beliefs(store):
        node = ox.NamedNode(found.iri)
        record: tuple[tuple[ox.NamedNode, Value], ...] = (
            (TYPE, ald("Statement")),
            (ald("onStudy"), ox.NamedNode(found.study)),
            (ald("belief"), decimal(found.belief)),
            (ald("sourceCount"), typed(str(found.sources), "integer")),
            (ald("documentCount"), typed(str(found.documents), "integer")),
            *((ald("assertedBy"), ox.NamedNode(claim)) for claim in found.claims),
        )
        for predicate, value in record:
            yield ox.Quad(node, predicate, value, _GRAPH)


def _key(study: str, content: list[tuple[str, str]]) -> str:
    """The same 16 hexadecimal digits for all claims that say the same of a study."""
    text = json.dumps([study, sorted(content)], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _contents(store: ox.Store) -> _Content:
    """What each claim states: its coded values, and the numbers of its quantity."""
    numbers: _Content = defaultdict(list)
    for name in _NUMBERS:
        for subject, value in _pairs(store, name):
            numbers[subject].append((name, value))
    contents: _Content = defaultdict(list)
    for name in _CODED:
        for subject, value in _pairs(store, name):
            contents[subject].append((name, value))
    for claim, quantity in _pairs(store, "quantity"):
        contents[claim] += numbers.get(quantity, [])
    return contents


def _pairs(store: ox.Store, name: str) -> Iterator[tuple[str, str]]:
    for quad in store.quads_for_pattern(None, ald(name), None, ox.DefaultGraph()):
        if isinstance(quad.subject, ox.NamedNode) and not isinstance(quad.object, ox.Triple):
            yield quad.subject.value, quad.object.value


def _values(store: ox.Store, name: str) -> dict[str, str]:
    return dict(_pairs(store, name))

"""The belief in a statement about a study: one vote for each independent source.

Claims with the same content on the same study are one *statement*. Its sources are counted so:

- a document has one vote, however often it repeats itself: that of its most confident claim;
- the paper and a note that was written from it are one source, the study itself;
- all other documents together are one more source: two reviews that cite the same paper both have
  it from there, so they vote as one, with the greatest confidence among them; a note that was
  written from a review votes with the review;
- each person who read a sentence and accepted the claim (:mod:`kg.curation`) is one more reader,
  with a vote of confidence 1.

With ``c`` the confidence of a source's vote and ``e`` the error that no rule accounts for
(:data:`SYSTEMATIC_ERROR`), the belief is ``1 - product over sources of (1 - (1 - e) * c)``: the
statement is wrong only if every source was misread. Confidence measures how reliably a sentence was
read, so belief means that a statement was *made*, not that it is true.

References
----------
Gyori et al., Mol. Syst. Biol. 2017, 13, 954 (belief from evidence): 10.15252/msb.20177651
"""

from __future__ import annotations

import hashlib
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.statements.claims import StatedClaim
from kg.statements.voices import SourceDocument
from ontology.iri import statement_iri

#: Share of claims that are wrong independently of the confidence of their rule.
SYSTEMATIC_ERROR: Final = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """A statement with its claims, its number of sources and its belief."""

    iri: str
    study: str
    claims: tuple[str, ...]
    sources: int
    documents: int
    belief: float


def belief(votes: Iterable[float]) -> float:
    """Return the belief from independent sources, given the confidence of each vote.

    >>> belief([0.9]), belief([0.9, 0.9]), belief([1.0])
    (0.855, 0.979, 0.95)
    """
    wrong = math.prod(1 - (1 - SYSTEMATIC_ERROR) * vote for vote in votes)
    return round(1 - wrong, 4)


def beliefs(
    stated: Iterable[StatedClaim], source_documents: Mapping[str, SourceDocument]
) -> tuple[Belief, ...]:
    """Return the statements that the claims form, sorted by IRI.

    Parameters
    ----------
    stated
        The claims.
    source_documents
        The documents of the claims, by IRI.
    """
    groups: defaultdict[tuple[str, str], list[StatedClaim]] = defaultdict(list)
    for one in stated:
        groups[one.study, _key(one)].append(one)
    made = (_belief(study, key, group, source_documents) for (study, key), group in groups.items())
    return tuple(sorted(made, key=lambda made: made.iri))


def _belief(
    study: str,
    key: str,
    stated: Sequence[StatedClaim],
    source_documents: Mapping[str, SourceDocument],
) -> Belief:
    votes: dict[bool, float] = {}
    for one in stated:
        first_hand = source_documents[one.document].describes_first_hand(study)
        votes[first_hand] = max(one.confidence, votes.get(first_hand, 0.0))
    people = set().union(*(one.accepted_by for one in stated))
    return Belief(
        iri=statement_iri(key),
        study=study,
        claims=tuple(sorted(one.claim for one in stated)),
        sources=len(votes),
        documents=len({one.document for one in stated}),
        belief=belief([*votes.values(), *(1.0 for _ in people)]),
    )


def _key(stated: StatedClaim) -> str:
    """Return 16 hexadecimal digits, the same for all claims with the same content on a study."""
    text = json.dumps([stated.study, stated.content], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]

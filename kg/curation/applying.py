"""Apply decisions to the claims of a document: find each claim, then change it, in order.

A claim is found by its key (document, study, content, place). If the document was read again and
places have moved, it is the claim with the same content and study in the same sentence, or else in
an overlapping place. If an earlier decision changed the claim, the next one applies to the result.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from corpus.model import Span
from kg.claims import canonical, claim_key, from_record, to_record
from kg.curation.decision import corrected, links_of, quote_hash, relinked
from kg.errors import CurationError
from kg.model import Claim, DecidedClaim, Decision, Document, Evidence

#: The rule name of claims that a person corrected.
RULE: Final = "corrected"
_NOWHERE: Final = Evidence(spans=((0, 1),), rule="", extractor="")


@dataclass(slots=True)
class _Slot:
    """A claim as read, its later states, and its present state (``None`` if it was rejected)."""

    states: list[Claim]
    claim: Claim | None
    decisions: list[Decision] = field(default_factory=list)


def put_into_force(document: Document, decisions: Iterable[Decision]) -> Document:
    """Return a document with the decisions on its claims applied.

    Decisions that match no claim leave no trace in it: see :func:`without_decisions`.
    """
    wanted = [one for one in decisions if one.claim is not None and one.claim.doc == document.id]
    if not wanted:
        return document
    slots = [_Slot([claim], claim) for claim in canonical(document.claims)]
    finder = _Finder(slots)
    for decision in wanted:
        slot = finder.find(decision)
        if slot is not None and _apply(slot, decision, slots):
            slot.decisions.append(decision)
            finder.add(slot)
    return replace(
        document,
        claims=tuple(slot.claim for slot in slots if slot.claim is not None),
        decided=tuple(
            DecidedClaim(original=s.states[0], claim=s.claim, decisions=tuple(s.decisions))
            for s in slots
            if s.decisions
        ),
    )


def as_read(claims: Iterable[Claim], decided: Sequence[DecidedClaim]) -> tuple[Claim, ...]:
    """Return the claims of a document before any decisions."""
    originals = {claim_key(one.original): one.original for one in decided}
    kept = (
        claim
        for claim in claims
        if claim.evidence.rule != RULE and claim_key(claim) not in originals
    )
    return canonical([*kept, *originals.values()])


class _Finder:
    """Finds the claim that a decision is about."""

    def __init__(self, slots: Iterable[_Slot]) -> None:
        self._by_key: dict[str, _Slot] = {}
        self._by_content: defaultdict[str, list[_Slot]] = defaultdict(list)
        for slot in slots:
            self.add(slot)

    def add(self, slot: _Slot) -> None:
        """Index a claim by its latest state too."""
        last = slot.states[-1]
        self._by_key.setdefault(claim_key(last), slot)
        same = self._by_content[_content_key(last)]
        if slot not in same:
            same.append(slot)

    def find(self, decision: Decision) -> _Slot | None:
        assert decision.claim is not None  # noqa: S101 - undoings are not applied
        exact = self._by_key.get(claim_key(decision.claim))
        if exact is not None:
            return exact
        same = self._by_content.get(_content_key(decision.claim), ())
        spans, wanted = decision.claim.evidence.spans, decision.quote_sha256
        quoted = (s for s in same if wanted and quote_hash(_quote(s)) == wanted)
        beside = (s for s in same if _overlap(s.states[0].evidence.spans, spans))
        return next(quoted, None) or next(beside, None)


def _quote(slot: _Slot) -> str:
    return slot.states[0].evidence.quote


def _content_key(claim: Claim) -> str:
    return claim_key(replace(claim, evidence=_NOWHERE))


def _overlap(one: Iterable[Span], other: Sequence[Span]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def _apply(slot: _Slot, decision: Decision, slots: Sequence[_Slot]) -> bool:
    """Change a claim by a decision; return whether the decision could be applied."""
    claim = slot.claim or slot.states[-1]
    try:
        if decision.link is not None:
            slot.claim = _relinked(claim, decision)
        elif decision.verdict == "accept":
            slot.claim = claim
        elif decision.verdict == "reject":
            slot.claim = None
        else:
            _correct(slot, claim, decision, slots)
    except CurationError:
        return False
    return True


def _relinked(claim: Claim, decision: Decision) -> Claim:
    record = to_record(claim)
    link = decision.link
    if decision.verdict == "reject" and link is not None:
        return from_record(relinked(record, link, ""))
    if decision.verdict == "correct":
        return from_record(corrected(record, decision))
    if link not in links_of(record):
        raise CurationError(f"the claim has no link {link}")
    return claim


def _correct(slot: _Slot, claim: Claim, decision: Decision, slots: Sequence[_Slot]) -> None:
    """Replace a claim by its correction, or drop it if another claim already states that."""
    made = from_record(corrected(to_record(claim), decision))
    made = replace(
        made,
        confidence=1.0,
        evidence=replace(claim.evidence, rule=RULE, extractor="", curator=decision.name),
    )
    key = claim_key(made)
    others = (other.claim for other in slots if other is not slot and other.claim is not None)
    slot.claim = None if key in map(claim_key, others) else made
    slot.states.append(made)

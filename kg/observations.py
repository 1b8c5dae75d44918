"""Observations: what changed on which sample, by what cause, against what, under which conditions.

An observation is one outcome with its links and the techniques that showed it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Claim, Condition, Outcome, Quantity, Technique, Thing


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One outcome of one study; a link that the text does not state is empty.

    ``sample`` lists layers from the inside out. ``baseline`` is what the sample is compared with,
    ``conditions`` are those of the test. ``claims`` are the claims behind it, the outcome first.
    """

    doc: str
    study: str
    property: str
    direction: str
    quantity: Quantity | None = None
    sample: tuple[str, ...] = ()
    agents: tuple[Thing, ...] = ()
    baseline: tuple[Thing, ...] = ()
    conditions: tuple[Condition, ...] = ()
    techniques: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()


def observations(claims: Iterable[Claim]) -> tuple[Observation, ...]:
    """Return the observations of all studies, in the order of their outcomes."""
    listed = list(claims)
    shown: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in listed:
        if isinstance(claim.content, Technique):
            for thing in claim.links.shows:
                if thing.kind == "outcome":
                    shown[claim.doc, claim.study, thing.id].append(claim)
    return tuple(
        _observation(claim, claim.content, shown[claim.doc, claim.study, claim.content.property])
        for claim in listed
        if isinstance(claim.content, Outcome)
    )


def _observation(claim: Claim, outcome: Outcome, shown: list[Claim]) -> Observation:
    """Return an outcome with the techniques that showed it in a sentence of its own evidence."""
    proofs = [c for c in shown if set(c.evidence.spans) & set(claim.evidence.spans)]
    techniques = [c.content.technique for c in proofs if isinstance(c.content, Technique)]
    links = claim.links
    return Observation(
        doc=claim.doc,
        study=claim.study,
        property=outcome.property,
        direction=outcome.direction,
        quantity=outcome.quantity,
        sample=links.of,
        agents=links.agent,
        baseline=links.against,
        conditions=links.under,
        techniques=tuple(dict.fromkeys(techniques)),
        claims=(claim, *proofs),
    )

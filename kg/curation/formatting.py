"""Claims and decisions as one line of text, for messages and tables."""

from __future__ import annotations

from collections.abc import Collection

from kg.claims import kind_of, to_record
from kg.curation.decision import content_of
from kg.model import Claim, Decision


def claim_in_words(claim: Claim) -> str:
    """Return a claim in one line, with the ids of its record.

    >>> from kg.model import Evidence, Process
    >>> where = Evidence(spans=((0, 9),), rule="r", extractor="x")
    >>> claim_in_words(Claim(doc="a", study="this", content=Process(process="ald"), evidence=where))
    'process: ald'
    """
    said = map(_text, content_of(to_record(claim)).values())
    return f"{kind_of(claim.content)}: {', '.join(said)}"


def _text(value: object) -> str:
    return " > ".join(map(str, value)) if isinstance(value, list) else str(value)


def decision_in_words(decision: Decision) -> str:
    """Return a decision in one line: id, verdict, person, date, claim."""
    head = f"{decision.id}: {decision.verdict} by {decision.name}, {decision.date[:10]}"
    if decision.claim is None:
        return f"{head}, of {decision.undoes}"
    link = f", link {decision.link}" if decision.link is not None else ""
    study = "its own study" if decision.claim.study == "this" else f"study {decision.claim.study}"
    claim = f"{claim_in_words(decision.claim)}{link} ({study} in {decision.claim.doc})"
    return f"{head}, on {claim}"


def why_unmatched(decision: Decision, documents: Collection[str]) -> str:
    """Return a decision without a claim in one line, with the cause.

    Parameters
    ----------
    decision
        The decision.
    documents
        The documents of the graph.
    """
    document = decision.claim.doc if decision.claim is not None else ""
    cause = "this claim is no longer found there"
    if document not in documents:
        cause = f"there is no document {document!r} in the graph"
    return f"{decision_in_words(decision)}: {cause}"

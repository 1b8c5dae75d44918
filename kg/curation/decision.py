"""A person's decision on a claim or link, and its JSON record.

A decision contains its claim in the flat form of the claims contract (``docs/claims.md``), with the
hash of the sentence instead of the sentence. So a decision is self-contained, can be matched after
the document was read again, and contains no text of a publisher.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from corpus.legible import legible
from kg.claims import from_record, to_record
from kg.clock import utc_now
from kg.errors import CurationError, ExtractionError
from kg.model import Claim, Decision, Link
from kg.records.links import LINK_KEYS
from kg.records.values import Record

#: The possible verdicts on a claim or link.
VERDICTS: Final = ("accept", "reject", "correct")
#: The verdict that withdraws a decision.
UNDO: Final = "undo"
#: Keys of a record that describe the evidence of a claim.
_RECEIPT: Final = ("rule", "extractor", "quote", "place", "curator", "source", "confidence")
#: Greatest number of characters of a reason and of a name.
MAX_REASON: Final = 2000
MAX_NAME: Final = 100


def new_id() -> str:
    """Return a random id for a new decision."""
    return secrets.token_hex(8)


def quote_hash(quote: str) -> str:
    """Return the SHA-256 of a sentence without its blanks; ``""`` for an empty one."""
    said = "".join(quote.split())
    return hashlib.sha256(said.encode()).hexdigest() if said else ""


def decide(
    claim: Claim,
    verdict: str,
    *,
    name: str,
    reason: str,
    link: Link | None = None,
    correction: Mapping[str, Any] | None = None,
    id: str = "",
) -> Decision:
    """Return a new decision on a claim of a graph.

    Raises
    ------
    CurationError
        If the decision is invalid: it has no name, it rejects or corrects without a reason, or its
        correction changes nothing or is not a claim.
    """
    made = Decision(
        id=id or new_id(),
        verdict=verdict,
        name=legible(name).strip(),
        date=utc_now(),
        reason=legible(reason).strip(),
        claim=replace(claim, evidence=replace(claim.evidence, quote="")),
        quote_sha256=quote_hash(claim.evidence.quote),
        link=link,
        correction=dict(correction or {}),
    )
    check(made)
    return made


def undo(decision: Decision, *, name: str, reason: str = "", id: str = "") -> Decision:
    """Return a new decision that withdraws another.

    Raises
    ------
    CurationError
        If the name or the reason is invalid.
    """
    made = Decision(
        id=id or new_id(),
        verdict=UNDO,
        name=legible(name).strip(),
        date=utc_now(),
        reason=legible(reason).strip(),
        undoes=decision.id,
    )
    check(made)
    return made


def check(decision: Decision) -> None:
    """Raise an error if a decision is invalid.

    Raises
    ------
    CurationError
        If it is invalid; the message is the cause.
    """
    fault = next(_faults(decision), "")
    if fault:
        raise CurationError(fault)
    if decision.verdict == "correct":
        changed = corrected_record(decision)
        if decision.claim is not None and changed == to_record(decision.claim):
            raise CurationError("the correction changes nothing")
        try:
            from_record(changed)
        except ExtractionError as error:
            raise CurationError(f"the correction is not a claim: {error}") from error


def _faults(one: Decision) -> Iterator[str]:
    if one.verdict not in (*VERDICTS, UNDO):
        yield f"{one.verdict!r} is not a verdict; there are: {', '.join(VERDICTS)}"
    if not one.name or len(one.name) > MAX_NAME:
        yield f"a name has from 1 to {MAX_NAME} characters"
    if len(one.reason) > MAX_REASON:
        yield f"a reason has at most {MAX_REASON} characters"
    if one.verdict in ("reject", "correct") and not one.reason:
        yield "give a reason for rejecting or correcting a claim"
    if (one.verdict == UNDO) == (one.claim is not None) or (one.verdict == UNDO) != bool(
        one.undoes
    ):
        yield "a decision needs a claim; an undo needs the id of a decision"
    if (one.verdict == "correct") != bool(one.correction):
        yield "a correction needs corrected cells; other decisions take none"
    if one.link is not None and one.link.key not in LINK_KEYS:
        yield f"{one.link.key!r} is not a link; there are: {', '.join(LINK_KEYS)}"


def corrected_record(decision: Decision) -> Record:
    """Return the record of the decision's claim with the correction.

    Raises
    ------
    CurationError
        If the claim has no such link.
    """
    assert decision.claim is not None  # noqa: S101 - undoings correct nothing
    return corrected(to_record(decision.claim), decision)


def corrected(record: Record, decision: Decision) -> Record:
    """Return a record of a claim with the decision's correction.

    Raises
    ------
    CurationError
        If the claim has no such link.
    """
    if decision.link is not None:
        return relinked(record, decision.link, str(decision.correction.get("thing", "")))
    kept = ("doc", "study", "kind", "evidence", *_RECEIPT, *LINK_KEYS)
    return {**{key: record[key] for key in kept if key in record}, **decision.correction}


def content_of(record: Mapping[str, Any]) -> Record:
    """Return the content of a claim record, without its study, place, links and provenance."""
    beside = ("doc", "study", "kind", "evidence", "substance", *_RECEIPT, *LINK_KEYS)
    return {key: value for key, value in record.items() if key not in beside}


def links_of(record: Mapping[str, Any]) -> tuple[Link, ...]:
    """Return the links of a record, one for each target."""
    return tuple(
        Link(key=key, thing=thing)
        for key in LINK_KEYS
        if key in record
        for thing in _things(record, key)
    )


def _things(record: Mapping[str, Any], key: str) -> list[str]:
    if _is_sample(record, key):
        return ["/".join(record[key])]
    return [v if isinstance(v, str) else json.dumps(v, sort_keys=True) for v in record[key]]


def _is_sample(record: Mapping[str, Any], key: str) -> bool:
    return key == "of" and record["kind"] == "outcome"


def relinked(record: Record, link: Link, thing: str) -> Record:
    """Return a record in which a link points at another thing, or is removed for ``""``.

    Raises
    ------
    CurationError
        If it has no such link.
    """
    if link not in links_of(record):
        raise CurationError(f"the claim has no link {link}")
    if _is_sample(record, link.key):
        values: list[Any] = thing.split("/") if thing else []
    else:
        told = dict(zip(_things(record, link.key), record[link.key], strict=True))
        told.pop(link.thing)
        added = json.loads(thing) if thing.startswith("{") else thing
        values = [*told.values(), *([added] if thing else [])]
    return {key: value for key, value in {**record, link.key: values}.items() if value != []}


def to_row(decision: Decision) -> Record:
    """Return the decision as a row of the file, without empty fields."""
    claim, link = decision.claim, decision.link
    row: Record = {
        "id": decision.id,
        "verdict": decision.verdict,
        "name": decision.name,
        "date": decision.date,
        "reason": decision.reason,
        "undoes": decision.undoes,
        "claim": to_record(claim) if claim is not None else None,
        "quote_sha256": decision.quote_sha256,
        "link": {"key": link.key, "thing": link.thing} if link is not None else None,
        "correction": dict(decision.correction),
    }
    return {key: value for key, value in row.items() if value}


def from_row(row: object) -> Decision:
    """Return the decision of a row.

    Raises
    ------
    CurationError
        If it is not a decision.
    """
    try:
        made = _decision(row)
    except (AttributeError, TypeError, KeyError, ExtractionError) as error:
        raise CurationError(f"not a decision: {error}") from error
    check(made)
    return made


def _decision(row: Any) -> Decision:
    texts = {k: row.get(k, "") for k in ("reason", "undoes", "quote_sha256")}
    named = {k: row[k] for k in ("id", "verdict", "name", "date")}
    if not all(isinstance(text, str) for text in (*texts.values(), *named.values())):
        raise TypeError("a field is not a text")
    link = row.get("link")
    return Decision(
        **named,
        **texts,
        claim=from_record(row["claim"]) if "claim" in row else None,
        link=Link(key=str(link["key"]), thing=str(link["thing"])) if link else None,
        correction=dict(row.get("correction", {})),
    )


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that were not withdrawn, in order."""
    listed = list(decisions)
    undone = {one.undoes for one in listed}
    return tuple(one for one in listed if one.verdict != UNDO and one.id not in undone)

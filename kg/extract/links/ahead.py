"""Causes that stand ahead of the verb: "X leads to", "X improves", "..., which lowers"."""

from __future__ import annotations

import re

from kg.extract.links.account import Account
from kg.extract.links.phrases import agents_between
from kg.extract.links.stated_outcomes import StatedOutcome
from kg.model import Thing

#: Words behind which a clause goes on about what the one before it names.
_CHAINED = frozenset({"that", "which", ":", "where"})
#: What a clause begins with that goes on without a subject.
_NOTHING = frozenset({"", "and", "to", "or", "thus", "also"})
_PRONOUN = re.compile(
    r"\s*(?:and\s+|that\s+)?(?:it|they|this|these|which|that|both|such)\b", re.IGNORECASE
)
#: Opening phrases that say when, where or how far.
_OPENING = re.compile(
    r"^\s*(?:(?:in|for|at|during|to|as|here|moreover|furthermore|however|therefore|additionally|"
    r"finally|specifically|indeed|also|besides|notably|in addition|thus|hence|consequently|"
    r"despite|although|while|under|on|up to|above|below|beyond|before|compared|unlike)\b"
    r"[^,]{0,90},)+\s*",
    re.IGNORECASE,
)


def causes_ahead(account: Account, stated: StatedOutcome) -> list[Thing]:
    """What the subject of a verb names that brings the outcome about."""
    at = stated.brought_at
    if at is None:
        return []
    subject = _subject(stated, stated.clause.start, at)
    found = agents_between(account, stated, subject, at, acts=True)
    if not found and (goes_on(stated) or stated.clause.opener in _CHAINED):
        found = agents_before(account, stated)
    return found


def _subject(stated: StatedOutcome, start: int, end: int) -> int:
    """Where the subject of a clause begins, behind phrases that open it."""
    opening = _OPENING.match(stated.part.text[start:end])
    return start + (opening.end() if opening else 0)


def goes_on(stated: StatedOutcome) -> bool:
    """Whether the subject of a verb of effect is a pronoun, or is left out."""
    lead = stated.part.text[stated.clause.start : stated.brought_at or stated.clause.start]
    return stated.brought_at is not None and (
        lead.strip(" ,") in _NOTHING or bool(_PRONOUN.match(lead))
    )


def agents_before(account: Account, stated: StatedOutcome) -> list[Thing]:
    """Agents of the clauses ahead, nearest first: the subject of one, else all that it names."""
    for clause in stated.earlier[:3]:
        verb = stated.part.verb_in(clause.start, clause.end)
        start = _subject(stated, clause.start, verb if verb is not None else clause.end)
        found = agents_between(account, stated, start, verb) if verb is not None else []
        found = found or agents_between(account, stated, clause.start, clause.end)
        if found:
            return found
    return []

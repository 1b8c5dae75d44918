"""Find causes before the verb: "X leads to", "X improves", "..., which lowers"."""

from __future__ import annotations

import re

from kg.extract.links.account import Account
from kg.extract.links.phrases import agents_between
from kg.extract.links.stated_outcomes import StatedOutcome
from kg.model import Thing

#: Words after which a clause refers back to something in the clause before it.
_CHAINED = frozenset({"that", "which", ":", "where"})
#: Text before the verb of a clause that has no subject of its own.
_NOTHING = frozenset({"", "and", "to", "or", "thus", "also"})
_PRONOUN = re.compile(
    r"\s*(?:and\s+|that\s+)?(?:it|they|this|these|which|that|both|such)\b", re.IGNORECASE
)
#: Opening phrases of time, place, comparison or extent.
_OPENING = re.compile(
    r"^\s*(?:(?:in|for|at|during|to|as|here|moreover|furthermore|however|therefore|additionally|"
    r"finally|specifically|indeed|also|besides|notably|in addition|thus|hence|consequently|"
    r"despite|although|while|under|on|up to|above|below|beyond|before|compared|unlike)\b"
    r"[^,]{0,90},)+\s*",
    re.IGNORECASE,
)


def causes_ahead(account: Account, stated: StatedOutcome) -> list[Thing]:
    """Return the things in the subject of the verb that brings the outcome about."""
    at = stated.brought_at
    if at is None:
        return []
    subject = _subject(stated, stated.clause.start, at)
    found = agents_between(account, stated, subject, at, acts=True)
    if not found and (goes_on(stated) or stated.clause.opener in _CHAINED):
        found = agents_before(account, stated)
    return found


def _subject(stated: StatedOutcome, start: int, end: int) -> int:
    """Return the offset at which the subject of a clause begins, after any opening phrases."""
    opening = _OPENING.match(stated.part.text[start:end])
    return start + (opening.end() if opening else 0)


def goes_on(stated: StatedOutcome) -> bool:
    """Return whether the subject of a verb of effect is a pronoun or is omitted."""
    lead = stated.part.text[stated.clause.start : stated.brought_at or stated.clause.start]
    return stated.brought_at is not None and (
        lead.strip(" ,") in _NOTHING or bool(_PRONOUN.match(lead))
    )


def agents_before(account: Account, stated: StatedOutcome) -> list[Thing]:
    """Return agents from the three preceding clauses, nearest first.

    Agents in the subject of a clause come before those elsewhere in it.
    """
    for clause in stated.earlier[:3]:
        verb = stated.part.verb_in(clause.start, clause.end)
        start = _subject(stated, clause.start, verb if verb is not None else clause.end)
        found = agents_between(account, stated, start, verb) if verb is not None else []
        found = found or agents_between(account, stated, clause.start, clause.end)
        if found:
            return found
    return []

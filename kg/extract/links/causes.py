"""Find what caused an outcome: the ``agent`` that the text credits.

A cause follows words of cause (:mod:`~kg.extract.links.behind`), precedes verbs of effect
(:mod:`~kg.extract.links.ahead`), or distinguishes a sample from its control
(:mod:`~kg.extract.links.apart`). A parameter is not an agent, but an amount of a thing credits the
thing. In a chain of outcomes, the agent of the first is the agent of all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.extract.knowledge.property_kinds import CHANGES, LASTING, MORE_OR_LESS
from kg.extract.links.account import Account
from kg.extract.links.ahead import agents_before, causes_ahead, goes_on
from kg.extract.links.apart import set_against, set_apart
from kg.extract.links.behind import causes_behind, means_of, turned_by
from kg.extract.links.natures import agents_by_nature
from kg.extract.links.phrases import TREATMENTS, agents_between
from kg.extract.links.stated_outcomes import StatedOutcome
from kg.model import Thing

#: Properties that a treatment brings about: "the films crystallise upon annealing".
_ORDER = frozenset({"crystallinity", "structure"})
#: Words before a clause that states the result of the clause before it.
_FOLLOWS = re.compile(r"\bso(?: that)?\s*$", re.IGNORECASE)
_THEY = re.compile(r"\W*(?:it|they)\s", re.IGNORECASE)
_AS_RESULT = re.compile(
    r"^\W*(?:as a (?:result|consequence)|consequently|therefore|hence|thus|thereby)\b",
    re.IGNORECASE,
)
#: Verbs by which one property supports another: "the fast transfer is evidenced by a ...".
_BORNE_OUT = re.compile(
    r"\b(?:demonstrated|evidenced|confirmed|reflected|supported|proved|proven|verified|manifested)"
    r"\s(?:by|in)\b"
)


@dataclass(frozen=True, slots=True)
class Credited:
    """The agents that a passage has credited so far.

    ``last`` are those of the latest outcome with an agent, in the sentence with the index
    ``sentence``; ``with_property`` maps each property to its agents.
    """

    last: tuple[Thing, ...] = ()
    sentence: int = -1
    with_property: Mapping[str, tuple[Thing, ...]] = field(default_factory=dict)

    def and_(self, stated: StatedOutcome, agents: tuple[Thing, ...]) -> Credited:
        """Return a copy with the agents of one more outcome."""
        if not agents:
            return self
        known = {**self.with_property, stated.outcome.property: agents}
        return Credited(agents, stated.part.index, known)


def agents_of(account: Account, stated: StatedOutcome, credited: Credited) -> tuple[Thing, ...]:
    """Return the things that the text credits with an outcome, each once.

    Parameters
    ----------
    credited
        The agents that the passage credited before, for "this", "as a result" and chains.
    """
    own = agents_by_nature(account, stated)
    if own is not None:
        return own
    turned = turned_by(account, stated)
    if turned is not None:
        return tuple(turned)
    found = _stated(account, stated)
    if not found:
        wider = stated.with_next_clause()
        found = causes_behind(account, wider) or list(_means(account, wider)) if wider else []
    return tuple(dict.fromkeys(found)) or _carried(stated, credited)


def _stated(account: Account, stated: StatedOutcome) -> list[Thing]:
    """Return the causes that the sentence states."""
    found = [*causes_behind(account, stated), *causes_ahead(account, stated)]
    if not found:
        found = [*_means(account, stated), *set_apart(account, stated)] or set_against(stated)
    if not found and _is_headline(stated):
        found = agents_before(account, stated)
    if not found and _FOLLOWS.search(stated.part.text[: stated.clause.start]):
        found = agents_before(account, stated)
    for reason in stated.following if not found else ():
        if reason.opener == "because":
            found = agents_between(account, stated, reason.start, reason.end, acts=True)
    return found


def _means(account: Account, stated: StatedOutcome) -> list[Thing]:
    if stated.outcome.direction in CHANGES:
        return list(means_of(account, stated))
    if stated.outcome.property in _ORDER and stated.outcome.direction == "present":
        return [thing for thing in means_of(account, stated) if thing.id in TREATMENTS]
    return []


def _is_headline(stated: StatedOutcome) -> bool:
    """Return whether a colon introduces the outcome as a result: "Coats of X: Higher Y"."""
    is_bare = stated.part.verb_in(*stated.reach) is None
    return stated.clause.opener == ":" and is_bare and stated.outcome.direction in CHANGES


def _is_added(stated: StatedOutcome, credited: Credited) -> bool:
    """Return whether "and" adds a change to one with an agent: "X makes traps, and Y drops"."""
    is_change = stated.outcome.direction in MORE_OR_LESS
    return (
        is_change
        and stated.clause.opener in ("and", ":")
        and credited.sentence == stated.part.index
    )


def _is_of_same_sample(stated: StatedOutcome, credited: Credited) -> bool:
    """Return whether a sentence says that the sample improved by a coating also lasts.

    "The infilled films conduct better. They remained stable in air."
    """
    is_next = credited.sentence == stated.part.index - 1 and stated.clause.start == 0
    is_coat = all(thing.kind == "material" for thing in credited.last)
    is_kept = stated.outcome.property in LASTING and stated.outcome.direction == "increase"
    return is_next and is_coat and is_kept and _THEY.match(stated.part.text) is not None


def _carried(stated: StatedOutcome, credited: Credited) -> tuple[Thing, ...]:
    """Return the agents that the passage credited before, if the sentence refers back to them."""
    text, start = stated.part.text, stated.clause.start
    is_there = stated.outcome.direction != "absent"
    if _is_of_same_sample(stated, credited):
        return credited.last
    if is_there and credited.sentence == stated.part.index and _THEY.match(text, start):
        return credited.last
    if goes_on(stated) or _AS_RESULT.match(text) or _is_added(stated, credited):
        return credited.last
    borne = _BORNE_OUT.search(text, start, stated.place[0])
    end = (
        stated.brought_at if stated.brought_at is not None else (borne.start() if borne else start)
    )
    for name in stated.properties(start, end):
        if name in credited.with_property and name != stated.outcome.property:
            return credited.with_property[name]
    return ()

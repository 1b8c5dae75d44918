"""What caused an outcome: the ``agent`` that the text credits.

A cause stands behind words of cause (:mod:`~kg.extract.links.behind`), ahead of verbs that bring
about (:mod:`~kg.extract.links.ahead`), or is what sets a sample apart
(:mod:`~kg.extract.links.apart`). A parameter is no agent, but the amount of a thing stands for the
thing. A chain is followed back to what the same passage credits with the first outcome.
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
from kg.extract.links.said import Said
from kg.model import Thing

#: Properties that a treatment brings about: "the films crystallise upon annealing".
_ORDER = frozenset({"crystallinity", "structure"})
#: Ahead of a clause that tells what came of the one before it.
_FOLLOWS = re.compile(r"\bso(?: that)?\s*$", re.IGNORECASE)
_THEY = re.compile(r"\W*(?:it|they)\s", re.IGNORECASE)
_AS_RESULT = re.compile(
    r"^\W*(?:as a (?:result|consequence)|consequently|therefore|hence|thus|thereby)\b",
    re.IGNORECASE,
)
#: A property told before that another one bears out: "the fast transfer is evidenced by a ...".
_BORNE_OUT = re.compile(
    r"\b(?:demonstrated|evidenced|confirmed|reflected|supported|proved|proven|verified|manifested)"
    r"\s(?:by|in)\b"
)


@dataclass(frozen=True, slots=True)
class Credited:
    """What a passage has credited so far: ``last`` in a ``sentence``, and with each property."""

    last: tuple[Thing, ...] = ()
    sentence: int = -1
    with_property: Mapping[str, tuple[Thing, ...]] = field(default_factory=dict)

    def and_(self, said: Said, agents: tuple[Thing, ...]) -> Credited:
        """The same with the agents of one more outcome."""
        if not agents:
            return self
        known = {**self.with_property, said.outcome.property: agents}
        return Credited(agents, said.part.index, known)


def agents_of(account: Account, said: Said, credited: Credited) -> tuple[Thing, ...]:
    """The things that the text credits with an outcome.

    Parameters
    ----------
    credited
        What the passage credited before, for "this", "as a result" and chains of outcomes.
    """
    own = agents_by_nature(account, said)
    if own is not None:
        return own
    turned = turned_by(account, said)
    if turned is not None:
        return tuple(turned)
    found = _stated(account, said)
    if not found:
        wider = said.with_next_clause()
        found = causes_behind(account, wider) or list(_means(account, wider)) if wider else []
    return tuple(dict.fromkeys(found)) or _carried(said, credited)


def _stated(account: Account, said: Said) -> list[Thing]:
    """The causes that the sentence states."""
    found = [*causes_behind(account, said), *causes_ahead(account, said)]
    if not found:
        found = [*_means(account, said), *set_apart(account, said)] or set_against(said)
    if not found and _is_headline(said):
        found = agents_before(account, said)
    if not found and _FOLLOWS.search(said.part.text[: said.clause.start]):
        found = agents_before(account, said)
    for reason in said.following if not found else ():
        if reason.opener == "because":
            found = agents_between(account, said, reason.start, reason.end, acts=True)
    return found


def _means(account: Account, said: Said) -> list[Thing]:
    if said.outcome.direction in CHANGES:
        return list(means_of(account, said))
    if said.outcome.property in _ORDER and said.outcome.direction == "present":
        return [thing for thing in means_of(account, said) if thing.id in TREATMENTS]
    return []


def _is_headline(said: Said) -> bool:
    """Whether an outcome stands behind a colon as what came of it: "Coats of X: Higher Y"."""
    is_bare = said.part.verb_in(*said.reach) is None
    return said.clause.opener == ":" and is_bare and said.outcome.direction in CHANGES


def _is_added(said: Said, credited: Credited) -> bool:
    """Whether a change is only added to one that was credited: "X makes traps, and Y drops"."""
    is_change = said.outcome.direction in MORE_OR_LESS
    return is_change and said.clause.opener in ("and", ":") and credited.sentence == said.part.index


def _is_of_same_sample(said: Said, credited: Credited) -> bool:
    """Whether a sentence says that what the coat just gave more of also lasts.

    "The infilled films conduct better. They remained stable in air."
    """
    is_next = credited.sentence == said.part.index - 1 and said.clause.start == 0
    is_coat = all(thing.kind == "material" for thing in credited.last)
    is_kept = said.outcome.property in LASTING and said.outcome.direction == "increase"
    return is_next and is_coat and is_kept and _THEY.match(said.part.text) is not None


def _carried(said: Said, credited: Credited) -> tuple[Thing, ...]:
    """What the passage credited before, where the sentence goes back to it."""
    text, start = said.part.text, said.clause.start
    is_there = said.outcome.direction != "absent"
    if _is_of_same_sample(said, credited):
        return credited.last
    if is_there and credited.sentence == said.part.index and _THEY.match(text, start):
        return credited.last
    if goes_on(said) or _AS_RESULT.match(text) or _is_added(said, credited):
        return credited.last
    borne = _BORNE_OUT.search(text, start, said.place[0])
    end = said.brought_at if said.brought_at is not None else (borne.start() if borne else start)
    for name in said.properties(start, end):
        if name in credited.with_property and name != said.outcome.property:
            return credited.with_property[name]
    return ()

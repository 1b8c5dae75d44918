"""Find what distinguishes a sample: "the annealed films", "rods rather than dots"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.knowledge.controls import CONTROL
from kg.extract.knowledge.families import PARTICLE_FILMS, is_particle
from kg.extract.knowledge.property_kinds import MORE_OR_LESS
from kg.extract.links.account import Account, solids_of, within
from kg.extract.links.phrases import TREATMENTS, agents_between
from kg.extract.links.stated_outcomes import StatedOutcome
from kg.extract.mentions import Mention
from kg.model import Thing

#: A treatment or coating that distinguishes a sample.
_APART = re.compile(
    r"\b(?:treated|annealed|coated|overcoated|passivated|capped|infilled|doped|modified|"
    r"encapsulated|exchanged|protected|covered|decorated|shelled|with|using)\b|"
    r"-(?:coated|treated|passivated|doped|modified|capped)",
    re.IGNORECASE,
)
_TREATED = re.compile(r"\b(?:\w+-)?(?:treated|annealed|exchanged)\b", re.IGNORECASE)
#: A control in another clause; with one, a treatment is credited even if nothing changed.
_KEPT = re.compile(
    rf"\b(?:while|whereas|but)\b[^.;]*\b{CONTROL}\b|"
    rf"\b{CONTROL}\b[^.;]*\b(?:while|whereas|but)\b",
    re.IGNORECASE,
)
#: Roles of reagents that a film is made from, which do not distinguish it from other samples.
_INGREDIENTS = frozenset({"precursor", "coreactant", "solvent", "purge_gas"})
#: Kinds of things that a comparison can contrast.
_KINDS = ("chemical", "process", "form")


def set_apart(account: Account, stated: StatedOutcome) -> Iterator[Thing]:
    """Yield what the subject has and its control lacks: "the annealed films had a lower gap"."""
    start, end = stated.clause.start, stated.place[0]
    is_present = stated.outcome.direction == "present"
    is_told = (
        stated.outcome.direction in MORE_OR_LESS or is_present or _KEPT.search(stated.part.text)
    )
    marked = _TREATED if is_present else _APART
    if not is_told or not marked.search(stated.part.text, start, end):
        return
    is_itself = _is_itself(stated)
    for thing in agents_between(account, stated, start, end):
        is_treatment = thing.kind == "process" and thing.id in TREATMENTS
        if (thing.kind == "process" and not is_itself) or is_present:
            if is_treatment:
                yield thing
            continue
        if thing.kind == "chemical" and account.reagents.get(thing.id, frozenset()) & _INGREDIENTS:
            continue
        yield thing


def set_against(stated: StatedOutcome) -> list[Thing]:
    """Return the thing that a comparison contrasts with another of its kind or with its absence.

    "ALD films conduct better than sputtered ones", "rods lased earlier than dots", "the film with
    annealing was smoother than without".
    """
    if stated.outcome.direction not in MORE_OR_LESS:
        return []
    lacking = _lacking(stated)
    if lacking is not None:
        return [lacking]
    for kind in _KINDS:
        own, compared = _sides(stated, kind)
        standard = {PARTICLE_FILMS.get(c.id, c.id) for c in compared}
        apart = [m for m in own if PARTICLE_FILMS.get(m.id, m.id) not in standard]
        if not compared and (kind != "form" or _is_itself(stated) or _has_solid(stated)):
            apart = []
        if kind == "form":
            apart = [m for m in apart if is_particle(m.id)]
        if apart:
            return [Thing(kind, PARTICLE_FILMS.get(apart[0].id, apart[0].id))]
    return []


_LACKS = re.compile(r"\bwithout\s(?:the\s|an?\s|any\s)?(?:\w+\s)?")


def _lacking(stated: StatedOutcome) -> Thing | None:
    """Return what the control lacks: "5% as against 1% without ALD"."""
    for match in _LACKS.finditer(stated.part.text, *stated.reach):
        for mention in stated.part.mentions:
            if mention.start == match.end() and mention.kind in ("process", "material"):
                return Thing(mention.kind, mention.id)
    return None


def _sides(stated: StatedOutcome, kind: str) -> tuple[list[Mention], list[Mention]]:
    """Return the things of a kind in the clause: those that are compared, and the standard."""
    named = [m for m in within(stated.part.mentions, *stated.reach) if m.kind == kind]
    inside = [m for m in named if any(a <= m.start < b for a, b in stated.compared)]
    own = [m for m in named if m not in inside] if stated.compared else []
    return own, inside


#: A standard that is the same sample without a treatment.
_ITSELF = re.compile(rf"\b(?:{CONTROL}|ones?|those|that|before|without)\b", re.IGNORECASE)


def _has_solid(stated: StatedOutcome) -> bool:
    """Return whether the standard is another solid, so that the two differ in more than shape."""
    named = [m for m in stated.part.mentions if solids_of(m)]
    return any(a <= m.start < b for m in named for a, b in stated.compared)


def _is_itself(stated: StatedOutcome) -> bool:
    return any(_ITSELF.search(stated.part.text, start, end) for start, end in stated.compared)

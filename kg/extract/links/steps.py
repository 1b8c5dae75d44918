"""Decide whether a sentence is about a deposition or about a synthesis in a liquid.

The reagents and the temperature of "the dots were synthesised from X at 100 °C" belong to the dots,
even if the study deposits something on them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.extract.knowledge.families import is_particle
from kg.extract.links.account import Account, Part, solids_of
from kg.extract.links.making import SYNTHESES, made_solids, solids_in
from kg.extract.links.phrases import TREATMENTS
from kg.extract.mentions import Mention
from kg.extract.text.rare import Rare
from kg.model import Process

#: A sign of a step: its offset, and the id of its synthesis; ``None`` for a deposition.
Sign = tuple[int, str | None]
_SYNTHESIS = Rare(r"\b(?:synthesi[sz](?:ed|es?|ing)\b|hot[- ]inject|seeded growth)", re.IGNORECASE)
#: General verbs of making, which mean a synthesis after the name of particles.
_MADE = Rare(r"\b(?:prepared|made|obtained|produced|grown|grew|reacted|g[ai]ve)\b", re.IGNORECASE)
_DEPOSITION = Rare(
    r"\b(?:over|spin-?)?(?:coated|infilled|deposit(?:ed|ion)|sputtered)\b", re.IGNORECASE
)
#: Reagents and solvents of syntheses in a flask.
_LIQUID = Rare(
    r"\b(?:TOP|TBP|ODE|ole(?:ate|ic|yl)|octadec|trioctyl|stearate|myristate)", re.IGNORECASE
)
_SHELL = Rare(r"\bshells?\b")
#: Steps that continue the synthesis of the sentence before.
_GOES_ON = Rare(r"\b(?:added|addition|dissolved|heated|cooled|degassed|mixed|injected|overgrown)\b")


def synthesis_at(account: Account, part: Part, at: int) -> str | None:
    """Return the synthesis that the words nearest to an offset name, preferring those before it.

    ``""`` is a synthesis without a name; ``None`` means a deposition or neither.
    """
    if account.is_general:
        return None
    signs = _signs(account, part)
    if not signs and not part.processes and _GOES_ON.search(part.text, *part.stretch):
        before = (_signs(account, other) for other in account.before(part))
        signs = next(filter(None, before), [])[-1:]
    ahead = [sign for sign in signs if sign[0] <= at]
    return (ahead[-1:] or signs[:1] or [(0, None)])[0][1]


def _signs(account: Account, part: Part) -> list[Sign]:
    """Return the signs of a step in a part, in the order of the text."""
    named = [(m.start, m.id) for m in part.processes if m.id not in TREATMENTS]
    found: list[Sign] = [(at, name if name in SYNTHESES else None) for at, name in named]
    if account.particles:
        found += _told(account, part)
    return sorted(found, key=lambda sign: sign[0])


def _told(account: Account, part: Part) -> Iterator[Sign]:
    """Yield the signs of a step from the verbs of a part and from its findings."""
    own = [p for p in account.processes if p in SYNTHESES]
    name = own[0] if len(own) == 1 else "colloidal_synthesis" * ("colloidal_synthesis" in own)
    start, end = part.stretch
    yield from ((match.start(), None) for match in _DEPOSITION.finditer(part.text, start, end))
    if _has_particles(account, part.mentions) or not any(map(solids_of, part.mentions)):
        yield from ((match.start(), name) for match in _SYNTHESIS.finditer(part.text, start, end))
    if part.processes:
        return
    told = ((f.at, f.content.process) for f in part.findings if isinstance(f.content, Process))
    yield from (sign for sign in told if sign[1] in SYNTHESES)
    for match in _MADE.finditer(part.text, start, end):
        is_behind = match.group().lower() in ("gave", "give")
        near = (m for m in part.mentions if (m.start > match.start()) == is_behind)
        if (own or _LIQUID.search(part.text, start, end)) and _has_particles(account, near):
            yield match.start(), name


def _has_particles(account: Account, mentions: Iterable[Mention]) -> bool:
    """Return whether one of the mentions names particles, or a shell around particles."""
    wanted = set(synthesised(account))
    return any(
        (m.kind == "form" and is_particle(m.id)) or not wanted.isdisjoint(solids_of(m))
        for m in mentions
    )


def synthesised(account: Account) -> tuple[str, ...]:
    """Return the solids that a synthesis in a liquid can have given: particles, then shells."""
    particles = made_solids(account, "colloidal_synthesis")
    return tuple(dict.fromkeys((*particles, *_shells(account))))


def _shells(account: Account) -> list[str]:
    return [f for f, roles in account.roles.items() if "shell" in roles]


def given_by(account: Account, part: Part, fitting: Sequence[str], at: int) -> tuple[str, ...]:
    """Return those of the synthesised solids that the text is about at an offset.

    They are the last that the part names before the offset, else the next, else the particles.
    """
    places = [m for m in part.mentions if not set(fitting).isdisjoint(solids_of(m))]
    if places:
        last = ([m for m in places if m.start < at] or places[:1])[-1]
        return tuple(dict.fromkeys(f for f in solids_of(last) if f in fitting))
    particles = [f for f in fitting if f in account.particles]
    if _SHELL.search(part.text, *part.stretch):
        particles = [f for f in fitting if f in _shells(account)] or particles
    if len(particles) < 2:
        return tuple(particles or fitting)
    told = (solids_in(other, particles) for other in account.before(part))
    return next(filter(None, told), ())[-1:]

"""Whether a sentence tells of a deposition or of a synthesis in a liquid.

The reagents and the temperature of "the dots were synthesised from X at 100 °C" belong to the dots,
whatever the study deposits on them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.knowledge.families import is_particle
from kg.extract.links.account import Account, Part, solids_of
from kg.extract.links.making import NO_DEPOSITION, SYNTHESES, is_listed, made_solids, solids_in
from kg.extract.text.rare import Rare
from kg.model import Process

#: A sign of a step: where it stands, and its synthesis; ``None`` for a deposition.
Sign = tuple[int, str | None]
_SYNTHESIS = Rare(
    r"\b(?:synthesi[sz](?:ed|es?|ing)\b|hot[- ]inject\w*|seeded growth)",
    re.IGNORECASE,
)
#: Words for the making of anything, which tell a synthesis behind the name of particles.
_MADE = Rare(r"\b(?:prepared|made|obtained|produced|grown|grew|reacted|g[ai]ve)\b", re.IGNORECASE)
_DEPOSITION = Rare(
    r"\b(?:over|spin-?)?(?:coated|infilled|deposit(?:ed|ion)|sputtered)\b", re.IGNORECASE
)
#: Reagents of a flask.
_LIQUID = Rare(
    r"\b(?:TOP|TBP|ODE|ole(?:ate|ic|yl)|octadec|trioctyl|stearate|myristate)", re.IGNORECASE
)
#: What goes on in the flask of the sentence before.
_GOES_ON = Rare(r"\b(?:added|addition|dissolved|heated|cooled|degassed|mixed|injected|overgrown)\b")


def synthesis_at(account: Account, part: Part, at: int) -> str | None:
    """The synthesis that the words nearest to an offset tell, those ahead of it first.

    ``""`` is a synthesis without a name, ``None`` a deposition or nothing of the kind.
    """
    if account.is_general:
        return None
    signs = _in_order(account, part)
    if not signs and not part.processes and _GOES_ON.search(part.text, *part.stretch):
        before = (_in_order(account, other) for other in account.before(part))
        signs = next(filter(None, before), [])[-1:]
    ahead = [sign for sign in signs if sign[0] <= at]
    return (ahead[-1:] or signs[:1] or [(0, None)])[0][1]


def _in_order(account: Account, part: Part) -> list[Sign]:
    return sorted(_signs(account, part), key=lambda sign: sign[0])


def _signs(account: Account, part: Part) -> Iterator[Sign]:
    for mention in part.processes:
        if mention.id in SYNTHESES:
            yield mention.start, mention.id
        elif mention.id not in NO_DEPOSITION:
            yield mention.start, None
    if account.particles:
        yield from _told(account, part)


def _told(account: Account, part: Part) -> Iterator[Sign]:
    """The steps of a part that it tells by verbs alone."""
    own = [p for p in account.processes if p in SYNTHESES]
    name = own[0] if len(own) == 1 else "colloidal_synthesis" * ("colloidal_synthesis" in own)
    start, end = part.stretch
    if not part.processes:
        told = ((f.at, f.content.process) for f in part.findings if isinstance(f.content, Process))
        yield from (sign for sign in told if sign[1] in SYNTHESES)
    yield from ((match.start(), None) for match in _DEPOSITION.finditer(part.text, start, end))
    if _may_be_of_particles(account, part):
        yield from ((match.start(), name) for match in _SYNTHESIS.finditer(part.text, start, end))
    if not part.processes and (own or _LIQUID.search(part.text, start, end)):
        for match in _MADE.finditer(part.text, start, end):
            if _is_of_particles(account, part, match):
                yield match.start(), name


def _may_be_of_particles(account: Account, part: Part) -> bool:
    """Whether a part names particles, or no solid at all."""
    solids = {f for m in part.mentions for f in solids_of(m)}
    forms = (m.id for m in part.mentions if m.kind == "form")
    return not solids or not solids.isdisjoint(synthesised(account)) or any(map(is_particle, forms))


def _is_of_particles(account: Account, part: Part, made: re.Match[str]) -> bool:
    """Whether particles stand near a word of making, ahead of it or as what it gives."""
    wanted = set(synthesised(account))
    is_behind = made.group().lower() in ("gave", "give")
    near = [m for m in part.mentions if (m.start > made.start()) == is_behind]
    return any(
        (m.kind == "form" and is_particle(m.id)) or not wanted.isdisjoint(solids_of(m))
        for m in near
    )


def synthesised(account: Account) -> tuple[str, ...]:
    """The solids that a synthesis in a liquid can have given: particles, then their shells."""
    particles = made_solids(account, "colloidal_synthesis")
    return tuple(dict.fromkeys((*particles, *_shells(account))))


def _shells(account: Account) -> list[str]:
    return [f for f, roles in account.roles.items() if "shell" in roles]


_SHELL = Rare(r"\bshells?\b")


def given_by(account: Account, part: Part, fitting: Sequence[str], at: int) -> tuple[str, ...]:
    """Those of some synthesised solids that a part is about at an offset.

    They are the last that it names ahead of the offset, else the next, else the particles.
    """
    places = [m for m in part.mentions if not set(fitting).isdisjoint(solids_of(m))]
    if places:
        ahead = [m for m in places if m.start < at]
        run = [ahead[-1] if ahead else places[0]]
        for mention in reversed(ahead[:-1]):
            run += [mention] if is_listed(part, mention, run[-1]) else []
        return tuple(dict.fromkeys(f for m in run for f in solids_of(m) if f in fitting))
    particles = [f for f in fitting if f in account.particles]
    if _SHELL.search(part.text, *part.stretch):
        particles = [f for f in fitting if f in _shells(account)] or particles
    shapes = {m.id for m in part.mentions if m.kind == "form"} - {"nanoparticle", "particle"}
    shaped = [f for f in particles if shapes & account.forms.get(f, frozenset())]
    particles = shaped or particles
    if len(particles) < 2:
        return tuple(particles or fitting)
    told = (solids_in(other, particles) for other in account.before(part))
    return next(filter(None, told), ())[-1:]

"""To what a condition belongs: the ``of`` of a temperature, a pulse, a thickness."""

from __future__ import annotations

import re

from kg.extract.links.account import Account, Part, solids_of, within
from kg.extract.links.clauses import clauses_of
from kg.extract.links.making import deposition_in, makes
from kg.extract.mentions import Mention
from kg.extract.rules.families import core_of
from kg.model import Thing, solid

#: Parameters of one reagent's step.
_OF_REAGENT = frozenset("pulse_time exposure_time concentration flow_rate exposure_count".split())
#: Parameters of a solid.
_OF_SOLID = frozenset("thickness particle_size pore_size aspect_ratio monolayer_count".split())
#: Parameters of a deposition.
_OF_PROCESS = frozenset(
    """temperature room_temperature growth_per_cycle growth_rate cycle_count cycle_time pressure
    purge_time power etch_per_cycle mass_change_per_cycle inert_atmosphere""".split()
)
_ANNEALING = frozenset({"annealing_temperature", "annealing_time"})
#: What ends the reach of a value towards a name.
_APART = re.compile(r"[;:]|\b(?:while|whereas|followed by|and finally|then)\b")


def owner_of(account: Account, part: Part, parameter: str, at: int) -> tuple[Thing, ...]:
    """The process, reagent or solid that a condition at an offset belongs to."""
    if parameter in _OF_REAGENT:
        return _reagent(part, at)
    if parameter in _OF_SOLID:
        return _solid(account, part, at)
    if parameter in _ANNEALING:
        return (Thing("process", "annealing"),)
    if parameter in _OF_PROCESS:
        return _process(account, part, at)
    return ()


def _reagent(part: Part, at: int) -> tuple[Thing, ...]:
    """The reagent nearest to the value in its clause: "0.1 s of TMA", "the TMA pulse was 0.1 s"."""
    nearest = _nearest([m for m in _clause(part, at) if m.kind == "chemical"], part, at)
    return (Thing("chemical", nearest.id),) if nearest is not None else ()


def _solid(account: Account, part: Part, at: int) -> tuple[Thing, ...]:
    """The solid that the value measures: the nearest one in its clause, else the only one."""
    named = [m for m in _clause(part, at) if solids_of(m)]
    nearest = _nearest(named, part, at)
    if nearest is not None:
        return (solid((core_of(solids_of(nearest)),)),)
    return (solid(account.main),) if len(account.main) == 1 and not account.is_general else ()


def _process(account: Account, part: Part, at: int) -> tuple[Thing, ...]:
    """The process of the clause, with the solid that it makes; else the one of the study."""
    named = [m for m in _clause(part, at) if m.kind == "process"]
    nearest = _nearest(named, part, at)
    process = nearest.id if nearest is not None else ""
    if not process and not account.is_general:
        process = deposition_in(account, part)
    if not process:
        return ()
    return (Thing("process", process), *makes(account, part, process, at))


def _clause(part: Part, at: int) -> list[Mention]:
    """The mentions of the clause of an offset."""
    clause = next((c for c in clauses_of(part) if c.start <= at < c.end), None)
    start, end = (clause.start, clause.end) if clause is not None else part.stretch
    return within(part.mentions, start, end)


def _nearest(mentions: list[Mention], part: Part, at: int) -> Mention | None:
    """The mention nearest to an offset, with nothing between that begins another step."""
    free = [m for m in mentions if not _APART.search(part.text[min(m.end, at) : max(m.start, at)])]
    return min(free, key=lambda m: min(abs(m.start - at), abs(m.end - at)), default=None)

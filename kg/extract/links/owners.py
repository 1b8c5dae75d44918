"""To what a condition belongs: the ``of`` of a temperature, a pulse, a thickness."""

from __future__ import annotations

import re

from kg.extract.links.account import Account, Part, solids_of, within
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
#: Processes beside a deposition, whose conditions the text calls by their names.
_BESIDES = frozenset({"annealing", "surface_pretreatment", "ligand_exchange"})
#: What is heated is the reagent and not the sample.
_HEATED = re.compile(
    r"\b(?:evaporat|sublim|vapori[sz]|volatili[sz])\w*|\b(?:bubblers?|containers?|ampoules?|"
    r"cylinders?|canisters?|boats?|vessels?|reservoirs?|source temperatures?)\b|\bby heating\b",
    re.IGNORECASE,
)
#: What ends the reach of a value towards a name.
_APART = re.compile(r"[;:]|\b(?:while|whereas|followed by|and finally|then)\b")


def owner_of(account: Account, part: Part, parameter: str, at: int) -> tuple[Thing, ...]:
    """The process, reagent or solid that a condition at an offset belongs to."""
    if parameter in _OF_REAGENT:
        return _reagent(account, part, at)
    if parameter in _OF_SOLID:
        return _solid(account, part, at)
    if parameter in _ANNEALING:
        return (Thing("process", "annealing"),)
    if parameter in _OF_PROCESS:
        vessel = _HEATED.search(part.text) if parameter == "temperature" else None
        return (vessel and _reagent(account, part, at)) or _process(account, part, at)
    return ()


def _reagent(account: Account, part: Part, at: int) -> tuple[Thing, ...]:
    """The reagent nearest to the value in its clause: "0.1 s of TMA", "the TMA pulse was 0.1 s"."""
    named = [m for m in _clause(part, at) if m.kind == "chemical"]
    chosen = _measured(named, part, at) or _nearest(named, part, at)
    return (Thing("chemical", account.name_of(chosen)),) if chosen is not None else ()


#: Between a value and what it measures: "40 ms of DEZ", "30 s of exposure to water".
_VALUE_OF = re.compile(
    r"\s(?:\w+\s){0,2}?(?:pulses?\s|exposures?\s|doses?\s)?(?:of|to)\s(?:exposure to\s|the\s)?"
)


def _measured(mentions: list[Mention], part: Part, at: int) -> Mention | None:
    """What the value at an offset is said to be of."""
    end = max((m.end for m in part.mentions if m.start == at and m.kind == "quantity"), default=at)
    for mention in mentions:
        if mention.start >= end and _VALUE_OF.fullmatch(part.text, end, mention.start):
            return mention
    return None


def _solid(account: Account, part: Part, at: int) -> tuple[Thing, ...]:
    """The solid that the value measures: the nearest one in its clause, else the only one."""
    named = [m for m in _clause(part, at) if solids_of(m)]
    nearest = _nearest(named, part, at)
    if nearest is not None:
        return (solid((core_of(solids_of(nearest)),)),)
    return (solid(account.main),) if len(account.main) == 1 and not account.is_general else ()


def _process(account: Account, part: Part, at: int) -> tuple[Thing, ...]:
    """The process of the clause, with the solid that it makes; else the one of the study."""
    named = [m for m in _clause(part, at) if m.kind == "process" and m.id not in _BESIDES]
    nearest = _nearest(named, part, at)
    if nearest is None:
        process = "" if account.is_general else deposition_in(account, part)
        return _with_product(account, part, (process,), at) if process else ()
    if _VERSUS.search(part.text[nearest.end : at]):
        return ()  # the value of what the process is compared with
    listed = [
        m
        for m in named
        if m is nearest or part.reading.between(m, nearest).strip(" ,") in ("and", "or", "")
    ]
    names = tuple(dict.fromkeys(account.name_of(m) for m in listed))
    return _with_product(account, part, names, at)


_VERSUS = re.compile(r"\b(?:vs|versus|than|compared)\b[^;]*$")


def _with_product(
    account: Account, part: Part, processes: tuple[str, ...], at: int
) -> tuple[Thing, ...]:
    """The processes, and the solids that the first of them makes."""
    named = tuple(Thing("process", process) for process in processes)
    return (*named, *makes(account, part, processes[0], at))


def _clause(part: Part, at: int) -> list[Mention]:
    """The mentions of the clause of an offset."""
    clause = next((c for c in part.clauses if c.start <= at < c.end), None)
    start, end = (clause.start, clause.end) if clause is not None else part.stretch
    return within(part.mentions, start, end)


def _nearest(mentions: list[Mention], part: Part, at: int) -> Mention | None:
    """The mention nearest to an offset, with nothing between that begins another step."""
    free = [m for m in mentions if not _APART.search(part.text[min(m.end, at) : max(m.start, at)])]
    return min(free, key=lambda m: min(abs(m.start - at), abs(m.end - at)), default=None)

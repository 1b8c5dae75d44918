"""Find what a condition belongs to: the ``owner`` of a temperature, a pulse, a thickness.

The sentence decides first (:mod:`kg.extract.binding.whose`); if it names no owner, the rest of the
study does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.binding.whose import KINDS
from kg.extract.context.activities import Activity, activity_at
from kg.extract.findings import Finding
from kg.extract.knowledge.families import core_of
from kg.extract.links.account import Account, Part, solids_of
from kg.extract.links.making import deposition_in, made_solids, makes
from kg.extract.links.natures import OF_DEPOSITION
from kg.extract.links.parts import sized_part
from kg.extract.links.reagents import things_made
from kg.extract.links.steps import given_by, synthesis_at, synthesised
from kg.extract.mentions import Mention
from kg.model import Outcome, Thing, solid

_VERSUS = re.compile(r"\b(?:vs|versus|than|compared)\b[^;]*$")


def owner_of(account: Account, part: Part, parameter: str, finding: Finding) -> tuple[Thing, ...]:
    """Return the process, reagent or solid that a condition belongs to, ``()`` if it is unknown."""
    if parameter in ("annealing_temperature", "annealing_time"):
        return (Thing("process", "annealing"),)
    if parameter in _OF_SYNTHESES and _PURIFIED.search(part.text, 0, finding.at):
        return ()
    synthesis = synthesis_at(account, part, finding.at) if parameter in _OF_SYNTHESES else None
    if synthesis is not None:
        is_tried = _step_at(part, parameter, finding) == "test"
        if is_tried or _KEPT.search(part.text[: finding.at]):
            return ()
        made = synthesised(account) or tuple(account.roles)
        return things_made(synthesis, given_by(account, part, made, finding.at))
    if parameter in _SIZES and finding.terms:
        sized = sized_part(account, part, (finding.at, finding.terms[0].end))
        if sized is not None:
            return (solid(sized),) if sized else ()
    return _of_film(account, part, parameter, finding)


def _of_film(account: Account, part: Part, parameter: str, finding: Finding) -> tuple[Thing, ...]:
    """Return the owner of a condition that does not belong to a synthesis in a liquid."""
    if parameter in _OF_SYNTHESES and _is_of_sample(part, finding.at):
        return ()
    counted = _COUNTED.match(part.text, finding.at) if parameter == "monolayer_count" else None
    if counted and counted[1] in account.roles:
        return (solid((counted[1],)),)
    start, end = part.stretch
    whose = [m for m in finding.terms[1:] if start <= m.start < end]
    if whose and whose[0].kind == "chemical":
        return (Thing("chemical", account.name_of(whose[0])),)
    step = _step_at(part, parameter, finding)
    if step in ("test", "other"):
        return ()
    if step == "etching" and not (whose and whose[0].id == _ETCHING):
        return (Thing("process", _ETCHING),) if _ETCHING in account.processes else ()
    if not whose:
        return _unsaid(account, part, parameter, finding.at)
    return _of_named(account, part, parameter, finding.at, whose)


def _of_named(
    account: Account, part: Part, parameter: str, at: int, whose: Sequence[Mention]
) -> tuple[Thing, ...]:
    """Return the owner of a condition whose clause names it: a solid or processes."""
    nearest = whose[0]
    if nearest.kind != "process":
        process = deposition_in(account, part) if "process" in KINDS.get(parameter, ()) else ""
        ran = (Thing("process", process),) if process else ()
        return (*ran, solid((core_of(solids_of(nearest)),)))
    if _VERSUS.search(part.text[nearest.end : at]):
        return ()  # the value belongs to the standard of comparison
    names = tuple(dict.fromkeys(account.name_of(m) for m in whose))
    return _with_product(account, part, names, at)


def _is_of_sample(part: Part, at: int) -> bool:
    """Return whether a sample is at a temperature later: "cooled to 20 °C", "3 S/cm at 20 °C"."""
    results = (f.terms[-1] for f in part.findings if isinstance(f.content, Outcome) and f.terms)
    values = [m.end for m in results if m.kind == "quantity" and m.end < at]
    measured = (_AT.match(part.text, end) for end in values)
    return bool(_KEPT.search(part.text, 0, at)) or any(m and at <= m.end() for m in measured)


def _step_at(part: Part, parameter: str, finding: Finding) -> Activity:
    """Return the step at a temperature by the words around it; an etch rate belongs to etching."""
    if parameter == "etch_per_cycle":
        return "etching"
    if parameter not in _TEMPERATURES or "respectively" in part.text:
        return ""  # the order of the two lists decides
    is_room = parameter == "room_temperature"
    step = activity_at(part.text, part.stretch[0], finding.at, is_room=is_room)
    return "test" if is_room and not step and _shows_at(part, finding) else step


def _shows_at(part: Part, finding: Finding) -> bool:
    """Return whether room temperature is beside a property of a sample: "the mobility at ..."."""
    at, end = finding.at, finding.terms[0].end
    return any(
        m.kind == "property" and m.id not in OF_DEPOSITION and (m.end <= at or m.start - end < 2)
        for m in part.mentions
    )


#: Dimensions that a part of a device or a particle has itself.
_SIZES = frozenset({"thickness", "particle_size", "pore_size"})
#: Words before the temperature and pressure at which a reagent is purified.
_PURIFIED = re.compile(
    r"\b(?:purif\w+|distill\w*|recrystalli\w+|removed under (?:reduced pressure|vacuum))\b"
    r"(?:[^.;]|\.\d){0,60}$",
    re.IGNORECASE,
)
#: The etching of a study, whose steps have temperatures different from a deposition.
_ETCHING = "atomic_layer_etching"
#: Text between a result and the temperature at which it was measured.
_AT = re.compile(r"\s(?:at|under)\s(?:about |around |~)?")
#: Words before the temperature at which a product is only dried or stored.
_KEPT = re.compile(
    r"\b(?:dry(?= (?:at|in|under)\b)|dr(?:ied|ying)|stor(?:ed|ing)|wash(?:ed|ing)|cool\w*)\b"
    r"[^.,;]{0,40}$"
)
#: Parameters that apply to syntheses in a liquid as well as to depositions.
_OF_SYNTHESES = frozenset({"temperature", "room_temperature", "pressure"})
_TEMPERATURES = frozenset({"temperature", "room_temperature"})
#: The layer of a printed stack after the count of its monolayers: the CdS of "3CdS/CdSe".
_COUNTED = re.compile(r"[\d.]+([A-Z]\w*)")


def _unsaid(account: Account, part: Part, parameter: str, at: int) -> tuple[Thing, ...]:
    """Return the owner of a condition whose clause names none: the study's deposition or solid.

    An inert atmosphere gets no owner, as it may be that of storage, annealing or measurement.
    """
    kinds = KINDS.get(parameter, ())
    if "process" in kinds:
        if parameter == "inert_atmosphere":
            return ()
        return _of_study(account, part, parameter, at) or _deposited(account, part, at)
    return _main(account, parameter) if "material" in kinds and not account.is_general else ()


def _main(account: Account, parameter: str) -> tuple[Thing, ...]:
    """Return the only solid that the study is about; its only outer solid for a thickness."""
    if parameter == "thickness" and account.outer and account.main[:1] != account.outer[:1]:
        return (solid(account.outer[:1]),) if len(account.outer) == 1 else ()
    return (solid(account.main),) if len(account.main) == 1 else ()


#: Samples are also heated and measured at temperatures and pressures. So a condition belongs to a
#: deposition only within this many sentences after it, unless the sentence is about growth.
_WITHIN = 2
_GROWS = re.compile(
    r"\b(?:deposit|gr[eo]w|coat)\w*|\bsubstrate (?:temperatures?|tables?|holders?|heaters?)\b"
)


def _of_study(account: Account, part: Part, parameter: str, at: int) -> tuple[Thing, ...]:
    """Return the deposition of the study, and the solids that it makes."""
    is_grown = _GROWS.search(part.text, *part.stretch) is not None
    within = _WITHIN if parameter in _OF_SYNTHESES and not is_grown else 0
    process = "" if account.is_general else deposition_in(account, part, sentences=within)
    return _with_product(account, part, (process,), at) if process else ()


def _deposited(account: Account, part: Part, at: int) -> tuple[Thing, ...]:
    """Return the film of "deposited at 200 °C", for a sentence that names no process."""
    if not _DEPOSITED_AT.search(part.text, part.stretch[0], at):
        return ()
    made = made_solids(account)
    named = [f for m in part.mentions if m.end <= at for f in solids_of(m)[:1]]
    unnamed = made if not named and len(made) == 1 and account.main == made else ()
    of = next(((f,) for f in reversed(named) if f in made), unnamed)
    return (solid(of),) if of else ()


#: Words before the temperature at which a film grows.
_DEPOSITED_AT = re.compile(
    r"(?<!after )(?<!before )(?<!prior to )(?<!post-)\b(?:(?:deposit|prepar|obtain|fabricat)ed|"
    r"grown|deposition|growth|substrate temperature)\b(?:(?! and [^\d]| by )[^.,;]){0,40}$"
)


def _with_product(
    account: Account, part: Part, processes: tuple[str, ...], at: int
) -> tuple[Thing, ...]:
    """Return the processes, and the solids that the first of them makes."""
    named = tuple(Thing("process", process) for process in processes)
    made = makes(account, part, processes[0], at) or _made_before(account, part, processes[0])
    return (*named, *made)


def _made_before(account: Account, part: Part, process: str) -> tuple[Thing, ...]:
    """Return what the text last said the process makes: "the process runs at 25 °C"."""
    for other in account.before(part):
        places = [m.start for m in other.processes if account.name_of(m) == process]
        if places:
            return makes(account, other, process, places[0])
    return ()

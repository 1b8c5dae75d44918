"""To what a condition belongs: the ``of`` of a temperature, a pulse, a thickness.

The sentence says it first (:mod:`kg.extract.binding.whose`); where it does not, the study does.
"""

from __future__ import annotations

import re

from kg.extract.binding.whose import KINDS
from kg.extract.findings import Finding
from kg.extract.knowledge.families import core_of
from kg.extract.links.account import Account, Part, solids_of
from kg.extract.links.making import deposition_in, makes
from kg.model import Thing, solid

_VERSUS = re.compile(r"\b(?:vs|versus|than|compared)\b[^;]*$")


def owner_of(account: Account, part: Part, parameter: str, finding: Finding) -> tuple[Thing, ...]:
    """The process, reagent or solid that a condition belongs to."""
    if parameter in ("annealing_temperature", "annealing_time"):
        return (Thing("process", "annealing"),)
    start, end = part.stretch
    whose = [m for m in finding.terms[1:] if start <= m.start < end]
    kinds = KINDS.get(parameter, ())
    if not whose:
        return _of_study(account, part, finding.at) if "process" in kinds else _main(account, kinds)
    nearest = whose[0]
    if nearest.kind == "chemical":
        return (Thing("chemical", account.name_of(nearest)),)
    if nearest.kind != "process":
        return (solid((core_of(solids_of(nearest)),)),)
    if _VERSUS.search(part.text[nearest.end : finding.at]):
        return ()  # the value of what the process is compared with
    names = tuple(dict.fromkeys(account.name_of(m) for m in whose))
    return _with_product(account, part, names, finding.at)


def _main(account: Account, kinds: tuple[str, ...]) -> tuple[Thing, ...]:
    """The only solid that the study is about."""
    is_sure = "material" in kinds and len(account.main) == 1 and not account.is_general
    return (solid(account.main),) if is_sure else ()


def _of_study(account: Account, part: Part, at: int) -> tuple[Thing, ...]:
    """The deposition of the study."""
    process = "" if account.is_general else deposition_in(account, part)
    return _with_product(account, part, (process,), at) if process else ()


def _with_product(
    account: Account, part: Part, processes: tuple[str, ...], at: int
) -> tuple[Thing, ...]:
    """The processes, and the solids that the first of them makes."""
    named = tuple(Thing("process", process) for process in processes)
    made = makes(account, part, processes[0], at) or _made_before(account, part, processes[0])
    return (*named, *made)


def _made_before(account: Account, part: Part, process: str) -> tuple[Thing, ...]:
    """What the process was last said to make, for "the process runs at room temperature"."""
    for other in account.before(part):
        places = [m.start for m in other.processes if account.name_of(m) == process]
        if places:
            return makes(account, other, process, places[0])
    return ()

"""Find the agents in a phrase of cause; parameters and syntheses are not agents."""

from __future__ import annotations

import re

from kg.extract.links.account import Account, Part, within
from kg.extract.links.stated_outcomes import StatedOutcome
from kg.extract.links.things import things_in
from kg.model import Process, Thing

#: Processes that modify a sample; all other processes make one.
TREATMENTS = frozenset(
    """annealing plasma_treatment surface_pretreatment ligand_exchange cation_exchange
    anion_exchange sulfurization selenization galvanic_replacement anodization
    mof_conversion solid_state_reaction""".split()
)
#: Words and punctuation that end a phrase of cause.
_STOP = re.compile(
    r",(?!\s*(?:and|or|as well as)\s)|[;:]|\b(?:compared|than|relative to|versus|which|that|while|"
    r"is|are|was|were|has|have|had|can|could|may|leading|resulting|respectively|in order|instead|"
    r"(?:after|before)(?= (?:the|an?|its)\b)|rather|because|indicat\w+|suggest\w+)\b",
    re.IGNORECASE,
)
#: How many characters of a phrase are searched for agents.
_LONG = 120
#: The head of a phrase that names a parameter instead of a thing.
_PARAMETER = re.compile(
    r"(?<!-)\b(?:thickness(?:es)?|temperatures?|cycles?|numbers?|times?|durations?|sizes?|"
    r"diameters?|pressures?|power|ratios?|rates?|pH|doses?|lengths?|concentrations?)"
    r"(?=\W*(?:$|[,.;)]|\b(?:of|was|were|is|are|in|at|and|or|to|on|for|from|by|can|with|"
    r"increas\w*|decreas\w*|rises?|rose|falls?|fell|drops?|dropped|(?:is|was) raised)\b))",
    re.IGNORECASE,
)
#: A parameter that only gives the conditions of a process.
_CIRCUMSTANCE = re.compile(
    r"\b(?:at|below|above|under|within)\s(?:[\w°.,-]+\s){0,4}?(?:temperatures?|pressures?|power)\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"\b(?:this|these|the|such|both|our)\s(?:[\w-]+\s){0,2}?"
    r"(?:steps?|treatments?|process(?:es)?|procedures?|methods?|approach(?:es)?|"
    r"strateg(?:y|ies)|techniques?|modifications?|exchanges?)\b",
    re.IGNORECASE,
)
#: A technique within so many characters of the start of a phrase is its object: "by XPS".
_NEAR = 12


def agents_behind(
    account: Account, stated: StatedOutcome, start: int, *, acts: bool = False
) -> list[Thing]:
    """Return the agents in a phrase of cause that begins at an offset of the clause."""
    stop = _STOP.search(stated.part.text, start + 1, stated.clause.end)
    end = min(stop.start() if stop else stated.clause.end, start + _LONG)
    named = within(stated.part.mentions, start, end)
    if any(m.kind == "technique" and m.start - start < _NEAR for m in named):
        return []
    return agents_between(account, stated, start, end, acts=acts)


def agents_between(
    account: Account, stated: StatedOutcome, start: int, end: int, *, acts: bool = False
) -> list[Thing]:
    """Return the agents that a stretch of the sentence names.

    ``acts`` is true if the stretch is the subject of a verb that changes another thing; then a
    layer of the sample counts as an agent ("the TiO2 layer reduces the losses").
    """
    part = stated.part
    found = (
        *things_in(account, part, start, end, stated.outside, acts=acts),
        *_told_treatments(stated, start, end),
    )
    if not found:
        generic = _GENERIC.search(part.text, start, end)
        found = _last_process(account, part, generic.start()) if generic else ()
    if _PARAMETER.search(_CIRCUMSTANCE.sub("", part.text[start:end])):
        found = tuple(t for t in found if t.kind != "process" or t.id in TREATMENTS)
    return list(dict.fromkeys(found))


def _told_treatments(stated: StatedOutcome, start: int, end: int) -> tuple[Thing, ...]:
    """Return the treatments that a stretch states in other words: "exchanging the ligands"."""
    return tuple(
        Thing("process", f.content.process)
        for f in stated.part.findings
        if isinstance(f.content, Process)
        and start <= f.at < end
        and f.content.process in TREATMENTS
        and not any(a <= f.at < b for a, b in stated.outside)
    )


def _last_process(account: Account, part: Part, at: int) -> tuple[Thing, ...]:
    """Return the referent of "this step": the last process named before it, else a reagent."""
    here = [m.id for m in part.mentions if m.kind == "process" and m.end <= at]
    if here:
        return (Thing("process", here[-1]),)
    before = list(account.before(part, sentences=2))
    for other in before:
        named = [m.id for m in other.mentions if m.kind == "process"]
        named += [f.content.process for f in other.findings if isinstance(f.content, Process)]
        if named:
            return (Thing("process", named[-1]),)
    if not part.text[at : at + 5].lower().startswith(("this", "these")):
        return ()
    reagents = [m.id for other in before[:1] for m in other.mentions if m.kind == "chemical"]
    return (Thing("chemical", reagents[0]),) if reagents else ()

"""The possessor of a setting: the reagent, solid or process of its clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.model import Span
from kg.extract.binding.distance import distance
from kg.extract.binding.solutes import is_beside, is_of_particles
from kg.extract.mentions import Mention
from kg.extract.reading import Reading

_SOLIDS = ("material", "stack")
#: The kinds of mention to which parameters belong; annealing and tests have no named owner.
KINDS = (
    dict.fromkeys(
        "pulse_time exposure_time concentration flow_rate exposure_count".split(), ("chemical",)
    )
    | dict.fromkeys(
        "thickness particle_size pore_size aspect_ratio monolayer_count".split(), _SOLIDS
    )
    | dict.fromkeys(
        """temperature room_temperature growth_per_cycle growth_rate cycle_count cycle_time
        pressure purge_time power etch_per_cycle mass_change_per_cycle inert_atmosphere""".split(),
        ("process",),
    )
)
#: Processes beside a deposition, whose conditions the text gives by name.
_BESIDES = frozenset({"annealing", "surface_pretreatment", "ligand_exchange"})
#: Words that show that the reagent is heated, and not the sample.
_HEATED = re.compile(
    r"\b(?:evaporat|sublim|vapori[sz]|volatili[sz]|preheat)\w*|\b(?:bubblers?|containers?|ampoules?|"
    r"cylinders?|canisters?|boats?|vessels?|reservoirs?|source temperatures?|"
    r"sources?(?= (?:is|was|were|are|bottles?|kept|held|heated)\b))\b|\bby heating\b",
    re.IGNORECASE,
)
#: Between a reagent and the temperature at which it is kept: "TEMAHf (Strem) was kept at 70 °C".
_WAITS = re.compile(
    r"\)?\s?,?\s?(?:\([^()]*\)\s?,?\s?)?(?:(?:is|was|were|are)\s)?"
    r"(?:held|kept|heated|maintained|stored)(?:\s(?:at|to)(?:\sabout)?)?\s?~?"
)
#: Words and signs that separate a value from a name.
_APART = re.compile(r"[;:]|\s\.(?=[A-Z])|\b(?:while|whereas|followed by|and finally|then)\b")
#: Between a value and its possessor: "40 ms of DEZ", "30 s of exposure to water".
_VALUE_OF = re.compile(
    r"\s(?:\w+\s){0,2}?(?:pulses?\s|exposures?\s|doses?\s)?(?:of|to)\s(?:exposure to\s|the\s)?"
)


def possessors(
    reading: Reading, clauses: Sequence[Span], parameter: str, number: Mention
) -> tuple[Mention, ...]:
    """Return the mentions to which a setting belongs, the nearest of the clause first.

    Several are processes of one list; an empty tuple means that the clause does not name the owner.
    """
    named = _of_clause(reading, clauses, number.start)
    if parameter in ("temperature", "room_temperature"):
        heated = _heated_reagent(reading, parameter, named, number)
        if heated is not None:
            return (heated,)
    kinds = KINDS.get(parameter, ())
    if kinds == _SOLIDS and (told := _of_bracket(reading, number)) is not None:
        return (told,)
    held = [m for m in named if m.kind in kinds and m.id not in _BESIDES]
    held = [m for m in held if not _is_beside(reading.text, parameter, number, m)]
    nearest = _nearest(reading, held, number)
    if nearest is None:
        return ()
    if nearest.kind != "process":
        return (nearest,)
    return (nearest, *(m for m in held if _is_listed(reading, m, nearest)))


def _heated_reagent(
    reading: Reading, parameter: str, named: Sequence[Mention], number: Mention
) -> Mention | None:
    """Return the reagent that is kept at a temperature, or evaporated at it, if any."""
    reagents = [m for m in named if m.kind == "chemical"]
    for reagent in reagents:
        is_ahead = reagent.end < number.start
        if is_ahead and _WAITS.fullmatch(reading.text, reagent.end, number.start):
            return reagent
    if parameter != "temperature" or not _HEATED.search(reading.text):
        return None
    ahead = [m for m in reagents if m.end <= number.start]  # after the number comes the carrier gas
    return _nearest(reading, ahead, number) or _nearest(reading, reagents, number)


#: Before the substrate of a film: "films of 20 nm were grown on silicon".
_ON = re.compile(r"\b(?:on|onto|over|atop)\s(?:(?:the|an?|bare|clean|flat|planar|bulk)\s){0,2}$")

#: Before the solids on either side of a film, and before what is excluded.
_BETWEEN = re.compile(
    r"\b(?:between\s(?:the\s)?(?:[\w-]+\s(?:\w+\s)?and\s(?:the\s|an?\s)?)?|"
    r"(?:excluding|except|without)\s(?:the\s)?)$"
)
#: From a substrate to a number of its own: "on Al2O3 (5 nm)", "on foils with pores of 5 nm".
_ITS_OWN = re.compile(r"[(,;]|\b(?:with|having|of|whose|which|that)\b")


def _is_beside(text: str, parameter: str, number: Mention, named: Mention) -> bool:
    """Return whether a mention only accompanies the owner of a number, as a solvent does."""
    if parameter == "concentration":
        return is_of_particles(text, number) or is_beside(text, named)
    return named.kind in _SOLIDS and _is_beneath(text, number, named)


#: From a solid to a bracket about it: "a SiNx film (thickness: 90 nm)".
_TOLD_ASIDE = re.compile(
    r"(?:[ -](?:thin |ALD )?(?:films?|layers?|coatings?|shells?|barriers?|oxides?))? ?"
)


def _of_bracket(reading: Reading, number: Mention) -> Mention | None:
    """Return the solid right before the bracket that holds a size, unless the bracket names one."""
    opened = reading.text.rfind("(", 0, number.start)
    closed = reading.text.find(")", number.end)
    if opened < 0 or closed < 0 or ")" in reading.text[opened : number.start]:
        return None
    solids = reading.of_kind(*_SOLIDS)
    if any(opened < m.start < closed for m in solids):
        return None
    ahead = (m for m in solids if m.end <= opened)
    return next((m for m in ahead if _TOLD_ASIDE.fullmatch(reading.text, m.end, opened)), None)


def _is_beneath(text: str, number: Mention, solid: Mention) -> bool:
    """Return whether a solid is only the substrate of what has the size, or lies on either side."""
    if number.end <= solid.start:
        return _ON.search(text, number.end, solid.start) is not None
    if _BETWEEN.search(text, 0, solid.start):
        return True
    is_on = _ON.search(text, 0, solid.start) is not None
    return is_on and not _ITS_OWN.search(text, solid.end, number.start)


def _of_clause(reading: Reading, clauses: Sequence[Span], at: int) -> list[Mention]:
    """Return the mentions of the clause that contains an offset."""
    start, end = next((c for c in clauses if c[0] <= at < c[1]), (0, len(reading.text)))
    return [m for m in reading.mentions if start <= m.start and m.end <= end]


def _is_listed(reading: Reading, mention: Mention, nearest: Mention) -> bool:
    between = reading.between(mention, nearest).strip(" ,")
    return mention is not nearest and between in ("and", "or", "")


def _nearest(reading: Reading, mentions: Iterable[Mention], number: Mention) -> Mention | None:
    """Return the mention that owns a number by grammar ("0.1 s of TMA"), else the nearest one.

    A mention beyond the beginning of another step does not count.
    """
    listed, at, text = list(mentions), number.start, reading.text
    for mention in listed:
        is_behind = mention.kind == "chemical" and mention.start >= number.end
        if is_behind and _VALUE_OF.fullmatch(text, number.end, mention.start):
            return mention
    free = [m for m in listed if not _APART.search(text[min(m.end, at) : max(m.start, at)])]
    return min(free, key=lambda m: distance(text, number, m.start, m.end), default=None)

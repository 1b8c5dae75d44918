"""Quantities of a process or structure: which parameter each number is a value of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.findings import Finding
from kg.extract.mentions import Mention
from kg.extract.modality import is_hypothetical
from kg.extract.reading import Reading
from kg.model import Condition, Quantity

#: dimension -> (parameter, words near the number that select it), the first that fits wins; a row
#: without words is the default of the dimension.
PARAMETERS: dict[str, tuple[tuple[str, str], ...]] = {
    "temperature": (
        (
            "annealing_temperature",
            r"anneal|calcin|sinter(?:ed|ing) at|rapid thermal|"
            r"maintained at \d+ \S+ for .* to obtain",
        ),
        (
            "test_temperature",
            r"operat|illuminat|conductivit|measured at|tested|glovebox|aging|ageing|stored",
        ),
        ("temperature", ""),
    ),
    "time": (
        ("annealing_time", r"anneal|calcin|rapid thermal"),
        ("purge_time", r"purg|flowing|evacuat|flush"),
        ("pulse_time", r"puls|dos(?:e|ing)"),
        ("exposure_time", r"expos"),
        (
            "test_duration",
            r"operat|after being|in (?:ambient )?air|stabil|stored|aging|ageing|illuminat|tested|"
            r"lifetime|glovebox",
        ),
        ("cycle_time", r"cycle time|per cycle"),
        ("duration", ""),
    ),
    "length": (
        ("growth_per_cycle", r"per cycle|\bGPC\b"),
        ("pore_size", r"\bpores?\b"),
        ("wavelength", r"wavelength|light|emission|emitt|excit|laser|illuminat|absor|UV|peak"),
        ("distance", r"distance|spacing|separat|gap\b"),
        (
            "particle_size",
            r"diameter|radius|particle|sizes?\b|\bdots?\b|\bQDs?\b|\bNCs?\b|nanocrystal|cluster|"
            r"in size",
        ),
        ("thickness", r"thick|layer|film|coating|shell|nanolaminate|overlayer|spacer|deposit"),
    ),
    "pressure": (("pressure", ""),),
    "rate_per_cycle": (("growth_per_cycle", ""),),
    "growth_rate": (("growth_rate", ""),),
    "count_cycle": (("cycle_count", ""),),
    "count_monolayer": (("monolayer_count", ""),),
    "fluence": (("power_density", ""),),
    "power_density": (("power_density", ""),),
    "flow": (("flow_rate", ""),),
    "power": (("power", r"plasma|rf\b|RF|power"),),
    "concentration": (("concentration", ""),),
}
#: Lengths of apparatus and samples that say nothing of the process.
_APPARATUS = re.compile(
    r"inch|tube|wafer|flange|reactor|chamber|lateral|scale bar|resolution|line\b", re.IGNORECASE
)
_NEAR = 45


def find_conditions(reading: Reading, taken: frozenset[int]) -> Iterator[Finding]:
    """The condition of every quantity that is no outcome's value (``taken``: their starts)."""
    for mention in reading.of_kind("quantity"):
        if mention.start in taken or mention.quantity is None or is_hypothetical(reading, mention):
            continue
        parameter = parameter_of(reading, mention)
        if parameter and not _is_one_cycle(mention):
            quantity = mention.quantity.quantity
            if parameter == "growth_per_cycle":
                quantity = per_cycle(quantity)
            yield Finding(
                content=Condition(parameter=parameter, quantity=quantity),
                at=mention.start,
                rule=f"quantity-{mention.id}",
            )
    yield from _numberless(reading)


def _is_one_cycle(mention: Mention) -> bool:
    """ "One ALD cycle consists of ...": what a cycle is, not how many were run."""
    return mention.id == "count_cycle" and mention.text.lower().startswith("one ")


def parameter_of(reading: Reading, mention: Mention) -> str:
    """The parameter that a number is a value of, by its dimension and the words around it."""
    rows = PARAMETERS.get(mention.id, ())
    if mention.id == "length" and _APPARATUS.search(_around(reading, mention, 25)):
        return ""
    ahead = re.match(r"(?:(?! and )[^,;.]){0,30}", reading.text[mention.end :])
    for parameter, words in rows[1:4] if mention.id == "time" and ahead else ():
        if re.search(words, ahead.group() if ahead else "", re.IGNORECASE):  # "a 0.5 s O3 pulse,"
            return parameter
    for reach in (18, _NEAR):
        around = _around(reading, mention, reach)
        for parameter, words in rows:
            if words and re.search(words, around, re.IGNORECASE):
                return parameter
    return next((parameter for parameter, words in rows if not words), "")


def _around(reading: Reading, mention: Mention, reach: int) -> str:
    return reading.text[max(0, mention.start - reach) : mention.end + reach]


def _numberless(reading: Reading) -> Iterator[Finding]:
    """Room temperature and inert atmosphere: conditions that are words."""
    for mention in reading.of_kind("parameter"):
        if mention.id in ("room_temperature", "inert_atmosphere"):
            content = Condition(parameter=mention.id, quantity=None)
            yield Finding(content=content, at=mention.start, rule="numberless-condition")


def per_cycle(quantity: Quantity) -> Quantity:
    """A growth per cycle printed as a length: "a growth per cycle of 1.1 Å" is Å per cycle."""
    unit = quantity.unit or ""
    return quantity if "/" in unit else replace(quantity, unit=unit + "/{cycle}")


def as_reported(quantity: Quantity) -> Quantity:
    """The quantity of a plain report: a change's end value without its start."""
    return replace(quantity, start=None)

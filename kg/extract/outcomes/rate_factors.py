"""Ratios of rates that verbs give: "grew three times more slowly"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context.modality import is_hypothetical
from kg.extract.findings import Finding
from kg.extract.knowledge.measures import quantity_of
from kg.extract.mentions import Mention
from kg.extract.outcomes.assertion import is_asserted
from kg.extract.owners import Binding
from kg.extract.reading import Reading
from kg.model import Outcome, Quantity

#: Properties, with the verbs whose rate each of them is.
VERBS = (
    ("growth_rate", re.compile(r"\b(?:gr[eo]w|deposited|nucleated and grew)\b")),
    (
        "etch_rate",
        re.compile(
            r"\b(?:etch(?:e[sd])?|etching of [^.;,]{2,50}? (?:ran|runs|proceeds|proceeded))\b", re.I
        ),
    ),
    (
        "photocatalytic_efficiency",
        re.compile(
            r"\b(?:(?:decompos|degrad|bleach)\w+ (?:the )?(?:methyl\w*|rhodamine|dyes?|phenol)"
            r"[^.;,]{0,20})\b|\b(?:methyl\w*(?: \w+)?|rhodamine(?: \w+)?|dyes?|phenols?|"
            r"pollutants?) (?:is|are|was|were) (?:\w+ly )?(?:decompos|degrad|bleach)ed\b",
            re.IGNORECASE,
        ),
    ),
)
#: Properties by the adjective of a comparison: "four times as active as".
_QUALITIES = (
    ("catalytic_activity", "(?:re)?active"),
    ("catalytic_selectivity", "selective"),
    ("photoluminescence_intensity", "(?:bright|emissive|luminescent)"),
    ("conductivity", "conduct(?:ive|ing)"),
    ("resistivity", "resistive"),
    ("density", "dense"),
)
_AS = re.compile(rf"(?: times)? as ({'|'.join(words for _, words in _QUALITIES)})\b")
#: Words for a reaction that light drives.
_BY_LIGHT = re.compile(r"\b(?:[Pp]hotocatal|photo-?driven|under (?:UV|visible|simulated|light))")
#: The word after a ratio that compares rates.
_PACE = re.compile(
    r"(?: times)? (?:(?P<less>slower|more slowly|less (?:rapid|quick)ly)|faster|quicker|"
    r"more (?:rapid|quick)ly|as (?:fast|rapidly|quickly)(?: as)?)\b"
)
_NEAR = re.compile(
    r"(?: [^.;,]{0,60}?)?,? (?:(?:about|nearly|almost|roughly|even|some|at|is|was|~) ?)*"
)


def find_paced(reading: Reading, binding: Binding) -> Iterator[Finding]:
    """Yield the ratios of two rates that belong to no property named in the sentence."""
    held = {one.number.start for one in binding.owned if one.owner == "result"}
    for number in reading.of_kind("quantity"):
        ratio = quantity_of(number)
        if ratio is not None and ratio.unit == "{fold}" and number.start not in held:
            yield from _quality(reading, number, ratio)
        pace = _PACE.match(reading.text, number.end)
        if ratio is None or ratio.unit != "{fold}" or number.start in held or pace is None:
            continue
        said = "decrease" if pace["less"] else "increase"
        for notation, verb in VERBS:
            word = _before(reading, verb, number)
            if word is None or is_hypothetical(reading, word) or not is_asserted(reading, word):
                continue
            content = Outcome(property=notation, direction=said, quantity=ratio)
            yield Finding(content=content, at=word.start, rule="paced", terms=(word, number))
            break


def _quality(reading: Reading, number: Mention, ratio: Quantity) -> Iterator[Finding]:
    """Yield the ratio of a quality that an adjective compares: "four times as active as"."""
    said = _AS.match(reading.text, number.end)
    if said is None:
        return
    notation = next(of for of, words in _QUALITIES if re.fullmatch(words, said[1]))
    if notation == "catalytic_activity" and _BY_LIGHT.search(reading.text):
        notation = "photocatalytic_efficiency"
    place = Mention(start=number.start, end=said.end(), kind="property", id=notation, text=said[1])
    if not is_hypothetical(reading, place) and is_asserted(reading, place):
        content = Outcome(property=notation, direction="increase", quantity=ratio)
        yield Finding(content=content, at=number.start, rule="paced", terms=(number,))


def _before(reading: Reading, verb: re.Pattern[str], number: Mention) -> Mention | None:
    """Return the verb before a ratio that the ratio belongs to."""
    for found in verb.finditer(reading.text, 0, number.start):
        if _NEAR.fullmatch(reading.text, found.end(), number.start):
            return Mention(
                start=found.start(), end=found.end(), kind="direction", id="", text=found[0]
            )
    return None

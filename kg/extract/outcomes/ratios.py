"""Comparisons by a factor without a word of change: "twice that of the bare dots"."""

from __future__ import annotations

import re

from kg.extract.context.modality import clause
from kg.extract.knowledge.controls import UNTREATED
from kg.extract.knowledge.measures import quantity_of
from kg.extract.knowledge.property_kinds import CHANGES, LABEL_DIRECTIONS, TREATMENTS
from kg.extract.mentions import Mention
from kg.extract.outcomes.foreign_cues import is_ideal
from kg.extract.outcomes.predication import Predication
from kg.extract.reading import Reading
from kg.extract.text.comparatives import MORE

#: Text after a factor: the reference, or the adjective of the comparison.
_REFERENCE = re.compile(
    r"\s+(?:that|those|the (?:value|\w+) (?:of|for)|as (?:high|large|active|fast|long|strong|many|"
    rf"much|bright|stable|conductive)|of (?:that|the|{UNTREATED}|a)|{MORE}|above (?:that|those)|"
    r"(?P<less>below (?:that|those)))\b"
)
_BETWEEN = re.compile(
    r"[^;]{0,90}\b(?:is|was|are|were|be|being|than|to|by|reach\w*)\b[^;,]{0,25}|"
    r"[^;]{3,90}, (?:about |nearly )?|\s(?:about |nearly |~)?"
)


def with_ratio(reading: Reading, predication: Predication) -> Predication:
    """Return a predication as an increase if its value is a multiple of another value.

    A multiple of a lack, or "n times below", is a decrease.
    """
    mention, direction, _ = predication
    is_said = mention.label in LABEL_DIRECTIONS or mention.id in TREATMENTS
    if is_said or direction in CHANGES:
        return predication
    _, end = clause(reading, mention.start)
    for quantity in reading.of_kind("quantity"):
        value = quantity_of(quantity)
        if value is None or value.unit != "{fold}" or not mention.end < quantity.start < end:
            continue
        reference = _REFERENCE.match(reading.text, quantity.end)
        if (
            reference is not None
            and _BETWEEN.fullmatch(reading.text, mention.end, quantity.start)
            and not is_ideal(reading, reference.end())
        ):
            at = quantity.end
            is_more = (reference["less"] is None) != (mention.label == "inverseLabel")
            said = "increase" if is_more else "decrease"
            cue = Mention(start=at, end=at, kind="direction", id=said, text="")
            return Predication(mention, said, cue)
    return predication

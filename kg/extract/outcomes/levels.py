"""Levels and ratios beside a change: "the yield, 40 %, is twice that of", "halved to"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.knowledge.measures import in_unit, quantity_of, units_of
from kg.extract.knowledge.property_kinds import FLIPPED
from kg.extract.mentions import Mention
from kg.extract.outcomes.admissible import may_have
from kg.extract.outcomes.compared import is_ratio, ratio_to
from kg.extract.outcomes.predication import Predication
from kg.extract.reading import Reading
from kg.extract.text.runs import RESPECTIVELY
from kg.model import Outcome, Quantity

#: Text between a verb that implies a ratio and the value: "doubled to 120 h".
_TO = re.compile(r",? (?:(?:down |up )?to|reaching|attaining) (?:about |nearly |~)?[\d~]")


def ratio_beside(
    reading: Reading, predication: Predication, outcome: Outcome, values: Sequence[Mention]
) -> Quantity | None:
    """Return the ratio that is given beside the value to which a property changed, if any."""
    mention, _, cue = predication
    if outcome.direction not in FLIPPED or outcome.quantity is None or not values:
        return None
    ratio = ratio_to(reading, mention, values[0], outcome.quantity)
    if ratio is None and cue is not None and outcome.quantity.start is None:
        return implied(reading, mention, cue) if _TO.match(reading.text, cue.end) else None
    return ratio


#: Text between a property and a level in apposition, and the text after it: "the yield, 40 %, is".
_APPOSED = re.compile(r"(?: (?:of|at) [^;,()]{1,40})?(?:,| \() ?(?:about |~)?")
_CLOSED = re.compile(r"(?: (?:at|for|in) [^;,()]{1,25})?[,)]")


def is_apposed(reading: Reading, predication: Predication, value: Mention) -> bool:
    """Return whether a value is a level in apposition, with a ratio after the verb."""
    mention, _, cue = predication
    if cue is None or cue.start < value.end or is_ratio(mention, quantity_of(value)):
        return False
    if not _APPOSED.fullmatch(reading.text, mention.end, value.start):
        return False
    return _CLOSED.match(reading.text, value.end) is not None and any(
        is_ratio(mention, quantity_of(ratio)) and "," not in reading.between(cue, ratio)
        for ratio in reading.of_kind("quantity")
        if ratio.start >= cue.end
    )


#: Text between a property and its level, before a ratio: "is 0.6 A/mg, 5-fold higher than".
_IS = re.compile(
    r"(?: (?:of|at) [^;,()]{1,40})?(?:,| \() ?~?|"
    r"(?:[^;,]|,(?=\d)){0,60}?\b(?:of|is|was|are|were|reach\w*|to|at|:)\s(?:about |~)?"
)


def level_ahead(
    reading: Reading, mention: Mention, outcome: Outcome, values: Sequence[Mention]
) -> Quantity | None:
    """Return the value between a property and the ratio to another's value, if any."""
    if outcome.quantity is None or outcome.quantity.unit != "{fold}" or not values:
        return None
    for number in reading.of_kind("quantity"):
        if not mention.end <= number.start < values[0].start:
            continue
        level = quantity_of(number)
        if (
            level is not None
            and level.unit != "{fold}"
            and may_have(reading, Predication(mention, "reported"), number)
        ):
            told = _IS.fullmatch(reading.text, mention.end, number.start)
            is_apart = re.search(r"[,)]", reading.between(number, values[0])) is not None
            return level if told is not None and is_apart else None
    return None


#: Words before the levels that several properties reached: "..., reaching 2 A/W and 10^12 Jones".
_REACHED = re.compile(r"\b(?:reaching|attaining|amounting to|to reach|to attain)\b")


def levels_reached(
    reading: Reading,
    predications: Sequence[Predication],
    outcomes: Sequence[Outcome | None],
) -> Iterator[tuple[Predication, Quantity]]:
    """Yield the levels that "reaching A and B, respectively" gives, each with its change."""
    reached, end = _REACHED.search(reading.text), RESPECTIVELY.search(reading.text)
    if reached is None or end is None or end.start() < reached.end():
        return
    changed = [
        one
        for one, outcome in zip(predications, outcomes, strict=True)
        if one.mention.end <= reached.start()
        and outcome is not None
        and outcome.direction in FLIPPED
        and is_ratio(one.mention, outcome.quantity)
    ]
    levels = [
        q for q in reading.of_kind("quantity") if reached.end() <= q.start and q.end <= end.start()
    ]
    if len(changed) < 2 or len(changed) != len(levels):
        return
    for one, number in zip(changed, levels, strict=True):
        level = quantity_of(number)
        unit = level.unit if level is not None else None
        fits = any(in_unit(1.0, unit, known) for known in units_of(one.mention.id))
        if level is not None and unit is not None and fits:
            yield one, level


_FOLDS = {"doubl": 2.0, "tripl": 3.0, "quadrupl": 4.0, "halv": 2.0}
#: Fractions in words, in percent.
_PARTS = {
    "half": 50.0,
    "third": 33.0,
    "quarter": 25.0,
    "fifth": 20.0,
    "tenth": 10.0,
    "two thirds": 67.0,
    "three quarters": 75.0,
}
_PART = rf"(?P<part>{'|'.join(_PARTS).replace(' ', '[ -]')})"
#: A fraction after a verb of change: "cut by a third", "dropped to one fifth".
_BY_PART = re.compile(
    r"\s+(?P<way>by|to|in) (?:about |roughly |nearly |almost |just )?(?:(?:one|an?) )?"
    rf"{_PART}\b(?! of)"
)
#: Text between a verb and the property that is its object.
_OBJECT = re.compile(r" (?:(?:the|its|their) )?(?:[\w-]+ ){0,2}")
#: A fraction before the property of which it was lost: "half of the yield", "one third of its".
_PART_OF = re.compile(
    rf"\b(?:one |a )?{_PART} (?:of )?(?:the |its |their )(?:initial |original )?$", re.IGNORECASE
)


def implied(reading: Reading, mention: Mention, cue: Mention | None) -> Quantity | None:
    """Return the quantity that words of change imply: "is doubled", "drops by half"."""
    if cue is None:
        return None
    by_part = None
    if cue.id in FLIPPED:  # "drops by half", "decreased the rate to one third"
        last = max(cue.end, mention.end) if _OBJECT.fullmatch(reading.between(cue, mention)) else 0
        by_part = _BY_PART.match(reading.text, cue.end) or (
            _BY_PART.match(reading.text, last) if last else None
        )
    of_part = _PART_OF.search(reading.text[: mention.start]) if cue.id == "decrease" else None
    part = by_part or of_part
    if part is not None:
        share = _PARTS[part["part"].lower().replace("-", " ")]
        raw = part[0].strip()
        if by_part is not None and by_part["way"] != "by":
            return Quantity(value=round(100 / share), unit="{fold}", raw=raw)
        return Quantity(value=share, unit="percent", raw=raw)
    for stem, times in _FOLDS.items():
        if cue.text.lower().startswith(stem):
            return Quantity(value=times, unit="{fold}", raw=cue.text)
    return None

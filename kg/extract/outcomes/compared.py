"""Find the reference of a value: the start of a change, or the value of another sample."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.knowledge.measures import in_unit, next_quantity, per_cycle, quantity_of, units_of
from kg.extract.knowledge.property_kinds import POSITIONS
from kg.extract.mentions import Mention
from kg.extract.outcomes.admissible import is_per_cycle
from kg.extract.outcomes.references import bare_reference, gained_over, is_of_control, is_reference
from kg.extract.reading import Reading
from kg.model import Quantity

_FROM = re.compile(
    r"(?<!ranging )(?<!ranged )(?<!ranges )(?<!range )"
    r"\bfrom(?: an?| the)?(?: initial| original)?(?: [a-z-]+)?\s*\(?~?$"
)
#: Words before the ends of a range that was varied: "could be varied from 5 to 13 nm".
_VARIED = re.compile(
    r"\b(?:var(?:y|ied|ies|ying)|tun(?:e[ds]?|ing|able)|adjust(?:ed|able)?|control(?:led|lable)|"
    r"modulated|manipulated|regulated|tailored|engineered|span(?:s|ned|ning)?)\b[^.;,]{0,25}"
    r"\bfrom\s*~?$"
)
_TO = re.compile(
    r"[^,;]{0,60}\b(?:to|reaching)(?: (?:the|an?|its) (?:\w+ )?"
    r"(?:maximum|minimum|value|level|peak) of)?"
    r"(?: about| approximately| above| over| more than| below)?(?: [a-z-]+)?\s*\(?~?"
)
#: The same with the value in brackets after its sample: "from ZnO (0.45 mA/cm2)".
_FROM_SAMPLE = re.compile(r"\bfrom (?:the |an? )?[^.;,()]{1,50} \(~?$")
#: Text between the values of a chain: "3% (bare), via 4% for one cycle, to 6%".
_ON = re.compile(
    r"\)?(?: \([^()]{1,30}\)|[^.;,()]{0,40}?)(?:,|,? (?:and|then))?"
    r"(?: (?P<to>to)| via| through|(?<=,)) (?:the |an? |about )?(?:[^\s.;,()]+ ){0,6}?\(?~?"
)
#: Text between a change and its final value.
_FINAL = re.compile(
    r"(?: \(\w+\))?,? (?:and )?\(?(?:thus |thereby |finally )?"
    r"(?:(?:down |up )?to|reach(?:ing|e[sd])|attain(?:ing|s|ed)) "
    r"(?:about |only |just |approximately |as much as )?~?| \(~?"
)
#: Text between two levels of a change: "2 eV at first, rising to 3 eV", "and falls to".
_ONWARD = re.compile(
    r"(?: \([^()]{1,40}\))?(?:[^;.,()]|\.(?=\d)){0,45}?(?:,| and| but)(?: (?:and|but|then|which|it|"
    r"thus|finally|can|was|were|is|are|be|further|even|\w+ly))* (?:increas|decreas|ris|rose|grow|"
    r"grew|climb|drop|fall|fell|declin|diminish|sink|sank|shrink|shrank|go|went|reduc|improv|"
    r"lower|enhanc|boost|rais)(?:ing|es|ed|e?s|p(?:ing|ed))?(?: (?:off|down|up|further|again|"
    r"\w+ly))*(?: (?:with|as|for|at|upon|after|in|on) [^;.,()]{1,50}?)?,? to (?:about |only |just |"
    r"nearly |almost |as \w+ as |~)*"
)
#: Text between two positions of a peak: "at 1100 nm moved to", "lies at 1320 nm and moves to".
_MOVED = re.compile(
    r"(?: \([^()]{1,40}\))?(?: (?:for|in|of|before|at first|initially)\b[^;.,()\d]{0,40}?)?"
    r"(?:,| and| but)?(?: (?:and|but|then|which|that|it|thus|finally|gradually|was|were|is|are|has|"
    r"been|\w+ly))* (?:(?:red|blue)[- ]?)?(?:shift|mov|displac|went|goes)\w*"
    r"(?: (?:with|for|upon|after|on) [^;.,()\d]{1,40}?)? to (?:about |~)*"
)
#: Text before a difference, and between it and its two values.
_DIFFERENCE = re.compile(r"\bby (?:about |some |only |roughly |approximately )?~?$")
_SPAN = re.compile(r"(?: \(absolute\))?,? (?:that is,? |i\.e\.,? )?from (?:about )?~?")


def compared(
    reading: Reading, mention: Mention, value: Mention | None, direction: str
) -> Quantity | None:
    """Return the value of a property, with its reference as the start; ``None`` without a value."""
    quantity = quantity_of(value)
    if quantity is None or value is None:
        return None
    quantity = (
        _in_brackets(reading, mention, value, quantity)
        or _down_to(reading, mention, value, quantity)
        or _moved_on(reading, mention, value, quantity)
        or quantity
    )
    if quantity.start is None:
        quantity = (
            _changed(reading, value, quantity, _moved(mention, direction))
            or _come_from(reading, mention, value, quantity)
            or _beside_another(reading, value, quantity)
        )
    return per_cycle(quantity) if is_per_cycle(mention, quantity) else quantity


def _in_brackets(
    reading: Reading, mention: Mention, value: Mention, quantity: Quantity
) -> Quantity | None:
    """Return the values in brackets after their ratio: "four times lower (0.4 vs. 1.6 at.%)"."""
    if quantity.unit != "{fold}":
        return None
    said = next_quantity(reading, value)
    inner = quantity_of(said)
    if said is None or inner is None or inner.unit not in units_of(mention.id):
        return None
    if not re.fullmatch(r"\s*(?:[\w-]+\s*){0,2}\(~?", reading.between(value, said)):
        return None
    return inner if inner.start is not None else _beside_another(reading, said, inner)


def _down_to(
    reading: Reading, mention: Mention, value: Mention, quantity: Quantity
) -> Quantity | None:
    """Return the final value after a ratio: "reduced by two orders of magnitude to 3 nA".

    It is more specific than the ratio, and than a difference: "narrowed by 0.2 nm, from 0.7 to 0.5
    nm".
    """
    if not is_ratio(mention, quantity) and not _DIFFERENCE.search(reading.text[: value.start]):
        return None
    said = next_quantity(reading, value)
    final = quantity_of(said)
    if said is None or final is None or not _is_in_its_unit(mention, final):
        return None
    between = _up_to(reading, mention, value, said)
    if _FINAL.fullmatch(between):
        return final
    if not _SPAN.fullmatch(between):
        return None
    if final.start is not None:
        return final
    changed = _changed(reading, said, final, "") or _beside_another(reading, said, final)
    return changed if changed.start is not None else None


def _moved_on(
    reading: Reading, mention: Mention, value: Mention, quantity: Quantity
) -> Quantity | None:
    """Return the final position of a peak, with its first position as the start.

    "The band at 1100 nm moved to 1400 nm".
    """
    said = next_quantity(reading, value, quantity.unit)
    final = quantity_of(said)
    if mention.id not in POSITIONS or said is None or final is None or quantity.start is not None:
        return None
    is_end = final.start is None and final.value_max is None and quantity.value is not None
    if not is_end or not _MOVED.fullmatch(reading.text, value.end, said.start):
        return None
    return replace(final, start=quantity.value)


def is_ratio(mention: Mention, quantity: Quantity | None) -> bool:
    """Return whether a quantity is the ratio or percentage of a change, not a value."""
    unit = quantity.unit if quantity is not None else None
    return unit in ("{fold}", "percent") and unit not in units_of(mention.id)


def _is_in_its_unit(mention: Mention, quantity: Quantity) -> bool:
    if not quantity.unit:
        return "1" in units_of(mention.id)
    return any(in_unit(1.0, quantity.unit, known) is not None for known in units_of(mention.id))


#: Text between a ratio and its property: "a tenfold rise in the mobility".
_OF_NOUN = re.compile(r"(?: [\w-]+){0,2} (?:in|of) (?:the |its |their )?(?:[\w-]+ ){0,2}")


def _up_to(reading: Reading, mention: Mention, value: Mention, said: Mention) -> str:
    """Return the text between a ratio and a value, after the property if it is between them."""
    is_between = (
        value.end <= mention.start < said.start
        and _OF_NOUN.fullmatch(reading.text, value.end, mention.start) is not None
    )
    return reading.text[mention.end if is_between else value.end : said.start]


def ratio_to(
    reading: Reading, mention: Mention, value: Mention | None, final: Quantity | None
) -> Quantity | None:
    """Return the ratio by which a property reached its value: "rose tenfold to 3 V"."""
    if value is None or final is None or final.start is not None or is_ratio(mention, final):
        return None
    if is_ratio(mention, quantity_of(value)):
        return quantity_of(value)
    for ratio in reversed(reading.of_kind("quantity")):
        if ratio.end <= value.start:
            is_led = _FINAL.fullmatch(_up_to(reading, mention, ratio, value)) is not None
            return quantity_of(ratio) if is_led and is_ratio(mention, quantity_of(ratio)) else None
    return None


def _moved(mention: Mention, direction: str) -> str:
    """Return the direction, but ``""`` for a peak that changed its position."""
    return "" if mention.id in POSITIONS and direction == "change" else direction


#: Text before a range in brackets.
_IN_BRACKET = re.compile(r"\([^()]{0,20}\bfrom ~?$")


def _changed(
    reading: Reading, value: Mention, quantity: Quantity, direction: str
) -> Quantity | None:
    """Return a printed range as a change ("roughens from 0.5 to 6 nm"), unless it is tuned."""
    is_from = _FROM.search(reading.text[: value.start]) is not None
    ends = value.quantity.members if value.quantity is not None else ()
    is_from = is_from and not _VARIED.search(reading.text[: value.start])
    if not direction and _IN_BRACKET.search(reading.text[: value.start]):
        return None  # "narrow lines (from 20 to 25 nm)"
    if direction in ("change", "none", "reported", "present") or not is_from or len(ends) != 2:
        return None
    if quantity.value_max is None:
        return None
    return replace(quantity, start=ends[0].value, value=ends[1].value, value_max=None)


def _come_from(
    reading: Reading, mention: Mention, value: Mention, quantity: Quantity
) -> Quantity | None:
    """Return a level with the one before it as the start: "is 5 V at first and falls to 3 V"."""
    for level in reading.of_kind("quantity"):
        start = quantity_of(level)
        if mention.end <= level.start and level.end <= value.start and start is not None:
            told = _ONWARD.fullmatch(reading.text, level.end, value.start) or (
                mention.id in POSITIONS and _MOVED.fullmatch(reading.text, level.end, value.start)
            )
            if told and start.unit == quantity.unit and start.value is not None:
                return replace(quantity, start=start.value)
    return None


def _end_of_change(reading: Reading, value: Mention, quantity: Quantity) -> Quantity | None:
    """Return the last value of a change: "from 0.3 nm at 10 nm to 1.8 nm at 60 nm"."""
    ahead = reading.text[: value.start]
    if quantity.start is not None or not (_FROM.search(ahead) or _FROM_SAMPLE.search(ahead)):
        return None
    last, end = value, None
    for candidate in reading.of_kind("quantity"):
        other = quantity_of(candidate)
        if candidate.start < last.end or other is None or other.unit != quantity.unit:
            continue
        between = reading.between(last, candidate)
        step = _ON.fullmatch(between)
        if (step and step["to"]) or (end is None and _TO.fullmatch(between)):
            if other.start is not None or re.search(r"\bto\b.*\bto\b", between):
                return end
            last, end = candidate, replace(other, start=quantity.value)
        elif step:
            last = candidate
    return end


def _beside_another(reading: Reading, value: Mention, quantity: Quantity) -> Quantity:
    """Return a value with its reference: "from 71% ... to 88%", "5.9% as against 0.8%"."""
    start = bare_reference(reading, value)
    if start is not None:
        return replace(quantity, start=start)
    following = next_quantity(reading, value, quantity.unit) or next_quantity(reading, value)
    other = quantity_of(following)
    if following is None or other is None or other.start is not None:
        return quantity
    reference = gained_over(reading, value, following, quantity)
    if reference is not None:
        return replace(quantity, start=reference)
    if other.unit == quantity.unit and (
        is_of_control(reading, value, following)
        or _ONWARD.fullmatch(reading.between(value, following))
    ):
        return replace(other, start=quantity.value)
    end = _end_of_change(reading, value, quantity)
    if end is not None:
        return end
    between = reading.between(value, following)
    if _FROM.search(reading.text[: value.start]) and _TO.fullmatch(between):
        start = in_unit(quantity.value, quantity.unit, other.unit) if quantity.value else None
        return replace(other, start=start) if start is not None else quantity
    if other.unit == quantity.unit and is_reference(reading, between, following):
        return replace(quantity, start=other.value)
    return quantity

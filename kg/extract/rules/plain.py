"""Values without a unit: a permittivity of 19.5, an index that grows from 1.81 to 1.97."""

from __future__ import annotations

import re

from kg.extract.mentions import Mention
from kg.extract.modality import clause
from kg.extract.reading import Reading
from kg.extract.rules.measures import units_of
from kg.model import Quantity

_NUMBER = r"[-−]?\d+(?:\.\d+)?(?:\s?[×x]\s?10\^?[-−]?\d+)?"
#: What may stand behind a number without a unit.
_END = (
    r"(?=\s*(?:[,.;)]|$)|\s+(?:and|or|at|for|with|in|on|was|were|is|as|after|upon|by|to|when|if|"
    r"compared|which|while|throughout|respectively)\b)"
)
_PAIR = re.compile(rf"\bfrom (?:about |~)?({_NUMBER}) to (?:about |~)?({_NUMBER}){_END}")
_ARROW = re.compile(rf"({_NUMBER})\s*(?:→|->)\s*({_NUMBER}){_END}")
_RANGE = re.compile(rf"\b(?:between ({_NUMBER}) and|({_NUMBER})[-–]) ?({_NUMBER}){_END}")
_SINGLE = re.compile(
    rf"\b(?:of|is|was|are|were|to|at|amounts? to|reach(?:es|ed)?|equals?|be|~|≈|=) "
    rf"(?:about |approximately |around |~|≈)?({_NUMBER}){_END}"
)
#: How far behind its property a bare number is looked for, in characters.
_REACH = 110


def plain_value(reading: Reading, mention: Mention) -> Quantity | None:
    """The bare number that a property without a unit is given in its clause, if any.

    >>> # "The permittivity amounts to 19.5": 19.5; "grows from 1.81 to 1.97": 1.97 from 1.81
    """
    if mention.label not in ("name", "symbol") or "1" not in units_of(mention.id):
        return None
    _, end = clause(reading, mention.start)
    text = reading.text[mention.end : min(end, mention.end + _REACH)]
    other = next((p for p in reading.of_kind("property") if p.start > mention.end), None)
    if other is not None:
        text = text[: max(0, other.start - mention.end)]
    return _change(text) or _range(text) or _single(text)


def _change(text: str) -> Quantity | None:
    match = _PAIR.search(text) or _ARROW.search(text)
    if match is None:
        return None
    return Quantity(value=_read(match[2]), start=_read(match[1]), unit=None, raw=match.group())


def _range(text: str) -> Quantity | None:
    match = _RANGE.search(text)
    if match is None:
        return None
    low, high = _read(match[1] or match[2]), _read(match[3])
    return Quantity(value=low, value_max=high, unit=None, raw=match.group())


def _single(text: str) -> Quantity | None:
    match = _SINGLE.search(text)
    return Quantity(value=_read(match[1]), unit=None, raw=match[1]) if match else None


def _read(printed: str) -> float:
    mantissa, _, exponent = re.sub(r"\s?[×x]\s?10\^?", "e", printed.replace("−", "-")).partition(
        "e"
    )
    return float(mantissa) * 10.0 ** int(exponent or 0)

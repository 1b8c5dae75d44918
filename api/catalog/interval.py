"""Intervals in requests: values (``temperature:..100 Cel``) and years (``2010..2015``). Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Final

from kg.catalog import CONFIDENCE, in_base_unit
from kg.grounding import ground
from ontology.units import spellings

_NUMBER: Final = r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?"
_ONE: Final = (
    r"(?P<name>[A-Za-z][A-Za-z0-9_ -]*):"
    rf"(?:(?P<low>{_NUMBER})?(?P<dots>\.\.)(?P<high>{_NUMBER})?|(?P<exact>{_NUMBER}))"
    r"(?: (?P<unit>[^ ;:]+))?"
)
_BARE: Final = re.sub(r"\?P<\w+>", "?:", _ONE)
#: The pattern of one or more intervals, separated by semicolons.
QUANTITIES: Final = rf"^{_BARE}(?:; ?{_BARE})*$"
YEARS: Final = r"^(?:[0-9]{4}|[0-9]{4}\.\.(?:[0-9]{4})?|\.\.[0-9]{4})$"
_SHARE: Final = r"(?:0(?:\.[0-9]{1,4})?|1(?:\.0{1,4})?)"
CONFIDENCES: Final = rf"^(?:{_SHARE}\.\.{_SHARE}?|\.\.{_SHARE})$"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A closed interval of a parameter or property; both ends are in the base unit."""

    name: str
    base: str
    low: float
    high: float


def read_intervals(text: str) -> tuple[Interval, ...]:
    """Return the intervals that a text asks for.

    Parameters
    ----------
    text
        ``NAME:LOW..HIGH UNIT``; either end and the unit may be left out. Several intervals are
        separated by semicolons. The name is that of a parameter or property; the unit is a UCUM
        code or a printed form.

    Raises
    ------
    KeyError
        If a name or unit is not in the vocabulary; the message names it.
    ValueError
        If the text is not an interval.

    Examples
    --------
    >>> [(i.name, i.low, i.high) for i in read_intervals("temperature:20..100 °C")]
    [('temperature', 293.15, 373.15)]
    """
    return tuple(_read_all(text))


def _read_all(text: str) -> Iterator[Interval]:
    for part in text.split(";"):
        match = re.fullmatch(_ONE, part.strip())
        if match is None:
            raise ValueError(f"{part!r} is not an interval such as temperature:..100 Cel")
        exact = match["exact"]
        ends = (float(exact or match["low"] or -inf), float(exact or match["high"] or inf))
        unit = match["unit"] or ""
        found = in_base_unit(ends, _unit(unit)) if unit else ("", *ends)
        if found is None:
            raise KeyError(f"no unit {unit!r}")
        base, low, high = found
        yield Interval(name=_name(match["name"]), base=base, low=low, high=high)


def _name(text: str) -> str:
    for kind in ("parameter", "property"):
        term = ground(kind, text).term
        if term is not None:
            return term.notation
    raise KeyError(f"no parameter or property {text!r}")


def _unit(text: str) -> str:
    spelled = spellings().get(text)
    term = ground("unit", text).term
    return spelled.code if spelled else term.notation if term else text


def read_years(text: str) -> tuple[int, int]:
    """Return the first and the last year that a text asks for.

    >>> read_years("2011"), read_years("2010..2015"), read_years("..2015")
    ((2011, 2011), (2010, 2015), (0, 2015))
    """
    first, dots, last = text.partition("..")
    return int(first or 0), int(last or 9999) if dots else int(first)


def read_confidences(text: str) -> Interval:
    """Return the interval of confidences that a text asks for.

    >>> asked = read_confidences("0.7..")
    >>> asked.low, asked.high
    (0.7, 1.0)
    """
    low, _, high = text.partition("..")
    return Interval(name=CONFIDENCE, base="", low=float(low or 0), high=float(high or 1))

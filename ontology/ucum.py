"""The Unified Code for Units of Measure (UCUM): validation of codes, and their base units.

The grammar is that of the standard; the table has the atoms of physics and chemistry, not those of
medicine and trade. The mole and annotations in braces (``{cycle}``) are units of their own: the
standard treats both as pure numbers, which would make a growth per cycle a length.

References
----------
The Unified Code for Units of Measure, version 2.1: https://ucum.org/ucum
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Final

_PREFIXES: Final = {
    **{"Y": 24, "Z": 21, "E": 18, "P": 15, "T": 12, "G": 9, "M": 6, "k": 3, "h": 2, "da": 1},
    **{"d": -1, "c": -2, "m": -3, "u": -6, "n": -9, "p": -12, "f": -15, "a": -18, "z": -21},
    "y": -24,
}
#: The units from which all others are derived.
_BASE: Final = ("m", "g", "s", "K", "A", "cd", "mol", "rad")
#: Units that take prefixes, each as a number and a code of other units.
_METRIC: Final[Mapping[str, tuple[int | str, str]]] = {
    **{"sr": (1, "rad2"), "Hz": (1, "s-1"), "N": (1, "kg.m/s2"), "Pa": (1, "N/m2")},
    **{"J": (1, "N.m"), "W": (1, "J/s"), "C": (1, "A.s"), "V": (1, "J/C"), "F": (1, "C/V")},
    **{"Ohm": (1, "V/A"), "S": (1, "Ohm-1"), "Wb": (1, "V.s"), "T": (1, "Wb/m2")},
    **{"H": (1, "Wb/A"), "lm": (1, "cd.sr"), "lx": (1, "lm/m2"), "Bq": (1, "s-1")},
    **{"Gy": (1, "J/kg"), "Sv": (1, "J/kg"), "kat": (1, "mol/s"), "Cel": (1, "K")},
    **{"l": (1, "dm3"), "L": (1, "dm3"), "t": (1000, "kg"), "bar": (100000, "Pa")},
    **{"eV": ("1.602176634e-19", "J"), "u": ("1.66053906660e-27", "kg"), "cal": ("4.184", "J")},
    **{
        "m[Hg]": ("133322.387415", "Pa"),
        "m[H2O]": ("9806.65", "Pa"),
        "Oe": ("79.57747154594767", "A/m"),
    },
    **{
        "G": ("0.0001", "T"),
        "dyn": ("0.00001", "N"),
        "erg": ("0.0000001", "J"),
        "P": ("0.1", "Pa.s"),
    },
    **{"Ci": (37000000000, "Bq"), "[psi]": ("6894.757293168", "Pa"), "B": (1, "{B}")},
}
#: Units that take no prefix.
_PLAIN: Final[Mapping[str, tuple[int | str, str]]] = {
    **{"min": (60, "s"), "h": (3600, "s"), "d": (86400, "s"), "wk": (604800, "s")},
    **{"a": (31557600, "s"), "mo": (2629800, "s"), "Ao": ("1e-10", "m"), "atm": (101325, "Pa")},
    **{"deg": ("0.017453292519943295", "rad"), "%": ("0.01", "1"), "[ppm]": ("1e-6", "1")},
    **{"[ppb]": ("1e-9", "1"), "[pptr]": ("1e-12", "1"), "[ppth]": ("0.001", "1")},
    **{"[pH]": (1, "{pH}"), "[in_i]": ("0.0254", "m"), "[ft_i]": ("0.3048", "m")},
    **{"[lb_av]": ("453.59237", "g"), "[degF]": ("0.5555555555555556", "K")},
}
_TOKEN: Final = re.compile(r"[./()]|\{[^{}]*\}|\d+(?![A-Za-z%\[])|[^./(){}\s]+")
_UNIT: Final = re.compile(r"(?P<symbol>.*?[^\d+-])(?P<power>[+-]?\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit in base units: ``factor`` times the product of ``powers``."""

    factor: Fraction
    powers: Mapping[str, int]

    def times(self, other: Unit, power: int) -> Unit:
        """Return the product of this unit and a power of another."""
        powers = Counter(self.powers)
        for name, exponent in other.powers.items():
            powers[name] += exponent * power
        left = {name: exponent for name, exponent in sorted(powers.items()) if exponent}
        return Unit(factor=self.factor * other.factor**power, powers=MappingProxyType(left))


_ONE: Final = Unit(factor=Fraction(1), powers=MappingProxyType({}))


@lru_cache(maxsize=1024)
def parse_ucum(code: str) -> Unit:
    """Return the unit of a UCUM code.

    Raises
    ------
    ValueError
        If the text is not a UCUM code, or has an atom that is not in the table.

    Examples
    --------
    >>> parse_ucum("cm2.V-1.s-1").factor, dict(parse_ucum("nm/{cycle}").powers)
    (Fraction(1, 10000000), {'m': 1, '{cycle}': -1})
    """
    tokens = _TOKEN.findall(code)
    if not code or "".join(tokens) != code:
        raise ValueError(f"{code!r} is not a UCUM code")
    unit, rest = _term(tokens, code)
    if rest:
        raise ValueError(f"{code!r} is not a UCUM code: unexpected {''.join(rest)!r} at the end")
    return unit


def _term(tokens: list[str], code: str) -> tuple[Unit, list[str]]:
    """Parse products and quotients of units, up to the end or a closing bracket."""
    unit, sign = _ONE, 1
    if tokens[:1] == ["/"]:
        tokens, sign = tokens[1:], -1
    while True:
        part, tokens = _component(tokens, code)
        unit = unit.times(part, sign)
        if tokens[:1] not in (["."], ["/"]):
            return unit, tokens
        sign = 1 if tokens[0] == "." else -1
        tokens = tokens[1:]


def _component(tokens: list[str], code: str) -> tuple[Unit, list[str]]:
    if not tokens or tokens[0] in "./)":
        raise ValueError(f"{code!r} is not a UCUM code: a unit is missing")
    head, rest = tokens[0], tokens[1:]
    if head == "(":
        unit, rest = _term(rest, code)
        if rest[:1] != [")"]:
            raise ValueError(f"{code!r} is not a UCUM code: a bracket is not closed")
        return unit, rest[1:]
    if head.startswith("{"):
        return Unit(factor=Fraction(1), powers=MappingProxyType({head: 1})), rest
    unit = _simple(head, code)
    return unit, rest[1:] if rest and rest[0].startswith("{") else rest


def _simple(text: str, code: str) -> Unit:
    """Return the unit of a number, or of an atom with prefix and exponent."""
    if text.isdigit():
        return Unit(factor=Fraction(int(text)), powers=MappingProxyType({}))
    match = _UNIT.fullmatch(text)
    atom = _atom(match["symbol"]) if match else None
    if match is None or atom is None:
        raise ValueError(f"{code!r} is not a UCUM code: there is no unit {text!r}")
    return _ONE.times(atom, int(match["power"] or 1))


def _atom(symbol: str) -> Unit | None:
    if symbol in _BASE:
        return Unit(factor=Fraction(1), powers=MappingProxyType({symbol: 1}))
    known = _PLAIN.get(symbol) or _METRIC.get(symbol)
    if known is not None:
        number, others = known
        unit = parse_ucum(others)
        return Unit(factor=unit.factor * Fraction(number), powers=unit.powers)
    return _prefixed(symbol)


def _prefixed(symbol: str) -> Unit | None:
    for length in (2, 1):
        prefix, rest = symbol[:length], symbol[length:]
        if prefix in _PREFIXES and (rest in _BASE or rest in _METRIC):
            unit = _atom(rest)
            scale = Fraction(10) ** _PREFIXES[prefix]
            return unit and Unit(factor=unit.factor * scale, powers=unit.powers)
    return None

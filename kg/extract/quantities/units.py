"""Convert printed units to UCUM codes and dimensions.

A unit is a product of factors, each a spelling of the table with an exponent; the code is composed
as in the claims contract: ``cm2.V-1.s-1``, ``nm/{cycle}``, ``uJ.cm-2``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kg.extract.quantities.dimensions import COUNTED, CYCLE_WORDS, NEVER_ALONE, PRODUCTS, SLASHED
from kg.extract.text.trie import one_of
from kg.notation.symbols import FROM_SUPERSCRIPT
from ontology.units import spellings


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit with its UCUM code and the dimension it measures."""

    code: str
    dimension: str


#: Spelling -> code and dimension. A full stop after a unit is treated as the end of a sentence if
#: possible.
_SPELLED: Final[dict[str, tuple[str, str]]] = {
    text: (unit.code, unit.dimension)
    for text, unit in spellings().items()
    if not (text.endswith(".") and text[:-1] in spellings())
} | dict.fromkeys(COUNTED, ("", "count"))
_NAME: Final = one_of(_SPELLED)
_CYCLES: Final = rf"(?:{CYCLE_WORDS})?(?:super-?)?cycles?"
#: The substance of a mass or an amount, printed as an index (``A/mgPt``).
_WHAT: Final = (
    r"(?:(?<=[gl])_?(?:cat(?:alyst|hode)?|electrode|metal|(?:[A-Z][a-z]?\d?){1,3})(?![a-z]))?"
)
_FACTOR: Final = rf"(?P<name>{_CYCLES}|{_NAME}){_WHAT}"
_NEGATIVE: Final = r"(?P<neg>⁻[¹²³⁴]|\^ ?[{(]?- ?[1-4][)}]?|-[1-4](?![0-9]|\.[0-9]))"
_POSITIVE: Final = r"(?P<pos>[²³]|\^ ?[{(]?[1-4][)}]?|\([23]\)|(?<=m)[23](?![0-9]))?"
_FIRST: Final = re.compile(rf"{_FACTOR}(?:{_NEGATIVE}|{_POSITIVE})")
_BRACKET: Final = re.compile(r" ?\((?P<name>V|m|g) ?[·.*]?(?P<below>s|K|d)\)(?:⁻¹|\^?-1|\^\{-1\})")
_FOLLOWING: Final = re.compile(rf"(?:[ ·.*]{{0,2}}| [·*] ){_FACTOR}{_NEGATIVE}")
_PER: Final = re.compile(
    rf"(?: ?/ ?\(?(?:(?P<name>cc|Nm3)(?![A-Za-z0-9])|{_FACTOR.replace('name', 'over')})"
    rf"|[ -]per[ -]{_FACTOR.replace('name', 'each')}(?![A-Za-z])){_POSITIVE}"
)
_BELOW: Final = re.compile(
    r"(?:[ ·.*-]| [·*] )?(?P<name>s|K|h|cm|days?|d|min|cycle)(?P<pos>[²³])?(?![A-Za-z])"
)
_TIMES: Final = re.compile(
    r"(?:(?<=[ΩΩm])(?:[ ·.*-]| [·-] )?(?P<name>mm|cm|m)(?P<pos>²|2(?![0-9]))?|"
    r"(?<=[AW])[ ·]?(?P<hour>h))(?![A-Za-z])"
)
#: Volumes in the denominator with names of their own: ``g/cc``, ``g/Nm3`` of ozone.
_CUBES: Final = {"cc": "cm", "Nm3": "m"}
#: A unit without a numerator: ``3 x 10¹⁵ /cm3``.
_INVERSE: Final = re.compile(rf"/ ?{_FACTOR}{_POSITIVE}")
_INVERSES: Final = frozenset(["areal_density", "number_density", "frequency", "wavenumber"])
_CLOSE: Final = re.compile(r" ?\)")
_END: Final = re.compile(r"(?![A-Za-zÀ-ž0-9⁰¹²³⁴-⁹⁺⁻%]|-[0-9])")
_LETTER_END: Final = re.compile(r"(?![A-Za-zÀ-ž0-9⁰¹²³⁴-⁹⁺⁻%]|[-'][A-Za-z0-9]|\.[A-Z]\.)")


def read_unit(text: str, pos: int) -> tuple[Unit, int] | None:
    """Read the longest unit that starts at ``pos``; return it and its end, ``None`` without one."""
    first = _FIRST.match(text, pos)
    if first is None:
        return _read_inverse(text, pos) if text.startswith("/", pos) else None
    factors = [_factor(first, 1)]
    end = first.end()
    while (step := _next_factors(text, end)) is not None:
        factors += step[0]
        end = step[1]
    alone = len(factors) == 1 and factors[0][1] == 1
    if alone and first["name"] in NEVER_ALONE:
        return None
    boundary = _LETTER_END if alone and len(first["name"]) == 1 and first["name"] != "%" else _END
    if boundary.match(text, end) is None:
        return None
    return _compose(tuple(factors)), end


def _read_inverse(text: str, pos: int) -> tuple[Unit, int] | None:
    mark = _INVERSE.match(text, pos)
    if mark is None or _END.match(text, mark.end()) is None:
        return None
    unit = _compose((_factor(mark, -1),))
    return (unit, mark.end()) if unit.dimension in _INVERSES else None


def _next_factors(text: str, pos: int) -> tuple[list[tuple[str, int]], int] | None:
    """Read ``V⁻¹``, ``/cycle``, ``/(V s)`` or the ``cm2`` of ``Ω cm2`` after a factor."""
    if (mark := _FOLLOWING.match(text, pos)) is not None:
        return [_factor(mark, 1)], mark.end()
    if (mark := _BRACKET.match(text, pos)) is not None:
        return [(mark["name"], -1), (mark["below"], -1)], mark.end()
    if (mark := _TIMES.match(text, pos)) is not None:
        return [(mark["name"] or mark["hour"], 2 if mark["pos"] else 1)], mark.end()
    mark = _PER.match(text, pos)
    if mark is None:
        return None
    found, end = [_factor(mark, -1)], mark.end()
    bracketed = "(" in mark[0][:3]
    if (found[0][0] in ("V", "m", "g") or bracketed) and (more := _BELOW.match(text, end)):
        found.append(_factor(more, -1))
        end = more.end()
    if bracketed and (close := _CLOSE.match(text, end)) is not None:
        end = close.end()
    return found, end


def _factor(mark: re.Match[str], sign: int) -> tuple[str, int]:
    """Return the spelling of a factor and its exponent."""
    groups = mark.groupdict()
    digits = re.sub(
        r"[^0-9-]", "", (groups.get("neg") or groups.get("pos") or "1").translate(FROM_SUPERSCRIPT)
    )
    if groups["name"] in _CUBES:
        return _CUBES[groups["name"]], sign * 3
    name = groups["name"] or groups.get("over") or groups.get("each") or ""
    return name, sign * int(digits)


@lru_cache(maxsize=1024)
def _compose(factors: tuple[tuple[str, int], ...]) -> Unit:
    """Return the unit of a product, with its code and dimension."""
    coded = [_coded(name, power) for name, power in factors]
    if len(coded) == 1 and coded[0][2] == 1:
        return Unit(code=coded[0][0], dimension=coded[0][1])
    if coded[0][0] == "A" and all(
        kind in ("count_cycle", "time") and power < 0 for _, kind, power in coded[1:]
    ):
        coded[0] = ("Ao", "length", coded[0][2])  # an ångström typed without the ring: 1.1 A/cycle
    powers: dict[str, int] = {}
    for _, kind, power in coded:
        powers[kind] = powers.get(kind, 0) + power
    signature = tuple(sorted((kind, power) for kind, power in powers.items() if power))
    printed = [factor for factor in coded if factor[0]]
    return Unit(code=_code(printed), dimension=PRODUCTS.get(signature, "other"))


def _coded(name: str, power: int) -> tuple[str, str, int]:
    if name == "dm" and power in (3, -3):
        return "L", "volume", power // 3
    return *_look_up(name), power


def _look_up(name: str) -> tuple[str, str]:
    if name in _SPELLED:
        return _SPELLED[name]
    return _SPELLED["supercycle" if re.search("super-?cycles?$", name) else "cycle"]


def _code(coded: list[tuple[str, str, int]]) -> str:
    """Return the code: ``nm/{cycle}`` for rates, dots with exponents for every other product."""
    last, _, power = coded[-1]
    single = last == "{cycle}" or all(p > 0 for _, _, p in coded[:-1])
    slashed = last in SLASHED or (last == "L" and coded[0][1] in ("mass", "volume"))
    if len(coded) > 1 and power == -1 and single and slashed:
        return f"{'.'.join(_power(c, p) for c, _, p in coded[:-1])}/{last}"
    return ".".join(_power(c, p) for c, _, p in coded)


def _power(code: str, power: int) -> str:
    return code if power == 1 else f"{code}{power}"

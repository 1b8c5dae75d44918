"""The numbers of a text with the unit behind each, if it has one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.extract.quantities.numbers import NUMBER, WORDS, parse_number
from kg.extract.quantities.units import Unit, read_unit

#: A number does not stand inside a word, a decimal, an address or a label (``V-1``, ``T-50``).
_NUMBER: Final = re.compile(
    rf"(?:(?<![A-Za-z0-9_⁰¹²³⁴-⁹⁺⁻])|(?<=[0-9]x))(?<![0-9][.,])(?<![A-Za-z]-)(?<![#$§])"
    rf"(?:{NUMBER})(?![0-9]|\.[0-9])"
    rf"|(?<=(?<![a-z])(?:as|at|to|of|by|is))(?:{NUMBER})(?=[ -]?[°%a-zA-Zμ])"
    rf"|(?<=\bsub-)(?:{NUMBER})"
    rf"|\b(?:{'|'.join(WORDS)})(?=[ -](?:or |full |single |complete |more |(?:c-)?ALD )?"
    r"(?:order|monolayer|layers|ML|cycle|month|day|week|hour|minute|year|fold|times|second))"
    r"|\b(?:an?|single|one)(?= (?:single )?order (?:of|lower|higher|smaller|larger))"
    r"|\b(?:twice|twofold|threefold|fourfold|fivefold|sixfold|tenfold)\b",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"(?:\b(?:Fig(?:ure)?s?|Tables?|Schemes?|Eqs?|Equation|Refs?|ref|Section|Chapter|Sect|No|pp?|Vol"
    r"|Scheme|sample|Sample|step|Step|Part|Entry|run|Copyright|©|ISBN|doi)\.? ?\(?|\bS)$"
)
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}$")
_CORE_LEVEL: Final = re.compile(r"\b[A-Z][a-z]? $")
_TIMES_FOLD: Final = re.compile(
    r" times (?=(?:that|those|as|the|more|less|higher|lower|larger|greater|smaller|faster|slower"
    r"|longer|shorter|better|improve|increase|enhance|stronger|thicker|thinner|brighter)\b)"
    r"|[- ]?fold(?![a-z])|x(?= (?:higher|lower|larger|greater|faster|longer|more|better|improve"
    r"|increase|enhance))"
)
_ORDERS: Final = re.compile(
    r"(?: or (?:two|three|four|five))? orders?"
    r"(?:[ -]of[ -](?:a )?magnitude|(?= lower| higher| smaller| larger))"
)
_FACTOR_BEFORE: Final = re.compile(r"factors? (?:of|as (?:high|large) as) (?:about |~|up to )?$")
_WHOLE_WORDS: Final = {
    "twice": 2.0,
    "twofold": 2.0,
    "threefold": 3.0,
    "fourfold": 4.0,
    "fivefold": 5.0,
    "sixfold": 6.0,
    "tenfold": 10.0,
}
_FOLD: Final = Unit(code="{fold}", dimension="fold")
_CELSIUS: Final = re.compile(r" ?C(?![A-Za-z0-9/-])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """A number in the text: where it stands, its value, and the unit read behind it."""

    start: int
    number_end: int
    end: int
    value: float
    unit: Unit | None = None
    printed: str = ""


def find_atoms(text: str) -> Iterator[Atom]:
    """Read the numbers of a text whose spelling was mended, in order."""
    pos = 0
    while (mark := _NUMBER.search(text, pos)) is not None:
        atom = _read_atom(text, mark)
        pos = mark.end() if atom is None else max(atom.end, mark.end())
        if atom is not None:
            yield atom


def _read_atom(text: str, mark: re.Match[str]) -> Atom | None:
    start, end = mark.span()
    word = mark[0].lower()
    if word in _WHOLE_WORDS:
        return Atom(start=start, number_end=end, end=end, value=_WHOLE_WORDS[word], unit=_FOLD)
    if _LABEL.search(text, max(0, start - 12), start) is not None:
        return None
    value = 1.0 if word in ("a", "an", "single") else parse_number(mark[0])
    if (orders := _ORDERS.match(text, end)) is not None:
        return Atom(start=start, number_end=end, end=orders.end(), value=10.0**value, unit=_FOLD)
    start, value = _signed(text, start, value)
    unit, behind = _read_unit_behind(text, start, end, mark[0])
    return Atom(start=start, number_end=end, end=behind, value=value, unit=unit, printed=mark[0])


def _signed(text: str, start: int, value: float) -> tuple[int, float]:
    """Take a hyphen behind a number or bracket as a dash: ``1.9-2.4`` has no negative number."""
    if text[start] == "-" and (start > 0 and text[start - 1] not in " (=~<>≤≥,;:"):
        return start + 1, -value
    if text[start] == "-" and re.search(r"[0-9%A-Za-zÅ°] ?$", text[max(0, start - 2) : start]):
        return start + 1, -value
    return start, value


def _read_unit_behind(text: str, start: int, end: int, printed: str) -> tuple[Unit | None, int]:
    if (fold := _TIMES_FOLD.match(text, end)) is not None:
        return _FOLD, end + len(fold[0].rstrip())
    for gap in _gaps(text, start, end):
        read = read_unit(text, end + gap)
        if read is not None and not _misread(text, start, end, gap, read[0], printed):
            return read
    celsius = _CELSIUS.match(text, end) if len(printed) > 1 else None
    if celsius is not None:
        return Unit(code="Cel", dimension="temperature"), celsius.end()
    if _FACTOR_BEFORE.search(text, max(0, start - 30), start) is not None:
        return _FOLD, end
    return None, end


def _gaps(text: str, start: int, end: int) -> tuple[int, ...]:
    """How far behind the number its unit may start: touching, a space, a hyphen, a bracket."""
    if text.startswith(("  ", ") "), end):
        return (2,) if text[end] == " " or "(" in text[max(0, start - 12) : start] else ()
    if text.startswith((" ", "-"), end):
        return (1,)
    if text.startswith(")", end):
        return (1,) if "(" in text[max(0, start - 12) : start] else ()
    return (0,)


def _misread(text: str, start: int, end: int, gap: int, unit: Unit, printed: str) -> bool:
    """Tell units from core levels (``C 1s``), decades (``1970s``), dimensions (``3d``), hyphens."""
    if unit.code in ("s", "d", "deg") and gap == 0 and text[end] in "sd":
        glued = _YEAR.match(printed) or (len(printed) == 1 and unit.code == "d")
        return bool(glued) or _CORE_LEVEL.search(text, max(0, start - 3), start) is not None
    return False

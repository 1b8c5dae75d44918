"""Repairs of text damaged by old publisher fonts and by conversion, as one table.

Rows marked ``font`` apply only in a document that shows the damage of the fonts that Elsevier
journals used around 2003 (``w24 x`` for ``[24]``, ``368C`` for 36 °C): there ``y`` may be a slash,
``;`` a tilde and ``)`` a greater-than sign. All other rows are safe anywhere. Every row maps each
character to one it replaces, so offsets stay true.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from corpus.mapped import Edit, Mapped, mapped


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A row of the table: what is seen, what was printed, and why it can be nothing else."""

    name: str
    pattern: re.Pattern[str]
    replacement: str
    font: bool = False


_MASS_OR_LENGTH = r"ng|μg|mg|kg|g|nm|cm|mm|m|Å|kJ|J|mW|W|sccm"

REPAIRS: tuple[Repair, ...] = (
    # "36 8C", "4008C": the degree sign of a symbol font read as 8; "Figure 28C" is a panel.
    Repair(
        name="degree sign read as 8",
        pattern=re.compile(
            r"(?<![\w.,])(?<!Fig )(?<!Fig\. )(?<!Figure )(?<!Table )(?<!Scheme )(?<!sample )"
            r"(\d{1,4}(?:\.\d)? |\d{2,4}(?:\.\d)?|\d{1,3}\.\d)8C(?![\w-])"
        ),
        replacement=r"\1°C",
    ),
    Repair(
        name="degree sign read as bullet",  # "170 • C"
        pattern=re.compile(r"(?<=\d )[•∙·◦]\s?C\b|(?<=\d)[•∙◦]\s?C\b"),
        replacement="°C",
    ),
    Repair(
        name="degree spelled out",  # "160 degC", "2 deg C/min"
        pattern=re.compile(r"((?<=\d)\s?|(?<=\d[)])\s?)\bdeg\.?\s?C\b|(?<=\d)deg\.?\s?C\b"),
        replacement=r"\1°C",
    ),
    Repair(
        name="degree sign of another kind",  # "25 ºC", "25 ˚C", "25 ∘C", "25 ° C"
        pattern=re.compile(r"(?<=[\d ])(?:[º˚∘]\s?|°\s)(?=C\b)"),
        replacement="°",
    ),
    Repair(
        name="degree sign as letter o",  # "300 oC"
        pattern=re.compile(r"(?<=\d )oC\b|(?<=\d)oC\b"),
        replacement="°C",
    ),
    Repair(name="split Torr", pattern=re.compile(r"\bT orr\b"), replacement="Torr"),
    Repair(
        name="angstrom in two pieces",  # "0.007 A ˚", "1.1 ˚A"
        pattern=re.compile(r"(?<=[\d\s])(?:A\s?˚|˚\s?A\b)|(?<=\d)(?:A\s?˚|˚\s?A\b)"),
        replacement="Å",
    ),
    Repair(
        name="micro sign set apart",  # "8.6 μ J"
        pattern=re.compile(r"(?<=\d )μ (?=(?:J|m|g|s|L|l|mol|W|A|V|F|Hz|M)\b)"),
        replacement="μ",
    ),
    Repair(
        name="tilde read as semicolon",  # "pressures of ;0.1 Torr"
        pattern=re.compile(r"(?<=[ (]);(?=\d)"),
        replacement="~",
    ),
    Repair(
        name="phase prefix set apart",  # "α - Al2O3"
        pattern=re.compile(r"(?<=\b[αβγδκε]) ?- (?=[A-Z])|(?<=\b[αβγδκε]) -(?=[A-Z])"),
        replacement="-",
    ),
    Repair(
        name="blank inside a stack",  # "TMA/ H2O", "CdSe @ZnS"
        pattern=re.compile(
            r"(?<=[\w)}]/) (?=\d{0,2}[A-Z])|(?<=[a-z\d]) (?=@\d?[A-Z])|(?<=\w@) (?=\d?[A-Z])"
        ),
        replacement="",
    ),
    Repair(
        name="greater-than read as bracket",  # ")99.99%"
        pattern=re.compile(r"(?<=[\s,(])\)(?=\d+(?:\.\d+)?%)"),
        replacement=">",
        font=True,
    ),
    Repair(
        name="blank inside brackets", pattern=re.compile(r"(?<=[\[(]) | (?=[)\]])"), replacement=""
    ),
    Repair(
        name="tilde read as semicolon, glued",  # "pressure of;1 Torr"
        pattern=re.compile(r"(?<=[a-z]);(?=\d)"),
        replacement="~",
        font=True,
    ),
    Repair(
        name="slash read as y in a unit",  # "2.5 m ys", "0.375 ngycm"
        pattern=re.compile(
            rf"\b({_MASS_OR_LENGTH}) ?y ?((?:cm|min|s|m|h|cycle|mol|K)(?![A-Za-z]))"
        ),
        replacement=r"\1/\2",
        font=True,
    ),
    Repair(
        name="slash read as y between formulas",  # "H SOyH O"
        pattern=re.compile(r"(?<=[A-Z\d])y(?=[A-Z])"),
        replacement="/",
        font=True,
    ),
    Repair(
        name="less-than read as hyphen",  # "-5 =10⁻⁷" is "<5 ×10⁻⁷"
        pattern=re.compile(r"(?<=\s)-(?=\d(?:\.\d)? =10)"),
        replacement="<",
        font=True,
    ),
    Repair(
        name="times sign read as equals sign",
        pattern=re.compile(r"(?<=\d )=(?=10[\s⁻])"),
        replacement="×",
        font=True,
    ),
    Repair(name="glyph name", pattern=re.compile(r"/H\d{5}"), replacement="#", font=True),
    Repair(name="stray ring accent", pattern=re.compile(r"(?<=[a-z])˚"), replacement="", font=True),
)

_FONT_SIGNS = re.compile(r"\bw\d{1,3}(?:[,–-]\s?\d{1,3})? ?x\b|\d ?8C\b|\bT orr\b|\d A ˚")


@dataclass(frozen=True, slots=True)
class _Stem:
    """A formula or unit whose subscripts fell to the line end, and what they may have been."""

    pattern: re.Pattern[str]
    pieces: tuple[str, ...]
    digits: tuple[str, ...]


_B = r"(?:(?<![A-Za-z])|(?<=[A-Z]y))"
_E = r"(?![A-Za-xz\d])"
_STEMS: tuple[_Stem, ...] = (
    _Stem(re.compile(rf"{_B}H SO{_E}"), ("H", "SO", ""), ("24",)),
    _Stem(re.compile(rf"{_B}H O{_E}"), ("H", "O", ""), ("2", "22")),
    _Stem(re.compile(rf"{_B}Al O{_E}"), ("Al", "O", ""), ("23",)),
    _Stem(re.compile(rf"{_B}N H{_E}"), ("N", "H", ""), ("24",)),
    _Stem(re.compile(rf"{_B}(?:Ti|Zr|Si|Hf|Sn|Ce)O{_E}"), (), ("2",)),
    _Stem(re.compile(rf"{_B}(?:Ti|Si|Hf|Zr|Sn)Cl{_E}"), (), ("4",)),
    _Stem(re.compile(rf"{_B}NH{_E}"), (), ("3",)),
    _Stem(re.compile(rf"{_B}(?:CO|O|N|H)(?=\s[,.;)]|$)"), (), ("2",)),
    _Stem(re.compile(r"(?<=g y)cm\b|(?<=gy)cm\b|(?<=g/)cm\b"), (), ("²", "³")),
    _Stem(re.compile(r"(?<=\d =)10(?=\s)"), (), tuple(f"⁻{digit}" for digit in "¹²³⁴⁵⁶⁷⁸⁹")),
)
#: Digits at a line end; ``y`` is the minus sign of the same font.
_DROPPED = re.compile(r"(?<=[A-Za-z.,)\d])( ?y?\d(?: ?\d)*)$")
#: A line has room for no more; it also bounds the combinations to try.
_MOST_DROPPED = 8
_PLAIN = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁻", "123456789y")


def has_font_damage(raw: str) -> bool:
    """Tell whether a document shows the damage for which the ``font`` rows are meant."""
    return len(_FONT_SIGNS.findall(raw)) >= 2


def repair(text: Mapped, *, font: bool = False) -> Mapped:
    """Apply every safe row of the table, and with ``font`` those for damaged fonts."""
    for row in REPAIRS:
        if font or not row.font:
            text = text.substituted(row.pattern, row.replacement)
    return text


def count_repairs(raw: str) -> Counter[str]:
    """Count what the table repairs in a document, by the name of the row."""
    font = has_font_damage(raw)
    counts: Counter[str] = Counter()
    for row in REPAIRS:
        if (font or not row.font) and (found := len(row.pattern.findall(raw))):
            counts[row.name] = found
    if font and (found := len(list(_restorations(mapped(raw))))):
        counts["subscript dropped to the line end"] = found // 2
    return counts


def restore_dropped(text: Mapped) -> Mapped:
    """Put digits that the font dropped to the line end back to their formulas.

    A line is repaired only if the digits at its end are exactly those that the incomplete formulas
    of the line lack. A digit put back has the offset of the letter it follows.
    """
    return text.edited(_restorations(text))


def _restorations(text: Mapped) -> Iterator[Edit]:
    at = 0
    for line in text.text.split("\n"):
        yield from ((at + start, at + end, new) for start, end, new in _line_edits(line))
        at += len(line) + 1


def _line_edits(line: str) -> list[Edit]:
    dropped = _DROPPED.search(line)
    if dropped is None:
        return []
    digits = dropped[1].replace(" ", "")
    # a number at the line end gives up as many digits as the formulas lack
    for length in range(min(len(digits), _MOST_DROPPED), 0, -1):
        start = _index_of_last(line, length)
        found = _incomplete(line[:start])
        if len(found) > _MOST_DROPPED:
            return []
        for filling in product(*(stem.digits for _, stem in found)):
            if found and "".join(filling).translate(_PLAIN) == digits[-length:]:
                edits = [
                    _filled(match, stem, new)
                    for (match, stem), new in zip(found, filling, strict=True)
                ]
                return [*edits, (start, len(line), "")]
    return []


def _index_of_last(line: str, digits: int) -> int:
    places = [at for at, character in enumerate(line) if character in "0123456789y"]
    start = places[-digits]
    return start - 1 if line[start - 1] == " " else start


def _incomplete(line: str) -> list[tuple[re.Match[str], _Stem]]:
    found = [(match, stem) for stem in _STEMS for match in stem.pattern.finditer(line)]
    found.sort(key=lambda pair: (pair[0].start(), -pair[0].end()))
    kept: list[tuple[re.Match[str], _Stem]] = []
    for pair in found:
        if not kept or pair[0].start() >= kept[-1][0].end():
            kept.append(pair)
    return kept


def _filled(match: re.Match[str], stem: _Stem, digits: str) -> Edit:
    if not stem.pieces:
        return match.start(), match.end(), match.group() + digits
    filled = "".join(
        piece + digit for piece, digit in zip(stem.pieces, digits + "  ", strict=False)
    )
    return match.start(), match.end(), filled.rstrip()

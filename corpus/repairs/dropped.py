"""Restoration of subscripts that a font dropped from formulas to the line end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from corpus.mapped import Edit, Mapped


@dataclass(frozen=True, slots=True)
class _Stem:
    """A formula or unit whose subscripts fell to the line end, and the possible subscripts."""

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
#: The most dropped digits of a line; it also bounds the combinations to try.
_MOST_DROPPED = 8
_PLAIN = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁻", "123456789y")


def restorations(text: Mapped) -> Iterator[Edit]:
    """Yield the edits that restore dropped digits: one per formula, one that cuts the line end."""
    at = 0
    for line in text.text.split("\n"):
        yield from ((at + start, at + end, new) for start, end, new in _line_edits(line))
        at += len(line) + 1


def _line_edits(line: str) -> list[Edit]:
    dropped = _DROPPED.search(line)
    if dropped is None:
        return []
    digits = dropped[1].replace(" ", "")
    # a number at the line end may keep its leading digits
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

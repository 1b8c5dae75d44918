"""Pi fonts: brackets, operators and Greek letters in journals of AIP, AVS and APS until 2012.

These fonts assign their signs to the keys of a keyboard without defining their meaning, so that
"(10 mTorr)" is extracted as "~10 mTorr!" and "<10" as ",10". Later files number the signs of a font
from 1 and name them by the foundry's catalogue ("H20849" is an opening bracket); these names are in
the file. A sign that is not in the tables is left unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

#: Part of the name of a font -> the signs printed by the keys.
_KEYS: dict[str, dict[str, str]] = {
    "universal-greekwithmathpi": dict(
        zip(
            "~!@#$%^&abgdehulmnprstfwcvDVFCQ<;>`Þ\\()[}",
            "()[]{}⟨⟩αβγδεηθλμνπρστφφψωΔΩΦΨΘ≈~≃∞≠ħ∑∏≡∝",
            strict=True,
        )
    ),
    "mathematicalpi-one": dict(
        zip('12345678,.!@"~Dabfgdehulmnprstwcv', "+−×÷=±∓°<>≪≫ħ∝Δαβφγδεηθλμνπρστφψω", strict=True)
    ),
    "mathematicalpi-three": dict(zip(",<sdfghjuiz", "~≈()[]{}|∥|", strict=True)),
    "universal-newswithcommpi": {"8": "′"},
    "europeanpi-two": {"A": "√"},
}

#: Number in the foundry's catalogue -> sign; Greek letters are added below by their numbers.
_CATALOGUE = {
    6036: "ħ",
    11001: "+",
    11002: "−",
    11003: "×",
    11004: "÷",
    11005: "=",
    11006: "±",
    11007: "∓",
    11008: "∝",
    11011: "~",
    11015: "≈",
    11021: "<",
    11022: ">",
    11032: "′",
    11034: "°",
    11509: "∂",
    20648: "∥",
    20841: "|",
    20849: "(",
    20850: ")",
    20851: "[",
    20852: "]",
    20853: "{",
    20854: "}",
    20855: "⟨",
    20856: "⟩",
    20862: "/",
    20881: "√",
    33355: "≤",
    33356: "≥",
}
_CATALOGUE |= {number: chr(number - 8306) for number in range(9251, 9276)}  # α to ω
_CATALOGUE |= {number: chr(number - 8088) for number in range(9003, 9018)}  # Α to Ρ
_CATALOGUE |= {number: chr(number - 8087) for number in range(9018, 9025)}  # Σ to Ω
_CATALOGUE[9278] = "φ"

_NAME = re.compile(rb"/([A-Za-z.]*)(\d*)")
_OBJECT = re.compile(rb"(?:^|[\r\n])(\d+)\s+0\s+obj\b(.*?)\bendobj", re.DOTALL)
_FONT = re.compile(rb"/BaseFont\s*/(?:[A-Z]{6}\+)?([\w-]+)")
_ENCODING = re.compile(rb"/Encoding\s+(\d+)\s+0\s+R")
_DIFFERENCES = re.compile(rb"/Differences\s*\[([^\]]*)\]")
#: The most bytes of a font dictionary or an encoding.
_LONGEST_OBJECT = 6_000


def read_signs(names: Sequence[str], data: bytes) -> dict[int, dict[int, str]]:
    """Return the signs of the codes of the pi fonts of a document, by the number of the font.

    Parameters
    ----------
    names
        Names of the fonts, in lower case, in the order of their numbers.
    data
        The PDF file, whose fonts may name their signs.
    """
    pi_fonts = {
        number: keys
        for number, name in enumerate(names)
        for part, keys in _KEYS.items()
        if part in name
    }
    if not pi_fonts:
        return {}
    named = _named(data)
    return {
        number: named.get(names[number]) or {ord(key): sign for key, sign in keys.items()}
        for number, keys in pi_fonts.items()
    }


def _named(data: bytes) -> dict[str, dict[int, str]]:
    """Return, by font, the signs of its codes according to their catalogue names."""
    short = {
        match[1]: match[2] for match in _OBJECT.finditer(data) if len(match[2]) <= _LONGEST_OBJECT
    }
    encodings = {
        number: _signs(differences[1])
        for number, content in short.items()
        if (differences := _DIFFERENCES.search(content))
    }
    found: dict[str, dict[int, str]] = {}
    for content in short.values():
        font, encoding = _FONT.search(content), _ENCODING.search(content)
        signs = encodings.get(encoding[1]) if encoding else None
        if font and signs:
            name = font[1].decode("ascii").lower()
            found[name] = _agreeing(found.get(name, {}), signs)
    return found


def _agreeing(first: Mapping[int, str], second: Mapping[int, str]) -> dict[int, str]:
    """Merge the codes of two subsets of a font, without those on which they differ."""
    both = {**first, **second}
    return {code: sign for code, sign in both.items() if first.get(code, sign) == sign}


def _signs(differences: bytes) -> dict[int, str]:
    """Parse an array of differences.

    >>> _signs(b"1 /H20849 /H20850 40/H11001")
    {1: '(', 2: ')', 40: '+'}
    """
    signs = {}
    code = 0
    for token in re.findall(rb"\d+(?=[\s/\]]|$)|/[^\s/\[\]]+", differences):
        name = _NAME.fullmatch(token)
        if not name:
            code = int(token)
            continue
        sign = _CATALOGUE.get(int(name[2])) if name[1] in {b"H", b"L"} and name[2] else None
        if sign:
            signs[code] = sign
        code += 1
    return signs

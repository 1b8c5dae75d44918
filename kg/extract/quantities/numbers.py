"""Numbers as papers print them: ``30,000``, ``5.06 x 10¹²``, ``10^-10``, ``1e-6``, ``two``."""

from __future__ import annotations

import re
from typing import Final

from kg.notation.symbols import FROM_SUPERSCRIPT

#: Length-preserving repairs: dashes and minus to ``-``, tildes to ``~``, odd spaces to a space.
SPELLING: Final = str.maketrans(
    dict.fromkeys("‐‑‒–—−", "-")
    | dict.fromkeys("∼～˜〜", "~")
    | dict.fromkeys("\u00a0\u2009\u202f\u2002\u2003\t\n", " ")
    | {
        "µ": "μ",
        "\u212b": "Å",
        "º": "°",
        "˚": "°",
        "◦": "°",
        "⁄": "/",
        "×": "x",
        "⋅": "·",
        "∙": "·",
        "⩽": "≤",
        "⩾": "≥",
    }
)

_EXPONENT: Final = r"(?:\^ ?[{(]?- ?[0-9]+[)}]?|\^ ?[{(]?[0-9]+[)}]?|⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
_DECIMAL: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?|(?<![0-9.])\.[0-9]+"
#: Exponents that lost their superscript: ``1 x 10-6``, ``5 x 1012 cm-2``, ``10-3 mbar``.
_FLAT: Final = r" ?-[0-9]{1,2}(?![0-9.])|(?:1[0-9]|2[0-5])(?= ?(?:[a-z]+ ?)?/? ?cm| Jones)"
_FLAT_ALONE: Final = (
    r"10-[1-9](?![0-9.,])(?= ?[A-Za-zΩμ]| ?(?:-|to) ?(?:10-[1-9]|[0-9.]+ ?[x·] ?10))"
)
_POWER_OF_TEN: Final = rf" ?[x·*∙⋅] ?10(?:{_EXPONENT}|\(-?[0-9]+\)|{_FLAT})|[eE][-+]?[0-9]+"
NUMBER: Final = rf"-?(?:10{_EXPONENT}|{_FLAT_ALONE}|(?:{_DECIMAL})(?:{_POWER_OF_TEN})?)"

_COUNTED: Final = "one two three four five six seven eight nine ten eleven twelve"
WORDS: Final = {word: float(n) for n, word in enumerate(_COUNTED.split(), start=1)} | {
    "thirteen": 13.0,
    "fourteen": 14.0,
    "fifteen": 15.0,
    "sixteen": 16.0,
    "eighteen": 18.0,
    "twenty": 20.0,
    "thirty": 30.0,
    "forty": 40.0,
    "fifty": 50.0,
    "sixty": 60.0,
    "hundred": 100.0,
}

_POWER: Final = re.compile(
    rf"(?P<sign>-?)(?:(?P<factor>.*?) ?[x·*∙⋅] ?)?10(?P<power>{_EXPONENT}|\(-?[0-9]+\)| ?-[0-9]+"
    r"|(?<=[x·*∙⋅]10)[0-9]+|(?<=[x·*∙⋅] 10)[0-9]+)$",
    re.IGNORECASE,  # the multiplication sign may be in upper case
)
_DIGIT: Final = re.compile(r"[0-9⁰]")
_GROUPED: Final = re.compile(r"(?<=[0-9])[\u2009\u202f\u00a0](?=[0-9]{3}(?![0-9]))")
_ROUND: Final = re.compile(r"(?<![0-9.,])([0-9]{1,3}) (?=000(?![0-9.]))")
#: Thousands with a blank, before a unit that has large numbers: ``56 108 cd m⁻²``.
_SPACED: Final = re.compile(
    r"(?<![0-9.,])([0-9]{1,3}) (?=[0-9]{3} ?(?:cd|nits?|cycles|rpm|ppm|h|M⁻¹|g/mol|Jones)\b)"
)

#: Units that may be printed at both ends of a range.
_END_UNITS: Final = r"°C|nm|μm|Å|eV|min|%|K|ms|s|h|mbar|Torr|kPa|Pa|sccm|wt%|mM|V|W|cycles"
#: A dash without blanks between a unit and a number: ``200°C-250°C``.
_GLUED_RANGE: Final = re.compile(
    rf"(?<=[0-9])( ?({_END_UNITS}))-(?=[0-9]+(?:\.[0-9]+)? ?\2(?![A-Za-z0-9]))"
)
#: A molar concentration in small capitals, which the text has as an m: ``1 m KOH``, ``5 mm AgNO3``.
_SMALL_CAPITAL: Final = re.compile(
    r"(?<=[0-9] )(m?)m(?= (?:aqueous )?(?:K|Na|Li|H|NH|Ag|Cs)[A-Z0-9₂-₄])"
)

#: The exponent of an area, detached from its unit: ``5 x 5 cm 2 pieces``, ``0.2 mm 2 in size``.
_APART: Final = re.compile(r"(?<=[0-9] [cmμ]m) (?=2(?: [a-z]|[.,;)]))")

#: A degree sign that was printed as a zero, superscript or not: ``350 ⁰C``, ``3500 C``.
_RAISED_DEGREE: Final = re.compile(r"⁰(?= ?C(?![A-Za-z]))|(?<=[0-9][05])0(?= C(?![\w/-]))")
#: From this number of degrees on, a final zero is such a degree sign.
_TOO_HOT: Final = 1300


#: A zero that page recognition read as a letter: ``O.1 Pa``, ``3O sccm``, ``2oo W``.
_LETTER_O: Final = re.compile(
    rf"\b[Oo](?=\.[0-9])|(?<![A-Za-z][0-9])(?<=[0-9])[Oo]{{1,2}}(?= ?(?:{_END_UNITS})\b)"
)


#: A list of numbers without blanks, which looks like thousands or decimals: ``5,10,and 20 nm``,
#: ``100,150, and 200 °C``, ``300,400,500 °C``.
_GLUED_LIST: Final = re.compile(
    r"(?<![0-9.,])(?:"
    r"[1-9][0-9]{0,2}(?:,[1-9][0-9]{0,2})+(?=,(?:and|or) ?[0-9]+ ?[a-zA-Z°μÅ%])"
    r"|[1-9][0-9]{2}(?:,[1-9][0-9]{2})+(?=, (?:and|or) [0-9]{3} ?[a-zA-Z°μÅ%]| ?°))"
)
#: Conditions of :data:`_LETTER_O`, and of :data:`_SPACED` and :data:`_SMALL_CAPITAL`.
_NEAR_O: Final = re.compile(r"[0-9][Oo]|[Oo]\.[0-9]")
_NEAR_BLANK: Final = re.compile(r"[0-9] [m0-9]")


def respell(text: str) -> str:
    """Return a text with repaired spelling of numbers and units; no character changes its place.

    >>> respell("10\u2009000 or 10 000 cycles at −5 ℃")
    '10,000 or 10,000 cycles at -5 ℃'
    """
    if _DIGIT.search(text) is None:
        return text.translate(SPELLING)
    if _NEAR_O.search(text):
        text = _LETTER_O.sub(lambda zeros: "0" * len(zeros[0]), text)
    if "⁰" in text or "0 C" in text:
        text = _RAISED_DEGREE.sub(_degree, text)
    if " 000" in text:
        text = _ROUND.sub(r"\1,", text)
    if _NEAR_BLANK.search(text):
        text = _SMALL_CAPITAL.sub(r"\1M", _SPACED.sub(r"\1,", text))
    text = _APART.sub("^", _GROUPED.sub(",", text).translate(SPELLING))
    text = _GLUED_LIST.sub(lambda listed: listed[0].replace(",", ";"), text)
    return _GLUED_RANGE.sub(r"\1~", text) if "-" in text else text


def _degree(sign: re.Match[str]) -> str:
    head = re.search(r"[0-9]*$", sign.string[: sign.start()])
    is_sign = sign[0] == "⁰" or int((head[0] if head else "") + "0") >= _TOO_HOT
    return "°" if is_sign else sign[0]


def is_power_of_ten(text: str) -> bool:
    """Return whether a printed number is a power of ten without a factor: "10⁻⁴", not "2".

    >>> [is_power_of_ten(t) for t in ("10⁻⁴", "2", "5·10⁻⁷", "10^6")]
    [True, False, False, True]
    """
    power = _POWER.match(text.lower())
    return power is not None and not power["factor"]


def parse_number(text: str) -> float:
    """Return the value of a printed number.

    >>> [parse_number(t) for t in ("30,000", "5·10⁻⁷", "-10^-10", "5.06 X 10(12)")]
    [30000.0, 5e-07, -1e-10, 5060000000000.0]

    Raises
    ------
    ValueError
        If the text is not a number.
    """
    text = text.lower()
    if text in WORDS:
        return WORDS[text]
    power = _POWER.match(text)
    if power is None:
        return float(text.replace(",", ""))
    digits = re.sub(r"[\^{}() ]", "", power["power"].translate(FROM_SUPERSCRIPT))
    # One decimal literal, so that the nearest double is reached in one rounding.
    mantissa = power["sign"] + ((power["factor"] or "").replace(",", "") or "1")
    return float(f"{mantissa}e{digits}")

"""The table of repairs of signs beside numbers: degree sign, dash and micro sign.

A row applies where the number, the unit and the neighbours allow only one reading.
"""

from __future__ import annotations

import re

from corpus.repairs.model import Repair

_NUMBER = r"\d+(?:\.\d+)?"
_DEGREES_AHEAD = r"(?:\s?(?:°\s?C|[Cc]elsius|C\b))"


def _range(match: re.Match[str]) -> str:
    """Return two rising numbers joined by a dash; a spread (±) is smaller than its value."""
    first, second = float(match[1]), float(match[2])
    return f"{match[1]}–{match[2]}" if 0 < first < second else match[0]


def _wide_range(match: re.Match[str]) -> str:
    """Return as :func:`_range`; small numbers only if the second is at least twice the first."""
    first, second = float(match[1]), float(match[2])
    return _range(match) if first >= 10 or second >= 2 * first >= 6 else match[0]


DEGREES: tuple[Repair, ...] = (
    # "36 8C", "4008C", "250 8 C": the sign of a symbol font read as 8; "Figure 28C" is a panel
    Repair(
        name="degree sign read as 8",
        pattern=re.compile(
            r"(?<![\w.,])(?<!Fig )(?<!Fig\. )(?<!Figure )(?<!Table )(?<!Scheme )(?<!sample )"
            r"(?:(\d{1,4}(?:\.\d)? |\d{2,4}(?:\.\d)?|\d{1,3}\.\d)8C|(\d{2,4} )8 C)(?![\w-])"
        ),
        replacement=lambda match: f"{match[1] or match[2]}°C",
        signs=("8C", "8 C"),
    ),
    Repair(
        name="degree sign read as 0",  # "150 0C", "150 ⁰C", "150^0C"
        pattern=re.compile(r"(?<=\d )0 ?C\b(?!-)|(?<=\d)(?: ?⁰|\^\{?0\}?) ?C\b"),
        replacement=lambda match: "°C" if match[0][0] in "0⁰^" else " °C",
        signs=("0C", "0 C", "⁰", "^"),
    ),
    Repair(
        name="degree sign read as bullet",  # "170 • C"
        pattern=re.compile(r"(?<=\d )[•∙·◦]\s?C\b|(?<=\d)[•∙◦]\s?C\b"),
        replacement="°C",
        signs=tuple("•∙·◦"),
    ),
    Repair(
        name="degree spelled out",  # "160 degC", "150 degrees Celsius", "350 \degreecelsius"
        pattern=re.compile(
            r"((?<=\d)\s?|(?<=\d[)])\s?)\bdeg\.?\s?C\b|(?<=\d)deg\.?\s?C\b"
            r"|(?<=\d )(?:degrees? ?)?(?:[Cc]elsius|[Cc]entigrade)\b|(?<=\d )degrees? ?C\b"
            r"|(?<=[\d ])\\(?:degreecelsius|celsius|(?:text)?degree ?C)\b"
        ),
        replacement=lambda match: (match[1] or "") + "°C",
        signs=("deg", "elsius", "entigrade"),
    ),
    Repair(
        name="degree sign of another kind",  # "25 ºC", "25 ˚C", "25 ∘C", "25 ° C"
        pattern=re.compile(r"(?<=[\d ])(?:[º˚∘◦○]\s?|°\s)(?=C\b)"),
        replacement="°",
        signs=tuple("º˚∘◦○°"),
    ),
    Repair(
        name="degree sign as letter o",  # "300 oC", "300 o C", "300 ^oC"
        pattern=re.compile(r"(?<=\d )\^?o ?C\b|(?<=\d)\^?oC\b"),
        replacement="°C",
        signs=("oC", "o C"),
    ),
    Repair(
        name="degree without its letter before a range",  # "100°–250 °C", "100° to 250 °C"
        pattern=re.compile(r"(?<=\d)°(?= ?(?:[-−–~]|to|and) ?\d{1,4} ?°\s?C\b)"),
        replacement="°C",
        signs=("°",),
    ),
    Repair(
        name="degree sign after its letter",  # "150 C°"
        pattern=re.compile(r"(?<=\d )C ?°(?!\w)"),
        replacement="°C",
        signs=("C°", "C °"),
    ),
)

DASHES: tuple[Repair, ...] = (
    Repair(
        name="apostrophe between thousands",  # "12'000 cycles"
        pattern=re.compile(r"(?<![\d.,'’])(\d{1,3})['’](?=000(?!\d))"),
        replacement=r"\1,",
        signs=("'000", "’000"),
    ),
    Repair(
        name="comma of a decimal before a power",  # "4,5 × 10^-3"
        pattern=re.compile(r"(?<![\d.,])(\d),(\d{1,2})(?=\s?[×x·]\s?10(?:\^|[⁻¹²³⁴-⁹]))"),
        replacement=r"\1.\2",
        signs=(" 10", "×10", "x10", "·10"),
    ),
    Repair(
        name="dash between words read as minus",  # "core−shell", "sol−gel"
        pattern=re.compile(r"(?<=[a-z]{2})−(?=[A-Za-z][a-z]{2})"),
        replacement="–",
        signs=("−",),
    ),
    Repair(
        name="dash read as plus-minus",  # "250±375 °C": a spread is smaller than its value
        pattern=re.compile(rf"(?<![\d.])({_NUMBER})±({_NUMBER})(?![\d.])"),
        replacement=_wide_range,
        signs=("±",),
    ),
    Repair(
        name="dash that could not be decoded",  # "250�375 °C", "5?10 nm"
        pattern=re.compile(rf"(?<![\d.])({_NUMBER})[?�]({_NUMBER})(?![\d.])"),
        replacement=_range,
        signs=("?", "�"),
    ),
    Repair(
        name="dash read as y",  # "250y375 °C"
        pattern=re.compile(
            rf"(?<![\d.\w])({_NUMBER})y({_NUMBER})(?= ?(?:°|nm|Å|K\b|%|min|s\b|Torr|Pa|eV))"
        ),
        replacement=_range,
        signs=("y",),
    ),
    Repair(
        name="dash read as e",  # "50e150 nm"
        pattern=re.compile(
            r"(?<![\d.\w])(\d{2,4})e(\d{2,4})"
            r"(?= ?(?:°|nm\b|μm\b|Å|K\b|%|min\b|h\b|Torr|cycles))"
        ),
        replacement=_range,
        signs=tuple(f"{digit}e" for digit in "0123456789"),
    ),
    Repair(
        name="dash lost between numbers",  # "200300 °C", "200 300 °C": two rising numbers
        pattern=re.compile(rf"(?<![\d.,] )(?<![\w.,])(\d{{3}}) ?(\d{{3}})(?={_DEGREES_AHEAD})"),
        replacement=_range,
        signs=("°", "C"),
    ),
    Repair(
        name="hyphen that could not be decoded",  # "metal?doped", "n�type"
        pattern=re.compile(r"(?<=[A-Za-z)\d])(?<![/=&]\w)[?�](?=[a-z]{3,}(?![\w=/]))"),
        replacement="-",
        signs=("?", "�"),
    ),
)

MICRO: tuple[Repair, ...] = (
    Repair(
        name="micro sign separated from its unit",  # "8.6 μ J"
        pattern=re.compile(r"(?<=\d )[μµ] (?=(?:J|m|g|s|L|l|mol|W|A|V|F|Hz|M|Ω)\b)"),
        replacement="μ",
        signs=tuple("μµ"),
    ),
    Repair(
        name="micro sign spelled out",  # "12.5 mu W", "85 mu Omega cm"
        pattern=re.compile(r"(?<=\d )mu ?(?:(Omega)|(?=(?:[mJgsLlWAVFM]|mol|Hz|Ω)\b))"),
        replacement=lambda match: "μΩ" if match[1] else "μ",
        signs=("mu",),
    ),
    Repair(
        name="prefix of a unit spelled out",  # "500 microM", "15 microOhm cm", "5 microliter"
        pattern=re.compile(r"(?<=\d )micro[- ]?(?=(?:[MLgsJWAmVF]|Ohm|Ω|mol)\b)"),
        replacement="μ",
        signs=("micro",),
    ),
    Repair(
        name="ohm spelled out or read as a letter",  # "5 Omega cm", "0.2 m Omega.cm(2)", "24 µO cm"
        pattern=re.compile(
            r"(?<=\d )([mkMμµ])? ?\\?[Oo]mega[ .·•⋅]?(?=(?:cm|sq|m\b|/))"
            r"|(?<=\d )([mkMμµ]?)O(?= ?[·.⋅]?cm\b)"
        ),
        replacement=lambda match: f"{match[1] or match[2] or ''}Ω" + ("" if match[2] else " "),
        signs=("mega", "O cm", "O·cm", "O.cm"),
    ),
    Repair(
        name="bullet between units",  # "72.6 mΩ•cm²"
        pattern=re.compile(r"(?<=[mkμµ\d ][ΩΩ])\s?[•∙]\s?(?=cm)"),
        replacement=" ",
        signs=("•", "∙"),
    ),
    Repair(
        name="second abbreviated as sec after a unit",  # "22 cm²/V sec", "3 mL/sec"
        pattern=re.compile(r"(?<=[V/])([ ·]?)sec(?![a-z])"),
        replacement=lambda match: f"{match[1]}s",
        signs=("sec",),
    ),
    Repair(
        name="micro sign read as l",  # "20 lL", "5 lmol": no units without it
        pattern=re.compile(
            r"(?<=\d )l(?=(?:L|A|W|F|V|J|mol|Ω|s)\b)|(?<=\d )l(?=m (?:thick|wide)\b)"
        ),
        replacement="μ",
        signs=(" l",),
    ),
)

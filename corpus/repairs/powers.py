"""The table of repairs of powers: lost superscripts, and minus and times signs of other fonts.

A row applies only where a power is certain: in "10-5 Torr" but not in the range "10-20 Torr", in
"1.4 × 107" but not in "2 × 105 cycles", in "1018 cm-3" but not in "1018 cm-1", which may be a band
of a spectrum.
"""

from __future__ import annotations

import re

from corpus.repairs.model import Repair

#: Minus signs and dashes, for use inside a character class.
_MINUS = r"\-−–"
_RAISED = str.maketrans("0123456789-−–+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻⁺")
#: Units that an exponent may follow.
_UNIT = (
    r"(?:[cmnμpk]?(?:m|g|mol|V|W|A|J|F|Wh|Ah)|Å|[mnμpf]?s|[mμ]?L|K|h|min|eV|sr|Hz|Ω|S|M[AVW]|M|cd|lm"
    r"|Torr|Pa|cycle|d|day|yr|dec|sq)"
)
#: Text before a unit: a number, a bracket, a slash, another unit.
_BEFORE_UNIT = re.compile(
    rf"(?:(?<![A-Za-z\d])[\d.]+|[)⁰¹²³⁴⁵⁶⁷⁸⁹/·(]|(?<![A-Za-z]){_UNIT}[⁻¹²³⁴\d{_MINUS}]*) ?$"
)
#: Units of quantities that are usually given in powers of ten.
_OF_POWERS = (
    r"(?:m?bar|Torr|Pa|[ASW](?:cm)?|Ω|g|F|cm ?[²³23⁻−–-]|m[²³⁻]|s⁻|emu|Jones|ions|atoms"
    r"|molecules|electrons|M)"
    r"(?![a-z])"
)
_LENGTH_OR_TIME = r"(?:[nmμc]m\b|Å|[nμm]?s\b|min|h\b|°|K\b|cycles?|times|m?L\b|%|[×x]|px|pixels)"
_RATIO = (
    r"(?:(?:[Oo][Nn](?:[-/ ]|/ )?[Oo][Ff]{2}|current) (?:current )?ratios?|[Qq]uality factors?|"
    r"\bQ(?:[- ]factors?)?\b)[^.;\d]{0,40}"
)


def _raised(match: re.Match[str]) -> str:
    """Return the match with its last group raised, without the blank before it."""
    start, end = (at - match.start() for at in match.span(match.lastindex or 0))
    power = match[0][start:end].replace(" ", "").translate(_RAISED)
    return match[0][:start].rstrip() + power + match[0][end:]


def _unit_raised(match: re.Match[str]) -> str:
    """Return a unit with its exponent raised if a number or another unit precedes it."""
    before = match.string[max(0, match.start() - 14) : match.start()]
    if not _BEFORE_UNIT.search(before) or (" − " in match[0] and before[-2:-1].isdecimal()):
        return match[0]
    return match[1] + match[2].replace(" ", "").translate(_RAISED)


MINUS_AND_TIMES: tuple[Repair, ...] = (
    Repair(
        name="minus sign of another font",  # "10À3 Torr", "cmÀ2", "10ÿ7", "Zn1Àx"
        pattern=re.compile(
            rf"(?<=\d)\s?[Àÿ]\s?(?=\d|[xyδ](?![a-z]))|((?<![A-Za-z]){_UNIT})\s?[Àÿ]\s?(?=\d)"
        ),
        replacement=lambda match: (match[1] or "") + "−",
        signs=("À", "ÿ"),
    ),
    Repair(
        name="minus sign read as 2",  # "cm22 V21 s21"
        pattern=re.compile(r"(?<=[\d /]cm)2([123])(?!\d)|(?<= [VsgKLWhJ])2([123])(?![\d.])"),
        replacement=lambda match: "⁻" + (match[1] or match[2]).translate(_RAISED),
        font="minus sign as 2",
    ),
    Repair(
        name="times sign of another font",  # "4 Â 10−3", "5 Ã 5 mm"
        pattern=re.compile(r"(?<=\d) ?[ÂÃ] ?(?=\d)"),
        replacement=" × ",
        signs=("Â", "Ã"),
    ),
    Repair(
        name="times sign read as 3",  # "2.5 3 10^-6", "1.4 3 107", "5 mm 3 5 mm"
        pattern=re.compile(
            r"(\d) 3 (?=10(?: ?[⁻^⁰¹²³⁴⁵⁶⁷⁸⁹−–-][{\d⁻¹²³⁴⁵⁶⁷⁸⁹-]|[⁰¹²³⁴⁵⁶⁷⁸⁹]))"
            r"|(\d\.\d{1,2}) 3 (?=10\d{1,2}\b)|(\d [mcnμ]m) 3 (?=\d+ ?[mcnμ]m\b)"
        ),
        replacement=lambda match: (match[1] or match[2] or match[3]) + " × ",
        signs=(" 3 ",),
    ),
    Repair(
        name="minus sign that could not be decoded",  # "1.96 × 10?3 cm?2"
        pattern=re.compile(r"(?<=[×x] 10)[?�](?=\d)|(?<=[ \d/]cm)[?�](?=\d\b)"),
        replacement="−",
        signs=("?", "�"),
    ),
)

POWERS: tuple[Repair, ...] = (
    Repair(
        name="thousands apart from the rest",  # "at 1, 000 °C"
        pattern=re.compile(r"(?<![\d.,])([1-9]\d{0,2}), (?=000(?![\d.,]))"),
        replacement=r"\1,",
        signs=(", 000",),
    ),
    Repair(
        name="zero of a temperature separated",  # "at 10 0 °C"
        pattern=re.compile(r"(?<![\d.,])([1-9]\d?) (?=00? ?°C)"),
        replacement=r"\1",
        signs=(" 0",),
    ),
    Repair(
        name="power of a multiple without its markup",  # "a 10 4 -fold rise"
        pattern=re.compile(r"(?<![\d.])10( [2-9])(?= ?-?fold\b)"),
        replacement=_raised,
        signs=("fold",),
    ),
    Repair(
        name="range of powers of a multiple without its markup",  # "102-103 times lower"
        pattern=re.compile(
            rf"(?<![\d.{_MINUS}])10([1-9])( ?[{_MINUS}] ?| to )10([1-9])"
            r"(?=[ -]?folds?\b| times (?:\w+ly )?(?:as|more|less|\w+er)\b)"
        ),
        replacement=lambda match: (
            f"10{match[1].translate(_RAISED)}{match[2]}10{match[3].translate(_RAISED)}"
        ),
        signs=("times", "fold"),
    ),
    Repair(
        name="minus sign lost from a unit",  # "330 mAh g 1", "5 W m 1 K 1"
        pattern=re.compile(
            r"(?<=\d )((?:mA ?h|A ?h|Wh|mA|A|F|S|m2|cm2)) (g|kg) 1(?![\d.]|\s?(?:nm|h|min|%|M)\b)"
        ),
        replacement=r"\1 \2⁻¹",
        signs=(" g 1", " kg 1"),
    ),
    Repair(
        name="minus signs lost from a flux",  # "1100 L m2 h1 bar1"
        pattern=re.compile(r"(?<=\d )(L) m ?2 h ?1( bar) ?1(?!\d)|(?<=\d )(L) m ?2 h ?1(?![\d ])"),
        replacement=lambda match: (
            f"{match[1] or match[3]} m⁻² h⁻¹" + (f"{match[2]}⁻¹" if match[2] else "")
        ),
        signs=("h1", "h 1"),
    ),
    Repair(
        name="range of powers with extra blanks",  # "10− 7–10− 6 S·cm− 1"
        pattern=re.compile(
            rf"(?<![\d.])10([{_MINUS}] ?\d{{1,2}}) ?[{_MINUS}] ?"
            rf"10([{_MINUS}] ?\d{{1,2}})(?= ?{_OF_POWERS})"
        ),
        replacement=lambda match: "10{}–10{}".format(
            *(match[at].replace(" ", "").translate(_RAISED) for at in (1, 2))
        ),
        signs=("10-", "10−", "10–"),
    ),
    Repair(
        name="units run together",  # "10−3 gm −2 d −1"
        pattern=re.compile(rf"(?<=\d )gm(?= ?(?:[{_MINUS}⁻]|\^\{{?[{_MINUS}])[2²])"),
        replacement="g m",
        signs=("gm",),
    ),
    Repair(
        name="unit with the capital of a title",  # "Mobilities above 7 Cm2 V-1 s-1"
        pattern=re.compile(r"(?<=\d )C(?=m[23](?![A-Za-z\d]))"),
        replacement="c",
        signs=("Cm2", "Cm3"),
    ),
    Repair(
        name="power of a unit without its markup",  # "cm-2", "V -1 s -1", "A cm −2", "V− 1 s− 1"
        pattern=re.compile(
            rf"(?<![A-Za-z_-])({_UNIT}) ?([{_MINUS}][1-4]|[−–] [1-4])"
            rf"(?!\.?\d|%|[a-z]{{2}}|[{_MINUS}])"
            rf"(?! ?(?:nm|mm|s|min|h|V|K|g|m|Å|°)\b(?! ?[{_MINUS}⁻]))"
        ),
        replacement=_unit_raised,
        signs=tuple("-−–"),
    ),
    Repair(
        name="square after an ohm without its markup",  # "72.6 mΩ cm 2"
        pattern=re.compile(r"(?<=Ω[ ·]cm) ?2(?![\d.])"),
        replacement="²",
        signs=("cm 2", "cm2"),
    ),
    Repair(
        name="square or cube without its markup",  # "12 cm 2 /V s", "mA/cm 2", "m 2 g⁻¹"
        pattern=re.compile(
            r"(?<=/)([cmnμ]?m) ([23])(?![\d.]|\s?(?:nm|mm|h|min|s)\b)"
            r"|(?<=[\d ])([cmnμ]?m) ?([23])(?= ?/ ?[VgdshK]|[ ·]?(?:V|g|s|d)\b ?[/⁻−–s])"
        ),
        replacement=lambda match: (
            (match[1] or match[3]) + (match[2] or match[4]).translate(_RAISED)
        ),
        signs=("m 2", "m 3", "m2", "m3"),
    ),
    Repair(
        name="power of ten without its markup",  # "3 × 10 -3", "1.4 × 107", "2 x 10-5"
        pattern=re.compile(
            rf"[×x·] ?10( ?[{_MINUS}] ?\d{{1,2}})(?![\d.]\d|\d)"
            rf"|[×x·] ?10( [1-9]\d?)(?![\d.]\d|\d)(?! ?[nmμc]m\b(?! ?[²³23⁻{_MINUS}]))"
            rf"|(?<![\d.])\d(?:\.\d+)? ?[×x] ?10([1-9]\d?)(?![\d.]\d|\d)(?! ?{_LENGTH_OR_TIME}"
            rf"(?! ?[²³23⁻{_MINUS}]))"
        ),
        replacement=_raised,
        signs=("10",),
    ),
    Repair(
        name="power of ten without a factor",  # "10-5 Torr", "10 -10 S/cm"
        pattern=re.compile(
            rf"(?<![\d.{_MINUS}])(?<![\d.] )10( ?[{_MINUS}] ?(?:[1-9]|1[0-2]))(?= ?{_OF_POWERS})"
        ),
        replacement=_raised,
        signs=("10-", "10 -", "10−", "10 −", "10–", "10 –"),
    ),
    Repair(
        name="great number without its markup",  # "10 19 cm⁻³", "on/off ratio of 106"
        pattern=re.compile(
            rf"(?<![\d.])10( ?1\d| ?2[0-3])(?= ?cm ?(?:⁻³|[{_MINUS}]3))"
            rf"|(?<![\d.])10( ?1[0-5])(?= ?(?:cm ?(?:⁻²|[{_MINUS}]2)|eV ?(?:⁻¹|[{_MINUS}]1) ?cm))"
            rf"|(?<![\d.])10( ?1[0-4])(?= Jones)|{_RATIO}\b10( ?[3-9]| 1\d)(?![\d.]\d|\d)"
            rf"|absorption coefficients?[^.;\d]{{0,40}}\b10( ?[3-6])(?= ?cm ?[⁻{_MINUS}])"
            r"|(?:retention|endurance|fatigue|switching)\b[^.;]{0,60}(?<![\d.]) 10([3-9])"
            r"(?= (?:s|cycles)\b)|\bendurance\b[^.;]{0,40}(?<![\d.]) 10(1[0-5])(?= cycles)"
            r"|resistivit[^.;]{0,60}(?<![\d.]) 10([3-9]|1[0-7])(?= ?Ω)"
            r"|(?<![\d.])10([3-9])(?= (?:program|P/E|write|switching)\S* cycles)"
        ),
        replacement=_raised,
        signs=("10",),
    ),
    Repair(
        name="charge without its markup",  # "S 2-", "Cd2+", "OH -"
        pattern=re.compile(
            rf"\b(?:S|Se|Te|O|Cd|Zn|Pb|Hg|Mn|Mg|Ca|Ba|Sn|Cu|Fe|Co|Ni)( ?2[{_MINUS}+])"
            rf"(?=[\s,.;:)\]]|$)(?! \d)"
            rf"|\b(?:OH|HS|SCN|NO 3)( ?[{_MINUS}])(?=[\s,.;)]|$)(?! ?\d)(?! (?:and|or) \S+-)"
        ),
        replacement=_raised,
        signs=tuple("-−–+"),
    ),
)

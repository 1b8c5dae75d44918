"""The table of repairs of subscripts in brackets, as bibliographic databases print them.

"TiO(2)" and "Al(2)O(3)" are formulas; "CdSe(12)" ends in a citation mark and "Si(100)" in a face of
its crystal.
"""

from __future__ import annotations

import re

from corpus.formulas import ATOM, is_whole
from corpus.repairs.model import Repair

_COUNT = re.compile(r"(?<=[A-Za-z)])\(([2-9]|[1-9]\d)\)")
_MANY = 2


def _opened(match: re.Match[str]) -> str:
    """The formula without the brackets of its counts; as it stands where it may be none."""
    spaced, found = _COUNT.subn(r" \1 ", match[0])
    is_formula = found >= _MANY or is_whole(spaced.strip())
    return spaced.replace(" ", "") if is_formula else match[0]


def _joined(match: re.Match[str]) -> str:
    """The formula without the blank behind its first element; as it stands where it is none."""
    is_open = "x" in match[2]
    parts = re.sub(r"(?<=[a-zA-Z])(?=\d)", " ", match[3])
    is_formula = is_open or is_whole(f"{match[1]} {match[2]} {parts}")
    return f"{match[1]}{match[2]}{match[3]}" if is_formula else match[0]


INDICES: tuple[Repair, ...] = (
    Repair(
        name="subscript of a gas set apart",  # "O-3 oxidant", "N-2/H-2 plasma"
        pattern=re.compile(
            r"(?<![\w-])(?:[NHO]-[23][/-])?[NHO]-[23](?=\s(?:mixed\s|mixture\s|gas\s)?(?:plasmas?|gas|"
            r"oxidant|atmosphere|flow|pulses?|exposures?|treatment|anneal\w*|ambient|reactant)\b)"
        ),
        replacement=lambda match: re.sub(r"-(?=\d)", "", match[0]),
        signs=("N-2", "H-2", "O-2", "O-3"),
    ),
    Repair(
        name="blank behind the first element",  # "Cu 2S", "Cu 2-xSe", "In 2O3"
        pattern=re.compile(
            r"(?<![\w.–-])([A-Z][a-z]) ([1-9](?:\.\d)?(?:[-−–]x)?)((?:S|Se|Te|O)\d{0,2})(?![\w°%])"
        ),
        replacement=_joined,
        signs=tuple(f" {digit}" for digit in "123456789"),
    ),
    Repair(
        name="blank in the brackets of a formula",  # "Mg( thd)(2)"
        pattern=re.compile(r"(?<=[A-Z][a-z]\() (?=[A-Za-z]{2,6}\)(?:\(\d\)|\d))"),
        replacement="",
        signs=("( ",),
    ),
    Repair(
        name="branch mark set apart",  # "Zr(O t Bu)4", "Co( i PrAMD)2"
        pattern=re.compile(
            r"(?:(?<=[(\[])\s?|(?<=[(\[][ON])\s)([nist])\s(?=(?:Pr|Bu|Am)(?![a-z]))"
        ),
        replacement=r"\1",
        signs=(" Pr", " Bu", " Am"),
    ),
    Repair(
        name="subscript in brackets",  # "TiO(2)", "Al(2)O(3)", "Al(CH(3))(3)"
        pattern=re.compile(
            rf"(?<![\w.(])(?:(?:{ATOM})(?![a-z])|\((?:{ATOM})(?![a-z])|\d|\)|\(\d{{1,2}}\))+(?<=\))"
            rf"(?:(?:{ATOM})(?![a-z])|\d)*"
        ),
        replacement=_opened,
        signs=tuple(f"({digit}" for digit in "23456789"),
    ),
)

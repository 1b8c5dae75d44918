"""Cycles and rates of a test, such as charging a battery or bending a film."""

from __future__ import annotations

import re

from kg.extract.binding.rows import Row
from kg.extract.mentions import Mention
from kg.extract.reading import Reading


def _is_of_cell(reading: Reading, number: Mention) -> bool:
    """Return whether bare cycles are those of a cell, in a sentence on how long it lasts."""
    is_plain = re.fullmatch(r"[\d.,]+ cycles?", number.text) is not None
    is_plain = is_plain and not reading.text.startswith(" of ", number.end)
    return is_plain and re.search(_CELL, reading.text) is not None


_GROWING = re.compile(
    r"\b(?:A-?LDs?|MLD|ALE|MLE|VPI|SIS|SILAR|CVD|atomic|pulse[sd]?|dos(?:es?|ing|ed)|purg\w+|"
    r"deposit\w*|gr[eo]wn?|growth|etch\w*|infiltrat\w*|precursors?|dip\w*|spin|coat\w*|"
    r"thickness|thick|nm|bare|uncoated|reaction cycles?|anneal\w*|freez\w+)\b"
)


def _grows_nothing(reading: Reading, _: Mention) -> bool:
    """Return whether a sentence has no word for anything that cycles could deposit or remove."""
    return _GROWING.search(reading.text) is None


def _is_charge_rate(_: Reading, number: Mention) -> bool:
    """Return whether a number is the rate of a battery, which looks like a temperature: "7.8C"."""
    return re.fullmatch(r"[\d./]+ ?C", number.text) is not None


_CELL = (
    r"\b(?:capacit\w+|mA ?h|retention|retain\w*|activit\w+|(?<!by )(?<!in )contrast|leach\w*|"
    r"cycl(?:e|ing) (?:life|stability|performance))\b"
)
#: The cycles of a test and the rate of charging.
CYCLING = (
    Row(
        "test",
        "cycles of a test",
        "count_cycle",
        ahead=r"\b(?:bent|folded|switched|cycled) (?:for |over )?",
        behind=r" (?:of )?(?:bending|folding|switching|endurance|charg|discharg|cycling)",
        near=r"\b(?:bending|folding|switching|fatigue|thermal|charge|discharge)\b",
    ),
    Row(
        "test",
        "cycles of a test",
        "count_cycle",
        ahead=r"\b(?:[Aa]fter|[Ff]ollowing|over|for|during|than|least|to) (?:the )?(?:first )?",
        only=_is_of_cell,
    ),
    Row(
        "test",
        "cycles of a test",
        "count_cycle",
        said=r"\b(?i:capacit\w+|mA ?h|coulombic|retention|cyclability|cycling|(?:dis)?charg\w+|"
        r"impedance|LIBs?|batter(?:y|ies)|electrodes?|pulveri[sz]ation|CV curves?|endurance|"
        r"bending)\b",
        only=_grows_nothing,
    ),
    Row("test", "rate of charging", "temperature", said=_CELL, only=_is_charge_rate),
    Row("test", "rate of charging", "temperature", behind=r"[ -]rates?\b", only=_is_charge_rate),
)

"""Reagents of atomic layer etching, and the meaning of "HF"."""

from __future__ import annotations

import re

from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare

#: Atomic layer etching: one gas modifies the surface, ions or another gas remove it.
_ETCHED = re.compile(r"\b[Aa]tomic[- ]layer etch|\bALE\b")


def is_of_ale(reading: Reading) -> bool:
    """Return whether the passage of a sentence mentions atomic layer etching."""
    return _ETCHED.search(reading.sentence.passage.text) is not None


def is_ale(reading: Reading) -> bool:
    """Return whether a sentence names atomic layer etching, whose gases react with the surface."""
    return any(m.id == "atomic_layer_etching" for m in reading.of_kind("process"))


#: Words with which "HF" is a frequency of a field or current, and no acid.
_HIGH_FREQUENCY = Rare(r"\b[Hh]igh[- ]frequenc(?:y|ies)\b|\bHF (?:and|or|/) LF\b")
_ACID = Rare(r"\b(?:[Hh]ydrofluoric|[Hh]ydrogen fluoride|HF (?:acid|solution|etch\w*|dip))\b")


def is_frequency(reading: Reading, mention: Mention) -> bool:
    """Return whether "HF" means a high frequency: "high-frequency (HF) plasma power"."""
    text = reading.sentence.passage.text
    is_short = mention.text == "HF" and _HIGH_FREQUENCY.search(text) is not None
    return is_short and _ACID.search(text) is None

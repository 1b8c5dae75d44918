"""Repairs of text damaged by old publisher fonts and by conversion, as tables, and their counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from corpus.mapped import Mapped, mapped
from corpus.repairs.characters import CHARACTERS
from corpus.repairs.dropped import restorations, restore_dropped
from corpus.repairs.fonts import FONTS, damaged_fonts
from corpus.repairs.model import Repair
from corpus.repairs.words import REPAIRS

__all__ = [
    "CHARACTERS",
    "DROPPING_FONT",
    "FONTS",
    "REPAIRS",
    "Repair",
    "count_repairs",
    "damaged_fonts",
    "repair",
    "repair_characters",
    "restore_dropped",
]

#: The font that drops subscripts to the line end.
DROPPING_FONT = "brackets as w and x"


def repair_characters(text: Mapped) -> Mapped:
    """Apply the table of single characters."""
    for row in CHARACTERS:
        text = text.substituted(row.pattern, row.replacement)
    return text


def repair(text: Mapped, *, fonts: Collection[str] = ()) -> Mapped:
    """Apply every safe row of the table of words, and those for the damaged ``fonts``."""
    for row in REPAIRS:
        if not row.font or row.font in fonts:
            text = text.substituted(row.pattern, row.replacement)
    return text


def count_repairs(raw: str) -> Counter[str]:
    """Count what the tables repair in a document, by the name of the row and in their order.

    A byte order mark at the very start is no damage.

    >>> count_repairs("eﬃcient ﬁlms at 4008C")
    Counter({'ligature': 2, 'degree sign read as 8': 1})
    """
    fonts = damaged_fonts(raw)
    raw = raw.removeprefix("\ufeff")
    rows = (row for row in (*CHARACTERS, *REPAIRS) if not row.font or row.font in fonts)
    found = {row.name: len(row.pattern.findall(raw)) for row in rows}
    if DROPPING_FONT in fonts:
        found["subscript dropped to the line end"] = len(list(restorations(mapped(raw)))) // 2
    return Counter({name: count for name, count in found.items() if count})

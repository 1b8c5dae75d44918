"""Repairs of text damaged by old publisher fonts and by conversion, as tables, and their counts.

A text is repaired in one pass over the rows of the tables, in order: first single characters, then
leftover markup, signs, powers and words; last the words that only the whole document shows to be
broken (:class:`Symptoms`). The changes of each row are counted by its name.
"""

from __future__ import annotations

from collections import Counter

from corpus.mapped import Mapped
from corpus.repairs.characters import CHARACTERS, may_be_damaged
from corpus.repairs.dropped import restorations
from corpus.repairs.fonts import DROPPING_FONT, FONTS, damaged_fonts
from corpus.repairs.indices import INDICES
from corpus.repairs.leftovers import LEFTOVERS
from corpus.repairs.model import Repair, apply_rows
from corpus.repairs.powers import MINUS_AND_TIMES, POWERS
from corpus.repairs.signs import DASHES, DEGREES, MICRO
from corpus.repairs.symptoms import HEALTHY, Symptoms, find_symptoms
from corpus.repairs.words import WORDS

__all__ = [
    "CHARACTERS",
    "FONTS",
    "HEALTHY",
    "REPAIRS",
    "Repair",
    "Symptoms",
    "damaged_fonts",
    "find_symptoms",
    "repair",
    "repair_characters",
    "restore_dropped",
]

#: The rows after those of single characters. A minus sign that could not be decoded is recognised
#: before a dash, and a dash before a power.
REPAIRS: tuple[Repair, ...] = (
    *LEFTOVERS,
    *INDICES,
    *DEGREES,
    *MINUS_AND_TIMES,
    *DASHES,
    *MICRO,
    *POWERS,
    *WORDS,
)


def restore_dropped(text: Mapped, symptoms: Symptoms, counts: Counter[str]) -> Mapped:
    """Return the text with digits that a font dropped to the line end back in their formulas.

    A line is repaired only if the digits at its end are exactly those that the incomplete formulas
    of the line lack. A restored digit has the offset of the letter before it. ``counts`` is
    updated.
    """
    if DROPPING_FONT not in symptoms.fonts:
        return text
    edits = list(restorations(text))
    if edits:
        counts["subscript dropped to the line end"] += sum(bool(new) for _, _, new in edits)
    return text.edited(edits)


def repair_characters(text: Mapped, counts: Counter[str]) -> Mapped:
    """Apply the table of single characters, and update ``counts``."""
    return apply_rows(CHARACTERS, text, (), counts) if may_be_damaged(text.text) else text


def repair(text: Mapped, symptoms: Symptoms, counts: Counter[str]) -> Mapped:
    """Apply all other rows: the safe ones, and those of damaged fonts and broken words."""
    return apply_rows((*REPAIRS, *symptoms.rows), text, symptoms.fonts, counts)

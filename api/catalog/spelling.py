"""Corrections: finds the name or word whose spelling is closest to an unknown one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz, process

from api.catalog.asked import Group
from api.catalog.database import Database
from api.catalog.known import is_solid
from kg.catalog import plain, words_of

#: The most names with shared letters that are compared.
_CANDIDATES: Final = 400
#: How similar two spellings must be, in percent.
_ALIKE: Final = 78.0
_GRAM: Final = 3
#: The fewest letters of a misspelt word: symbols and abbreviations have fewer.
_MIN_LETTERS: Final = 3

_NEAR: Final = "SELECT word FROM spelling WHERE spelling MATCH ? ORDER BY rank, word LIMIT ?"


def correct(database: Database, groups: Sequence[Group], unknown: Sequence[Group]) -> str:
    """Return the search with unknown words corrected; ``""`` if no known word is close."""
    replaced = {group.text: _nearest(database, group.text) for group in unknown}
    if not any(replaced.values()):
        return ""
    return " ".join(replaced.get(group.text) or group.text for group in groups)


def _nearest(database: Database, word: str) -> str:
    asked = plain(word).casefold() if _may_be_a_slip(word) else ""
    grams = dict.fromkeys(asked[at : at + _GRAM] for at in range(len(asked) - _GRAM + 1))
    quoted = " OR ".join('"' + gram.replace('"', '""') + '"' for gram in grams)
    if not quoted:
        return ""
    candidates = [word for (word,) in database.rows(_NEAR, (quoted, _CANDIDATES))]
    found = process.extractOne(
        asked,
        candidates,
        scorer=fuzz.ratio,
        processor=lambda name: plain(name).casefold(),
        score_cutoff=_ALIKE,
    )
    return found[0] if found and found[0].casefold() != word.casefold() else ""


def _may_be_a_slip(word: str) -> bool:
    """Return whether a word may be misspelt: it is long enough and has no single letter ("high-k").

    A formula is never a misspelling of another one: Fe2O3 is not Al2O3.
    """
    if len(word) < _MIN_LETTERS or (any(map(str.isdecimal, word)) and is_solid(word)):
        return False
    return all(len(part) > 1 for part in words_of(word))

"""Signs of damage in a whole document: its fonts, and its broken words."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from corpus.repairs.fonts import damaged_fonts
from corpus.repairs.gaps import gap_repairs
from corpus.repairs.ligatures import ligature_repairs
from corpus.repairs.model import Repair

#: A word divided at a line end, whose second half does not count as a word.
_LINE_END_HYPHEN = re.compile(r"[a-z][-\u00ad\u0002\ufffe]\s*[\r\n]\s*([a-z]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Symptoms:
    """The damaged fonts of a document, and the repairs of its broken words."""

    fonts: frozenset[str] = frozenset()
    rows: tuple[Repair, ...] = ()


#: The symptoms of undamaged text: none.
HEALTHY = Symptoms()


def find_symptoms(raw: str, words: Collection[str] = ()) -> Symptoms:
    """Return the symptoms of damage in a document.

    ``words`` is its vocabulary in lower case (:func:`corpus.hyphens.vocabulary`); without it,
    broken words are not searched for.
    """
    halves = {match[1] for match in _LINE_END_HYPHEN.finditer(raw)}
    parts = frozenset(part for word in words for part in word.split("-")) - halves
    rows = (*ligature_repairs(raw, parts), *gap_repairs(raw, parts)) if parts else ()
    return Symptoms(fonts=damaged_fonts(raw), rows=rows)

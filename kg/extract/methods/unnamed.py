"""Words that indicate a process or technique without its name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.context.apparatus import is_of_cleaning
from kg.extract.context.modality import is_supposed
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare

#: Auxiliaries and adverbs before the participle for what was done.
DONE = r"(?:was|were|is|are|been|being)\s+(?:\w+ly\s+|then\s+|first\s+|next\s+)?"


@dataclass(frozen=True)
class Indicator:
    """Words that indicate the process or technique ``id``.

    ``unless`` are words of the same sentence that give it another meaning; ``within`` are words
    that the passage must contain.
    """

    kind: str
    id: str
    words: Rare
    unless: Rare | None = None
    within: Rare | None = None

    def find(self, reading: Reading) -> re.Match[str] | None:
        """Return the match of the words in a sentence, or ``None``."""
        found = next(
            (
                m
                for m in self.words.finditer(reading.text)
                if not (is_supposed(reading, m.start()) or is_of_cleaning(reading, m.start()))
            ),
            None,
        )
        if found is None or (self.unless is not None and self.unless.search(reading.text)):
            return None
        if self.within is not None and not self.within.search(reading.sentence.passage.text):
            return None
        return found


def any_of(*parts: str) -> Rare:
    """Return one pattern for several, ignoring case."""
    return Rare("|".join(parts), re.IGNORECASE)

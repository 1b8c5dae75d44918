"""Words beside a property's name that give it another meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare

Place = Literal["ahead", "behind", "sentence", "passage"]


def words(pattern: str) -> Rare:
    """Return a pattern that ignores case."""
    return Rare(pattern, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """Words at a place beside a property's name, and the property that the name then means.

    ``becomes`` is ``""`` if the name then means no property. ``label`` limits the row to mentions
    with that label, and ``unless`` excludes sentences with those words.
    """

    property: str
    place: Place
    words: Rare
    becomes: str = ""
    label: str = ""
    unless: Rare | None = None

    def fits(self, reading: Reading, mention: Mention) -> bool:
        """Return whether the words are beside a mention of the property."""
        if self.label and mention.label != self.label:
            return False
        if self.unless is not None and self.unless.search(reading.text):
            return False
        if self.place == "ahead":
            return self.words.search(reading.text, 0, mention.start) is not None
        if self.place == "behind":
            return self.words.match(reading.text, mention.end) is not None
        whole = reading.sentence.passage.text if self.place == "passage" else reading.text
        return self.words.search(whole) is not None

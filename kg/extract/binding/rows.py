"""Rows that decide the owner of a number by the words around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from kg.extract.mentions import Mention
from kg.extract.owners import Owner
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare


@dataclass(frozen=True, slots=True)
class Row:
    """The owner of a number, the name of its kind or parameter, and the words that select it.

    A row applies to numbers of these ``dimensions`` (any if empty) that satisfy ``only`` and match
    one of the patterns: ``ahead`` of the number, ``behind`` it, ``near`` it (within ``reach``
    characters on either side; 0 for the number itself), or anywhere in the sentence (``said``).
    """

    owner: Owner
    what: str
    dimensions: str = ""
    ahead: str = ""
    behind: str = ""
    near: str = ""
    reach: int = 0
    said: str = ""
    only: Callable[[Reading, Mention], bool] | None = None

    def tells(self, reading: Reading, number: Mention) -> bool:
        """Return whether the row applies to a number."""
        if self.dimensions and number.id not in self.dimensions.split():
            return False
        if self.only is not None and not self.only(reading, number):
            return False
        text, start, end = reading.text, number.start, number.end
        patterns = (self.ahead, self.behind, self.near, self.said)
        return not any(patterns) or bool(
            (self.ahead and _compiled(f"(?:{self.ahead})$").search(text, 0, start))
            or (self.behind and _compiled(self.behind).match(text, end))
            or (self.near and _compiled(self.near).search(_around(text, number, self.reach)))
            or (self.said and _compiled(self.said).search(text))
        )


@cache
def _compiled(pattern: str) -> Rare:
    return Rare(pattern)


def _around(text: str, number: Mention, reach: int) -> str:
    return text[max(0, number.start - reach) : number.end + reach]

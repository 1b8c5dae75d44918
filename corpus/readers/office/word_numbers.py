"""The numbers that Word prints before list paragraphs; they are not stored in the text.

A list continues to count across other text between its items, and lists with a common definition
count together, unless one restarts (ECMA-376, part 1, 17.9).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.readers.markup.tree import Element, child, children
from corpus.readers.office.attributes import value_of, whole
from corpus.readers.office.printed import LONGEST_LABEL
from corpus.readers.office.word_styles import Styles

_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_BULLET = "-"
_LETTERS = 26
#: The largest number written in letters or Roman numerals.
_LARGEST = 780
_DEEPEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """A level of a list: its first number, its kind of numbers, its text ("%1.", "[%1]")."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""


@dataclass(slots=True)
class Numbers:
    """The lists of a document, and their current numbers."""

    definitions: dict[str, Element] = field(default_factory=dict)
    lists: dict[str, Element] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def label(self, numbering: Element | None, styles: Styles) -> str:
        """Count an item and return its label, ``""`` if the paragraph is not a list item."""
        number = value_of(child(numbering, "numid"))
        found = self.lists.get(number)
        if found is None:
            return ""
        depth = min(whole(value_of(child(numbering, "ilvl")), 0), _DEEPEST)
        definition = value_of(child(found, "abstractnumid"))
        counts = self._counts.setdefault(definition, {})
        self._begin(number, found, counts)
        levels = {at: self._level(definition, found, at, styles) for at in range(depth + 1)}
        for at in [at for at in counts if at > depth]:
            del counts[at]
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        if levels[depth].kind == "bullet":
            return _BULLET
        if levels[depth].kind == "none":
            return ""

        def printed(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            level = levels.get(at, _Level())
            return _number(counts.get(at, level.start), level.kind)

        return " ".join(_PLACE.sub(printed, levels[depth].text).split())

    def _begin(self, number: str, found: Element, counts: dict[int, int]) -> None:
        """Restart the numbers of a list at its first item, if the list is defined so."""
        if number in self._begun:
            return
        self._begun.add(number)
        for override in children(found, "lvloverride"):
            start = whole(value_of(child(override, "startoverride")), -1)
            if start >= 0:
                counts[whole(value_of(override, "ilvl"), 0)] = start - 1

    def _level(self, definition: str, found: Element, depth: int, styles: Styles) -> _Level:
        overrides = (child(x, "lvl") for x in children(found, "lvloverride"))
        own = [x for x in overrides if x is not None]
        root = self.definitions.get(definition)
        linked = styles.numbering(value_of(child(root, "numstylelink")))
        if linked is not None:
            other = self.lists.get(value_of(child(linked, "numid")))
            root = self.definitions.get(value_of(child(other, "abstractnumid")), root)
        for level in (*own, *children(root, "lvl")):
            if value_of(level, "ilvl") == str(depth):
                return _Level(
                    start=whole(value_of(child(level, "start")), 1),
                    kind=value_of(child(level, "numfmt")) or "decimal",
                    text=value_of(child(level, "lvltext"))[:LONGEST_LABEL],
                )
        return _Level()


def read_numbers(root: Element | None) -> Numbers:
    """Read the definitions of the lists; ``root`` may be ``None``."""
    return Numbers(
        {value_of(x, "abstractNumId"): x for x in children(root, "abstractnum")},
        {value_of(x, "numId"): x for x in children(root, "num")},
    )


def _number(count: int, kind: str) -> str:
    if not 0 < count <= _LARGEST:
        return str(count)
    if kind in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (count - 1) % _LETTERS) * (1 + (count - 1) // _LETTERS)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in {"lowerRoman", "upperRoman"}:
        return _roman(count) if kind == "lowerRoman" else _roman(count).upper()
    return str(count)


def _roman(count: int) -> str:
    """Return a Roman numeral in lower case.

    >>> _roman(14), _roman(49)
    ('xiv', 'xlix')
    """
    written = ""
    for value, letters in _ROMAN:
        while count >= value:
            written += letters
            count -= value
    return written

"""Text with the offset of each of its characters in the raw document.

A :class:`Mapped` is changed only by edits that keep the map: characters are dropped, replaced one
for one, or merged. The one exception is a character that expands to several (the ligature U+FB01 is
"fi"): its letters share its offset. So offsets never decrease, and they increase strictly except
where such a character was expanded.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

#: One change ``(start, end, new)``: replace ``text[start:end]`` by ``new``.
Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """A string and, for each character, its offset in the raw text of the document.

    Raises
    ------
    ValueError
        If the numbers of characters and offsets differ.
    """

    text: str
    origins: array[int] = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.text) != len(self.origins):
            raise ValueError(f"{len(self.text)} characters but {len(self.origins)} origins")

    def cut(self, start: int, end: int) -> Mapped:
        """Return the part ``[start, end)`` with its offsets."""
        return Mapped(text=self.text[start:end], origins=self.origins[start:end])

    def edited(self, edits: Iterable[Edit]) -> Mapped:
        """Return the text after edits, which must be sorted and must not overlap."""
        parts: list[str] = []
        origins: array[int] = array("l")
        last = 0
        for start, end, replacement in edits:
            parts += (self.text[last:start], replacement)
            origins.extend(self.origins[last:start])
            source = self.text[start:end]
            origins.extend(self.origins[start + at] for at in _align(source, replacement))
            last = end
        parts.append(self.text[last:])
        origins.extend(self.origins[last:])
        return Mapped(text="".join(parts), origins=origins)

    def substituted(
        self, pattern: re.Pattern[str], replacement: str | Callable[[re.Match[str]], str]
    ) -> Mapped:
        """Replace every match by a template, which may refer to groups, or a function's result."""
        edits = [
            (match.start(), match.end(), new)
            for match in pattern.finditer(self.text)
            if (new := _expand(match, replacement)) != match.group()
        ]
        return self.edited(edits) if edits else self

    def stripped(self) -> Mapped:
        """Return the text without blanks at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, max(start, len(self.text.rstrip())))


def mapped(raw: str, start: int = 0, end: int | None = None) -> Mapped:
    """Return ``raw[start:end]`` with each character mapped to its own offset."""
    stop = len(raw) if end is None else end
    return Mapped(text=raw[start:stop], origins=array("l", range(start, stop)))


def concatenated(parts: Sequence[Mapped]) -> Mapped:
    """Join parts, which must be in the order of the raw text."""
    origins: array[int] = array("l")
    for part in parts:
        origins.extend(part.origins)
    return Mapped(text="".join(part.text for part in parts), origins=origins)


def _expand(match: re.Match[str], replacement: str | Callable[[re.Match[str]], str]) -> str:
    return match.expand(replacement) if isinstance(replacement, str) else replacement(match)


def _align(source: str, replacement: str) -> list[int]:
    """Return a source index for each new character: that of an equal one, or else the next."""
    places: list[int] = []
    at = 0
    for done, character in enumerate(replacement):
        room = len(source) - (len(replacement) - done)
        like = (j for j in range(at, room + 1) if image(source[j]) == image(character))
        place = max(0, min(at, len(source) - 1) if room < at else next(like, at))
        places.append(place)
        at = place + 1
    return places


@lru_cache(maxsize=4096)
def image(character: str) -> str:
    """Return the character that this one represents: ``2`` for a superscript, ``-`` for a dash."""
    folded = unicodedata.normalize("NFKC", character).casefold()
    return "-" if folded in {"−", "–", "—", "‐", "‑"} else folded

"""The data model of a repair, which is a row of a table, and its application and counting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from corpus.mapped import Mapped


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A repair: a pattern of damaged text, its replacement, and the font that it is limited to.

    Every new character is mapped to one that it replaces, so offsets stay correct. ``signs`` are
    strings one of which occurs in every text with this damage; other texts are not searched.
    """

    name: str
    pattern: re.Pattern[str]
    replacement: str | Callable[[re.Match[str]], str]
    font: str = ""
    signs: tuple[str, ...] = ()

    def may_apply(self, text: str, fonts: Collection[str]) -> bool:
        """Return whether the text may have this damage, by the fonts and signs."""
        if self.font and self.font not in fonts:
            return False
        return not self.signs or any(sign in text for sign in self.signs)


def apply_rows(
    rows: Iterable[Repair], text: Mapped, fonts: Collection[str], counts: Counter[str]
) -> Mapped:
    """Apply rows in order, and count the changes of each in ``counts``."""
    for row in rows:
        if row.may_apply(text.text, fonts):
            text = substituted(text, row.name, row.pattern, row.replacement, counts)
    return text


def substituted(
    text: Mapped,
    name: str,
    pattern: re.Pattern[str],
    replacement: str | Callable[[re.Match[str]], str],
    counts: Counter[str],
) -> Mapped:
    """Replace every match like :meth:`Mapped.substituted`, and count the changes by name."""
    changes = 0

    def counted(match: re.Match[str]) -> str:
        nonlocal changes
        new = match.expand(replacement) if isinstance(replacement, str) else replacement(match)
        changes += new != match[0]
        return new

    text = text.substituted(pattern, counted)
    if changes:
        counts[name] += changes
    return text

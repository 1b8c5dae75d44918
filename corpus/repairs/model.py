"""The model of a repair: a row of a table; and how rows are applied and counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from corpus.mapped import Mapped


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A repair: a pattern of damaged text, its replacement, and the font that it is limited to.

    Every row maps each character to one that it replaces, so offsets stay true. ``signs`` are
    strings of which every text with this damage holds one; a text without is not searched.
    """

    name: str
    pattern: re.Pattern[str]
    replacement: str | Callable[[re.Match[str]], str]
    font: str = ""
    signs: tuple[str, ...] = ()

    def may_apply(self, text: str, fonts: Collection[str]) -> bool:
        """Tell whether the text is worth searching."""
        if self.font and self.font not in fonts:
            return False
        return not self.signs or any(sign in text for sign in self.signs)


def apply_rows(
    rows: Iterable[Repair], text: Mapped, fonts: Collection[str], counts: Counter[str]
) -> Mapped:
    """Apply rows in their order and count in ``counts`` what each one changed."""
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
    """Replace every match as :meth:`Mapped.substituted` does, and count the changes by name."""
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

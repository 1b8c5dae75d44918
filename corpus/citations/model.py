"""Citation marks, before and after they are cut out of a text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCitation:
    """A mark that was cut out: its span in the raw text and the numbers that it cites."""

    span: Span
    numbers: tuple[str, ...]
    permission: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenMark:
    """A citation mark given by markup: its span in the raw text, and the span to cut.

    ``cut`` is ``None`` where the mark is part of the sentence ("as in ref. 88").
    """

    span: Span
    cut: Span | None
    numbers: tuple[str, ...]

    def shifted(self, by: int) -> GivenMark:
        """Return the mark with its spans moved by an offset."""
        cut = (self.cut[0] + by, self.cut[1] + by) if self.cut else None
        return replace(self, span=(self.span[0] + by, self.span[1] + by), cut=cut)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in a cleaned text: the span of its digits, its numbers, and the span to cut if given.

    ``is_named`` marks are words of the sentence ("as in ref. 88") and stay in it. ``at`` is the
    offset of the digits of a mark that opens a sentence, so that it is not attributed to the
    sentence before.
    """

    start: int
    end: int
    numbers: tuple[str, ...]
    permission: bool = False
    cut: Span | None = None
    is_given: bool = False
    is_named: bool = False
    at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """The citation style of a whole document, which a single passage may not show.

    ``known`` has the numbers of the reference list. ``has_glued`` is true if marks are glued to
    words, ``has_round`` if they are in round brackets, ``has_apart`` if they are between blanks
    after stops. ``numbered`` has the nouns whose numbers are in square brackets ("sample [3]"),
    ``names`` the repeated words with a final number, which are names ("film12").
    """

    known: frozenset[str] = frozenset()
    has_glued: bool = False
    has_round: bool = False
    has_apart: bool = False
    numbered: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

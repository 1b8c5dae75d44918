"""Citation marks, before and after they are cut out of a text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCitation:
    """A mark that was cut out: its place in the raw text and what it cites."""

    span: Span
    numbers: tuple[str, ...]
    permission: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenMark:
    """A citation mark given by markup: its span in the raw text, and the span to cut.

    ``cut`` is ``None`` where the mark is needed to read the sentence ("as in ref. 88").
    """

    span: Span
    cut: Span | None
    numbers: tuple[str, ...]

    def shifted(self, by: int) -> GivenMark:
        """Return the mark at a later place."""
        cut = (self.cut[0] + by, self.cut[1] + by) if self.cut else None
        return replace(self, span=(self.span[0] + by, self.span[1] + by), cut=cut)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in a cleaned text: where its digits stand, what it cites, what to cut if given.

    ``is_named`` marks are words of the sentence ("as in ref. 88") and stay in it; ``at`` is where
    the digits of one begin that opens a sentence, so that it does not cite for the last.
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
    """The citation style of a whole document, as far as one passage does not show it.

    ``known`` are the numbers of its reference list; ``has_glued`` says that marks stand glued to
    words, ``has_round`` that they stand in round brackets, ``has_apart`` that they stand between
    blanks after stops. ``numbered`` are the nouns whose numbers
    it prints in square brackets ("sample [3]"), ``names`` the words with a number at their end that
    it repeats, which are names ("film12").
    """

    known: frozenset[str] = frozenset()
    has_glued: bool = False
    has_round: bool = False
    has_apart: bool = False
    numbered: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

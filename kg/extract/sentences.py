"""Where one sentence ends and the next begins, in cleaned scientific prose.

A statistical splitter stumbles over formulas, ``et al.`` and figure labels; what a full stop means
in this literature fits in a short table instead, and a citation mark that stood behind a full stop
is proof that a sentence ended there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.model import Citation, Passage

#: Words whose full stop does not end a sentence.
ABBREVIATIONS = frozenset(
    "al fig figs ref refs eq eqs sec vs ca cf approx resp no nos vol dr prof i.e e.g viz etc "
    "tab".split()
)
_STOP = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s|$)")
_OPENING = re.compile(r"[\"'“‘(\[]*[\dA-ZÀ-ÞΑ-Ωα-ω]")
_LAST_WORD = re.compile(r"([\w.]+)\.$")
_FIGURE_LABEL = re.compile(r"^(?:Figure|Fig|Scheme|Table|Chart)\.?\s+S?\d+[a-z]?\.$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a passage, ``passage.text[start:end]``, with the marks cited in it."""

    passage: Passage
    start: int
    end: int
    citations: tuple[Citation, ...] = ()

    @property
    def text(self) -> str:
        """The clean text of the sentence."""
        return self.passage.text[self.start : self.end]


def split_sentences(passage: Passage) -> tuple[Sentence, ...]:
    """Split a passage; a mark belongs to the sentence that it stands in or right behind."""
    bounds = list(_bounds(passage))
    return tuple(
        Sentence(
            passage=passage,
            start=start,
            end=end,
            citations=tuple(c for c in passage.citations if _belongs(c.at, start, end, bounds)),
        )
        for start, end in bounds
    )


def _belongs(at: int, start: int, end: int, bounds: list[tuple[int, int]]) -> bool:
    """Whether the mark at ``at`` cites for ``[start, end)``; one at the very start looks back."""
    last = end == bounds[-1][1]
    first = start == bounds[0][0]
    following = next((s for s, _ in bounds if s >= end), end)
    return (start < at or (first and at == start)) and (at <= following or last)


def _bounds(passage: Passage) -> Iterator[tuple[int, int]]:
    text, start = passage.text, 0
    marks = {citation.at for citation in passage.citations}
    for stop in _STOP.finditer(text):
        if _ends_sentence(text, start, stop, marks):
            yield from _trimmed(text, start, stop.end())
            start = stop.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _ends_sentence(text: str, start: int, stop: re.Match[str], marks: set[int]) -> bool:
    rest = text[stop.end() :].lstrip()
    if not rest:
        return True
    if stop.end() in marks:  # a mark behind a full stop; behind "et al." it ends nothing
        return not rest[0].islower()
    if not _OPENING.match(rest):
        return False
    head = text[start : stop.start() + 1].lstrip()
    if _FIGURE_LABEL.match(head):
        return False
    word = _LAST_WORD.search(head)
    if word is None:
        return True
    if len(stop.group()) > 1 and word[1].lower() in ("al", "etc"):  # "... by Roe et al.. Here"
        return True
    if word[1] == "Al":  # the metal ends a sentence; "et al." does not
        return True
    return word[1].lower() not in ABBREVIATIONS and not _is_initial(word[1], rest)


def _is_initial(word: str, rest: str) -> bool:
    """A single capital before a family name ("J. Smith"), not the end of "in phase A. The"."""
    return len(word) == 1 and word.isupper() and bool(re.match(r"[A-Z][a-z]+,|[A-Z]\. ", rest))

"""Where one sentence ends and the next begins, in cleaned scientific prose.

A statistical splitter stumbles over formulas, ``et al.`` and figure labels; what a full stop means
in this literature fits in a short table instead, and a citation mark that stood behind a full stop
is proof that a sentence ended there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.model import Citation, Passage

#: Words whose full stop does not end a sentence.
ABBREVIATIONS = frozenset(
    "al fig figs ref refs eq eqs sec vs ca cf approx resp no nos vol dr prof i.e e.g viz etc "
    "tab".split()
)
#: What opens a sentence whose blank was lost: "than in reports.Therefore, it".
_GLUED = (
    r"(?<=[a-z\d)\]%]\.)(?=(?:The|This|These|Those|It|In|As|For|After|When|Then|Therefore|Thus|Hence|"
    r"However|Moreover|Furthermore|Besides|Additionally|Nevertheless|Meanwhile|Also|We|All|Both|They|"
    r"To|And|So|Since|From|With|At|On|By|Here|Figure|Table|Fig\.)[\s,\d])"
)
_STOP = re.compile(rf"[.!?]+[\"'”’)\]]*(?=\s|$)|\.{_GLUED}")
_OPENING = re.compile(r"[\"'“‘(\[]*[\dA-ZÀ-ÞΑ-Ωα-ω]")
_LAST_WORD = re.compile(r"([\w.]+)\.$")
#: No sentence of ours is longer, in characters; the longest of 9,000 sentences of papers has 866.
#: What is longer is a table or list without stops, and the rules compare each thing in a sentence
#: with each other one.
LONGEST = 1500
#: Where a longer one is parted: behind a clause, else behind a word that is no number.
_PARTINGS = (re.compile(r"[;:]\s"), re.compile(r",\s"), re.compile(r"[^\d\s]\s"))
#: So far around the end of a sentence is looked at for an abbreviation, a label, an initial.
_REACH = 60
_BLANKS = re.compile(r"\s*")
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
    """Split a passage; a mark belongs to the sentence that it stands in or right behind.

    A sentence of more than :data:`LONGEST` characters is parted behind a clause or word, so that
    the work on a passage grows with its length and no faster.
    """
    bounds = list(_bounds(passage))
    cited: list[list[Citation]] = [[] for _ in bounds]
    starts = [start for start, _ in bounds]
    for citation in passage.citations:
        # behind a start; one at the very start looks back, except to nothing
        place = max(bisect_left(starts, citation.at) - 1, 0)
        if bounds and citation.at >= starts[0]:
            cited[place].append(citation)
    return tuple(
        Sentence(passage=passage, start=start, end=end, citations=tuple(marks))
        for (start, end), marks in zip(bounds, cited, strict=True)
    )


def _bounds(passage: Passage) -> Iterator[tuple[int, int]]:
    text, start = passage.text, 0
    marks = {citation.at for citation in passage.citations}
    for stop in _STOP.finditer(text):
        if _ends_sentence(text, start, stop, marks):
            yield from _trimmed(text, start, stop.end())
            start = stop.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without blank ends, in pieces of a sentence's length; blank ones left out."""
    piece = text[start:end]
    start, end = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
    while end - start > LONGEST:
        cut = _parting(text, start, start + LONGEST)
        yield start, cut - len(text[start:cut]) + len(text[start:cut].rstrip())
        start = cut
    if start < end:
        yield start, end


def _parting(text: str, start: int, limit: int) -> int:
    """The last place up to a limit where a stretch is parted best, in its later half."""
    for parting in _PARTINGS:
        places = [m.end() for m in parting.finditer(text, start + LONGEST // 2, limit)]
        if places:
            return places[-1]
    return limit


def _ends_sentence(text: str, start: int, stop: re.Match[str], marks: set[int]) -> bool:
    following = _BLANKS.match(text, stop.end())
    at = following.end() if following else stop.end()
    rest = text[at : at + _REACH]
    if not rest:
        return True
    if stop.end() in marks:  # a mark behind a full stop; behind "et al." it ends nothing
        return not rest[0].islower()
    if not _OPENING.match(rest):
        return False
    head = text[max(start, stop.start() - _REACH) : stop.start() + 1].lstrip()
    if stop.start() - start < _REACH and _FIGURE_LABEL.match(head):
        return False
    word = _LAST_WORD.search(head)
    if word is None:
        return True
    if len(stop.group()) > 1 and word[1].lower() in ("al", "etc"):  # "... by Roe et al.. Here"
        return True
    if word[1] == "Al" or _UNIT.search(head):  # the metal ends a sentence; "et al." does not
        return True
    abbreviates = word[1].lower() in ABBREVIATIONS and word[1] != "Vs"  # "14 cm²/Vs."
    return not abbreviates and not _is_initial(word[1], rest)


#: A capital that is a unit: "at 450 °C. Next, ...", "at 78 K. Also, ...".
_UNIT = re.compile(r"(?:[°º˚⁰◦] ?C|(?<![\w,.])\d[\d.]* ?[CKVW])\.$")
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")


def _is_initial(word: str, rest: str) -> bool:
    """A single capital before a family name ("J. Smith"), not the end of "in phase A. The".

    Several without a blank are initials before whatever follows: "(J.A. Woollam M-2000)".
    """
    if _INITIALS.fullmatch(word):
        return rest[0].isupper()
    return len(word) == 1 and word.isupper() and bool(re.match(r"[A-Z][a-z]+,|[A-Z]\. ", rest))

"""Split cleaned scientific prose into sentences.

Statistical splitters fail at formulas, ``et al.`` and figure labels. A short table covers the uses
of a full stop in this literature, and a citation mark after a full stop proves that the sentence
ended there.
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
#: The first word of a sentence after a lost blank: "than in reports.Therefore, it".
_GLUED = (
    r"(?<=[a-z\d)\]%]\.)(?=(?:The|This|These|Those|It|In|As|For|After|When|Then|Therefore|Thus|Hence|"
    r"However|Moreover|Furthermore|Besides|Additionally|Nevertheless|Meanwhile|Also|We|All|Both|They|"
    r"To|And|So|Since|From|With|At|On|By|Here|Figure|Table|Fig\.)[\s,\d])"
)
_STOP = re.compile(rf"[.!?]+[\"'”’)\]]*(?=\s|$)|\.{_GLUED}")
_OPENING = re.compile(r"[\"'“‘(\[]*[\dA-ZÀ-ÞΑ-Ωα-ω]")
_LAST_WORD = re.compile(r"([\w.]+)\.$")
#: The maximum length of a sentence in characters; the longest of 9,000 sentences of papers has 866.
#: Anything longer is a table or list without stops, and the rules compare all pairs of things in a
#: sentence.
LONGEST = 1500
#: Where a longer sentence is split: after a clause, else after a word that is not a number.
_PARTINGS = (re.compile(r"[;:]\s"), re.compile(r",\s"), re.compile(r"[^\d\s]\s"))
#: How many characters around the end of a sentence are searched for abbreviations, labels and
#: initials.
_REACH = 60
_BLANKS = re.compile(r"\s*")
_FIGURE_LABEL = re.compile(r"^(?:Figure|Fig|Scheme|Table|Chart)\.?\s+S?\d+[a-z]?\.$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a passage, ``passage.text[start:end]``, with the citation marks in it."""

    passage: Passage
    start: int
    end: int
    citations: tuple[Citation, ...] = ()

    @property
    def text(self) -> str:
        """The clean text of the sentence."""
        return self.passage.text[self.start : self.end]


def split_sentences(passage: Passage) -> tuple[Sentence, ...]:
    """Split a passage; a mark belongs to the sentence that contains it or ends right before it.

    A sentence longer than :data:`LONGEST` is split after a clause or word, so that the work on a
    passage is linear in its length.
    """
    bounds = list(_bounds(passage))
    cited: list[list[Citation]] = [[] for _ in bounds]
    starts = [start for start, _ in bounds]
    for citation in passage.citations:
        # a mark at the very start of a sentence belongs to the one before, if there is one
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
    """Yield the stretch without outer blanks, in pieces of at most a sentence's maximum length."""
    piece = text[start:end]
    start, end = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
    while end - start > LONGEST:
        cut = _parting(text, start, start + LONGEST)
        yield start, cut - len(text[start:cut]) + len(text[start:cut].rstrip())
        start = cut
    if start < end:
        yield start, end


def _parting(text: str, start: int, limit: int) -> int:
    """Return the best place to split a stretch before a limit, in the later half of the stretch."""
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
    if stop.end() in marks:  # a mark after a full stop, but not after "et al."
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


#: A capital letter that is a unit: "at 450 °C. Next, ...", "at 78 K. Also, ...".
_UNIT = re.compile(r"(?:[°º˚⁰◦] ?C|(?<![\w,.])\d[\d.]* ?[CKVW])\.$")
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")


def _is_initial(word: str, rest: str) -> bool:
    """Return whether a capital is an initial ("J. Smith"), not the end of "in phase A. The".

    Several capitals without blanks are always initials: "(J.A. Woollam M-2000)".
    """
    if _INITIALS.fullmatch(word):
        return rest[0].isupper()
    return len(word) == 1 and word.isupper() and bool(re.match(r"[A-Z][a-z]+,|[A-Z]\. ", rest))

"""The source of a figure: captions say "reprinted with permission from ref. (88)" part by part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from corpus.model import Citation, Passage, Span
from kg.extract.text.rare import Rare

_LABEL = re.compile(r"^\W*(?:Figure|Fig|Scheme)\.?\s*(\d+)", re.IGNORECASE)
_PART = re.compile(r"(?<![A-Za-z0-9])\(?([a-h])\)")
_MENTION = Rare(r"(?:Figures?|Figs?\.?|Schemes?)\s*(\d+)\s*([a-h])?(?:\s*[-–,]\s*[a-h])*")
_TAKEN = r"\b(?:reprinted|reproduced|adapted|modified|redrawn|reused|taken|copied)\b"
_VERB = re.compile(_TAKEN, re.IGNORECASE)
#: The words that are allowed between the verb and the mark that it credits.
_PERMITTED = re.compile(rf"{_TAKEN}[^.]{{0,60}}\.?\s*$", re.IGNORECASE)
_OWN_SENTENCE = re.compile(
    r"(?:^|[.!?]\s+|[;,]\s+all\s+|\ball\s+)"
    r"(?:all\s+)?(?:(?:images?|panels?|figures?|parts?)\s+)?(?:(?:is|are|was|were)\s+)?$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"((?:\(?\b[a-h]\)?[\s,]*(?:(?:and|&|to|–|-)\s*)?)+)(?:(?:are|were)\s+)?$")
_RANGE = re.compile(r"\b([a-h])\)?\s*(?:to|–|-)\s*\(?([a-h])\b")


def is_borrowed(caption: str) -> bool:
    """Return whether a caption says that its figure, or a part of it, is from another work.

    >>> is_borrowed("Fig. 1. A cell. Reprinted from ref. 3."), is_borrowed("Fig. 1. A cell.")
    (True, False)
    """
    return _VERB.search(caption) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionPart:
    """A part of a caption, its letter ("" without one) and the studies to which it is credited."""

    span: Span
    letter: str
    studies: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    letter: str
    start: int
    end: int


def caption_parts(caption: Passage) -> tuple[CaptionPart, ...]:
    """Split a caption into its lettered parts, each with the studies of its permission line.

    A permission at the end of a part covers that part ("b) ..., reprinted [5]"); one that lists
    letters covers those ("a) and b) reprinted [5]"); one that is a sentence of its own, or says
    "all", covers every part since the permission before. A caption without a permission has no
    parts.
    """
    permissions = _permissions(caption)
    if not permissions:
        return ()
    parts = _parts(caption.text, permissions)
    owners: dict[int, tuple[str, ...]] = {}
    previous = 0
    for permission in permissions:
        inside = next(i for i, part in enumerate(parts) if permission.at <= part.end)
        owners[inside] = permission.numbers
        for index in _also_covered(caption.text, parts[: inside + 1], previous, permission.at):
            owners.setdefault(index, permission.numbers)
        previous = permission.at
    return tuple(
        CaptionPart(span=(part.start, part.end), letter=part.letter, studies=owners.get(i, ()))
        for i, part in enumerate(parts)
    )


def _parts(text: str, permissions: list[Citation]) -> list[_Part]:
    """Return the lettered parts, split again after a permission that another one follows in it."""
    cuts = [(0, ""), *((start, letter) for letter, start in _openings(text))]
    if len(cuts) > 1 and text[: cuts[1][0]].count(".") < 3:
        cuts = [(0, cuts[1][1]), *cuts[2:]]  # "Figure 4. Scheme of it: a) ..."
    ends = [permission.at for permission in permissions]
    for at, following in pairwise(ends):
        if not any(at <= start <= following for start, _ in cuts):
            letter = [letter for start, letter in cuts if start <= at][-1]
            cuts.append((at, letter))
    cuts.sort()
    stops = [*(start for start, _ in cuts[1:]), len(text)]
    return [
        _Part(letter=letter, start=start, end=end)
        for (start, letter), end in zip(cuts, stops, strict=True)
    ]


def _openings(text: str) -> Iterator[tuple[str, int]]:
    """Yield the start of part a, then b, then c; a letter out of turn only refers to its part."""
    expected = "a"
    for match in _PART.finditer(text):
        if match[1] == expected:
            yield expected, match.start()
            expected = chr(ord(expected) + 1)


def _also_covered(text: str, parts: list[_Part], previous: int, at: int) -> Iterator[int]:
    verbs = list(_VERB.finditer(text, previous, at))
    before = text[previous : verbs[-1].start()] if verbs else text[previous:at]
    if listed := _LISTED.search(before):
        letters = _letters(listed[1])
        yield from (i for i, part in enumerate(parts) if part.letter in letters)
    elif _OWN_SENTENCE.search(before):
        yield from (i for i, part in enumerate(parts) if part.end > previous + 2)


def _letters(listed: str) -> frozenset[str]:
    letters = set(re.findall(r"\b[a-h]\b", listed))
    for first, last in _RANGE.findall(listed):
        letters.update(chr(code) for code in range(ord(first), ord(last) + 1))
    return frozenset(letters)


def _permissions(caption: Passage) -> list[Citation]:
    marks = [c for c in caption.citations if c.permission or _permitted(caption.text, c.at)]
    merged: list[Citation] = []
    for mark in sorted(marks, key=lambda c: c.at):
        if merged and not re.search(r"[A-Za-z]{4}", caption.text[merged[-1].at : mark.at]):
            numbers = (*merged[-1].numbers, *mark.numbers)
            mark = Citation(at=mark.at, numbers=numbers, span=mark.span, permission=True)
            merged.pop()
        merged.append(mark)
    return merged


def _permitted(text: str, at: int) -> bool:
    """Return whether the words before a plain mark say that the figure comes from that work."""
    return bool(_PERMITTED.search(text, max(0, at - 90), at))


def figure_credits(captions: Iterable[Passage]) -> Mapping[str, tuple[str, ...]]:
    """Return ``{"6a": ("88",), "6": ("88", "95"), ...}`` for the figures with a credit line."""
    credits: dict[str, tuple[str, ...]] = {}
    for caption in captions:
        figure = figure_of(caption)
        if not figure:
            continue
        for part in caption_parts(caption):
            if part.studies:
                credits.setdefault(figure + part.letter, part.studies)
                whole = credits.get(figure, ())
                credits[figure] = (*whole, *(s for s in part.studies if s not in whole))
    return credits


def figures_mentioned(text: str) -> tuple[str, ...]:
    """Return the keys of :func:`figure_credits` to which a text refers.

    >>> figures_mentioned("as seen in Figure 13a and Fig. 2")
    ('13a', '2')
    """
    return tuple(match[1] + (match[2] or "") for match in _MENTION.finditer(text))


def figure_of(caption: Passage) -> str:
    """Return the number of a caption's figure, "" if it has none."""
    label = _LABEL.match(caption.text)
    return label[1] if label else ""

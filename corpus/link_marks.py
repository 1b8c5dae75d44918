"""Conversion of links to references into citation marks: lists and ranges become one mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.citations import GivenMark, expand_numbers

_BETWEEN = re.compile(r"[\s,;^{}()\[\]]{0,8}")
_DASH_BETWEEN = re.compile(r"[\s^{}\[\]]{0,4}[–—−‐-][\s^{}\[\]]{0,4}")
_NUMERIC = re.compile(r"[\s,;^{}\[\]()\d–—−‐-]*\d[\s,;^{}\[\]()\d–—−‐-]*")
_YEAR = re.compile(r"\s?[(\[](?:19|20)\d\d[a-z]?[)\]]$")
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d[a-z]?")
_REF_BEFORE = re.compile(r"\b(?:refs?\.?|references?)\s?\(?$", re.IGNORECASE)
_OPENING = re.compile(r"[(\[](?:(?:see|e\.g\.|cf\.|see also|for example),?\s)?$")
_PAIRS = (("^{", "}"), ("[", "]"), ("(", ")"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A part of a line that the markup links to entries of the reference list."""

    start: int
    end: int
    numbers: tuple[str, ...]


def marks_of(text: str, links: Sequence[Link], known: Sequence[str]) -> list[GivenMark]:
    """Return the marks for the links of a line; ``known`` has the numbers of the list in order.

    >>> marks_of(
    ...     "as shown^{4}–^{6} before",
    ...     [Link(start=10, end=11, numbers=("4",)), Link(start=15, end=16, numbers=("6",))],
    ...     ("4", "5", "6"),
    ... )[0].numbers
    ('4', '5', '6')
    """
    return [_mark(text, link, known) for link in _merged(text, links, known)]


def _merged(text: str, links: Sequence[Link], known: Sequence[str]) -> list[Link]:
    merged: list[Link] = []
    for link in links:
        last = merged[-1] if merged else None
        between = text[last.end : link.start] if last else ""
        if last and _DASH_BETWEEN.fullmatch(between):
            numbers = _range(last.numbers, link.numbers, known)
            merged[-1] = replace(last, end=link.end, numbers=numbers)
        elif last and _BETWEEN.fullmatch(between):
            numbers = tuple(dict.fromkeys(last.numbers + link.numbers))
            merged[-1] = replace(last, end=link.end, numbers=numbers)
        else:
            merged.append(link)
    return merged


def _range(first: tuple[str, ...], last: tuple[str, ...], known: Sequence[str]) -> tuple[str, ...]:
    """Return the numbers of a range, with those between its ends in the order of the list."""
    places = {number: at for at, number in enumerate(known)}
    start, end = places.get(first[-1], -1), places.get(last[0], -1)
    inner = tuple(known[start + 1 : end]) if 0 <= start < end <= start + 60 else ()
    return tuple(dict.fromkeys(first + inner + last))


def _mark(text: str, link: Link, known: Sequence[str]) -> GivenMark:
    if _NUMERIC.fullmatch(text[link.start : link.end]) and not _is_year(text, link, known):
        return _numeric(text, link, known)
    return _author_year(text, link)


def _is_year(text: str, link: Link, known: Sequence[str]) -> bool:
    printed = text[link.start : link.end].strip("()[] ")
    return _YEAR_ALONE.fullmatch(printed) is not None and printed not in known


def _numeric(text: str, link: Link, known: Sequence[str]) -> GivenMark:
    printed = expand_numbers(text[link.start : link.end])
    numbers = tuple(dict.fromkeys((*link.numbers, *(n for n in printed if n in known))))
    numbers = tuple(sorted(numbers, key=int)) if all(n.isdigit() for n in numbers) else numbers
    start, end = _widened(text, link.start, link.end)
    span = (start, end)
    if _REF_BEFORE.search(text, 0, start):
        return GivenMark(span=span, cut=None, numbers=numbers)
    if text[start - 1 : start] == " " and text[end : end + 1] in {"", " ", ".", ",", ";", ")"}:
        start -= 1
    return GivenMark(span=span, cut=(start, end), numbers=numbers)


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Extend a mark to the brackets or the superscript around it if they contain nothing else."""
    for opening, closing in (*_PAIRS, *_PAIRS):
        if text[:start].endswith(opening) and text.startswith(closing, end):
            start, end = start - len(opening), end + len(closing)
    return start, end


def _author_year(text: str, link: Link) -> GivenMark:
    """Cut "(Doe et al., 2011)" whole, but only the year of "Doe et al. (2011)"."""
    start, end = link.start, link.end
    opening = _OPENING.search(text, 0, start)
    if opening and text[end : end + 1] in {")", "]"}:
        start, end = opening.start(), end + 1
        blank = text[start - 1 : start] == " "
        return GivenMark(span=(start, end), cut=(start - blank, end), numbers=link.numbers)
    year = _YEAR.search(text, start, end)
    if year:
        return GivenMark(span=year.span(), cut=year.span(), numbers=link.numbers)
    return GivenMark(span=(start, end), cut=None, numbers=link.numbers)

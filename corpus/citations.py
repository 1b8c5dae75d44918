"""Citation marks: found in every printed style, taken out of the text, kept as numbers.

A superscript is a citation only where it cannot be a unit, a power, a charge, an isotope or an
affiliation mark, and only with numbers that the reference list has (where there is a list).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from corpus.mapped import Mapped
from corpus.model import Citation, Span

_NUMBERS = r"\d{1,3}(?:\s?[,;–−-]\s?\d{1,3})*"
_SUPERSCRIPT_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_FROM_SUPERSCRIPT = str.maketrans(_SUPERSCRIPT_DIGITS + "⁻⁺", "0123456789-+")

_DIGITS = rf"[{_SUPERSCRIPT_DIGITS}]{{1,3}}"
_RAISED = re.compile(
    rf"\^\{{\s*({_NUMBERS})\s*\}}"
    rf"|(?<![⁻⁺{_SUPERSCRIPT_DIGITS}])({_DIGITS}(?:[,⁻–-]{_DIGITS})*)(?![⁻⁺{_SUPERSCRIPT_DIGITS}])"
)
_BRACKETED = re.compile(rf"(?<![\w\]])?\s?\[\[?({_NUMBERS})\]\]?(?:\(#[\w-]{{1,40}}\))?")
_FONT_BRACKETED = re.compile(r"\s?w(\d{1,3}(?:\s?[,–−-]\s?\d{1,3})*)\s?x(?![\w-])")
_GLUED_STOP = re.compile(
    r"(?:(?<=[a-z]{3}\.)|(?<=[A-Za-z]\d\.)|(?<=\w\)\.)|(?<=[A-Z]{2}\.))"
    r"(\d{1,3}(?:[,–-]\d{1,3})*)(?=\s+[A-Z(]|\s*$)"
)
_GLUED_AL = re.compile(r"(?<=\bal\.)(\d{1,3}(?:[,–-]\d{1,3})*)(?=[\s,.])")
_REF = re.compile(
    r"\s?\brefs?\.?\s(\(?\d{1,3}\)?(?:\s?(?:,|and|&|–|-)\s?\(?\d{1,3}\)?)*)(?![\d%])", re.IGNORECASE
)
_COPYRIGHT = re.compile(
    r"(?:\.?\s?(?:©|Copyright)\s(?:©\s)?(?:19|20)\d\d,?(?:\s(?:[A-Z][A-Za-z&]*|and|of|the|for|&))+"
    r"(?=\.|$|\s[a-z]\)))+"
)
_PERMISSION = re.compile(r"permission\s(?:from|of)(?:\s\w+){0,3}$", re.IGNORECASE)

#: A superscript behind one of these is a power of the unit, not a mark.
_UNIT_NAMES = (
    "m cm mm nm km dm pm μm s ms ns ps h min g kg mg mol mmol K V mV eV meV Hz J mJ μJ W mW A mA N"
    " C L Å in ft sr cd Pa Torr M"
)
_UNITS = frozenset(_UNIT_NAMES.split())
_ELEMENT_AHEAD = re.compile(r"[A-Z][a-z]?\b")
_WORD_BEFORE = re.compile(r"[A-Za-zμÅ]+$")
_CRYSTAL = re.compile(r"(?:Si|Ge|GaN|GaAs|InP|Au|Pt|along|direction|axis|plane|the)\s?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCitation:
    """A mark that was cut out: where it stands in the raw text and what it cites."""

    span: Span
    numbers: tuple[str, ...]
    permission: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenMark:
    """A mark that the markup of a document tells: where it stands in the raw text, what to cut.

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
class _Mark:
    """A mark in a cleaned text: where its digits stand, what it cites, what to cut if given."""

    start: int
    end: int
    numbers: tuple[str, ...]
    permission: bool = False
    cut: Span | None = None
    is_given: bool = False


def take_citations(
    text: Mapped, known: Collection[str] = (), given: Sequence[GivenMark] | None = None
) -> tuple[Mapped, tuple[FoundCitation, ...]]:
    """Cut the citation marks out of a text.

    Returns the text without them, and the marks. ``known`` holds the numbers of the reference list;
    if it is empty any number may be cited. ``given`` are the marks that the document's markup
    tells; then none is guessed, except behind "ref.".
    """
    numbers = frozenset(known)
    if given is None:
        marks = _without_overlaps(_find(text.text, numbers))
    else:
        told = (_told(text, mark) for mark in given)
        marks = _without_overlaps(chain(told, _find_refs(text.text, numbers)))
    found = tuple(
        FoundCitation(
            span=(text.origins[mark.start], text.origins[mark.end - 1] + 1),
            numbers=mark.numbers,
            permission=mark.permission,
        )
        for mark in marks
    )
    return text.edited((start, end, "") for start, end in _cuts(text.text, marks)), found


def place(text: Mapped, found: FoundCitation) -> Citation:
    """Say where in a finished text a mark stood that was cut out earlier."""
    at = bisect_left(text.origins, found.span[0])
    return Citation(at=at, numbers=found.numbers, span=found.span, permission=found.permission)


def expand_numbers(printed: str) -> tuple[str, ...]:
    """List every number of a mark, ranges written out.

    >>> expand_numbers("59–61,65")
    ('59', '60', '61', '65')
    """
    numbers: list[str] = []
    for part in re.split(r"[,;]|\band\b|&", printed.translate(_FROM_SUPERSCRIPT)):
        ends = [int(number) for number in re.findall(r"\d+", part)]
        if len(ends) == 2 and ends[0] < ends[1] <= ends[0] + 60:
            ends = list(range(ends[0], ends[1] + 1))
        numbers += (str(number) for number in ends)
    return tuple(dict.fromkeys(numbers))


def _told(text: Mapped, mark: GivenMark) -> _Mark:
    start, end = (bisect_left(text.origins, at) for at in mark.span)
    cut = mark.cut and (
        bisect_left(text.origins, mark.cut[0]),
        bisect_left(text.origins, mark.cut[1]),
    )
    return _Mark(start, end, mark.numbers, cut=cut or None, is_given=True)


def _find(text: str, known: frozenset[str]) -> Iterator[_Mark]:
    styles: tuple[tuple[re.Pattern[str], Callable[[str, re.Match[str]], bool]], ...] = (
        (_RAISED, _is_raised_mark),
        (_BRACKETED, _is_bracketed_mark),
        (_FONT_BRACKETED, lambda _text, _match: True),
        (_GLUED_AL, lambda _text, _match: bool(known)),
        (_GLUED_STOP, lambda _text, match: bool(known) or int(expand_numbers(match[1])[0]) > 9),
    )
    for pattern, is_mark in styles:
        for match in pattern.finditer(text):
            printed = next(group for group in match.groups() if group)
            numbers = expand_numbers(printed)
            if _is_citable(numbers, known) and is_mark(text, match):
                yield _Mark(match.start(), match.end(), numbers)
    yield from _find_refs(text, known)


def _find_refs(text: str, known: frozenset[str]) -> Iterator[_Mark]:
    for match in _REF.finditer(text):
        numbers = expand_numbers(match[1])
        if not _is_citable(numbers, known):
            continue
        permission = bool(_PERMISSION.search(text, max(0, match.start() - 80), match.start()))
        has_open_bracket = match[1].count(")") > match[1].count("(")
        yield _Mark(match.start(), match.end() - has_open_bracket, numbers, permission)


def _is_citable(numbers: tuple[str, ...], known: frozenset[str]) -> bool:
    if not numbers or numbers[0].startswith("0"):
        return False
    return any(number in known for number in numbers) if known else int(numbers[0]) < 600


def _is_raised_mark(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    before = text[start - 1] if start else " "
    if before.isdigit() or before in " ([/^+-−" or before in _SUPERSCRIPT_DIGITS:
        return before == " " and not _ELEMENT_AHEAD.match(text, end) and start > 0
    word = _WORD_BEFORE.search(text, max(0, start - 12), start)
    if word is None or len(match.group().strip("^{}")) > 1:
        return True
    return word[0] not in _UNITS and len(word[0]) > 1


def _is_bracketed_mark(text: str, match: re.Match[str]) -> bool:
    is_direction = re.fullmatch(r"[01]{3}|[0-2]{3}", match[1]) is not None
    return not (is_direction and _CRYSTAL.search(text, max(0, match.start() - 20), match.start()))


def _without_overlaps(marks: Iterable[_Mark]) -> list[_Mark]:
    kept: list[_Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start < mark.end and (not kept or mark.start >= kept[-1].end):
            kept.append(mark)
    return kept


def _cuts(text: str, marks: list[_Mark]) -> Iterator[Span]:
    for mark in marks:
        start, end = mark.start, mark.end
        if mark.is_given:
            yield from [mark.cut] if mark.cut else []
            continue
        if mark.permission:
            start, end = _permission_cut(text, mark)
        elif text[start - 1 : start] == "(" and text[end : end + 1] == ")":
            start, end = start - 1 - (text[start - 2 : start - 1] == " "), end + 1
        elif re.match(r"\s?refs?\b", text[start:end], re.IGNORECASE):
            continue
        yield start, end


def _permission_cut(text: str, mark: _Mark) -> Span:
    start = mark.start
    if text[:start].endswith((" from", " of")):
        start = text.rindex(" ", 0, start)
    rights = _COPYRIGHT.match(text, mark.end)
    return start, rights.end() if rights else mark.end

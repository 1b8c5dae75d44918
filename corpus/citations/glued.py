"""Marks that lost their superscript and are glued to a stop, a word, a bracket or a formula.

Each row of :data:`_STYLES` is one place where a number can be glued. A number is not a mark if a
unit follows it, if it counts something or if it is part of a name. Without a reference list, a
number is a mark only if the document certainly glues its marks (:mod:`.habits`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from corpus.citations.lookalikes import UNITS, is_function, is_measured, is_numbered
from corpus.citations.model import Habits
from corpus.citations.numbers import TIGHT_LIST, expand_numbers
from ontology import vocabulary

#: The condition before a separate token, and the one after a glued number.
_BEGINS = r"(?<![^\s(\[\"“])"
_ENDS = r"(?=[\s,.;:\]]|\)(?![A-Za-z])|$)"
#: After a full stop: "films.12,13 The". The lookbehinds keep decimal numbers out.
_STOP = re.compile(
    r"(?:(?<=[A-Za-z]{2}\.)|(?<=[A-Za-z)]\d\.)|(?<=\d[A-Z]\.)|(?<=\w[)\]\"']\.)|(?<=[°%]\.)"
    r"|(?<=°[CFK]\.)|(?<=\b[Ii]n (?:19|20)\d\d\.)|(?<=[a-z][\"'][.])|(?<=\.[\"']))"
    rf"({TIGHT_LIST})(?=\s+[\"“(\[]?[A-ZΑ-Ω\d]|\s*$)"
)
_AL = re.compile(rf"(?:(?<=\bal\.)|(?<=\bal\.,))({TIGHT_LIST})(?=[\s,.;:)])")
#: After a comma, a colon or a semicolon: "as follows:12 first".
_POINT = re.compile(rf"(?<=[A-Za-z)\]\d][,:;])({TIGHT_LIST})(?=\s|$)")
_POINT_AHEAD = re.compile(r"(?:[a-z]{3}|[A-Z][a-z]|[A-Za-z]\d|[A-Z]{2}s?|\w\)|\w\])[,:;]$")
#: After a word or an acronym: "precursors35", "QDs12", "ALD7".
_WORD = re.compile(
    rf"{_BEGINS}(?:[A-Za-z0-9()]{{1,24}}[-/])*([A-Za-z][a-z]*[a-z]{{3}})({TIGHT_LIST}){_ENDS}"
)
_PLURAL = re.compile(rf"{_BEGINS}([A-Z]{{2,}}s)({TIGHT_LIST}){_ENDS}")
_ACRONYM = re.compile(rf"{_BEGINS}((?:[A-Za-z]+-)?[A-Z]{{3,}})({TIGHT_LIST}){_ENDS}")
#: After a bracket or a quote that opened after a blank: "(ALD)17", '"giant"12'.
_BRACKET = re.compile(rf"(?<![^\s])(\([^()]{{2,60}}\))({TIGHT_LIST}){_ENDS}")
_QUOTE = re.compile(rf"(?<=[A-Za-z])([\"”])({TIGHT_LIST}){_ENDS}")
#: After a unit of temperature, where no digits can follow: "at 570 °C14."
_DEGREE = re.compile(rf"(?<=°[CF])({TIGHT_LIST}){_ENDS}")
#: After a formula, whose subscripts have lost their markup too: "NH36" is NH3 and 6.
_FORMULA = re.compile(rf"{_BEGINS}([A-Z][A-Za-z0-9()]*\d(?:[,–-]\d{{1,3}})*){_ENDS}")
_TOKEN_BEFORE = re.compile(r"(?<![\w.])([A-Z][A-Za-z0-9()]*)\.$")
_ABBREVIATED = re.compile(
    r"\b(?:figs?|refs?|eqs?|nos?|secs?|vol|vs|ca|cf|ch|chap|tab|pp?|approx|resp|ver|ed|suppl)\.$",
    re.IGNORECASE,
)
_ATOMS_ONLY = re.compile(r"\((?:[A-Z][a-z]?\d*)+\)")


def find_glued(text: str, habits: Habits) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield every number that is a mark glued to the text before it: its span and its numbers."""
    for start, end, is_plain in candidates(text, habits):
        numbers = expand_numbers(text[start:end])
        if is_plain and _ascends(numbers) and (habits.known or habits.has_glued):
            yield start, end, numbers


def _ascends(numbers: tuple[str, ...]) -> bool:
    """Return whether numbers are in order, as in marks, unlike in "residues of73,24 and 22"."""
    return list(numbers) == sorted(numbers, key=int)


def stands_behind_stop(text: str, start: int) -> bool:
    """Return whether a number is glued to a full stop, and so neither counts nor names anything.

    >>> stands_behind_stop("It grew.5 Then", 8), stands_behind_stop("from ozone5 it", 10)
    (True, False)
    """
    return text[start - 1 : start] == "."


def candidates(text: str, habits: Habits) -> Iterator[tuple[int, int, bool]]:
    """Yield the span of every number that may be a glued mark, and whether the rules accept it."""
    for pattern, is_mark in _STYLES:
        for match in pattern.finditer(text):
            start, end = match.span(match.lastindex or 0)
            is_plain = is_mark(text, match) and match.group() not in habits.names
            is_count = pattern is not _STOP and is_measured(text, end)
            yield start, end, is_plain and not is_count
    yield from _behind_formulas(text, habits)


def _behind_stop(text: str, match: re.Match[str]) -> bool:
    start = match.start()
    is_year = text[start - 5 : start - 1].isdigit()
    if (
        text[start - 2].isdigit() and len(match[1]) < 2 and not is_year
    ):  # "Al2O3.5", but not "SrCoO2.5"
        token = _TOKEN_BEFORE.search(text, max(0, start - 24), start)
        return token is not None and (token[1][-2:-1] == ")" or token[1] in _formulas())
    return _ABBREVIATED.search(text, max(0, start - 9), start) is None


def _behind_point(text: str, match: re.Match[str]) -> bool:
    return _POINT_AHEAD.search(text, max(0, match.start() - 4), match.start()) is not None


def _behind_word(_text: str, match: re.Match[str]) -> bool:
    word = match[1]
    if word[0].isupper() or word in UNITS:  # a name or a product: "Keithley2400"
        return False
    return not (is_numbered(word) or is_function(word))


def _behind_acronym(_text: str, match: re.Match[str]) -> bool:
    return match[1].rsplit("-", 1)[-1] in _method_acronyms()


def _behind_bracket(_text: str, match: re.Match[str]) -> bool:
    """Return whether a bracket is not a group of a formula such as "(NH4)2" or "(CdSe)33"."""
    content = match[1].strip("()")
    if not re.search(r"[A-Za-z]{2}", content):
        return False
    is_acronym = content in _method_acronyms() or re.fullmatch(r"[A-Z]{2,}s", content)
    return bool(is_acronym) or not _ATOMS_ONLY.fullmatch(match[1])


def _always(_text: str, _match: re.Match[str]) -> bool:
    return True


_STYLES: tuple[tuple[re.Pattern[str], Callable[[str, re.Match[str]], bool]], ...] = (
    (_STOP, _behind_stop),
    (_AL, _always),
    (_POINT, _behind_point),
    (_WORD, _behind_word),
    (_PLURAL, _always),
    (_ACRONYM, _behind_acronym),
    (_BRACKET, _behind_bracket),
    (_QUOTE, _always),
    (_DEGREE, _always),
)


def _behind_formulas(text: str, habits: Habits) -> Iterator[tuple[int, int, bool]]:
    for match in _FORMULA.finditer(text):
        cut = _formula_end(match[1])
        if cut is not None:
            is_plain = not is_measured(text, match.end()) and match.group() not in habits.names
            yield match.start() + cut, match.end(), is_plain


def _formula_end(token: str) -> int | None:
    """Return where a known formula with a mark glued to it ends; ``None`` if there is none.

    A single digit is taken as a mark only after a subscript ("NH36"); CdSe2 stays whole.

    >>> [_formula_end(token) for token in ("NH36", "CsPbBr3", "Al2O312,13", "C60")]
    [3, None, 5, None]
    """
    if token in _formulas():
        return None
    first = re.split("[,–-]", token)[0]
    for digits in (1, 2, 3):
        formula, number = first[:-digits], first[-digits:]
        is_number = number.isdigit() and number[0] != "0"
        if is_number and formula in _formulas() and (digits > 1 or formula[-1].isdigit()):
            return len(formula)
    return None


@cache
def _formulas() -> frozenset[str]:
    """Return the vocabulary's formulas of two or more elements, and common gases."""
    vocab = vocabulary()
    terms = (*vocab.of_kind("chemical"), *vocab.of_kind("material"))
    names = {name for term in terms for name in (term.label, *term.alts, *term.symbols)}
    compounds = {n for n in names if re.fullmatch(r"(?=.*[A-Z].*[A-Z(])[A-Z][A-Za-z0-9()]*", n)}
    return frozenset(compounds | {"O2", "O3", "N2", "H2"})


@cache
def _method_acronyms() -> frozenset[str]:
    """Return the acronyms of processes and techniques; a number after one is not part of it."""
    vocab = vocabulary()
    terms = (*vocab.of_kind("process"), *vocab.of_kind("technique"))
    return frozenset(s for term in terms for s in term.symbols if s.isupper() and len(s) > 2)

"""The citation style of a document, determined from its whole text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from corpus.citations.bracketed import round_candidates, square_candidates
from corpus.citations.glued import candidates, stands_behind_stop
from corpus.citations.lookalikes import is_numbered, word_before
from corpus.citations.model import Habits
from corpus.citations.numbers import expand_numbers, is_citable
from corpus.citations.raised import find_apart, find_raised

#: The number of times that makes a word with a final number a name, and a noun before numbers in
#: brackets a numbered thing; once less is enough for "sample" or "step".
_OFTEN = 3
#: The most chapters whose headings may have become part of the text: "It fell. 2 Methods".
_MOST_CHAPTERS = 5
_ENDS_IN_NUMBER = re.compile(r"(?<![\w.])[A-Za-z][A-Za-z()-]{0,24}\d{1,3}(?!\w)")
_EQUATION = re.compile(r"[=≈→][^\n]{0,80}$")
_EQUATION_CALLED = re.compile(r"\b(?:[Ee]qs?\.?|[Ee]quations?)\s\(\s?\d")
_LINE_END = re.compile(r"\s*(?:\n|$)")


def read_habits(text: str, known: Collection[str] = ()) -> Habits:
    """Determine the citation style of a text; ``known`` has the numbers of its reference list."""
    numbers = frozenset(known)
    names = _names(text)
    return Habits(
        known=numbers,
        has_glued=_has_glued(text, names),
        has_round=_has_round(text, numbers),
        has_apart=_has_apart(text),
        numbered=frozenset() if numbers else _numbered(text),
        names=names,
    )


def _names(text: str) -> frozenset[str]:
    found = Counter(match[0] for match in _ENDS_IN_NUMBER.finditer(text))
    return frozenset(name for name, times in found.items() if times >= _OFTEN)


def _has_glued(text: str, names: frozenset[str]) -> bool:
    """Return whether marks are glued to the text beyond doubt.

    One mark of two digits or a list is enough, or two after full stops, or three in rising order.
    """
    found = candidates(text, Habits(names=names))
    plain = sorted((start, text[start:end]) for start, end, is_plain in found if is_plain)
    if any(len(printed) > 1 and printed[0] != "0" for _, printed in plain):
        return True
    numbers = [int(printed) for _, printed in plain if printed.isdecimal()]  # not "0e"
    behind_stops = sum(stands_behind_stop(text, start) for start, _ in plain)
    return behind_stops > 1 or (len(numbers) > 2 and numbers == sorted(set(numbers)))


def _has_round(text: str, known: frozenset[str]) -> bool:
    """Return whether the text cites in round brackets: several numbers, and few other marks.

    A text that numbers its equations in round brackets does not.
    """
    cited = list(_cited(_without_equations(text), known))
    others = chain(square_candidates(text), find_raised(text), _EQUATION_CALLED.finditer(text))
    distinct = {number for numbers in cited for number in numbers}
    return len(distinct) > 1 and 3 * sum(1 for _ in others) < len(cited)


def _has_apart(text: str) -> bool:
    """Return whether marks are set between blanks: more numbers after stops than chapters have."""
    found = [match[1] for match in find_apart(text) if text[match.start() - 1] == "."]
    return len(set(found)) > _MOST_CHAPTERS


def _without_equations(text: str) -> Iterator[re.Match[str]]:
    """Yield the round brackets that do not number a displayed equation."""
    for match in round_candidates(text):
        is_last = _LINE_END.match(text, match.end()) is not None
        if not (is_last and _EQUATION.search(text, max(0, match.start() - 90), match.start())):
            yield match


def _cited(matches: Iterable[re.Match[str]], known: frozenset[str]) -> Iterator[tuple[str, ...]]:
    for match in matches:
        numbers = expand_numbers(match[1])
        if is_citable(numbers, known):
            yield numbers


def _numbered(text: str) -> frozenset[str]:
    """Return the nouns before most square brackets, whose numbers are names ("sample [3]")."""
    words = [word_before(text, m.start()).lower() for m in square_candidates(text)]
    found = Counter(word for word in words if word and word != "al")
    return frozenset(
        word
        for word, times in found.items()
        if times >= _OFTEN - is_numbered(word) and 2 * times > len(words)
    )

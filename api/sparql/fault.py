"""The position of an error in a SPARQL query, from the message of the engine. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_PLACE: Final = re.compile(r"line (\d+), column (\d+)")
#: Finds the word that a message names: a misspelt one, or a prefix that is not declared.
_NAMED: Final = re.compile(r"'(\w+)' may mean |unknown prefix '([\w.-]*:)'")
_WORD: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """The faulty word of a query: its line and column, from 1, and its characters, from 0.

    ``before`` and ``after`` are the rest of its line.
    """

    line: int
    column: int
    start: int
    end: int
    before: str
    word: str
    after: str


def find_fault(message: str, query: str) -> Fault | None:
    r"""Return the faulty word of a query; ``None`` if the message has no position.

    Examples
    --------
    >>> fault = find_fault("bad SPARQL at line 2, column 6: 'WHER' may mean WHERE", "ASK\nWHER {}")
    >>> fault.line, fault.column, fault.word
    (2, 1, 'WHER')
    """
    place = _PLACE.search(message)
    if place is None:
        return None
    start, end = _word_at(query, _offset(query, int(place[1]), int(place[2])), message)
    line_start = query.rfind("\n", 0, start) + 1
    line_end = query.find("\n", start)
    return Fault(
        line=query.count("\n", 0, start) + 1,
        column=start - line_start + 1,
        start=start,
        end=end,
        before=query[line_start:start],
        word=query[start:end],
        after=query[end : line_end if line_end >= 0 else len(query)],
    )


def _offset(query: str, line: int, column: int) -> int:
    lines = query.split("\n")
    before = sum(len(text) + 1 for text in lines[: line - 1])
    return min(before + column - 1, len(query))


def _word_at(query: str, offset: int, message: str) -> tuple[int, int]:
    """Return the span of the word that the message names, else at the position, else the last."""
    named = _NAMED.search(message)
    if named is not None:
        word = named[1] or named[2]
        start = query.rfind(word, 0, offset + len(word))
        if start >= 0:
            return start, start + len(word)
    begin = max(query.rfind(sign, 0, offset) for sign in " \t\n") + 1
    found = _WORD.search(query, begin)
    if found is None:
        *_, found = (None, *_WORD.finditer(query))
    return found.span() if found else (len(query), len(query))

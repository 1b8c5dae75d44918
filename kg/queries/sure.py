"""The belief in the rows of a question: the parameter ``sure`` and the column ``belief``.

This module adds both to all questions. A question marks the statements behind its rows, each where
its SPARQL reads it, and selects the column::

    SELECT DISTINCT ?study ?material ?belief ?said_by
    ...
      # sure: ?said

The line becomes a pattern that reads the belief of the statement (:mod:`kg.statements.belief`) and
drops the statement if its belief is below the requested one; inside an ``OPTIONAL`` only the
optional part is dropped. The belief of a row is the least of its statements; the first statement
named must be in every row. A subquery that lists its variables also lists ``?said_belief``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.errors import QueryError

#: The column, and the parameter.
BELIEF: Final = "belief"
SURE: Final = "sure"
DEFAULT: Final = ""
DESCRIPTION: Final = (
    "only statements with at least this belief (certainty of the reading), from 0 to 1; "
    "any if empty"
)
_LINE: Final = re.compile(r"^(?P<indent>[ \t]*)# sure: (?P<names>\?[a-z_]+(?: \?[a-z_]+)*)$", re.M)
_COLUMN: Final = re.compile(rf"\s+\?{BELIEF}\b\s*")
#: Line break and indent in a ``SELECT``.
_BREAK: Final = "\n       "


def with_belief(name: str, text: str) -> tuple[str, bool]:
    """Return the SPARQL of a question with its ``# sure:`` lines expanded, and whether it has any.

    Raises
    ------
    QueryError
        If the question has such a line, but does not select the column.
    """
    said = dict.fromkeys(one for line in _LINE.finditer(text) for one in line["names"].split())
    if not said:
        return text, False
    head, where, rest = text.partition("\nWHERE {")
    if not _COLUMN.search(head):
        raise QueryError(f"{name}.rq: a question with a line '# sure:' selects ?{BELIEF}")
    least = _least([f"{one}_{BELIEF}" for one in said])
    rounded = f"{_BREAK}(ROUND({least} * 100) / 100 AS ?{BELIEF}){_BREAK}"
    head = _COLUMN.sub(lambda _: rounded, head, count=1).rstrip()
    return head + where + _LINE.sub(_pattern, rest), True


def _pattern(line: re.Match[str]) -> str:
    """Return the pattern that reads the belief of some statements and tests it."""
    lines = [f"{one} ald:belief {one}_{BELIEF} ." for one in line["names"].split()]
    tests = [f"{one}_{BELIEF} >= ?{SURE}" for one in line["names"].split()]
    lines += [f"# values: {SURE}", f"FILTER(!BOUND(?{SURE}) || {' && '.join(tests)})"]
    return "\n".join(line["indent"] + one for one in lines)


def _least(beliefs: Sequence[str]) -> str:
    """Return an expression for the least of some beliefs, of which the first is bound.

    >>> _least(["?a", "?b"])
    'IF(COALESCE(?b < ?a, false), ?b, ?a)'
    """
    least, *others = beliefs
    for one in others:
        least = f"IF(COALESCE({one} < {least}, false), {one}, {least})"
    return least

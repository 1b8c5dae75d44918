"""One line on the error in a SPARQL query: the place, the word, and a likely correction."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection
from typing import Final

_PLACE = re.compile(r"error at (\d+):(\d+)")
#: Reasons in the engine's long messages, each with a plain explanation.
_REASONS: Final = {
    "IRI parsing failed": "this is not an absolute IRI",
    "The SELECT contains a variable that is unbound": "SELECT names a variable without a value",
    "Variable already": "the variable has a value already",
}
_PREFIXED = re.compile(r"(?<![\w:<?$\"'/])([A-Za-z][\w.-]*):[\w.%-]*")
_DECLARED = re.compile(r"\bPREFIX\s+([\w.-]*):", re.IGNORECASE)
#: Variables, IRIs, strings, prefixed names and comments, which are not checked for keywords.
_NAMED = re.compile(r"[?$]\w+|<[^<>\s]*>|\"[^\"\n]*\"|'[^'\n]*'|[\w.-]*:[\w.%-]*|#[^\n]*")
_KEYWORDS: Final = (
    "SELECT DISTINCT REDUCED CONSTRUCT DESCRIBE ASK FROM NAMED WHERE GROUP BY HAVING ORDER ASC "
    "DESC LIMIT OFFSET VALUES OPTIONAL GRAPH UNION MINUS FILTER BIND AS EXISTS NOT IN PREFIX BASE "
    "COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT SEPARATOR STR LANG DATATYPE IRI CONCAT CONTAINS "
    "COALESCE IF BOUND REGEX REPLACE STRSTARTS STRENDS LCASE UCASE STRLEN SUBSTR ABS ROUND CEIL "
    "FLOOR YEAR ISIRI ISLITERAL ISBLANK UNDEF TRUE FALSE A"
).split()
#: Number of words before the error that are shown, and number compared with keywords.
_SHOWN, _TRIED = 5, 4


def explain_syntax(cause: str, sparql: str, prefixes: Collection[str]) -> str:
    """Return the message on a query that the engine cannot parse.

    Parameters
    ----------
    cause
        The engine's message, ``error at LINE:COLUMN: expected ...``.
    sparql
        The query.
    prefixes
        The prefixes that need no declaration.

    Examples
    --------
    >>> explain_syntax("error at 1:16: expected DISTINCT", "SELECT * WHER {}", ["ald"])
    "bad SPARQL at line 1, column 16, behind 'SELECT * WHER {': 'WHER' may mean WHERE"
    """
    place = _PLACE.search(cause)
    if place is None:
        return "bad SPARQL: " + " ".join(cause.split(": expected ")[0].split())
    line, column = int(place[1]), int(place[2])
    before = _before(sparql, line, column)
    where = f"bad SPARQL at line {line}, column {column}"
    unknown = _unknown_prefix(before, sparql, prefixes)
    if unknown:
        known = ", ".join(f"{name}:" for name in sorted(prefixes))
        return f"{where}: unknown prefix '{unknown}:'; known without a declaration: {known}"
    shown = " ".join(before.split()[-_SHOWN:])
    place_word = f"behind {shown!r}" if shown else "at the beginning"
    reason = next((said for words, said in _REASONS.items() if words in cause), "")
    hint = _misspelt(before) or reason
    if not hint and not sparql[len(before) :].strip():
        has_more = sparql.count("}") > sparql.count("{")
        hint = "there is one '}' too many" if has_more else "something is missing at the end"
    return f"{where}, {place_word}" + (f": {hint}" if hint else "")


def _before(sparql: str, line: int, column: int) -> str:
    lines = sparql.split("\n")
    return "\n".join(
        [*lines[: line - 1], lines[line - 1][: column - 1] if line <= len(lines) else ""]
    )


def _unknown_prefix(before: str, sparql: str, prefixes: Collection[str]) -> str:
    declared = {*prefixes, *_DECLARED.findall(sparql)}
    names = list(_PREFIXED.finditer(before))
    if not names or before[names[-1].end() :].strip():
        return ""
    return names[-1][1] if names[-1][1] not in declared else ""


def _misspelt(before: str) -> str:
    """Return a hint on a word shortly before the error that is almost a keyword, or ``""``."""
    words = re.findall(r"[A-Za-z_]{3,}", _NAMED.sub(" ", before))
    for word in reversed(words[-_TRIED:]):
        near = difflib.get_close_matches(word.upper(), _KEYWORDS, n=1, cutoff=0.75)
        if near and near[0] != word.upper():
            return f"{word!r} may mean {near[0]}"
    return ""

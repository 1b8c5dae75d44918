r"""A lexical check of queries, which runs before the query engine sees them.

The engine fetches the address after ``SERVICE`` from the network and overflows its stack on deep
nesting or long chains of operators; neither can be switched off. The check reads tokens only and
refuses in case of doubt:

- the engine accepts ``SERVICE`` glued to its neighbours (``1e0SERVICE<...>``, ``SERVICEex:x``,
  ``ex:a.b.SERVICE``), so the word is refused wherever it is not inside a string, a comment, an IRI,
  a variable or the local part of a prefixed name;
- ``1<2)SERVICE#>`` reads as one IRI to a tokeniser and as code to the engine, so an IRI with a
  closing bracket before the word is refused;
- ``\u0053ERVICE`` is read both as written and with its escapes resolved.

The time is linear in the length of the query: no pattern backtracks, and after a failed search for
the end of a string, later quotes of the same kind are not searched over the same text again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from types import MappingProxyType

MAX_LENGTH = 500_000
MAX_TOKENS = 20_000
MAX_DEPTH = 100
#: Operators and group keywords together; 3,000 ``MINUS`` are enough to overflow the engine's stack.
MAX_BRANCHES = 1_000

_TOKEN = re.compile(
    r"""
    \s*+ (?:
      (?P<skip>    \#[^\n\r]*+ | [?$]\w++ | :[\w\-%]++ )
    | (?P<quote>   "{3} | '{3} | " | ' )
    | (?P<iri>     <[^<>"{}|^`\\\s]*+> )
    | (?P<service> service )
    | (?P<update>  (?<![\w:.\-])(?:insert|delete|load|clear|drop|create|copy|move)(?![\w:\-]) )
    | (?P<group>   (?<![\w:.\-])(?:union|optional|minus|bind|filter|graph|lateral)(?![\w:\-]) )
    | (?P<open>    [{(\[] )
    | (?P<close>   [})\]] )
    | (?P<operator> [-+*/|^!=<>&] )
    | (?P<other>   \w+? (?= service | \W | \Z ) | [^\s\w] )
    )""",
    re.VERBOSE | re.IGNORECASE,
)
#: The forbidden words, and the backslash that can hide them.
_SUSPECT = (
    *("service", "insert", "delete", "load", "clear", "drop", "create", "copy", "move"),
    "\\",
)
#: Opening quotes -> pattern of a string from there on, without its closing quotes.
_STRINGS = MappingProxyType(
    {
        quote: re.compile(pattern, re.VERBOSE | re.DOTALL)
        for quote, pattern in {
            '"""': r'"{3} (?: "{0,2} (?: [^"\\]++ | \\. ) )*+',
            "'''": r"'{3} (?: '{0,2} (?: [^'\\]++ | \\. ) )*+",
            '"': r'" (?: [^"\\\n\r]++ | \\. )*+',
            "'": r"' (?: [^'\\\n\r]++ | \\. )*+",
        }.items()
    }
)
#: Kind of token -> change of the nesting depth.
_DEEPER = MappingProxyType({"open": 1, "close": -1})
_BRANCHING = frozenset({"operator", "group"})
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def refuse(sparql: str) -> str | None:
    """Return the reason why a query is refused, in one phrase; ``None`` if it may run.

    Examples
    --------
    >>> refuse("SELECT * { SERVICE <http://example.org/> {} }")
    'SERVICE is not allowed'
    >>> refuse("SELECT ?service { ?service ?p 'SERVICE' }")
    """
    if _is_harmless(sparql):
        return None
    if len(sparql) > MAX_LENGTH:
        return f"the query is longer than {MAX_LENGTH} characters"
    resolved = _ESCAPE.sub(_character, sparql)
    return _refuse_text(sparql) or (_refuse_text(resolved) if resolved != sparql else None)


def may_have(text: str, words: Iterable[str]) -> bool:
    """Return whether a text may contain one of the words in any case; false is certain.

    This is much faster than a pattern. A letter beyond ASCII may be equal to an ASCII letter in
    another case, so a text with one counts as containing any word.

    Examples
    --------
    >>> may_have("SELECT (RAND() AS ?x) {}", ["rand"]), may_have("ASK {}", ["rand"])
    (True, False)
    """
    if not text.isascii():
        return True
    lowered = text.lower()
    return any(word in lowered for word in words)


def _is_harmless(sparql: str) -> bool:
    """Return whether a query is so short and plain that its tokens need not be checked.

    It has at most as many tokens and operators as characters, its nesting is at most its number of
    brackets, and it contains no forbidden word, not even inside a name.
    """
    return (
        len(sparql) <= MAX_BRANCHES
        and sum(map(sparql.count, "{([")) <= MAX_DEPTH
        and not may_have(sparql, _SUSPECT)
    )


def _character(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2], 16)
    return chr(code) if code <= 0x10FFFF else " "


def _refuse_text(sparql: str) -> str | None:
    depth = branches = 0
    for count, (kind, start, end) in enumerate(tokens(sparql), start=1):
        depth += _DEEPER.get(kind, 0)
        branches += kind in _BRANCHING
        reason = _forbidden(kind, sparql[start:end]) or _excess(depth, branches, count)
        if reason:
            return reason
    return None


def tokens(sparql: str) -> Iterator[tuple[str, int, int]]:
    """Yield the tokens, each as kind, start and end; a quote that opens no string is a token too.

    Examples
    --------
    >>> list(tokens("ASK {'a'}"))
    [('other', 0, 3), ('open', 4, 5), ('skip', 5, 8), ('close', 8, 9)]
    """
    strings = _Strings(sparql)
    place = 0
    while match := _TOKEN.match(sparql, place):
        kind = match.lastgroup or ""
        start, place = match.span(kind)
        if kind == "quote":
            end = strings.end(match[kind], start)
            kind, place = ("other", start + 1) if end is None else ("skip", end)
        yield kind, start, place


class _Strings:
    """A search for the ends of strings; it scans no character twice in vain for a kind of quote."""

    def __init__(self, sparql: str) -> None:
        self._sparql = sparql
        #: Quote -> offset before which no string that opens with it has an end.
        self._unclosed = dict.fromkeys(_STRINGS, 0)

    def end(self, quote: str, start: int) -> int | None:
        """Return the end of the string that opens here, long or short; ``None`` if it is open."""
        for opening in dict.fromkeys((quote, quote[0])):
            if start < self._unclosed[opening]:
                continue
            match = _STRINGS[opening].match(self._sparql, start)
            stop = match.end() if match else start
            if self._sparql.startswith(opening, stop):
                return stop + len(opening)
            self._unclosed[opening] = stop
        return None


def _forbidden(kind: str, token: str) -> str | None:
    if kind == "service" or (kind == "iri" and _hides_service(token)):
        return "SERVICE is not allowed"
    if kind == "update":
        return f"only queries are answered, no updates ({token.upper()})"
    return None


def _hides_service(iri: str) -> bool:
    return "service" in iri.partition(")")[2].lower()


def _excess(depth: int, branches: int, count: int) -> str | None:
    if depth > MAX_DEPTH:
        return f"the query is nested more than {MAX_DEPTH} deep"
    if branches > MAX_BRANCHES:
        return f"the query has more than {MAX_BRANCHES} operators and groups"
    if count > MAX_TOKENS:
        return f"the query has more than {MAX_TOKENS} tokens"
    return None

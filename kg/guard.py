r"""What may be asked of a store: a lexical check that runs before the query engine sees a query.

The engine fetches what ``SERVICE`` names from the network and runs out of stack on deep nesting or
long chains of operators, and neither can be switched off. The check reads tokens only, so it errs
on the side of refusing:

- the engine accepts ``SERVICE`` glued to its neighbours (``1e0SERVICE<...>``, ``SERVICEex:x``,
  ``ex:a.b.SERVICE``), so the word is refused wherever it is not inside a string, a comment, an IRI,
  a variable or the local part of a prefixed name;
- ``1<2)SERVICE#>`` reads as one IRI to a tokeniser and as code to the engine, so an IRI with a
  closing bracket before the word is refused;
- ``\u0053ERVICE`` is read both as written and with its escapes resolved.
"""

from __future__ import annotations

import re
from collections import Counter

MAX_LENGTH = 500_000
MAX_TOKENS = 20_000
MAX_DEPTH = 100
#: Operators and group keywords together; 3,000 ``MINUS`` are enough to overflow the engine's stack.
MAX_BRANCHES = 1_000

_TOKEN = re.compile(
    r"""
    (?P<skip>      \#[^\n\r]*
      | \"{3}(?:"{0,2}(?:[^"\\]|\\.))*\"{3}   | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
      | "(?:[^"\\\n\r]|\\.)*"                 | '(?:[^'\\\n\r]|\\.)*'
      | [?$]\w+                               | :[\w\-%]+ )
    | (?P<iri>     <[^<>"{}|^`\\\s]*> )
    | (?P<service> service )
    | (?P<update>  (?<![\w:.\-])(?:insert|delete|load|clear|drop|create|copy|move)(?![\w:\-]) )
    | (?P<group>   (?<![\w:.\-])(?:union|optional|minus|bind|filter|graph|lateral)(?![\w:\-]) )
    | (?P<open>    [{(\[] )
    | (?P<close>   [})\]] )
    | (?P<operator> [-+*/|^!=<>&] )
    | (?P<other>   (?:(?!service)\w)+ | [^\s\w] )
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def refuse(sparql: str) -> str | None:
    """Say why a query is not run, in one phrase; ``None`` if nothing speaks against it.

    Examples
    --------
    >>> refuse("SELECT * { SERVICE <http://example.org/> {} }")
    'SERVICE is not allowed'
    >>> refuse("SELECT ?service { ?service ?p 'SERVICE' }")
    """
    if len(sparql) > MAX_LENGTH:
        return f"the query is longer than {MAX_LENGTH} characters"
    resolved = _ESCAPE.sub(_character, sparql)
    return _refuse_text(sparql) or (_refuse_text(resolved) if resolved != sparql else None)


def _character(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2], 16)
    return chr(code) if code <= 0x10FFFF else " "


def _refuse_text(sparql: str) -> str | None:
    seen: Counter[str] = Counter()
    for token in _TOKEN.finditer(sparql):
        kind = token.lastgroup or ""
        seen[kind] += 1
        reason = _forbidden(kind, token[0]) or _excess(seen)
        if reason:
            return reason
    return None


def _forbidden(kind: str, token: str) -> str | None:
    if kind == "service" or (kind == "iri" and _hides_service(token)):
        return "SERVICE is not allowed"
    if kind == "update":
        return f"only queries are answered, no updates ({token.upper()})"
    return None


def _hides_service(iri: str) -> bool:
    return "service" in iri.partition(")")[2].lower()


def _excess(seen: Counter[str]) -> str | None:
    if seen["open"] - seen["close"] > MAX_DEPTH:
        return f"the query is nested more than {MAX_DEPTH} deep"
    if seen["operator"] + seen["group"] > MAX_BRANCHES:
        return f"the query has more than {MAX_BRANCHES} operators and groups"
    if seen.total() > MAX_TOKENS:
        return f"the query has more than {MAX_TOKENS} tokens"
    return None

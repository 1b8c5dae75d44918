"""Whether a query names its own dataset: the engine forgets ``FROM`` where it makes a union."""

from __future__ import annotations

import re

_FROM = re.compile(
    r"""
      \#[^\n\r]*
    | \"{3}(?:"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
    | "(?:[^"\\\n\r]|\\.)*"               | '(?:[^'\\\n\r]|\\.)*'
    | <[^<>"{}|^`\\\s]*>
    | [?$]\w+ | [\w.\-]*:[\w.\-%]*
    | (?P<from> (?<![\w@]) from (?![\w:]) )
    | \w+
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def names_dataset(sparql: str) -> bool:
    """Whether the query has a ``FROM`` or ``FROM NAMED`` clause.

    >>> names_dataset("SELECT * FROM <http://example.org/g> { ?s ?p ?o }")
    True
    >>> names_dataset("SELECT ?from { ?from ?p 'FROM' } # FROM")
    False
    """
    return any(match["from"] for match in _FROM.finditer(sparql))

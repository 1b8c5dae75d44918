"""Properties that a pronoun refers to: "... the quantum yield; a ZnS shell raises it to 60%"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.mentions import Mention
from kg.extract.reading import Reading

_PRONOUN = re.compile(
    r"\b(?:it|this (?:value|figure))\b|"
    # the same of another sample, as the subject of a statement
    r"(?:(?<=, and )|(?<=, but )|(?<=, while )|(?<=, whereas ))(?:the one|that|those)"
    r"(?= (?:of|in|for|from) (?:the |an? )?(?:[\w/@-]+ ){1,5}?"
    r"(?:is|was|are|were|becomes?|became|increas\w+|decreas\w+|rises?|rose|falls?|fell|drops|dropped)\b)"
)
#: Words after an "it" that refers to no noun: "It was found that", "it is difficult to".
_EMPTY = re.compile(
    r"\s+(?:is|was|has been|can be|could be|should be)\s+(?:\w+ly\s+)?(?:found|shown|seen|observed|"
    r"noted|believed|concluded|possible|clear|evident|important|necessary|difficult|likely|known)"
    r"|\s+(?:seems|appears|turns out|follows)\b"
)


def find_pronouns(reading: Reading, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the last property named before each pronoun, at the place of the pronoun."""
    for match in _PRONOUN.finditer(reading.text):
        named = [m for m in mentions if m.end < match.start() and m.label in ("name", "symbol")]
        if named and not _EMPTY.match(reading.text, match.end()):
            yield replace(
                named[-1], start=match.start(), end=match.end(), text=match[0], label="name"
            )

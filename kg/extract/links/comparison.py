"""The standard of comparison of an outcome, its ``against``: "than X", "compared with X"."""

from __future__ import annotations

import re

from corpus.model import Span
from kg.extract.links.account import Part, solids_of, within
from kg.extract.links.clauses import Clause
from kg.extract.text.rare import Rare
from kg.model import Thing, solid

_COMPARED = Rare(
    r"\b(?:than(?! (?:\d|half|one|two|three|ten|a factor|~|≈))|compar(?:ed|ing|ison) (?:with|to)|"
    r"comparing the|in comparison (?:with|to)|relative to|versus|(?<=\s)vs\.?|"
    r"unlike|in contrast (?:with|to)|as opposed to|rather than|instead of|over that of|"
    r"similar(?:ly)? to|preferred to|other than)\b",
    re.IGNORECASE,
)
_END = re.compile(
    r",(?!\s*(?:and|or)\s|\s*[\w-]+(?:,\s*[\w-]+)*,?\s+(?:and|or)\s)|[;:)]|"
    r"\b(?:is|are|was|were|has|have|had|shows?|showed|while|which|and the)\b"
)


def comparisons(part: Part, clause: Clause) -> tuple[Span, ...]:
    """Return the stretches of a clause that name what something is compared with."""
    found: list[Span] = []
    for match in _COMPARED.finditer(part.text, clause.start, clause.end):
        end = _END.search(part.text, match.end(), clause.end)
        found.append((match.start(), end.start() if end else clause.end))
    return tuple(found)


def compared_with(part: Part, clause: Clause) -> tuple[Thing, ...]:
    """Return the things with which a clause compares its outcome."""
    found: list[Thing] = []
    for start, end in comparisons(part, clause):
        for mention in within(part.mentions, start, end):
            layers = solids_of(mention)
            if layers:
                found.append(solid(layers))
            elif mention.kind in ("process", "chemical"):
                found.append(Thing(mention.kind, mention.id))
        if not found:
            found += [
                Thing("form", m.id) for m in within(part.mentions, start, end) if m.kind == "form"
            ]
    return tuple(dict.fromkeys(found))

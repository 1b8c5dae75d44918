"""Verbs with many uses, which mean a change only beside a property.

"The mobility dipped" states a change, "wafers were dipped in acid" does not; "the index grew" is
about a number, "the film grew" about a film.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kg.extract.finders.components import settles
from kg.extract.mentions import Mention

#: Between a property and its verb: the possessor of the property, auxiliaries, an adverb, a share.
_SUBJECT: Final = re.compile(
    r"(?:\s(?:of|in|for|at|between|with|on)\s(?:[^\s,;:()]+\s?){1,6}?)?(?:\s\([^()]{1,30}\))?,?\s"
    r"(?:(?:then|thus|also|first|even|further|is|are|was|were|be|been|being|has|have|had|can|could|to|not|"
    r"seen|found|observed|begins?|began|starts?|started|\w+ly)\s){0,4}"
)
#: Between a verb, or its noun, and the property that is its object: a share, a preposition, an
#: article and adjectives.
_OBJECT: Final = re.compile(
    r"\s(?:(?:by\s)?[~≈]?\d[\d.]*\s?(?:%|-?fold)\s)?"
    r"(?:(?:(?:in|of)\s)?(?:the|its|their|both|an?|any|all)\s(?:[\w-]+\s){0,2}|"
    r"(?:in|of)\s(?:[\w-]+\s){0,2})?"
)


@settles("ald_predicates")
def without_other_uses(mentions: Iterable[Mention], text: str) -> tuple[Mention, ...]:
    """Return the mentions without verbs that would mean a change only beside a property.

    >>> dip = Mention(
    ...     start=13, end=19, kind="direction", id="decrease", text="dipped", label="predicateLabel"
    ... )
    >>> rate = Mention(start=4, end=12, kind="property", id="carrier_mobility", text="mobility")
    >>> (
    ...     len(without_other_uses([rate, dip], "The mobility dipped.")),
    ...     without_other_uses([dip], "It"),
    ... )
    (2, ())
    """
    listed = tuple(mentions)
    properties = [m for m in listed if m.kind == "property"]
    return tuple(
        m
        for m in listed
        if not _is_made(m, text)
        and (m.label != "predicateLabel" or _is_predicate(m, properties, text))
    )


#: Before "grown" in the sense of "increased"; elsewhere it means that something was made.
_HAS: Final = re.compile(r"\b(?:has|have|had|having)\s(?:\w+ly\s|also\s|then\s)?$")


def _is_made(verb: Mention, text: str) -> bool:
    """Return whether "grown" means that a thing was made: "dots grown to 5 nm"."""
    is_grown = verb.kind == "direction" and verb.text.lower().startswith("grown")
    return is_grown and _HAS.search(text, 0, verb.start) is None


def _is_predicate(verb: Mention, properties: Iterable[Mention], text: str) -> bool:
    return any(
        _SUBJECT.fullmatch(text, p.end, verb.start) or _OBJECT.fullmatch(text, verb.end, p.start)
        for p in properties
        if p.end < verb.start or verb.end < p.start
    )

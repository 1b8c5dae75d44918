"""Solids that a sentence names only to set the work against them, and what it merely supposes.

"The peaks are analogous to those reported for SnO2/C" claims no SnO2/C of the paper at hand, "as
for other oxides, for example SnO2 and Fe2O3" none of these. "If a cycle removes 0.7 nm, ..." tells
no setting. Nor does an experience of many years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.model import Span

_LIKE: Final = (
    r"(?:analogous|similar|comparable|identical|akin|equivalent|superior|inferior|contrary|"
    r"compared|comparison|contrast|consistent|agreement)"
)
_KNOWN: Final = (
    r"(?:reported|published|described|observed|known|found|identified|seen|obtained|literature|"
    r"previous(?:ly)?|earlier|elsewhere)"
)
#: From a word that sets against to one that says that it is known: "compared to the SnO2 anodes
#: published previously", "similar to what is known for ZnO".
_SET_AGAINST: Final = re.compile(
    rf"\b{_LIKE} (?:to|with) (?:(?!\b(?:our|we|this|these)\b)[^.;()]){{0,90}}?\b{_KNOWN}\b"
    r"(?:\W+(?:for|in|on|of|by)\b[^.;,]*)?",
    re.IGNORECASE,
)
#: Examples of what is not the work: "other oxides, for example, SnO2/C and ZnO".
_EXAMPLES: Final = re.compile(
    r"\bother\s(?:[\w-]+\s){0,3}(?:materials?|oxides?|sulfides?|nitrides?|metals?|systems?|"
    r"compounds?|electrodes?|anodes?|cathodes?|composites?|semiconductors?|nanocrystals?|"
    r"nanoparticles?|dots|films?|perovskites?|dielectrics?|catalysts?|candidates?)\b,?\s"
    r"(?:for (?:example|instance)|such as|including|like|e\.g\.,?|include|\(e\.g\.,?)[^.;]*",
    re.IGNORECASE,
)
_SUPPOSED: Final = re.compile(r"^(?:If|Suppose|Supposing|Assuming|Consider|Imagine)\b(?!\s+not\b)")
_OF_YEARS: Final = re.compile(
    r"\b(?:dat(?:es?|ing) back|years? ago|over the (?:last|past)|in the (?:last|past)|for decades|"
    r"decades of|since the \d{4}s?)\b",
    re.IGNORECASE,
)


def set_against(text: str) -> Iterator[Span]:
    """The stretches of a sentence that name what the work is only set against.

    >>> text = "The peaks are similar to those reported for SnO2 films."
    >>> [text[start:end] for start, end in set_against(text)]
    ['similar to those reported for SnO2 films']
    >>> list(set_against("The peaks are similar to those of our SnO2 films."))
    []
    """
    for words in (_SET_AGAINST, _EXAMPLES):
        yield from (match.span() for match in words.finditer(text))


def is_supposition(text: str) -> bool:
    """Whether a sentence opens with an assumption, so that its numbers are none of the work.

    >>> (
    ...     is_supposition("If a cycle removes 2 nm, ten remove 20."),
    ...     is_supposition("It removes 2 nm."),
    ... )
    (True, False)
    """
    return _SUPPOSED.match(text.lstrip()) is not None


def looks_back(text: str) -> bool:
    """Whether a sentence looks back over years of the field.

    >>> (
    ...     looks_back("Plasmas were studied over the past 40 years."),
    ...     looks_back("It held for 2 years."),
    ... )
    (True, False)
    """
    return _OF_YEARS.search(text) is not None

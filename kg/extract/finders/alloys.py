"""Alloys of two metals by their names: "gold-silver alloy nanoparticles"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.finders.components import finds
from kg.extract.mentions import Mention
from kg.extract.text.trie import one_of
from kg.grounding import ground

_METAL = one_of(
    "gold silver platinum palladium copper nickel cobalt iron ruthenium rhodium iridium tin".split()
)
#: The metals of a core and its shell, or side by side, are no alloy.
_ALLOY = re.compile(
    rf"\b(?P<first>{_METAL})[-‐–/](?P<second>{_METAL})(?= (?:\w+ )?"
    r"(?:bimetallic|alloy(?:ed)?|nano-?(?!hetero|dumb|dimer)[a-z]+|NPs|NCs|NRs|catalysts?|clusters?)\b)"
    r"(?! (?:core|hetero|Janus|dumbbell|multilayer))",
    re.IGNORECASE,
)


@finds("ald_alloys")
def find_alloys(text: str) -> Iterator[Mention]:
    """The alloys of a sentence, metals in the order in which it names them.

    >>> [m.id for m in find_alloys("Gold–silver bimetallic nanocages, gold-silver core-shell rods")]
    ['AuAg']
    """
    for match in _ALLOY.finditer(text):
        terms = [ground("material", match[name].lower()).term for name in ("first", "second")]
        formula = "".join(term.notation for term in terms if term is not None)
        yield Mention(
            start=match.start(), end=match.end(), kind="material", id=formula, text=match.group()
        )

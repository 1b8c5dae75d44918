"""Block copolymers by their short names: "PS-b-PMMA", "polystyrene-block-polylactide (PS-b-PLA)".

The short name is the formula; a long name without one keeps its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.finders.components import finds
from kg.extract.mentions import Mention

_SHORT = r"P\w{1,6}(?:-(?:b|block)-P\w{1,6})+"
_COPOLYMER = re.compile(
    rf"(?<![\w-])(?:{_SHORT}|poly[\w()]+(?:-block-poly[\w()-]+)+(?: \((?P<short>{_SHORT})\))?)"
)


@finds("ald_copolymers")
def find_copolymers(text: str) -> Iterator[Mention]:
    """The block copolymers of a sentence.

    Examples
    --------
    >>> [m.id for m in find_copolymers("PS-b-P4VP and polystyrene-block-polylactide (PS-b-PLA)")]
    ['PS-b-P4VP', 'PS-b-PLA']
    """
    for match in _COPOLYMER.finditer(text):
        yield Mention(
            start=match.start(),
            end=match.end(),
            kind="material",
            id=match["short"] or match.group(),
            text=match.group(),
        )

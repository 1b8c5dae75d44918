"""Carbon by its plain name, if it is a solid: "carbon-supported Pt", "carbon-coated LiMnPO4".

Elsewhere the word means an impurity, an atom of a molecule or the chain of an acid.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.finders.components import finds
from kg.extract.mentions import Mention
from kg.extract.text.rare import Rare

_CARBON = Rare(
    r"\b[Cc]arbon(?=[- ](?:supported|supports?|(?:counter )?electrodes?|matrix|shells?)\b"
    # around a compound: "carbon-coated LiFePO4", but no "carbon-coated copper grids"
    r"|[- ]coated (?:[a-z][\w-]* ){0,2}(?-i:[A-Z][a-z]?[\d.]*(?:[A-Z(]|\d)))"
)


@finds("ald_carbon")
def find_carbon(text: str) -> Iterator[Mention]:
    """Yield the places where carbon is a solid of its own.

    Examples
    --------
    >>> [m.start for m in find_carbon("carbon-supported Pt and a carbon chain")]
    [0]
    """
    for match in _CARBON.finditer(text):
        start, end = match.span()
        yield Mention(start=start, end=end, kind="material", id="C", text=match[0], label="name")

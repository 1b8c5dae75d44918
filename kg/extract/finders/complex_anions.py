"""Metal chalcogenide complexes that cap nanocrystals: ``[Sn2S6]4-``, ``In(2)Se(4)(2-)``.

By its notation such an anion is an ion or a solid; beside the words for a cap, a ligand or a
complex it is the ligand (Kovalenko, Scheele and Talapin, Science 2009, 324, 1417).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.finders.components import finds
from kg.extract.mentions import Mention
from kg.extract.text.rare import Rare

_METAL = r"(?:Sn|In|Cd|Ge|Sb|As|Ga|Zn|Mo|Hg|Cu|Fe|Pb)"
_COUNT = r"(?:\(?[\d₀-₉]{1,2}\)?)?"
_ANION = Rare(rf"(?<!\w)\[?{_METAL}{_COUNT}(?:S|Se|Te){_COUNT}\]?\s?\(?[1-9⁰-⁹]?[-–−⁻]\)?(?![\w-])")
_BOUND = Rare(
    r"\b(?:capped|ligands?|complex(?:es)?|solders?|MCCs?|passivated|surface|exchanged?)\b"
)


@finds("ald_complex_anions")
def find_complex_anions(text: str) -> Iterator[Mention]:
    """Yield the complex anions of a sentence on the binding to a surface.

    Examples
    --------
    >>> [m.id for m in find_complex_anions("CdSe capped with In(2)Se(4)(2-) and [Sn2S6]4- ions")]
    ['in2se42-', '[sn2s6]4-']
    """
    if _BOUND.search(text) is None:
        return
    for match in _ANION.finditer(text):
        start, end = match.span()
        id_ = re.sub(r"[()\s]", "", match[0]).lower()
        yield Mention(start=start, end=end, kind="chemical", id=id_, text=match[0], label="symbol")

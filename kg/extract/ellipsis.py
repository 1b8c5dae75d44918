"""Names that share their last word: "hafnium and zirconium oxides" names two oxides.

The shared word is put behind each member, so that the rest of the extractor sees one solid for
each member.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kg.extract.mentions import Mention
from kg.extract.trie import one_of
from kg.substances.names import METALS

_METAL = one_of((*METALS, "aluminium", "cesium", "caesium"))
_SHARED = re.compile(
    rf"\b((?:(?:{_METAL})(?:, | and | or |, and |, or ))+)({_METAL}) "
    r"((?:di|tri|sesqui)?(?:oxide|nitride|sulfide|sulphide|selenide|telluride|fluoride)s?)\b",
    re.IGNORECASE,
)
_MEMBER = re.compile(_METAL, re.IGNORECASE)


def find_shared(text: str, find: Callable[[str], Iterator[Mention]]) -> Iterator[Mention]:
    """The solids of a list that names its anion once; ``find`` looks a whole name up.

    The last member stands whole in the text and is not repeated.
    """
    for match in _SHARED.finditer(text):
        anion = match[3].removesuffix("s") if match[3].endswith("es") else match[3]
        for member in _MEMBER.finditer(match[1]):
            start = match.start(1) + member.start()
            end = match.start(1) + member.end()
            whole = f"{member.group().lower()} {anion.lower()}"
            for found in find(whole):
                if found.kind == "material" and found.start == 0 and found.end == len(whole):
                    yield Mention(
                        start=start, end=end, kind="material", id=found.id, text=text[start:end]
                    )

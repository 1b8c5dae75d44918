"""Names that share their last word: "hafnium and zirconium oxides" names two oxides.

The shared word is put behind each member, so that the rest of the extractor sees one solid for
each member.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.finders.components import settles
from kg.extract.gazetteer import gazetteer
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


@settles("ald_shared_words")
def with_shared(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """The mentions with the solids of each list that names its anion once.

    Such a solid takes the place of what was found of the same words.
    """
    shared = tuple(_shared(text))
    spans = {(m.start, m.end) for m in shared}
    return (*shared, *(m for m in mentions if (m.start, m.end) not in spans))


def _shared(text: str) -> Iterator[Mention]:
    """The solids but the last, which stands whole in the text."""
    for match in _SHARED.finditer(text):
        anion = match[3].removesuffix("s") if match[3].endswith("es") else match[3]
        for member in _MEMBER.finditer(match[1]):
            start = match.start(1) + member.start()
            end = match.start(1) + member.end()
            whole = f"{member.group().lower()} {anion.lower()}"
            for found in gazetteer().find(whole):
                if found.kind == "material" and found.start == 0 and found.end == len(whole):
                    yield Mention(
                        start=start, end=end, kind="material", id=found.id, text=text[start:end]
                    )

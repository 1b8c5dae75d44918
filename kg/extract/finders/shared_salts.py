"""Salts that share their anion: "zinc and cadmium acetates", "iron(II) and iron(III) chlorides".

The last one is printed in full. Each of the others is the reagent named by its own word and the
shared anion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.finders.components import settles
from kg.extract.finders.molecules import with_water
from kg.extract.finders.solid_names import STATED
from kg.extract.mentions import Mention
from kg.extract.text.rare import Rare
from kg.extract.text.trie import one_of
from kg.notation.symbols import is_metal
from kg.substances.names import METAL_NAMES, SYMBOLS

_SYMBOL = one_of([symbol for symbol in SYMBOLS if is_metal(symbol)])
_CATION = (
    rf"(?:(?i:{one_of((*METAL_NAMES, *STATED))})(?: ?\(I{{1,3}}V?\))?|"
    rf"(?:{_SYMBOL}) ?\(I{{1,3}}V?\))"
)
#: The members before the last one, which the anion follows.
_SHARED = Rare(
    rf"\b(?P<ahead>(?:{_CATION}(?:,? and |,? or |, ))+)(?P<last>{_CATION}) "
    r"(?P<anion>[a-z]{3,}(?:ates|ides))\b"
)
_MEMBER = re.compile(_CATION)


@settles("ald_shared_salts")
def with_shared_salts(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """Return the mentions and the salts of lists that name their anion once.

    Nothing is added if the last member is a solid rather than a reagent.
    """
    reagents = [m for m in mentions if m.kind == "chemical"]
    taken = {m.start for m in reagents}
    found = (m for m in _salts(text, reagents) if m.start not in taken)
    return (*mentions, *found)


def _salts(text: str, reagents: list[Mention]) -> Iterator[Mention]:
    for match in _SHARED.finditer(text):
        last = match.start("last")
        if not any(m.start == last and m.end >= match.end() for m in reagents):
            continue
        for member in _MEMBER.finditer(match["ahead"]):
            name = f"{member.group()} {match['anion'].removesuffix('s')}"
            start = match.start() + member.start()
            salt = with_water(name, 0, len(name))
            yield replace(salt, start=start, end=start + len(member.group()))

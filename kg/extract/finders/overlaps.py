"""Of mentions that overlap the longest stands, of those of the same words the likelier."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract.finders.components import settles
from kg.extract.finders.halides import is_grown
from kg.extract.finders.weighed import is_ligand
from kg.extract.mentions import Mention, longest_first


@settles("ald_overlaps")
def settled(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """The mentions of which none overlaps another, but for several readings of the same words.

    Particles that the words of a finding speak of are named there all the same: "smaller dots".
    """
    apart = [m for m in mentions if m.id != "forming gas" or not _MIXED.match(text, m.end)]
    stand = longest_first(apart)
    shapes = longest_first(m for m in apart if m.kind == "form")
    inside = [m for m in shapes if any(_holds(whole, m) for whole in stand)]
    return _likelier(sorted((*stand, *inside), key=lambda m: (m.start, m.end)), text)


def _holds(whole: Mention, part: Mention) -> bool:
    return (
        whole.kind == "property"
        and whole.start <= part.start
        and part.end <= whole.end
        and whole.label in ("increaseLabel", "decreaseLabel", "presenceLabel")
    )


#: Behind a gas that is only one of a plasma: "Ar/H2/SF6 plasma".
_MIXED = re.compile(r"/[A-Z]|\s(?:\w+\s)?plasma")


def _likelier(mentions: Iterable[Mention], text: str) -> tuple[Mention, ...]:
    """Of one span read as a known chemical and as a formula, keep the chemical.

    The formula of a solid that the sentence grows stays one ("films of CsBr"). A polymer that is a
    ligand as often as a solid is the solid only where it is grown.
    """
    by_span: dict[tuple[int, int], list[Mention]] = {}
    for mention in mentions:
        by_span.setdefault((mention.start, mention.end), []).append(mention)
    kept: list[Mention] = []
    for group in by_span.values():
        known = [m for m in group if m.kind == "chemical" and m.stack is None]
        solids = [m for m in group if m.kind == "material" and m.stack is not None]
        if known and solids and is_grown(group[0].start, group[0].end, text):
            group = [m for m in group if m.kind != "chemical"]
        elif known and any(m.stack is not None for m in group):
            group = [m for m in group if m.stack is None]
        printed = [m for m in group if m.stack is not None or m.label == "symbol"]
        if printed and not group[0].text.islower():  # "TiN" is no tin
            group = [m for m in group if m in printed or m.kind not in ("material", "chemical")]
        is_shell = text.startswith(" shell", group[0].end)  # "the oleic acid shell"
        if (is_shell or any(m.kind == "material" for m in group)) and any(
            m.kind == "chemical" and is_ligand(m.id) for m in group
        ):
            is_solid = is_grown(group[0].start, group[0].end, text)
            group = [m for m in group if m.kind != ("chemical" if is_solid else "material")]
        kept += group
    return tuple(kept)

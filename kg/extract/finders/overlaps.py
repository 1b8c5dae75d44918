"""Resolve overlaps: the longest mention is kept, and the likelier of two readings."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract.finders.components import settles
from kg.extract.finders.halides import is_grown
from kg.extract.finders.weighed import is_ligand
from kg.extract.mentions import Mention, longest_first


@settles("ald_overlaps")
def settled(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """Return mentions that do not overlap, except for several readings of the same words.

    Particles within the words of an outcome are kept as well: "smaller dots".
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


#: After one of several gases of a plasma: "Ar/H2/SF6 plasma".
_MIXED = re.compile(r"/[A-Z]|\s(?:\w+\s)?plasma")


def _likelier(mentions: Iterable[Mention], text: str) -> tuple[Mention, ...]:
    """Return the mentions, with only the likelier of several readings of the same words."""
    by_span: dict[tuple[int, int], list[Mention]] = {}
    for mention in mentions:
        by_span.setdefault((mention.start, mention.end), []).append(mention)
    kept: list[Mention] = []
    for group in by_span.values():
        if len(group) == 1 and group[0].kind != "chemical":  # one reading only, as for most words
            kept += group
            continue
        likelier = _chemical_or_formula(group, text)
        likelier = _as_printed(likelier)
        kept += _ligand_or_solid(likelier, text)
    return tuple(kept)


def _chemical_or_formula(group: list[Mention], text: str) -> list[Mention]:
    """Return the known chemical and not its formula, unless the solid is grown: "films of CsBr"."""
    is_known = any(m.kind == "chemical" and m.stack is None for m in group)
    if not is_known or all(m.stack is None for m in group):
        return group
    is_solid = any(m.kind == "material" and m.stack is not None for m in group)
    if is_solid and is_grown(group[0].start, group[0].end, text):
        return [m for m in group if m.kind != "chemical"]
    return [m for m in group if m.stack is None]


def _as_printed(group: list[Mention]) -> list[Mention]:
    """Return a formula or symbol rather than a name of the same letters: "TiN" is no tin.

    This holds for words with a capital letter.
    """
    printed = [m for m in group if m.stack is not None or m.label == "symbol"]
    if not printed or group[0].text.islower():
        return group
    return [m for m in group if m in printed or m.kind not in ("material", "chemical")]


def _ligand_or_solid(group: list[Mention], text: str) -> list[Mention]:
    """Return a ligand rather than a solid, such as a polymer, unless the solid is grown."""
    start, end = group[0].start, group[0].end
    is_shell = text.startswith(" shell", end)  # "the oleic acid shell"
    is_solid = any(m.kind == "material" for m in group)
    has_ligand = any(m.kind == "chemical" and is_ligand(m.id) for m in group)
    if not has_ligand or not (is_shell or is_solid):
        return group
    other = "chemical" if is_grown(start, end, text) else "material"
    return [m for m in group if m.kind != other]

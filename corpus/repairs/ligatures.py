"""Repairs of words with lost or detached ligatures, found by the words of a document.

The vocabulary of the document is searched once for broken words, and its passages only for these.
Each repair is a row of the same kind as those of the tables.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from corpus.repairs.lexicon import around_ligature, lexicon, without_ligature
from corpus.repairs.model import Repair

#: The number of fragments that prove lost ligatures; a single long one is also enough.
_ENOUGH_FRAGMENTS = 2
_LONG_FRAGMENT = 6

_ALONE = frozenset({"fi", "fl", "ff", "ffi", "ffl", "ﬁ", "ﬂ", "ﬀ", "ﬃ", "ﬄ"})
#: The words around a ligature that ends at a blank: "e ffi cient", "thin fi lms", "puri fi cation".
_SET_APART = re.compile(r"(?:\b([A-Za-z]+) )?\b([A-Za-z]*?(?:ffi|ffl|ff|fi|fl))(?: ([a-z]+))?\b")


def ligature_repairs(raw: str, parts: Collection[str]) -> Iterator[Repair]:
    """Yield the repairs for a document; ``parts`` has its words in lower case, split at hyphens."""
    if not _ALONE.isdisjoint(parts) or "/uniFB" in raw:
        yield Repair(
            name="ligature separated from its word",
            pattern=_SET_APART,
            replacement=lambda match: _joined(match, parts),
        )
    lost = [part for part in parts if part in without_ligature()]
    halves = list(_halves(raw, parts))
    if _is_evident(lost, halves):
        yield from _rows("ligature lost, a blank left", _gaps(halves))
        yield from _rows("ligature lost", _holes(lost))


def _halves(raw: str, parts: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """Yield left half, right half and ligature of the words that are divided at a lost ligature."""
    for left, rights in around_ligature().items():
        for right in rights.keys() & parts if left in parts else ():
            if re.search(rf"\b{left}\s+{right}\b", raw, re.IGNORECASE):
                yield left, right, rights[right]


def _is_evident(lost: Collection[str], halves: Collection[tuple[str, str, str]]) -> bool:
    lengths = [len(part) for part in lost] + [len(left + right) for left, right, _ in halves]
    return len(lengths) >= _ENOUGH_FRAGMENTS or any(length >= _LONG_FRAGMENT for length in lengths)


def _gaps(halves: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    return (
        (rf"(?<=\b{_either_case(left)}) (?={right}\b)", ligature)
        for left, right, ligature in halves
    )


def _holes(lost: Iterable[str]) -> Iterator[tuple[str, str]]:
    for part in lost:
        left, ligature = without_ligature()[part]
        yield rf"(?<=\b{_either_case(left)})(?<!f[fil] )(?={part[len(left) :]}\b)", ligature


def _rows(name: str, places: Iterable[tuple[str, str]]) -> Iterator[Repair]:
    """Yield a repair for each ligature that is missing at some of the places."""
    by_ligature: dict[str, list[str]] = {}
    for place, ligature in places:
        by_ligature.setdefault(ligature, []).append(place)
    for ligature, found in sorted(by_ligature.items()):
        yield Repair(name=name, pattern=re.compile("|".join(sorted(found))), replacement=ligature)


def _either_case(left: str) -> str:
    """Return a pattern that allows a capital first letter, but not acronyms such as "LLS"."""
    return f"[{left[0].upper()}{left[0]}]{left[1:]}" if left else ""


def _joined(match: re.Match[str], parts: Collection[str]) -> str:
    """Join a detached ligature with the halves of its word."""
    before, here, behind = (group or "" for group in match.groups())
    if here.lower() in lexicon():
        return match[0]
    if before and _is_word(before + here + behind, parts):
        return before + here + behind
    if behind and (_is_word(here + behind, parts) or _is_compound(here + behind)):
        return f"{before} {here}{behind}".lstrip()
    if before and _is_word(before + here, parts):
        return f"{before}{here} {behind}".rstrip()
    return match[0]


def _is_word(word: str, parts: Collection[str]) -> bool:
    return word.lower() in lexicon() or word.lower() in parts


def _is_compound(word: str) -> bool:
    """Return whether a word is a compound of two words of the lexicon: "crossflow"."""
    return any(
        word[at:] in lexicon() and word[:at].lower() in lexicon() for at in range(2, len(word) - 3)
    )

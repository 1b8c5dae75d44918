"""The words that decide whether a repair turns a fragment into a word.

``words.txt`` has the words that occur in several documents of this project (its notes, vocabulary
and pages), and English words with ff, fi or fl, which old fonts print as one sign and converters
lose. It has no names and no formulas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

#: Ligatures of fonts; "ffi" may be one sign or f and "fi", so "efficient" can lose ffi, ff or fi.
_LIGATURES = ("ffi", "ffl", "ff", "fi", "fl")

#: Function words.
FUNCTION_WORDS = frozenset(
    (
        "a about above after all also an and are as at be been below between both but by can"
        " could due during each for from had has have here if in into is it its may no not of on"
        " only onto or over per such than that the their then there these they this those"
        " through to under up using via was we were when where which while will with within"
        " without would"
    ).split()
)


@cache
def lexicon() -> frozenset[str]:
    """Return the known words in lower case."""
    text = files("corpus.repairs").joinpath("words.txt").read_text(encoding="utf-8")
    return FUNCTION_WORDS.union(text.split())


#: Remainders of words without a ligature that are words, units or abbreviations themselves.
_WORDS_ALREADY = frozenset(
    (
        "ag ame anged arm ash ashed ashes ashing ask asks at atten aw aws buttery conned"
        " conning cored dene ed eet ew ins int ip le led lament laments les ll ls nd ne ner nest"
        " ns o oat oats or ora our owing own prot re red ring rms sh sta sti stu suer suers"
        " suered suering t trac tracking ts uid uids ve x xes y ying"
    ).split()
)


def _parts(word: str) -> Iterator[tuple[str, str, str]]:
    for ligature in _LIGATURES:
        for match in re.finditer(ligature, word):
            yield word[: match.start()], ligature, word[match.end() :]


@cache
def without_ligature() -> dict[str, tuple[str, str]]:
    """Map each remainder of a word that lost a ligature to the part before it and the ligature.

    >>> without_ligature()["specic"]
    ('speci', 'fi')
    """
    found = {}
    for word in sorted(lexicon()):
        for left, ligature, right in _parts(word):
            rest = left + right
            if rest not in lexicon() and rest not in _WORDS_ALREADY:
                found[rest] = (left, ligature)
    return found


@cache
def around_ligature() -> dict[str, dict[str, str]]:
    """Map the part of a word before a ligature to the parts after it, and these to the ligature.

    Words whose two parts are both words are left out: "off set" may be two words.

    >>> around_ligature()["speci"]["c"]
    'fi'
    """
    found: dict[str, dict[str, str]] = {}
    for word in sorted(lexicon()):
        for left, ligature, right in _parts(word):
            if left and right and (left not in lexicon() or right not in lexicon()):
                found.setdefault(left, {})[right] = ligature
    return found

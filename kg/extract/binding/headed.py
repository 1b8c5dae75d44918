"""The noun of measure to which a number belongs, by the parse: "a width of 10 μm".

The noun decides, however near the words of another measure are: "the grain size of the film fell
from 40 nm" is a size of grains, "the mask overlaps by 2 μm" no thickness of a film.
"""

from __future__ import annotations

import re
from typing import Final

from spacy.tokens import Token

from kg.extract.knowledge.measures import quantity_of, top_of
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.text.tags import SUBJECTS

#: The measures that are sizes of a sample, and the parameter of each.
_SIZES: Final = {
    "thickness": "thickness",
    "diameter": "particle_size",
    "size": "particle_size",
    "crystallite": "particle_size",
    "grain": "particle_size",
}
#: Measures of length for which there is no parameter.
_OTHERS: Final = frozenset(
    """overlap overlapping increment difference deviation roughness offset displacement shift
    mismatch uncertainty error bandwidth linewidth image picture micrograph""".split()
)
#: A noun of measure with its number: "a width of 5 μm", "overlaps by 5 μm", "a 5 μm wide overlap".
_AHEAD: Final = re.compile(
    r"\b([a-z]+)(?:\s(?:of|is|was|were|are|by)|\s?=)\s(?:about\s|approximately\s|only\s)?[~≈]?\s?$"
)
_BEHIND: Final = re.compile(
    r"(?:[ -](?:larger|smaller|longer|shorter|greater|wide|long)(?:\s[a-z]+)?)?[ -]([a-z]+)"
)
_REACH: Final = 50
#: A distribution of sizes has a width, which is no size of a sample.
_SPREAD: Final = re.compile(r"\bdistributions?\b")
#: Measures of length that are sizes of particles, wires and plates only.
_SIDES: Final = frozenset("width length".split())
_SIDED: Final = re.compile(
    r"(?i:particle|crystal|\bdots?\b|rods?\b|wire|platelet|tubes?\b|ribbon|needle|flake|sheets?\b|"
    r"island|grain|whisker|fib(?:er|re)|belt|cluster|pyramid|cone|\b(?:nano)?(?:plate|cube|dis[ck])s?\b)|"
    r"\bN[CPRW]s?\b|\bQDs?\b"
)
#: Words before "size" and "diameter" for things that are no particles.
_NO_PARTICLE: Final = frozenset(
    """pore spot step cell device wafer image electrode contact hole aperture mesh window beam
    sample pixel channel sheet tube scan pulse feature via opening trench mask pad substrate lens
    chip inner outer filter droplet""".split()
)
#: Prepositions between a noun or verb of measure and its value.
_LINKS: Final = frozenset("of from to by between around about above below".split())
_MODIFIERS: Final = frozenset("nummod compound nmod amod quantmod appos".split())
_COMPLEMENTS: Final = frozenset("attr dobj oprd acomp ccomp".split())
_MOST_STEPS: Final = 4


def measure_of(reading: Reading, number: Mention) -> str:
    """Return the size of a sample that the noun of a length names: a parameter, ``other`` or "".

    ``other`` is a measure of length that is no size of a sample.
    """
    if number.id != "length":
        return ""
    beside = _beside(reading, number)
    if any(_is_other(reading, number, noun) for noun in beside) or _is_of_device(reading, number):
        return "other"
    words = reading.parse[reading.words_of(number)] if reading.parse is not None else ()
    noun = _noun_of(words[-1]) if words else None
    return "" if noun is None else _measure(reading, number, noun)


def _beside(reading: Reading, number: Mention) -> list[str]:
    """Return the words right before and right after a number that may be its noun of measure."""
    ahead = _AHEAD.search(reading.text, max(0, number.start - _REACH), number.start)
    behind = _BEHIND.match(reading.text, number.end)
    return [mark[1] for mark in (ahead, behind) if mark is not None]


def _is_other(reading: Reading, number: Mention, noun: str) -> bool:
    noun = noun.removesuffix("s")
    if noun in _OTHERS or (noun == "width" and _SPREAD.search(reading.text) is not None):
        return True
    is_side = noun in _SIDES or (noun == "height" and _is_coarse(number))
    return is_side and _SIDED.search(reading.text) is None


def _is_coarse(number: Mention) -> bool:
    quantity, top = quantity_of(number), top_of(number)
    return quantity is not None and quantity.unit == "um" and (top is None or top >= 1.0)


def _is_of_device(reading: Reading, number: Mention) -> bool:
    """Return whether two sides in micrometres are those of a cell, a pad or a picture."""
    is_pair = number.quantity is not None and number.quantity.kind == "size"
    return is_pair and _is_coarse(number) and _SIDED.search(reading.text) is None


def _measure(reading: Reading, number: Mention, noun: Token) -> str:
    *ahead, name = noun.lower_.split()
    if _is_other(reading, number, name):
        return "other"
    around = {*ahead, *(c.lower_ for c in noun.children if c.i < noun.i)}
    of = {o.lemma_.lower() for c in noun.children if c.lower_ == "of" for o in c.children}
    is_none = bool(_NO_PARTICLE & (around | of))
    return "" if is_none else _SIZES.get(name, _SIZES.get(name.removesuffix("s"), ""))


def _noun_of(word: Token) -> Token | None:
    """Return the noun to which a value belongs or, after "by", the verb."""
    for _ in range(_MOST_STEPS):
        place, head = word.dep_, word.head
        if place == "conj":
            word = head
            continue
        if place in _MODIFIERS:
            return head if head.tag_.startswith("NN") else None
        if place == "npadvmod" and head.tag_ == "JJR":  # "a 9 nm larger shift"
            return head.head if head.dep_ == "amod" else None
        if place in _COMPLEMENTS:
            return _subject(head)
        return _behind_link(head) if place == "pobj" and head.lower_ in _LINKS else None
    return None


def _behind_link(link: Token) -> Token | None:
    governor = link.head
    while governor.dep_ == "prep" and governor.tag_ == "IN":
        governor = governor.head
    if governor.tag_.startswith("NN"):
        return governor
    if not governor.tag_.startswith("VB"):
        return None
    return governor if governor.lemma_ in _OTHERS else _subject(governor)


def _subject(verb: Token) -> Token | None:
    """Return the noun whose value a verb states: its subject, or the noun before a participle."""
    for _ in range(_MOST_STEPS):
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        if subject is not None and not subject.tag_.startswith("W"):
            return subject
        if verb.dep_ in ("acl", "relcl"):
            return verb.head
        if verb.dep_ not in ("xcomp", "conj", "ccomp"):
            return None
        verb = verb.head
    return None

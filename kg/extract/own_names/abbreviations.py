"""Abbreviations that a document defines for its reagents, and acronyms with another meaning.

"trimethyl aluminum (TMA)" and "TMA (trimethyl aluminum)" make TMA that substance in the whole
document, even if the vocabulary differs; "thermomechanical analysis (TMA)" makes it no substance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from kg.extract.reading import Reading
from ontology import vocabulary

_SHORT = r"(?=[\w·-]*[A-Z][\w·-]*[A-Z])[A-Z0-9][A-Za-z0-9·-]{1,11}"
#: After a name: ``(TMA)``, ``(TMA, 98 %)``, ``[TMA]``, ``(abbreviated as TMA)``.
_BEHIND = re.compile(
    rf"\s?[(\[]\s?(?:hereafter|henceforth|denoted|abbreviated|abbrev\.|or|as|also|called|,|\s)*"
    rf"({_SHORT})(?=[)\],;:\s])"
)
#: Before a name: ``TMA (``, ``TMA, ``, ``TMA = ``, ``TMA: ``.
_BEFORE = re.compile(rf"(?<![\w-])({_SHORT})(?:\s?[(\[=:]|,)\s?$")
#: Any bracket that may define an acronym: up to eight words, then ``(TMA)``.
_DEFINED = re.compile(rf"((?:[\w'’-]+(?: ?/ ?|[ -])){{0,7}}[\w'’-]+[ /-]?)\(({_SHORT})s?\)")
_IN_BRACKETS = re.compile(rf"(?<=[\w /-])\({_SHORT}s?\)")
#: Endings of names of substances, known or unknown.
_CHEMICAL = re.compile(r"(?:ide|ine|ate|ane|ene|ium|ol|one|yl|acid|salt)s?$", re.IGNORECASE)
_LETTERS = re.compile(r"[a-z]")
#: Separators between the words of a name.
_WORDS = re.compile(r"[\s/-]+")
_SMALL = frozenset("a an and at by for from in of on the to using via with".split())
#: Kinds of term for which papers use acronyms.
_ACRONYM_KINDS = frozenset({"process", "technique", "property", "application", "form", "material"})
#: Kinds of term for which a paper may define a letter.
_SYMBOL_KINDS = frozenset({"process", "technique", "property"})
#: Stems of words that the names of many methods share.
_OF_MANY = frozenset({"spect", "micro", "analy", "measu", "metho", "techn"})
#: The most letters of an acronym that must be in the name in the same order.
_STRICT = 3
#: The number of letters that identify a word regardless of its ending.
_STEM = 5


def defined_reagents(readings: Iterable[Reading]) -> Mapping[str, str]:
    """Return acronym -> id of the reagent for which a document defines it; ``""`` for others.

    The first definition counts.
    """
    found: dict[str, str] = {}
    for reading in readings:
        if "(" in reading.text or "[" in reading.text or "=" in reading.text:
            for short, meaning in (*_of_reagents(reading), *_of_others(reading)):
                found.setdefault(short, meaning)
    return found


@lru_cache(maxsize=1024)
def _definitions(text: str) -> tuple[re.Match[str], ...]:
    """Return the brackets that may define an acronym, up to the last one of the text."""
    ends = [match.end() for match in _IN_BRACKETS.finditer(text)]
    return tuple(_DEFINED.finditer(text, 0, ends[-1])) if ends else ()


def foreign_acronyms(readings: Iterable[Reading]) -> frozenset[str]:
    """Return the acronyms for which the document has another meaning than the vocabulary.

    "Alcohol-related liver disease (ALD)" makes ALD no process in that document. A definition that
    shares a word with a name of the term is a variant of that name and no other thing.
    """
    found: dict[str, bool] = {}
    for reading in readings:
        for match in _definitions(reading.text):
            words, short = match[1].rstrip(" /-"), match[2]
            if _initials_of(short, words) or _heads_of(short, words):
                found.setdefault(short, _is_foreign(reading, match.start(2), words))
    return frozenset(short for short, is_foreign in found.items() if is_foreign)


#: The meaning right before a short symbol: "the lattice strain (η)", "(extension length, LE)".
_MEANT = re.compile(r"((?:[a-z][\w-]* ){0,3}[a-z][\w-]{2,})(?: \(|, )$")
_CLOSED = re.compile(r"[),;]")
#: The most letters of a symbol; longer ones are acronyms.
_LONGEST_SYMBOL = 2


def foreign_symbols(readings: Iterable[Reading]) -> frozenset[str]:
    """Return the symbols that the document defines as another quantity than the vocabulary does.

    "The lattice strain (η)" makes η no efficiency in that document. The first definition counts.
    """
    found: dict[str, bool] = {}
    for reading in readings:
        for mention in reading.mentions:
            if mention.label != "symbol" or len(mention.text) > _LONGEST_SYMBOL:
                continue
            if mention.kind not in _SYMBOL_KINDS or not _CLOSED.match(reading.text, mention.end):
                continue
            if said := _MEANT.search(reading.text[: mention.start]):
                is_foreign = _is_foreign(reading, mention.start, said[1])
                known = any(
                    m.id == mention.id and said.start() <= m.start < mention.start
                    for m in reading.of_kind(mention.kind)
                )
                found.setdefault(mention.text, is_foreign and not known)
    return frozenset(symbol for symbol, is_foreign in found.items() if is_foreign)


def _is_foreign(reading: Reading, at: int, words: str) -> bool:
    """Return whether a definition shares no word with the names of the term at an offset."""
    named = [m for m in reading.mentions if m.start == at and m.label == "symbol"]
    solids = [m for m in named if m.kind == "material"]
    said_of = {m.id for m in reading.of_kind("material") if at - len(words) - 2 < m.end < at}
    if any(m.stack is not None or m.id in said_of for m in solids):
        return False  # a formula needs no definition
    words = _tail(named[0].text, words) if solids else words
    terms = [vocabulary().get(m.kind, m.id) for m in named if m.kind in _ACRONYM_KINDS]
    names = [
        n for term in terms if term is not None for n in (term.label, *term.alts, *term.hidden)
    ]
    known = {_stem(word) for name in names for word in _WORDS.split(name)}
    defined = {_stem(word) for word in _WORDS.split(words) if len(word) > _STRICT}
    defined = defined - _OF_MANY or defined
    return bool(known) and bool(defined) and defined.isdisjoint(known)


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """Return the letters that identify a word: "nanocarbon" differs from "nanocrystal".

    "Nanowires" and "nanowire" have the same.
    """
    letters = "".join(_LETTERS.findall(word.lower()))
    return letters.removeprefix("nano").removesuffix("s")[:_STEM]


def _of_reagents(reading: Reading) -> Iterator[tuple[str, str]]:
    for mention in reading.of_kind("chemical"):
        if mention.label != "name" or mention.stack is not None:
            continue
        behind = _BEHIND.match(reading.text, mention.end)
        before = _BEFORE.search(reading.text, 0, mention.start)
        for short in (found[1] for found in (behind, before) if found):
            if abbreviates(short, mention.text):
                yield short, mention.id


def _of_others(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield acronyms, each with "", whose words right before the bracket are no reagent."""
    named = [m for m in reading.of_kind("chemical") if m.label == "name"]
    for match in _definitions(reading.text):
        words, short = match[1].rstrip(" /-"), match[2]
        span = match.start(1), match.start(1) + len(words)
        known = any(m.start < span[1] and m.end > span[0] for m in named)
        if not known and not _CHEMICAL.search(words) and _initials_of(short, words):
            yield short, ""


def _initials_of(short: str, words: str) -> bool:
    """Return whether the last words form an acronym: a first letter of each, others from within."""
    return bool(_tail(short, words))


def _tail(short: str, words: str) -> str:
    """Return the fewest last words that form an acronym, or ""."""
    letters = "".join(_LETTERS.findall(short.lower()))
    listed = [word.lower() for word in _WORDS.split(words) if word]
    tails = (listed[first:] for first in reversed(range(len(listed))))
    return next((" ".join(tail) for tail in tails if _makes(letters, tail)), "")


def _heads_of(short: str, words: str) -> bool:
    """Return whether an acronym consists of first letters alone; some words may be skipped."""
    heads = "".join(word[0].lower() for word in _WORDS.split(words) if word)
    return _in_order(short.lower(), heads)


def _makes(letters: str, words: list[str]) -> bool:
    heads = "".join(word[0] for word in words if word not in _SMALL)
    starts = words[0] not in _SMALL and heads[0] == letters[0]
    return starts and _in_order(heads, letters) and _in_order(letters, " ".join(words))


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return bool(letters) and all(letter in rest for letter in letters)


def abbreviates(short: str, name: str) -> bool:
    """Return whether an acronym may stand for a chemical name.

    Its letters occur in the name, in order; in a long one the parts may be reordered.

    Examples
    --------
    >>> abbreviates("3DMAS", "tris(dimethylamino)silane"), abbreviates("SAFC", "trimethylaluminum")
    (True, False)
    """
    letters = "".join(_LETTERS.findall(short.lower()))
    if _in_order(letters, name.lower()):
        return True
    heads = {part[0] for part in re.findall(r"[a-z]+", name.lower())}
    return (
        len(letters) > _STRICT and letters[0] in heads and all(x in name.lower() for x in letters)
    )

"""Find the named question that is closest to some words, with the parameters that they give.

Everything is derived from the questions themselves: the words of their titles and texts, in which
rare words count more, and the types of their parameters. A name of the vocabulary counts for a
question that has a parameter for it, and against a question that has none.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.grounding import flatten, ground, singular
from kg.material_classes import class_named
from kg.notation import NotationError, parse_formula
from kg.queries.named import NamedQuery, Param
from kg.queries.several import joined
from kg.queries.sure import SURE

_WORD: Final = re.compile(r"[^\W_]+")
_TEMPERATURE: Final = re.compile(
    r"(?:(?:below|under|up to|at most)\s+)?(?<![\w.])\d+(?:\.\d+)?\s*(?:°\s?C|degC|K\b|C\b)"
    r"|\broom temperature\b",
    re.IGNORECASE,
)
_STUDY: Final = re.compile(r"[^\W\d_][\w’'-]+ (?:19|20)\d\d\b|\[\d+[a-z]?\]")
_TOKEN: Final = re.compile(r"[^\s,;?!]+")
_FORMULA: Final = re.compile(r"(?:[A-Z][a-z]?\d*\.?\d*[xy]?){2,}")
#: Words before the thing that is coated: oxide on dots.
_ON: Final = re.compile(r"\b(?:on|onto|over|around|upon)\s+(?:the\s+)?$", re.IGNORECASE)
#: Words before the coating: dots covered with oxide.
_WITH: Final = re.compile(
    r"\b(?:coat|cover|embedd|infill|fill|overcoat|encapsulat|passivat|protect)ed\s+(?:with|in|by)\s+$",
    re.IGNORECASE,
)
#: Separators of names in a list.
_LISTED: Final = re.compile(r"\s*(?:[,;/]|[,;]?\s*\b(?:or|and)\b)\s*(?:the\s+)?", re.IGNORECASE)
#: The parameters for the coated thing and for the coating.
_COATED: Final = frozenset({"core", "inner"})
_COATING: Final = frozenset({"coating", "outer"})
#: Number of letters by which words are compared.
_STEM: Final = 7
#: Greatest number of words in a name.
_MAX_NAME: Final = 4
#: Weight of a name that a parameter takes; words weigh up to 4 each.
_NAME_WEIGHT: Final = 3.0
#: Words of questions without content.
_EMPTY_WORDS: Final = frozenset(
    "a an and any are at be by can did do does for from had has have how i in into is it its me my "
    "of on or show that the their there these they this to tell was we were what when where which "
    "who whose why will with you".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A named question that may be meant.

    ``score`` is 1 if it explains all words, ``coverage`` is 1 if the words cover all of the
    question; ``unsaid`` is the weight of its words that are missing.
    """

    query: NamedQuery
    values: Mapping[str, str]
    score: float
    coverage: float
    unsaid: float


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in the words, with its start and end, and its possible kinds and values."""

    start: int
    end: int
    readings: tuple[tuple[str, str], ...]


def nearest(text: str, queries: Iterable[NamedQuery], *, limit: int = 3) -> tuple[Guess, ...]:
    """Return the questions that are closest to some words, the best first.

    Parameters
    ----------
    text
        The text as typed: "which studies used TMA as precursor?"
    queries
        The questions to choose from.
    limit
        The greatest number of results.
    """
    listed = tuple(queries)
    kinds = frozenset(param.kind or param.type for query in listed for param in query.params)
    names = tuple(_names(text, kinds))
    rarity = _rarity(listed)
    guesses = (_guess(text, names, query, rarity) for query in listed)
    found = [guess for guess in guesses if guess.score > 0]
    found.sort(key=lambda g: (-g.score, -g.coverage, g.unsaid, g.query.name))
    return tuple(found[:limit])


def _guess(
    text: str, names: tuple[_Name, ...], query: NamedQuery, rarity: Mapping[str, float]
) -> Guess:
    filled = dict(_filled(text, names, query.params))
    values = {name: joined(listed) for name, listed in filled.items()}
    meant = {value for listed in filled.values() for value in listed}
    taken = [name for name in names if any(value in meant for _, value in name.readings)]
    left = _without(text, taken)
    own = _words_of(query)
    common = max(rarity.values(), default=1.0)
    weights = {word: rarity.get(word, common) for word in _words(left)}
    said = sum(weight for word, weight in weights.items() if word in own)
    told = said + _NAME_WEIGHT * len(values)
    whole = sum(weights.values()) + _NAME_WEIGHT * max(len(values), len(names))
    asked = sum(rarity[word] for word in own)
    missing = sum(1 for param in query.params if param.is_required and param.name not in values)
    is_told = not missing and (said or len(values) > 1)
    return Guess(
        query=query,
        values=values,
        score=told / whole if is_told else 0.0,
        coverage=said / asked,
        unsaid=asked - said,
    )


def _filled(
    text: str, names: Iterable[_Name], params: Iterable[Param]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each parameter with the first name that it can take; the coated thing follows "on".

    Names listed together with that one, as in "mobility or PL", are taken too.
    """
    free = list(names)
    for param in params:
        kind = param.kind or param.type
        fitting = [name for name in free if kind in dict(name.readings)]
        if param.name in _COATED:
            fitting = [name for name in fitting if not _WITH.search(text, 0, name.start)]
            fitting.sort(key=lambda name: not _ON.search(text, 0, name.start))
        elif param.name in _COATING:
            fitting.sort(key=lambda name: not _WITH.search(text, 0, name.start))
        if fitting:
            listed = fitting[:1]
            for name in fitting[1:] if param.takes_several else ():
                if _LISTED.fullmatch(text, listed[-1].end, name.start):
                    listed.append(name)
            free = [name for name in free if name not in listed]
            yield param.name, tuple(dict.fromkeys(dict(name.readings)[kind] for name in listed))


def _names(text: str, kinds: frozenset[str]) -> Iterator[_Name]:
    """Yield the names of the vocabulary, formulas, studies and temperatures in a text."""
    patterns = {"temperature": _TEMPERATURE, "study": _STUDY}
    printed = sorted(
        (_Name(*match.span(), ((kind, match[0].strip()),)) for kind, pattern in patterns.items()
         for match in pattern.finditer(text) if kind in kinds),
        key=lambda name: name.start,
    )  # fmt: skip
    done = 0
    for name in printed:
        yield from _terms(text, done, name.start, kinds)
        yield name
        done = name.end
    yield from _terms(text, done, len(text), kinds)


def _terms(text: str, start: int, end: int, kinds: frozenset[str]) -> Iterator[_Name]:
    tokens = [match.span() for match in _TOKEN.finditer(text, start, end)]
    at = 0
    while at < len(tokens):
        sizes = range(min(_MAX_NAME, len(tokens) - at), 0, -1)
        spans = ((size, tokens[at][0], tokens[at + size - 1][1]) for size in sizes)
        named = ((size, _Name(a, b, _readings(text[a:b], kinds))) for size, a, b in spans)
        size, found = next(((size, name) for size, name in named if name.readings), (1, None))
        if found is not None:
            yield found
        at += size


def _readings(name: str, kinds: frozenset[str]) -> tuple[tuple[str, str], ...]:
    if name.casefold() in _EMPTY_WORDS:
        return ()
    return tuple((kind, value) for kind in sorted(kinds) if (value := _reading(kind, name)))


def _reading(kind: str, name: str) -> str:
    """Return the value of a kind with this name; ``""`` if there is none."""
    if kind == "material":
        is_known = ground(kind, name).terms or class_named(name) or _is_formula(flatten(name))
        return name if is_known else ""
    if kind in _VALUES:
        return ""
    term = ground(kind, name).term
    return term.label if term is not None else ""


#: Types of parameters whose values are not names.
_VALUES: Final = frozenset({"string", "integer", "number", "share", "temperature", "link", "study"})


def _is_formula(text: str) -> bool:
    if not _FORMULA.fullmatch(text):
        return False
    try:
        return bool(parse_formula(text))
    except NotationError:
        return False


def _without(text: str, names: Iterable[_Name]) -> str:
    for name in sorted(names, key=lambda name: -name.start):
        text = f"{text[: name.start]} {text[name.end :]}"
    return text


@cache
def _words_of(query: NamedQuery) -> frozenset[str]:
    described = " ".join(param.name for param in query.params if param.name != SURE)
    return _words(f"{query.title} {query.question} {query.name} {described} {query.words}")


def _words(text: str) -> frozenset[str]:
    """Return the prefixes of the significant words: "disagree" matches "disagreements"."""
    found = (singular(word) for word in _WORD.findall(text.replace("_", " ")))
    return frozenset(word[:_STEM] for word in found if word not in _EMPTY_WORDS)


def _rarity(queries: tuple[NamedQuery, ...]) -> Mapping[str, float]:
    """Return the inverse document frequency of each word over the questions."""
    counts = Counter(word for query in queries for word in _words_of(query))
    return {word: math.log(1 + len(queries) / count) for word, count in counts.items()}

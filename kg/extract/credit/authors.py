"""Works named by their authors: "Roe et al.", "Roe and co-workers", "the group of Roe"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from kg.extract.text.rare import Rare
from ontology import vocabulary

_PARTICLE = (
    r"(?:(?:[Ll]e|[Dd]e(?:r|n| la)?|[Tt]en|[Vv]an(?:\s+(?:de[rn]?|den))?|[Vv]on(?:\s+der)?|[Dd]i|"
    r"[Dd]a|[Dd]os|[Ll]a|[Ee]l|[Aa]l|[Ss]an)\s+)?"
)
_FAMILY = _PARTICLE + r"[A-ZÀ-Þ][\wÀ-ÿ'’-]{1,40}"
_YEAR = r"(?:,?\s*\(?((?:19|20)\d\d)[a-z]?\)?)?"
_NAMED = Rare(
    rf"\b({_FAMILY})\s+(et\.?\s+al\b\.?|and\s+(?:co-?workers|colleagues|collaborators|others)){_YEAR}"
)
_GROUP = re.compile(
    rf"\b[Tt]he\s+(?:research\s+)?(?:group|team|lab(?:oratory)?)\s+of\s+(?:[A-Z]\.\s*)*({_FAMILY})"
)
_PAIR = re.compile(rf"\b(?:by|of|from)\s+({_FAMILY})\s+(?:and|&)\s+({_FAMILY}){_YEAR}")
_PAIR_TELLS = Rare(
    rf"\b({_FAMILY})\s+(?:and|&)\s+({_FAMILY}){_YEAR},?\s+(?:\w+ly\s+|have\s+|also\s+|first\s+)*"
    r"(?:report|show|demonstrat|found|observ|propos|suggest|introduc|develop|describ|grew|studied)"
)
_YEARS = r"(?:19|20)\d\d[a-z]?(?:,\s?(?:(?:19|20)\d\d)?[a-z]?)*"
_NO_NAME = r"(?!(?:In|Since|From|Until|By|The|During|After|Before|About|Around|Tables?|Figures?)\b)"
_WHO = rf"{_NO_NAME}{_FAMILY}(?:,?\s+(?:et\.?\s+al\.?|(?:and|&)\s+{_FAMILY}))?"
#: "Roe and Doe (2014)", "Roe (2014)": the year shows that it is a work.
_PAIR_DATED = Rare(rf"\b{_NO_NAME}({_FAMILY})\s+(?:and|&)\s+({_FAMILY})\s\(((?:19|20)\d\d)[a-z]?\)")
_SINGLE_DATED = Rare(rf"(?<!and )(?<!& )\b{_NO_NAME}({_FAMILY})\s\(((?:19|20)\d\d)[a-z]?\)")
#: "(Roe and Doe, 2014; Poe et al., 2015a)", "Roe and Doe (2014)".
_BY_YEAR = Rare(
    rf"[(\[](?:(?:see|e\.g\.|cf\.),?\s)?(?:{_WHO},?\s{_YEARS};?\s?)+[)\]]|\b{_WHO}\s\({_YEARS}\)"
)
#: The fewest letters of a name in which one wrong letter counts as a slip.
_LONG_ENOUGH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedWork:
    """A work named by its author in ``text[start:end]``.

    ``second`` is the other of two authors, ``whole_group`` is true for "and co-workers" (then the
    name may be that of the last author), ``year`` is the year printed after the name.
    """

    start: int
    end: int
    family: str
    second: str = ""
    whole_group: bool = False
    year: int | None = None


@lru_cache(maxsize=1024)  # captions are credited with the help of the running text
def find_named_works(text: str) -> tuple[NamedWork, ...]:
    """Return every "X et al.", "X and co-workers", "by X and Y" of a text, in order.

    >>> [w.family for w in find_named_works("Ten Cate et al. agree with Roe and co-workers.")]
    ['Ten Cate', 'Roe']
    """
    found = {work.start: work for work in (*_singles(text), *_pairs(text), *_groups(text))}
    return tuple(found[start] for start in sorted(found))


def cites_by_year(text: str) -> bool:
    """Return whether a text cites by author and year, without a number.

    >>> cites_by_year("It grew (Roe and Doe, 2014; Poe et al., 2015a)."), cites_by_year("In (2014)")
    (True, False)
    """
    return _BY_YEAR.search(text) is not None


def _groups(text: str) -> Iterator[NamedWork]:
    for match in _GROUP.finditer(text):
        yield NamedWork(start=match.start(1), end=match.end(), family=match[1], whole_group=True)
    for match in _NAMED.finditer(text):
        yield NamedWork(
            start=match.start(),
            end=match.end(),
            family=match[1],
            whole_group=match[2].startswith("and"),
            year=_year(match[3]),
        )


def _pairs(text: str) -> Iterator[NamedWork]:
    for pattern in (_PAIR, _PAIR_TELLS, _PAIR_DATED):
        for match in pattern.finditer(text):
            if not (_is_name(match[1]) and _is_name(match[2])):
                continue
            end = match.end(2) if match[3] is None else match.end(3)
            yield NamedWork(
                start=match.start(1),
                end=end + text.startswith(")", end),
                family=match[1],
                second=match[2],
                year=_year(match[3]),
            )


def _singles(text: str) -> Iterator[NamedWork]:
    for match in _SINGLE_DATED.finditer(text):
        if _is_name(match[1]):
            yield NamedWork(
                start=match.start(), end=match.end(), family=match[1], year=int(match[2])
            )


def _is_name(family: str) -> bool:
    """Return whether a word is no acronym and no technique: "Raman and Hall measurements"."""
    return not family.isupper() and family.lower() not in _technique_words()


@cache
def _technique_words() -> frozenset[str]:
    terms = vocabulary().of_kind("technique")
    names = (name for term in terms for name in (term.label, *term.alts, *term.symbols))
    return frozenset(word for name in names for word in name.lower().split())


def _year(printed: str | None) -> int | None:
    return int(printed) if printed else None


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Return the letters of a name in lower case, without accents.

    >>> fold("Müller-Özdağ")
    'mullerozdag'
    """
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain.lower() if c.isalpha() and c.isascii())


@lru_cache(maxsize=4096)
def _folded(family: str) -> tuple[str, str]:
    """Return a family name and its last word, both folded."""
    return fold(family), fold(family.split()[-1] if family.split() else "")


def is_family(printed: str, listed: str) -> bool:
    """Return whether two spellings are the same family name, with or without a particle.

    >>> (
    ...     is_family("Cate", "Ten Cate"),
    ...     is_family("De Gregorio", "Gregorio"),
    ...     is_family("Ihyl", "Ihly"),
    ... )
    (True, True, False)
    """
    (a, last_a), (b, last_b) = _folded(printed), _folded(listed)
    if a == b:
        return True
    return last_a == last_b and len(last_a) >= _LONG_ENOUGH and last_a in (a, b)


def is_slip(printed: str, listed: str) -> bool:
    """Return whether one spelling is a slip of the other: a letter lost, added, changed or swapped.

    >>> is_slip("Ihyl", "Ihly"), is_slip("Liu", "Li"), is_slip("Wang", "Yang")
    (True, False, False)
    """
    a, b = fold(printed), fold(listed)
    long_enough = min(len(a), len(b)) >= _LONG_ENOUGH and a[:1] == b[:1]
    return long_enough and DamerauLevenshtein.distance(a, b) == 1

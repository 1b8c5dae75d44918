"""Which reference "Roe et al." means, spelling slips, particles and namesakes included."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from corpus.model import Reference

_PARTICLE = (
    r"(?:(?:[Ll]e|[Dd]e|[Tt]en|[Vv]an(?:\s+(?:de[rn]?|den))?|[Vv]on|[Dd]i|[Dd]a|[Ll]a|[Ee]l)\s+)?"
)
_FAMILY = _PARTICLE + r"[A-ZÀ-Þ][\wÀ-ÿ'’-]+"
_NAMED = re.compile(rf"\b({_FAMILY})\s+(et\.?\s+al\b\.?|and\s+(?:co-?workers|colleagues))")
_PAIR = re.compile(rf"\bby\s+({_FAMILY})\s+and\s+({_FAMILY})")
_TITLE_WORD = re.compile(r"[a-z0-9]+")
#: Words of titles that say nothing of the topic.
_STOP = frozenset(
    "a an and as at by during for from in into of on onto or the through to under using via with "
    "study effect properties synthesis nanocrystal nanocrystals quantum dot dots colloidal".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedWork:
    """A work called by its author in ``text[start:end]``; ``whole_group`` for "and co-workers"."""

    start: int
    end: int
    family: str
    second: str = ""
    whole_group: bool = False


def find_named_works(text: str) -> Iterator[NamedWork]:
    """Every "X et al.", "X and co-workers", "by X and Y" of a text.

    >>> [w.family for w in find_named_works("Ten Cate et al. agree with Roe and co-workers.")]
    ['Ten Cate', 'Roe']
    """
    for match in _NAMED.finditer(text):
        yield NamedWork(
            start=match.start(),
            end=match.end(),
            family=match[1],
            whole_group=match[2].startswith("and"),
        )
    for match in _PAIR.finditer(text):
        yield NamedWork(start=match.start(1), end=match.end(), family=match[1], second=match[2])


def fold(name: str) -> str:
    """Letters only, without accents and case.

    >>> fold("Müller-Özdağ")
    'mullerozdag'
    """
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain.lower() if c.isalpha() and c.isascii())


def same_family(printed: str, listed: str) -> bool:
    """Whether two spellings mean one family name: equal, a lost particle, or one slip.

    >>> same_family("Cate", "Ten Cate"), same_family("Ihyl", "Ihly"), same_family("Liu", "Li")
    (True, True, False)
    """
    a, b = fold(printed), fold(listed)
    if a == b:
        return True
    if len(a) >= 4 and " " in listed.strip() and fold(listed.split()[-1]) == a:
        return True
    return min(len(a), len(b)) >= 4 and a[:1] == b[:1] and DamerauLevenshtein.distance(a, b) == 1


def candidates(work: NamedWork, references: Collection[Reference]) -> tuple[Reference, ...]:
    """The references that a named work can mean, in the order of the list."""
    return tuple(reference for reference in references if _matches(work, reference))


def _matches(work: NamedWork, reference: Reference) -> bool:
    families = [author.family for author in reference.authors]
    if not families:
        return False
    if work.second:
        return len(families) <= 2 and all(
            any(same_family(name, family) for family in families)
            for name in (work.family, work.second)
        )
    if work.whole_group:
        return same_family(work.family, families[-1]) or same_family(work.family, families[0])
    return same_family(work.family, families[0])


def topic_overlap(reference: Reference, context: str) -> float:
    """How much of a reference's title the context speaks of: the share of its words, 0 to 1."""
    words = _topic(reference.title)
    return len(words & _topic(context)) / len(words) if words else 0.0


def _topic(text: str) -> frozenset[str]:
    words = _TITLE_WORD.findall(text.lower())
    return frozenset(w.rstrip("s") for w in words if w not in _STOP and len(w) > 2)


def choose(found: Collection[Reference], hints: Collection[str], context: str) -> Reference | None:
    """Among namesakes: the one cited nearby (``hints``), else the one whose title fits best."""
    if not found:
        return None
    cited = [reference for reference in found if reference.number in hints]
    pool = cited or list(found)
    return max(pool, key=lambda reference: topic_overlap(reference, context))

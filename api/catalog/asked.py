"""The words of a search, grouped into the names that they form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from api.catalog.database import Database
from api.catalog.names import Term, find_studies, find_terms, names_of
from kg.catalog import spellings, without_markup, words_of
from kg.grounding import ground
from kg.grounding import names_of as names_of_term

#: Fields whose names are no search words: "process" occurs in every text.
_NOT_SEARCHED: Final = frozenset({"kind", "document", "voice", "layer"})
#: The most words of a search that are read, and the most words of a name.
_MAX_WORDS, _MAX_NAME = 20, 5
#: Words that do not narrow a search.
_EMPTY_WORDS: Final = frozenset(
    "a an and any are as at by did do does for from has have how in is it of on or paper papers "
    "studies study that the to use used uses using was were what when where which who with".split()
)
_REFERENCE: Final = re.compile(
    r"(?:\b(?:ref|reference|refs|no)\.?\s*\[?(?P<named>\d+[a-z]?)\]?|\[(?P<bare>\d+[a-z]?)\]"
    r"|^\s*(?P<alone>\d{1,3}[a-z]?)(?=\s*$))(?!\w)",
    re.IGNORECASE,
)
#: Words between an author and a year: "Liu et al. (2013)".
_AND_OTHERS: Final = re.compile(r"\b(?:et\s+al\b\.?|and\s+co-?workers\b)", re.IGNORECASE)
#: Symbols that are units after a number, not elements: "100 C", "300 K".
_DEGREES: Final = frozenset({"C", "°C", "K"})
_NUMBER: Final = re.compile(r"[<>~≤≥]?[+−-]?\d+(?:[.,]\d+)?")
_PARTS: Final = re.compile(r"[/@+]")
#: Other spellings of a letter: "high-κ" and "high-k" are the same.
_LOOK_ALIKE: Final = {"kappa": "k", "k": "kappa"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Words that belong together, with the terms and the studies that they name, if any.

    ``names`` are further names of the terms, or printed forms of a unit. ``authored`` are the
    numbers of the studies with an author of this name, ``first`` of those whose first author has
    this name, ``labelled`` of those with this label.
    """

    text: str
    terms: tuple[Term, ...] = ()
    names: tuple[str, ...] = ()
    authored: tuple[int, ...] = ()
    first: tuple[int, ...] = ()
    labelled: tuple[int, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether the words are a name in the catalog."""
        return bool(self.names or self.authored or self.labelled)

    @property
    def words(self) -> tuple[str, ...]:
        """The words in small letters."""
        return words_of(self.text)

    @property
    def match(self) -> str:
        """The full-text query for the words or the names of their terms; ``""`` without words."""
        phrases = (words_of(name) for name in self.names)
        asked = (_typed(self.words), *(_phrase(words) for words in phrases if words))
        return " OR ".join(filter(None, dict.fromkeys(asked)))


def _typed(words: tuple[str, ...]) -> str:
    """Return the full-text query for all words; a name such as "high-k" becomes a phrase.

    The same holds for initials of authors, which are single letters too.

    >>> _typed(("high", "kappa"))
    '("high kappa" OR "high k")'
    """
    letters = [word for word in words if len(word) == 1 or word in _LOOK_ALIKE]
    if len(words) > 1 and letters:
        printed = tuple(_LOOK_ALIKE.get(word, word) for word in words)
        return f"({_phrase(words)} OR {_phrase(printed)})"
    return " AND ".join(map(_alternatives, words))


def _phrase(words: tuple[str, ...]) -> str:
    return f'"{" ".join(words)}"'


def _alternatives(word: str) -> str:
    """Return the query for a word and its spellings; more than two letters match as a prefix."""
    if len(word) <= 2:
        return f'"{word}"'
    return "(" + " OR ".join(f'"{begun}"*' for begun in spellings(word)) + ")"


def read_groups(database: Database, text: str) -> tuple[Group, ...]:
    """Return the typed words as groups; the longest possible name is taken first."""
    references = tuple(
        Group(text=match[0], labelled=tuple(find_studies(database, "reference", number)))
        for match in islice(_REFERENCE.finditer(text), _MAX_WORDS)
        if (number := match["named"] or match["bare"] or match["alone"])
    )
    rest = _AND_OTHERS.sub(" ", without_markup(_REFERENCE.sub(" ", text))).split()[:_MAX_WORDS]
    groups = tuple(_read(database, [_bare(word) for word in rest]))
    telling = tuple(g for g in groups if g.is_known or g.text.casefold() not in _EMPTY_WORDS)
    return (*references, *(telling or groups))


def _read(database: Database, words: list[str]) -> Iterator[Group]:
    at = 0
    while at < len(words):
        if _is_quantity(words[at : at + 2]):
            yield Group(text=" ".join(words[at : at + 2]))
            at += 2
            continue
        for size in range(min(_MAX_NAME, len(words) - at), 0, -1):
            group = _named(database, " ".join(words[at : at + size]))
            if group.is_known or size == 1:
                parts = [] if group.is_known else _PARTS.split(words[at])[:_MAX_WORDS]
                yield from _read(database, parts) if len(parts) > 1 else _telling(group)
                at += size
                break


def _bare(word: str) -> str:
    """Return a word without the punctuation around it.

    >>> _bare("(2013),"), _bare("Al(CH3)3"), _bare("(NH4)2S?")
    ('2013', 'Al(CH3)3', '(NH4)2S')
    """
    word = word.strip(",;?!\"'")
    if word.startswith("(") and word.find(")") in (-1, len(word) - 1):
        word = word[1:]
    return word.removesuffix(")") if word.count(")") > word.count("(") else word


def _is_quantity(words: list[str]) -> bool:
    return (
        len(words) == 2
        and _NUMBER.fullmatch(words[0]) is not None
        and (words[1] in _DEGREES or ground("unit", words[1]).term is not None)
    )


def _telling(group: Group) -> Iterator[Group]:
    if group.words:
        yield group


def _unit_names(name: str) -> tuple[str, ...]:
    """Return the printed forms of a typed unit symbol ("μm": "micrometre"); none for a word."""
    unit = None if name.isascii() else ground("unit", name).term
    return names_of_term(unit) if unit else ()


def _named(database: Database, name: str) -> Group:
    found = find_terms(database, name) if name.casefold() not in _EMPTY_WORDS else ()
    terms = tuple(term for term in found if term.field not in _NOT_SEARCHED)
    return Group(
        text=name,
        terms=terms,
        names=names_of(database, terms) or _unit_names(name),
        authored=tuple(find_studies(database, "author", name)),
        first=tuple(find_studies(database, "first", name)),
        labelled=tuple(find_studies(database, "study", name)),
    )

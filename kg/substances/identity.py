"""The substance of the vocabulary that a name, formula or abbreviation denotes.

Listed spellings come first. Other formulas are identified by their atoms and alkyl groups, other
names by their parts. If two substances fit, none is chosen.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, cached_property, lru_cache
from typing import TypeVar

from kg.substances.formulas import Molecule, molecule, recased, reduced
from kg.substances.names import NameKey, name_key
from ontology import vocabulary
from ontology.terms import Term

_Key = TypeVar("_Key")

#: Ligands with more than one charge, whose number does not follow from the oxidation state.
_MULTIVALENT = frozenset({"ox", "oxide", "sulfide", "selenide", "telluride", "sulfate", "imid"})

#: A formula in lower case, as in claims: with an amount or a bracket.
_SMALL = re.compile(r"(?=.*[\d(])[a-z\d()\[\].·•∙*-]{3,40}")

_WATER = re.compile(r"[·•∙.*]x?\d*h2o$")
#: The name of a salt with the symbol of its metal, as in claims.
_SALT = re.compile(r"[a-z]{1,2}[ -][a-z]{5}")

#: Least length of a name with only one part, unless it is listed.
_SHORT = 6


@lru_cache(maxsize=16384)
def substance(text: str) -> Term | None:
    """Return the vocabulary's substance with this name, formula or abbreviation, or ``None``.

    Examples
    --------
    >>> names = ("DEZ", "ZnEt2", "(C2H5)2Zn", "zinc diethyl", "Diethyl-zinc")
    >>> {substance(name).notation for name in names}
    {'diethylzinc'}
    """
    return _index().find(" ".join(text.split()))


class Substances:
    """Finds the terms of a vocabulary by their aliases."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = tuple(terms)
        self._verbatim = _unique((text, t) for t in self._terms for text in t.symbols)
        self._listed = _unique(
            (text.lower(), t)
            for t in self._terms
            for text in (t.notation, t.label, *t.alts, *t.hidden, *t.symbols)
        )

    @cached_property
    def _formulas(self) -> Mapping[object, list[tuple[Molecule, Term]]]:
        found: dict[object, list[tuple[Molecule, Term]]] = defaultdict(list)
        for term in self._terms:
            for read in _molecules(term):
                found[reduced(read)].append((read, term))
        return found

    @cached_property
    def _names(self) -> Mapping[tuple[str, ...], list[tuple[NameKey, Term]]]:
        found: dict[tuple[str, ...], list[tuple[NameKey, Term]]] = defaultdict(list)
        for term in self._terms:
            for text in (term.label, *term.alts):
                key = name_key(text)
                found[key.parts].append((key, term))
        return found

    def find(self, text: str) -> Term | None:
        """Return the one term that a text denotes; ``None`` if there is none or more than one."""
        if not text:
            return None
        listed = self._verbatim.get(text) or self._listed.get(text.lower())
        return listed or self._by_formula(text) or self._by_name(text)

    def _by_formula(self, text: str) -> Term | None:
        read = molecule(text)
        if read is None and _SMALL.fullmatch(text):
            cased = map(molecule, recased(_WATER.sub("", text)))
            return _only(filter(None, map(self._of_molecule, filter(None, cased))))
        return self._of_molecule(read) if read is not None else None

    def _of_molecule(self, read: Molecule) -> Term | None:
        if not read.centres:
            return None
        fitting = self._formulas.get(reduced(read), ())
        exact = [term for other, term in fitting if read.agrees(other)]
        return _only(exact) or _only(t for other, t in fitting if _is_oligomer(read, other))

    def _by_name(self, text: str) -> Term | None:
        key = name_key(text.capitalize() if _SALT.match(text) else text)
        if not key.parts or (len(key.parts) == 1 and len(text) < _SHORT):
            return None
        listed = self._names.get(key.parts, ())
        return (
            _only(term for other, term in listed if other == key)
            or _only(term for other, term in listed if other == replace(key, state=None))
            or _only(term for other, term in listed if _fits(key, other))
        )


def _fits(query: NameKey, listed: NameKey) -> bool:
    """Return whether a loose name lacks only details that the listed name has."""
    if query.locants and query.locants != listed.locants:
        return False
    if None not in (query.state, listed.state) and query.state != listed.state:
        return False
    if query.multipliers:
        return query.multipliers == listed.multipliers
    if query.state is None or _MULTIVALENT & set(query.parts):
        return True
    return listed.multipliers in ((), (str(query.state),))


def _is_oligomer(read: Molecule, other: Molecule) -> bool:
    """Return whether two formulas are unit and oligomer of a metal-organic compound."""
    return "C" in dict(read.elements) and read.elements != other.elements


def _molecules(term: Term) -> Iterator[Molecule]:
    """Yield the molecules with a metal in a term's formulas, only the most detailed spellings."""
    read = [molecule(text) for text in dict.fromkeys((term.formula, *term.symbols)) if text]
    known = [each for each in read if each is not None and each.centres]
    told = {each.elements for each in known if _is_told(each)}
    yield from (each for each in known if _is_told(each) or each.elements not in told)


def _is_told(read: Molecule) -> bool:
    return not read.bare and not any(mark.endswith("?") for mark, _ in read.marks)


def _unique(pairs: Iterable[tuple[_Key, Term]]) -> dict[_Key, Term]:
    """Return the keys that belong to exactly one term."""
    claimed: dict[_Key, dict[str, Term]] = defaultdict(dict)
    for key, term in pairs:
        claimed[key][term.iri] = term
    return {key: next(iter(terms.values())) for key, terms in claimed.items() if len(terms) == 1}


def _only(terms: Iterable[Term]) -> Term | None:
    distinct = {term.iri: term for term in terms}
    return next(iter(distinct.values())) if len(distinct) == 1 else None


@cache
def _index() -> Substances:
    return Substances(vocabulary().of_kind("chemical"))

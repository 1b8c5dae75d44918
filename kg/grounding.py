"""Grounding: the vocabulary term that a printed or typed name denotes, and how it was found.

Extraction, curation, questions and pages share this look-up. A name is tried as an id, then as an
exact symbol or name ("TiN" is not tin), then without case, blanks, hyphens, underscores, subscripts
and plural. A chemical is also identified by its composition: a formula by its atoms, a name by its
parts (:mod:`kg.substances`). The strictest reading that fits exactly one term decides. If every
fitting reading has several terms, none is chosen and the terms of the strictest one are returned.

Running text is matched with the same normalisation of words in :mod:`kg.extract.finders.gazetteer`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from kg.inflection import inflections
from kg.substances import substance
from ontology import vocabulary
from ontology.iri import SCHEMES
from ontology.terms import Term, chemical_iri

#: How a name was matched: by id, exact spelling, composition of a chemical, loose spelling, ...
Reason = Literal["id", "printed", "substance", "name", "plural", "form", "several", "unknown"]

_SUBSCRIPTS: Final = str.maketrans("₀₁₂₃₄₅₆₇₈₉ₓₐₑₒ₋₊", "0123456789xaeo-+")
_JOINTS: Final = str.maketrans("", "", " \t\n-_‐‑‒–—")
_SIBILANT: Final = re.compile(r"(?:ss|sh|ch|x|[tz]z)es$")
_PLURAL: Final = re.compile(r"(?<=[a-z]{3})(?<![suioy])s$")
_LAST_WORD: Final = re.compile(r"[^\W_]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounding:
    """The terms that a name may stand for, and how they were matched."""

    terms: tuple[Term, ...]
    reason: Reason

    @property
    def term(self) -> Term | None:
        """The term that the name stands for; ``None`` if there is none or more than one."""
        return self.terms[0] if len(self.terms) == 1 else None


@lru_cache(maxsize=16384)
def ground(kind: str, text: str) -> Grounding:
    """Return the terms of a kind that a text may stand for, and how they were matched.

    Parameters
    ----------
    kind
        A kind of term: ``"chemical"``, ``"material"``, ``"process"``, ...
    text
        A name, symbol, formula or id as printed or typed.

    Raises
    ------
    KeyError
        If there is no such kind.

    Examples
    --------
    >>> kinds = ("process", "technique", "application", "chemical")
    >>> names = ("thermal_ald", "TEM", "Solar–Cells", "Al(C2H5)2(C2H5)")
    >>> [(g.term.notation, g.reason) for g in map(ground, kinds, names)]
    [('thermal_ald', 'id'), ('tem', 'printed'), ('solar_cell', 'plural'), \
('triethylaluminum', 'substance')]
    """
    text = " ".join(text.split())
    several: tuple[Term, ...] = ()
    for reason, fitting in _readings(kind, text):
        if len(fitting) == 1:
            return Grounding(terms=fitting, reason=reason)
        several = several or fitting
    return Grounding(terms=several, reason="several" if several else "unknown")


def reagent_id(text: str) -> str:
    """Return the id of a reagent: that of its term, otherwise its name as printed in lower case.

    >>> reagent_id("TMA"), reagent_id("Tris(dimethylamido)rhenium")
    ('trimethylaluminum', 'tris(dimethylamido)rhenium')
    """
    known = ground("chemical", text).term
    return known.notation if known is not None else " ".join(text.lower().split())


def reagent_iri(text: str) -> str:
    """Return the IRI of a reagent: that of its term for every alias, else one made from the name.

    Raises
    ------
    ValueError
        If the text is empty.
    """
    known = ground("chemical", text).term
    return known.iri if known is not None else chemical_iri(text)


def prepare() -> None:
    """Build the look-up tables of all kinds now, instead of at the first look-up of a kind."""
    for kind in SCHEMES:
        _index(kind)
    _verb_forms()


def names_of(term: Term) -> tuple[str, ...]:
    """Return all names of a term, its id first."""
    return (term.notation, term.label, *term.alts, *term.symbols, *term.hidden)


def flatten(formula: str) -> str:
    """Return the formula in plain characters, without blanks.

    >>> flatten("Al₂O₃")
    'Al2O3'
    """
    return "".join(formula.translate(_SUBSCRIPTS).split())


def loosen(name: str) -> str:
    """Return the name without case, blanks and hyphens, for a comparison of spellings.

    >>> loosen("Core–shell") == loosen("core shell")
    True
    """
    return name.translate(_SUBSCRIPTS).translate(_JOINTS).casefold()


_ACRONYMS = re.compile(r"[A-Z]{2}s")


def singular(word: str) -> str:
    """Return a word in lower case without a regular plural ending; ``QDs`` loses its plural s too.

    >>> [singular(w) for w in ("Films", "Batteries", "masses", "sizes", "gas", "QDs", "analyses")]
    ['film', 'battery', 'mass', 'size', 'gas', 'qd', 'analysis']
    >>> singular("H2S")
    'h2s'
    """
    low = word.lower()
    if low.endswith("analyses"):
        return low[:-2] + "is"
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if _SIBILANT.search(low):
        return low[:-2]
    if len(low) > 3:
        return _PLURAL.sub("", low)
    return low[:2] if _ACRONYMS.fullmatch(word) else low


#: British spellings: a pattern of the letters that differ, and the American letters.
_BRITISH: Final = (
    (re.compile(r"is(?=(?:e|ed|ing|er|able|ation)$)"), "iz"),
    (re.compile(r"ys(?=(?:e|ed|ing|er)$)"), "yz"),
    (re.compile(r"(?<=[a-z]{3})our(?=(?:ed|ing|less|able)?$)"), "or"),
    (re.compile(r"(?<=[a-z]e)ll(?=(?:ed|ing)$)"), "l"),
    (re.compile(r"(?<=[bt])re$"), "er"),
    (re.compile(r"(?<=sul)ph"), "f"),
    (re.compile(r"(?<=alumin)ium"), "um"),
    (re.compile(r"^cae(?=sium)"), "ce"),
)


def american(word: str) -> str:
    """Return a lower-case word in American spelling, by its letters alone ("hour" stays).

    >>> [american(w) for w in ("crystallisation", "vapour", "tunnelling", "fibre", "hour", "film")]
    ['crystallization', 'vapor', 'tunneling', 'fiber', 'hour', 'film']
    """
    for british, letters in _BRITISH:
        word = british.sub(letters, word)
    return word


def singular_name(name: str) -> str:
    """Return the name without case, blanks and hyphens, with its last word in the singular.

    >>> singular_name("Lead-halide perovskites")
    'leadhalideperovskite'
    """
    return loosen(_LAST_WORD.sub(lambda match: singular(match[0]), name))


def _readings(kind: str, text: str) -> Iterable[tuple[Reason, tuple[Term, ...]]]:
    """Yield the terms that fit a text, the strictest reading first."""
    index = _index(kind)
    yield "id", index.ids.get(text, ())
    yield "printed", index.printed.get(flatten(text), ())
    if kind == "chemical":
        told = substance(text)
        yield "substance", (told,) if told is not None else ()
    yield "name", index.names.get(loosen(text), ())
    yield "plural", index.singulars.get(singular_name(text), ())
    if kind == "direction":  # terms of this kind are verbs, labelled by their lemma
        yield "form", _verb_forms().get(loosen(text), ())


_Names = Mapping[str, tuple[Term, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Index:
    ids: _Names
    printed: _Names
    names: _Names
    singulars: _Names


@cache
def _index(kind: str) -> _Index:
    terms = vocabulary().of_kind(kind)
    return _Index(
        ids=_by(terms, lambda term: (term.notation, term.iri)),
        printed=_by(terms, lambda term: map(flatten, (*term.symbols, term.label, *term.alts))),
        names=_by(terms, lambda term: map(loosen, names_of(term))),
        singulars=_by(terms, lambda term: map(singular_name, names_of(term))),
    )


@cache
def _verb_forms() -> _Names:
    """Return the directions by the forms of their verbs: "increased", "fell"."""
    return _by(
        vocabulary().of_kind("direction"),
        lambda term: (loosen(form) for name in names_of(term) for form in inflections(name)),
    )


def _by(terms: Iterable[Term], keys: Callable[[Term], Iterable[str]]) -> _Names:
    found: defaultdict[str, dict[str, Term]] = defaultdict(dict)
    for term in terms:
        for key in keys(term):
            found[key].setdefault(term.iri, term)
    return {key: tuple(fitting.values()) for key, fitting in found.items() if key}

"""Find things by the names that people use: 'TMA', 'alumina', 'Al₂O₃', 'quantum yield'."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from kg.analytics.facts import KINDS, Facts
from kg.errors import QueryError
from kg.grounding import flatten, ground, loosen
from ontology import vocabulary


def thing_named(facts: Facts, text: str, among: Iterable[str], *, option: str) -> str:
    """Return the one thing that a name means.

    Parameters
    ----------
    facts
        The graph; a thing is found by its label and by all names of its term in the vocabulary.
    text
        The name as typed.
    among
        The things that may be meant.
    option
        The parameter that the name was given for, named in the error message.

    Raises
    ------
    QueryError
        If none of the things has this name; the message lists the nearest labels.
    """
    choices = sorted(set(among))
    by_label = {loosen(facts.label(iri)): iri for iri in reversed(choices)}
    for name in (text, flatten(text), *_possible_names(text)):
        if loosen(name) in by_label:
            return by_label[loosen(name)]
        if name in choices:
            return name
    labels = sorted({facts.label(iri) for iri in choices})
    near = difflib.get_close_matches(text, labels, n=5)
    hint = f"; did you mean: {', '.join(near)}" if near else ""
    raise QueryError(f"{option}: nothing in this graph is called {text!r}{hint}")


def _possible_names(text: str) -> Iterator[str]:
    """Yield the labels and formulas of the terms that the text may stand for."""
    kinds = set(vocabulary().kinds)
    for kind in KINDS:
        term = ground(kind, text).term if kind in kinds else None
        if term is not None:
            yield term.iri
            yield term.label
            if term.formula:
                yield term.formula


def concepts_named(facts: Facts, kind: str, text: str, *, option: str) -> frozenset[str]:
    """Return the concept with a name and all its variants; they need not be in the graph.

    Raises
    ------
    QueryError
        If neither the vocabulary nor the graph has the name.
    """
    term = ground(kind, text).term
    if term is not None:
        return with_narrower(term.iri)
    choices = {iri for iri, node in facts.nodes.items() if node.kind == kind}
    return with_narrower(thing_named(facts, text, choices, option=option))


def with_narrower(iri: str) -> frozenset[str]:
    """Return a concept with all narrower ones: stability with stability in air, in water, ..."""
    found, ahead = {iri}, [iri]
    terms = vocabulary()
    while ahead:
        above = ahead.pop()
        term = terms.by_iri(above)
        below = terms.of_kind(term.kind) if term is not None else ()
        fresh = {one.iri for one in below if above in one.broader} - found
        found |= fresh
        ahead += sorted(fresh)
    return frozenset(found)


def root_of(iri: str) -> str:
    """Return the widest term above a concept: ALD for thermal ALD; otherwise the concept itself."""
    terms, seen = vocabulary(), {iri}
    term = terms.by_iri(iri)
    while term is not None and term.broader and min(term.broader) not in seen:
        iri = min(term.broader)
        seen.add(iri)
        term = terms.by_iri(iri)
    return iri

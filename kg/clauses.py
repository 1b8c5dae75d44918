"""Rules as clauses: premises with variables and a conclusion, matched triple by triple.

:mod:`kg.reason` runs its rules over a whole graph as SPARQL. After a small change of a graph its
consequences are found from the changed triples: each triple is matched with every premise that it
fits, and the other premises are looked up in the store.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ontology import embedded, rdf
from ontology.iri import PREFIXES

_TYPE: Final = rdf.NamedNode(PREFIXES["rdf"] + "type")
_TOKEN: Final = re.compile(r"\?\w+|<[^>]*>|\ba\b")
_VALUES: Final = re.compile(r"\s*VALUES (\?\w+) \{([^}]*)\}")

#: A variable (``"?x"``) or a node.
Part = str | rdf.NamedNode
Pattern = tuple[Part, Part, Part]
#: The node that each variable is bound to.
Bindings = dict[str, rdf.Node]


@dataclass(frozen=True, slots=True)
class Clause:
    """A rule: a conclusion and the premises that it follows from."""

    conclusion: Pattern
    premises: tuple[Pattern, ...]


def read_clauses(conclusion: str, premises: str) -> tuple[Clause, ...]:
    """Return the clauses of a rule from its SPARQL text, one for each value that ``VALUES`` lists.

    >>> clause, other = read_clauses(
    ...     "?x a <urn:c>", "VALUES ?kind { <urn:a> <urn:b> } ?x a ?kind ."
    ... )
    >>> clause.premises[0][2], other.premises[0][2]
    (<NamedNode value=urn:a>, <NamedNode value=urn:b>)
    """
    listed = _VALUES.match(premises)
    (head,) = _patterns(conclusion)
    if listed is None:
        return (Clause(head, _patterns(premises)),)
    body = _patterns(premises[listed.end() :])
    nodes = [_part(token) for token in _TOKEN.findall(listed[2])]
    return tuple(
        Clause(_put(head, listed[1], node), tuple(_put(p, listed[1], node) for p in body))
        for node in nodes
    )


def _patterns(text: str) -> tuple[Pattern, ...]:
    parts = [_part(token) for token in _TOKEN.findall(text)]
    return tuple((parts[n], parts[n + 1], parts[n + 2]) for n in range(0, len(parts), 3))


def _part(token: str) -> Part:
    if token.startswith("?"):
        return token
    return _TYPE if token == "a" else rdf.NamedNode(token[1:-1])  # noqa: S105 # a word of SPARQL


def _put(pattern: Pattern, variable: str, node: Part) -> Pattern:
    subject, predicate, value = (node if part == variable else part for part in pattern)
    return subject, predicate, value


class Matcher:
    """An index of clauses by the property or class of their premises and conclusions."""

    def __init__(self, clauses: Iterable[Clause]) -> None:
        self._by_premise: defaultdict[object, list[tuple[Clause, int]]] = defaultdict(list)
        self._by_conclusion: defaultdict[object, list[Clause]] = defaultdict(list)
        for clause in clauses:
            self._by_conclusion[_asked(clause.conclusion)].append(clause)
            for number, premise in enumerate(clause.premises):
                self._by_premise[_asked(premise)].append((clause, number))

    def concluded(self, store: embedded.Store, triple: rdf.Triple) -> Iterator[rdf.Triple]:
        """Yield the conclusions from a triple together with the default graph of a store."""
        for key in _keys(triple):
            for clause, number in self._by_premise.get(key, ()):
                bound = _unify(clause.premises[number], triple, {})
                if bound is None:
                    continue
                others = [*clause.premises[:number], *clause.premises[number + 1 :]]
                for found in _solve(store, others, bound):
                    yield _triple(clause.conclusion, found)

    def follows(self, store: embedded.Store, triple: rdf.Triple) -> bool:
        """Return whether a triple follows from the default graph of a store in one step."""
        for key in _keys(triple):
            for clause in self._by_conclusion.get(key, ()):
                bound = _unify(clause.conclusion, triple, {})
                if bound is not None and any(_solve(store, list(clause.premises), bound)):
                    return True
        return False


def _asked(pattern: Pattern) -> object:
    """Return the key of a pattern in the index: its property, or for a type its class too."""
    _, predicate, value = pattern
    return (predicate, value) if predicate == _TYPE else predicate


def _keys(triple: rdf.Triple) -> tuple[object, ...]:
    if triple.predicate == _TYPE:
        return ((triple.predicate, triple.object),)
    return (triple.predicate,)


def _unify(pattern: Pattern, triple: rdf.Triple, bound: Mapping[str, object]) -> Bindings | None:
    found: Bindings = dict(bound)  # type: ignore[arg-type]
    for part, node in zip(pattern, (triple.subject, triple.predicate, triple.object), strict=True):
        if isinstance(part, str):
            if found.setdefault(part, node) != node:
                return None
        elif part != node:
            return None
    return found


def _solve(store: embedded.Store, premises: list[Pattern], bound: Bindings) -> Iterator[Bindings]:
    """Yield all bindings that meet the premises; those with the fewest open places come first."""
    if not premises:
        yield bound
        return
    premises = sorted(premises, key=lambda p: sum(_is_open(part, bound) for part in p))
    first, *others = premises
    asked: list[Any] = [None if _is_open(p, bound) else bound.get(str(p), p) for p in first]
    if isinstance(asked[0], rdf.Literal):  # a literal cannot be a subject
        return
    subject, predicate, value = asked
    for quad in store.quads_for_pattern(subject, predicate, value, rdf.DefaultGraph()):
        found = _unify(first, quad.triple, bound)
        if found is not None:
            yield from _solve(store, others, found)


def _is_open(part: Part, bound: Bindings) -> bool:
    return isinstance(part, str) and part not in bound


def _triple(pattern: Pattern, bound: Bindings) -> rdf.Triple:
    parts = (bound[part] if isinstance(part, str) else part for part in pattern)
    return rdf.Triple(*parts)  # type: ignore[arg-type]

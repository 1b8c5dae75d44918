"""The graphs that a query names as its dataset: ``FROM``, ``FROM NAMED``, and the protocol's own.

A graph that a store does not have is an empty graph to the engine, and a misspelt name then reads
as "nothing is known". The clauses are found by their tokens; the engine resolves their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.guard import tokens
from ontology import embedded, rdf
from ontology.iri import PREFIXES

_FORMS = frozenset({"select", "construct", "ask", "describe"})
#: What may follow FROM: an IRI or a prefixed name.
_NAME = re.compile(r"<[^<>\s]*+>|[\w\-.]*+:(?:[\w\-.:%]|\\.)*+")


def unknown_graphs(
    engine: embedded.Store, sparql: str, *, named: Iterable[str] = (), base: str | None = None
) -> tuple[str, ...]:
    """The IRIs of the graphs that are asked for and not in the store.

    Parameters
    ----------
    engine
        The store.
    sparql
        The query.
    named
        IRIs that the request names besides.
    base
        The base IRI of the query.
    """
    asked = [*map(rdf.NamedNode, named), *_resolved(engine, sparql, base)]
    return tuple(node.value for node in asked if not engine.contains_named_graph(node))


def _resolved(engine: embedded.Store, sparql: str, base: str | None) -> list[rdf.NamedNode]:
    prologue, names = dataset_clauses(sparql)
    if not names:
        return []
    projected = " ".join(f"({name} AS ?g{i})" for i, name in enumerate(names))
    query = f"{prologue}\nSELECT {projected} {{}}"
    try:
        (row,) = engine.query(query, base_iri=base, prefixes=dict(PREFIXES))  # type: ignore[misc]
    except SyntaxError:  # the engine says what is wrong when it is given the query itself
        return []
    return [row[i] for i in range(len(names))]


def dataset_clauses(sparql: str) -> tuple[str, tuple[str, ...]]:
    """The prologue of a query, and what its dataset clauses name, as written.

    Examples
    --------
    >>> dataset_clauses("PREFIX g: <http://a.example/> ASK FROM g:b FROM NAMED <c> {}")
    ('PREFIX g: <http://a.example/> ', ('g:b', '<c>'))
    """
    if "from" not in sparql.lower():
        return "", ()
    prologue: str | None = None
    names = []
    words = (token for token in tokens(sparql) if not sparql.startswith("#", token[1]))
    for kind, start, end in words:
        word = sparql[start:end].lower() if kind == "other" else ""
        if sparql.startswith(":", end) or sparql[start - 1 : start] in (*":.-",):
            continue  # a part of a prefixed name
        if word in _FORMS and prologue is None:
            prologue = sparql[:start]
        elif word == "from":
            names.append(_graph_name(sparql, words))
    return prologue or "", tuple(name for name in names if name)


def _graph_name(sparql: str, words: Iterator[tuple[str, int, int]]) -> str:
    """The name after FROM or FROM NAMED; nothing where the query is malformed."""
    for _, start, end in words:
        if sparql[start:end].lower() != "named" or sparql.startswith(":", end):
            match = _NAME.match(sparql, start)
            return match[0].rstrip(".") if match else ""
    return ""

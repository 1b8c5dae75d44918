"""The graphs that a query names as its dataset: by ``FROM``, ``FROM NAMED``, or by the protocol.

To the engine a graph that the store does not have is an empty graph, so that a misspelt name would
give an empty answer. Here the clauses are found by their tokens; the engine resolves their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.guard import tokens
from ontology import embedded, rdf
from ontology.iri import PREFIXES

_FORMS = frozenset({"select", "construct", "ask", "describe"})
#: The name of a graph after FROM: an IRI or a prefixed name.
_NAME = re.compile(r"<[^<>\s]*+>|[\w\-.]*+:(?:[\w\-.:%]|\\.)*+")


def unknown_graphs(
    engine: embedded.Store, sparql: str, *, named: Iterable[str] = (), base: str | None = None
) -> tuple[str, ...]:
    """Return the IRIs of the graphs that the query asks for and the store does not have.

    Parameters
    ----------
    engine
        The store.
    sparql
        The query.
    named
        Further graph IRIs, named by the request.
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
    except SyntaxError:  # the engine reports the error when it runs the query itself
        return []
    return [row[i] for i in range(len(names))]


def dataset_clauses(sparql: str) -> tuple[str, tuple[str, ...]]:
    """Return the prologue of a query and the names in its dataset clauses, as written.

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
    """Return the name after FROM or FROM NAMED; ``""`` if the query is malformed."""
    for _, start, end in words:
        if sparql[start:end].lower() != "named" or sparql.startswith(":", end):
            match = _NAME.match(sparql, start)
            return match[0].rstrip(".") if match else ""
    return ""

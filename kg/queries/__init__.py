"""Questions with names: one ``.rq`` file each, asked by API, CLI, web page, docs and tests alike.

>>> query = load_queries()["studies-of-material"]
>>> [param.name for param in query.params]
['material', 'role']
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.queries.empty import NOTHING_SAID, why_empty
from kg.queries.exact import written_so
from kg.queries.materials import absent_material, materials_meant
from kg.queries.named import VALUES_LINE, NamedQuery, Param, parse_query
from kg.queries.terms import term_of
from kg.table import Table, table_from_result, with_slashes
from ontology import rdf

if TYPE_CHECKING:
    from kg.store import Graph

__all__ = [
    "NOTHING_SAID",
    "NamedQuery",
    "Param",
    "bind",
    "explain_empty",
    "find_query",
    "load_queries",
    "prepare",
    "run",
    "study_nodes",
    "unknown_materials",
]

Bound = rdf.NamedNode | rdf.Literal


@cache
def load_queries() -> Mapping[str, NamedQuery]:
    """Every named query, by name, in the order of the names.

    Raises
    ------
    QueryError
        If a file's header is malformed.
    """
    found = sorted(
        (entry.name.removesuffix(".rq"), entry.read_text(encoding="utf-8"))
        for entry in files("kg.queries").iterdir()
        if entry.name.endswith(".rq")
    )
    return MappingProxyType({name: parse_query(name, text) for name, text in found})


def find_query(name: str) -> NamedQuery:
    """The query of this name.

    Raises
    ------
    QueryError
        If there is none; the message lists those of a similar name, or else all.
    """
    queries = load_queries()
    if name not in queries:
        near = difflib.get_close_matches(name, queries)
        hint = f"did you mean: {', '.join(near)}" if near else f"there are: {', '.join(queries)}"
        raise QueryError(f"no query {name!r}; {hint}")
    return queries[name]


def run(store: Graph, name: str, values: Mapping[str, str] | None = None) -> Table:
    """The answer of the store to a named query.

    Parameters
    ----------
    store
        The graph that is asked.
    name
        The query, as its file is called.
    values
        What was filled in, by parameter; an empty text means "any".

    Raises
    ------
    QueryError
        If the query, a parameter or a value is unknown, or a required value is missing.
    """
    table = table_from_result(store.query(prepare(store, name, values)))
    return with_slashes(table.merged(find_query(name).merge))


def explain_empty(
    store: Graph, name: str, values: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Why a named query has no rows: which value excluded all, and how many there are without it.

    Raises
    ------
    QueryError
        As :func:`run`.
    """
    return why_empty(find_query(name), values or {}, lambda other: run(store, name, other))


def prepare(store: Graph, name: str, values: Mapping[str, str] | None = None) -> str:
    """The SPARQL of a named query with these values filled in, for this store or another engine.

    Raises
    ------
    QueryError
        As :func:`run`.
    """
    query = find_query(name)
    given = _with_defaults(query, values or {})
    return bind(
        query, {key: _terms(store, query.param(key), value) for key, value in given.items()}
    )


def _with_defaults(query: NamedQuery, values: Mapping[str, str]) -> dict[str, str]:
    for key in values:
        query.param(key)
    given = {param.name: values.get(param.name) or param.default for param in query.params}
    missing = [name for name, value in given.items() if value is None]
    if missing:
        raise QueryError(f"{query.name}: a value is needed for: {', '.join(missing)}")
    return {name: value for name, value in given.items() if value}


def _terms(store: Graph, param: Param, value: str) -> tuple[Bound, ...]:
    if param.type == "material":
        return materials_meant(store, param.name, value)
    if param.type != "study":
        return (term_of(param, value),)
    return study_nodes(store, param.name, value)


def study_nodes(store: Graph, name: str, value: str) -> tuple[rdf.NamedNode, ...]:
    """The studies that a label, first author, number in a review, DOI or IRI means, sorted.

    What is written exactly so is looked up; only for another case of letters all are compared.

    Raises
    ------
    QueryError
        If there is none; the message begins with ``name`` and lists the nearest.
    """
    found = written_so(store, value.strip())
    found = found or run(store, "studies", {"name": value.strip()}).column("study_iri")
    if not found:
        raise QueryError(f"{name}: no study {value!r}; {_near_study(store, value)}")
    return tuple(rdf.NamedNode(iri) for iri in sorted({str(cell) for cell in found}))


def unknown_materials(store: Graph, query: NamedQuery, values: Mapping[str, str]) -> Iterator[str]:
    """A note on each requested material that is not in the graph.

    Raises
    ------
    QueryError
        If a value is not a material at all.
    """
    for param in query.params:
        value = values.get(param.name, "")
        if param.type == "material" and value:
            yield from absent_material(store, param.name, value)


def _near_study(store: Graph, value: str) -> str:
    labels = {str(label) for label in run(store, "studies").column("study")}
    near = difflib.get_close_matches(value, labels)
    return f"did you mean: {', '.join(near)}" if near else "'studies' lists those there are"


def bind(query: NamedQuery, terms: Mapping[str, tuple[Bound, ...]]) -> str:
    """The query's SPARQL with a ``VALUES`` block for each parameter that is given.

    The engine prints the terms, so no text that a user typed can become syntax.
    """

    def block(name: str) -> str:
        listed = " ".join(map(str, terms[name]))
        return f"VALUES ?{query.param(name).variable} {{ {listed} }}"

    def blocks(match: re.Match[str]) -> str:
        given = [block(name) for name in match["names"].split() if name in terms]
        return match["indent"] + " ".join(given)

    return VALUES_LINE.sub(blocks, query.text)

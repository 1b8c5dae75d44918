"""Ask named questions of a graph: values become RDF terms, and the answer a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from kg.errors import QueryError
from kg.queries.blocks import (
    MOST_KEYS,
    VALUES_LINE,
    Bound,
    Key,
    Paging,
    of_block,
    with_block,
    without_marks,
)
from kg.queries.exact import written_so
from kg.queries.loading import find_query
from kg.queries.materials import absent_material, materials_meant
from kg.queries.named import NamedQuery, Param
from kg.queries.several import values_of
from kg.queries.sure import SURE
from kg.queries.terms import terms_of
from kg.table import Cell, Table, table_from_result, with_slashes
from ontology import rdf

if TYPE_CHECKING:
    from kg.graph import Graph

#: Least similarity (0 to 100) of suggested names, and their greatest number.
_ALIKE: Final = 60.0
_NEAREST: Final = 3


def run(store: Graph, name: str, values: Mapping[str, str] | None = None) -> Table:
    """Return the answer of a graph to a named query.

    Parameters
    ----------
    store
        The graph.
    name
        The name of the query, as in its file name.
    values
        The given values, by parameter; an empty text means "any".

    Raises
    ------
    QueryError
        If the query, a parameter or a value is unknown, or a required value is missing.
    """
    return _answer(store, find_query(name), prepare(store, name, values))


def _answer(store: Graph, query: NamedQuery, sparql: str) -> Table:
    return with_slashes(table_from_result(store.query(sparql)).merged(query.merge, query.belief))


def prepare(store: Graph, name: str, values: Mapping[str, str] | None = None) -> str:
    """Return the SPARQL of a named query with these values, for this store or another engine.

    Raises
    ------
    QueryError
        As :func:`run`.
    """
    query = find_query(name)
    return without_marks(bind(query, given_terms(store, query, values or {})))


def given_terms(
    store: Graph, query: NamedQuery, values: Mapping[str, str]
) -> dict[str, tuple[Bound, ...]]:
    """Return the RDF terms of a question's values, by parameter; values for "any" are left out.

    Raises
    ------
    QueryError
        As :func:`run`.
    """
    given = _with_defaults(query, values)
    return {key: _terms(store, query.param(key), value) for key, value in given.items()}


def terms_by_variable(
    query: NamedQuery, given: Mapping[str, Sequence[Bound]]
) -> dict[str, Sequence[Bound]]:
    """Return the RDF terms of the values that choose keys, by the variables of the SPARQL.

    The parameter ``sure`` is left out, because it chooses no keys.
    """
    return {p.variable: given[p.name] for p in query.params if p.name in given and p.name != SURE}


def ask_block(
    store: Graph,
    query: NamedQuery,
    given: Mapping[str, tuple[Bound, ...]],
    paging: Paging,
    keys: Sequence[Key],
) -> Table:
    """Return the part of an answer that belongs to some keys of a question with pages."""
    known = of_block(paging, keys)
    blocks = {p.name: known[p.variable] for p in query.params if p.variable in known}
    text = with_block(bind(query, {**given, **blocks}), paging, keys)
    return _answer(store, query, text)


def _with_defaults(query: NamedQuery, values: Mapping[str, str]) -> dict[str, str]:
    for key in values:
        query.param(key)
    given = {param.name: values.get(param.name) or param.default for param in query.params}
    missing = [name for name, value in given.items() if value is None]
    if missing:
        raise QueryError(f"{query.name}: a value is needed for: {', '.join(missing)}")
    return {name: value for name, value in given.items() if value}


def _terms(store: Graph, param: Param, text: str) -> tuple[Bound, ...]:
    listed = (_meant(store, param, value) for value in values_of(store, param, text))
    return tuple(dict.fromkeys(term for terms in listed for term in terms))


def _meant(store: Graph, param: Param, value: str) -> tuple[Bound, ...]:
    if param.type == "material":
        return materials_meant(store, param.name, value)
    if param.type != "study":
        return terms_of(param, value)
    return study_nodes(store, param.name, value)


def study_nodes(store: Graph, name: str, value: str) -> tuple[rdf.NamedNode, ...]:
    """Return the studies with this label, first author, number in a review, DOI or IRI, sorted.

    Exact names are looked up. Names in another case are looked up in the catalog if there is one;
    otherwise all names are compared.

    Raises
    ------
    QueryError
        If there is none; the message begins with ``name`` and lists the most similar names.
    """
    found = written_so(store, value.strip())
    found = found or _in_any_case(store, value.strip())
    if not found:
        raise QueryError(f"{name}: no study {value!r}; {_near_study(store, value)}")
    return tuple(rdf.NamedNode(iri) for iri in sorted({str(cell) for cell in found}))


def studies_called(store: Graph, name: str) -> tuple[str, ...] | None:
    """Return the IRIs of all studies that may have a name, in any case of letters.

    ``None`` if the graph has no catalog to look them up.
    """
    from kg.catalog import CATALOG_FILE, studies_named  # takes as long to load as all questions

    listed = studies_named(store.directory / CATALOG_FILE, name) if store.directory else None
    if listed is None:
        return None
    return tuple(dict.fromkeys([*map(str, written_so(store, name)), *listed]))


def _in_any_case(store: Graph, name: str) -> tuple[Cell, ...]:
    """Return the IRIs of the studies with a name in any case of letters."""
    query = find_query("studies")
    values = {"name": name}
    listed = studies_called(store, name)
    if listed is None or query.paging is None:
        return run(store, query.name, values).column("study_iri")
    given, keys = given_terms(store, query, values), [(rdf.NamedNode(iri),) for iri in listed]
    blocks = (keys[at : at + MOST_KEYS] for at in range(0, len(keys), MOST_KEYS))
    found = (ask_block(store, query, given, query.paging, block) for block in blocks)
    return tuple(cell for table in found for cell in table.column("study_iri"))


def unknown_materials(store: Graph, query: NamedQuery, values: Mapping[str, str]) -> Iterator[str]:
    """Yield a note on each requested material that is not in the graph.

    Raises
    ------
    QueryError
        If a value is not a material at all.
    """
    for param in query.params:
        text = values.get(param.name, "")
        if param.type == "material" and text:
            for value in values_of(store, param, text):
                yield from absent_material(store, param.name, value)


def _near_study(store: Graph, value: str) -> str:
    from rapidfuzz import fuzz, process  # compares 20,000 names in some milliseconds

    near = process.extract(
        value, _labels(store), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_NEAREST
    )
    listed = ", ".join(label for label, _, _ in near)
    return f"did you mean: {listed}" if near else "'studies' lists those there are"


def _labels(store: Graph) -> Sequence[str]:
    """Return the labels of all studies, sorted, from the catalog if there is one."""
    from kg.catalog import CATALOG_FILE, study_labels

    listed = study_labels(store.directory / CATALOG_FILE) if store.directory else None
    if listed is not None:
        return listed
    return sorted({str(label) for label in run(store, "studies").column("study")})


def bind(query: NamedQuery, terms: Mapping[str, tuple[Bound, ...]]) -> str:
    """Return the query's SPARQL with a ``VALUES`` block for each given parameter.

    The engine prints the terms, so that no text of a user can become syntax.
    """

    def block(name: str) -> str:
        listed = " ".join(map(str, terms[name]))
        return f"VALUES ?{query.param(name).variable} {{ {listed} }}"

    def blocks(match: re.Match[str]) -> str:
        given = [block(name) for name in match["names"].split() if name in terms]
        return match["indent"] + " ".join(given)

    return VALUES_LINE.sub(blocks, query.text)

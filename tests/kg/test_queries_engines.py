"""Each question has the same answer in the embedded store and in rdflib."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from rdflib import Graph, Literal

from kg.bundled import read_shipped
from kg.model import Document
from kg.queries import NamedQuery, load_queries, prepare
from kg.rdf import document_quads, study_iris
from kg.store import EmbeddedGraph
from kg.table import table_from_result
from ontology.rdflib_graph import to_graph
from tests.rows import each_row

#: So many studies of the review that ships make the larger graph.
STUDIES = 5

#: rdflib joins the nested groups of this one without an index, which takes it minutes.
SLOW = ("oxide-coated-dots",)

each_query = each_row(
    "query",
    [query for query in load_queries().values() if query.name not in SLOW],
    ids=lambda query: query.name,
)


@pytest.fixture(scope="module")
def review() -> EmbeddedGraph:
    """What the review says of some studies, and of itself."""
    whole = read_shipped().document
    keys = sorted({claim.study for claim in whole.claims})[-STUDIES:]
    document = replace(whole, claims=tuple(c for c in whole.claims if c.study in keys))
    return of_documents([document])


@pytest.fixture(scope="module", params=["small", "review"])
def both(request: pytest.FixtureRequest) -> tuple[EmbeddedGraph, Graph]:
    """The same triples in both engines: of two small documents, then of a part of the review."""
    store = request.getfixturevalue({"small": "answers"}.get(request.param, request.param))
    return store, to_graph(quad.triple for quad in store.quads(ontology=True))


def of_documents(documents: Iterable[Document]) -> EmbeddedGraph:
    listed = list(documents)
    slugs = study_iris(listed)
    return EmbeddedGraph.in_memory(
        q for document in listed for q in document_quads(document, slugs)
    )


def plain(cell: object) -> str:
    """A cell as text, numbers to nine digits: the engines spell and round them their own way."""
    value = cell.value if isinstance(cell, Literal) and cell.value is not None else cell
    try:
        return f"{float(str(value)):.9g}"
    except ValueError:
        return "" if value is None else str(value)


@each_query
def test_both_engines_answer_alike(query: NamedQuery, both: tuple[EmbeddedGraph, Graph]):
    store, graph = both
    values = {**dict(query.example), **({"sure": "0.7"} if query.belief else {})}
    result = graph.query(prepare(store, query.name, values))
    table = table_from_result(store.query(prepare(store, query.name, values)))
    assert tuple(str(name) for name in result.vars or ()) == table.columns
    theirs = sorted([plain(cell) for cell in row] for row in result)  # type: ignore[union-attr]
    assert theirs == sorted([plain(cell) for cell in row] for row in table.rows)

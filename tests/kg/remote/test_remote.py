"""A graph in a SPARQL service answers like one in a folder, and changes at once or not at all."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace as with_changes
from pathlib import Path

import pytest

from kg.errors import QueryError, StoreError
from kg.export.formats import export
from kg.model import Document
from kg.queries import Pages, Place, load_queries, run
from kg.rdf import document_quads, study_iris
from kg.rebuild import rebuild
from kg.store import Endpoint, Graph, generation_of, locate, open_graph, writing
from kg.store.remote.client import Client
from kg.store.remote.graph import POINTER
from kg.table import Row, Table, table_from_result
from ontology import rdf
from ontology.graphs import GENERATION_GRAPH, STAGED_GRAPHS, graph_iri, staged_iri
from ontology.validation import validate_store
from tests.rows import each_row

pytestmark = pytest.mark.usefixtures("small_ontology")

Quads = dict[str, list[rdf.Quad]]


def quads(document: str, *values: str) -> Quads:
    graph = rdf.NamedNode(graph_iri(document))
    nodes = rdf.NamedNode("http://example.org/s"), rdf.NamedNode("http://example.org/p")
    return {document: [rdf.Quad(*nodes, rdf.Literal(value), graph) for value in values]}


def values(graph: Graph) -> list[str]:
    rows = graph.select("SELECT ?o { <http://example.org/s> <http://example.org/p> ?o }")
    return sorted(row["o"].value for row in rows)


def write(place: Endpoint | Path, graphs: Quads, **options: object) -> None:
    with writing(place) as writer:
        writer.replace(graphs, **options)


@pytest.fixture(scope="module")
def tiny(tiny_documents: tuple[Document, ...]) -> Quads:
    slugs = study_iris(tiny_documents)
    return {d.id: list(document_quads(d, slugs)) for d in tiny_documents}


def test_both_kinds_of_store_answer_alike(service: Endpoint, tiny: Quads, tmp_path: Path) -> None:
    few = {"liu-2011": tiny["liu-2011"][:60]}
    for place in (tmp_path / "graph", service):
        write(place, few)
    here, there = open_graph(tmp_path / "graph"), open_graph(service)
    assert here.documents() == there.documents() == ("liu-2011",)
    assert set(here.quads("liu-2011")) == set(there.quads("liu-2011")) == set(few["liu-2011"])
    assert set(here.quads(ontology=True)) == set(there.quads(ontology=True))
    for sparql in (
        "ASK { ?x a ald:Study }",
        "CONSTRUCT WHERE { ?x ald:year ?y }",
        "SELECT ?x ?y ?z { ?x ald:year ?y OPTIONAL { ?x ald:unheardOf ?z } } ORDER BY ?x",
    ):
        answers = [table_from_result(graph.query(sparql)) for graph in (here, there)]
        assert answers[0] == answers[1], sparql
    assert export(here, "nq") == export(there, "nq")


def test_questions_checks_and_exports_are_alike(
    oxigraph: Endpoint, tiny: Quads, tmp_path: Path
) -> None:
    Client(oxigraph).update("DROP ALL")
    for place in (tmp_path / "graph", oxigraph):
        write(place, tiny)
    graphs = open_graph(tmp_path / "graph"), open_graph(oxigraph)
    rows = 0
    for name in load_queries():
        here, there = (_answer(graph, name) for graph in graphs)
        assert here == there, name
        rows += len(here.rows) if isinstance(here, Table) else 0
    assert rows > 50
    for name in ("links", "studies", "deposited-below"):
        assert list(_paged(graphs[1], name)) == list(run(graphs[0], name).rows), name
    for form in ("bibtex", "jsonld", "graphml", "claims"):
        here_text, there_text = (export(graph, form) for graph in graphs)
        assert here_text == there_text, form
    here_faults, there_faults = (validate_store(graph, limit=5) for graph in graphs)
    assert here_faults == there_faults


def _answer(graph: Graph, name: str) -> Table | str:
    """The answer to a question's example, or why there is none: its study may not be here."""
    try:
        return run(graph, name, dict(load_queries()[name].example))
    except QueryError as error:
        return str(error)


def _paged(graph: Graph, name: str) -> Iterator[Row]:
    """The rows of all pages of an answer."""
    pages = Pages(graph, load_queries()[name], {}, whole=0)
    following: Place | None = Place()
    while following is not None:
        page = pages.page(following, limit=3)
        yield from page.table.rows
        following = page.following


def test_documents_are_replaced_renamed_and_removed(service: Endpoint) -> None:
    write(service, quads("a", "1", "2") | quads("b", "3", "shared") | quads("c", "shared"))
    first = generation_of(service)
    assert values(open_graph(service)) == ["1", "2", "3", "shared"]
    write(service, quads("a", "4"), drop=["b"])
    assert values(open_graph(service)) == ["4", "shared"]  # what another document says too stays
    assert open_graph(service).documents() == ("a", "c")
    assert generation_of(service) != first
    with writing(service) as writer:
        assert writer.documents() == ("a", "c")
        renamed = {"http://example.org/s": "http://example.org/t"}
        writer.replace({}, rename={"a": renamed, "c": renamed})
    assert values(open_graph(service)) == []
    assert {q.subject.value[-1] for q in open_graph(service).quads()} == {"t"}
    rebuild(service, derived=False)
    assert open_graph(service).documents() == ("a", "c")


def test_a_large_change_is_staged_and_leaves_nothing_behind(oxigraph: Endpoint) -> None:
    Client(oxigraph).update("DROP ALL")
    few = with_changes(oxigraph, triples=3)
    write(few, quads("a", *map(str, range(20))) | quads("b", "x"))
    write(few, quads("a", *map(str, range(10, 30))), drop=["b"])
    assert values(open_graph(few)) == sorted(map(str, range(10, 30)))
    assert staged(few) == set()


def test_a_reader_never_sees_half_of_a_build(oxigraph: Endpoint) -> None:
    """Small and large changes: each answer is wholly old or wholly new."""
    Client(oxigraph).update("DROP ALL")
    size = 200
    one, two = ([f"{name}{n}" for n in range(size)] for name in ("one", "two"))
    write(oxigraph, quads("a", *one))
    wholes, done = [sorted(one), sorted(two)], threading.Event()
    odd: list[list[str]] = []
    answers = 0

    def ask() -> None:
        nonlocal answers
        graph = open_graph(oxigraph)
        while not done.is_set():
            found = values(graph)
            answers += 1
            if found not in wholes:
                odd.append(found)

    reader = threading.Thread(target=ask)
    reader.start()
    try:
        for triples in (20_000, 100):
            for listed in (two, one):
                write(with_changes(oxigraph, triples=triples), quads("a", *listed))
    finally:
        done.set()
        reader.join()
    assert odd == []
    assert answers > 5


def test_a_build_that_was_overtaken_changes_nothing(service: Endpoint) -> None:
    write(service, quads("a", "1"))
    with writing(service) as late:
        write(service, quads("b", "2"))
        with pytest.raises(StoreError, match="another build has changed this graph: build again"):
            late.replace(quads("c", "3"))
    assert values(open_graph(service)) == ["1", "2"]


def test_a_large_build_whose_stage_was_swept_changes_nothing(
    oxigraph: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    Client(oxigraph).update("DROP ALL")
    few = with_changes(oxigraph, triples=2)
    write(few, quads("a", "1"))
    before = generation_of(few)
    sent = Client.update

    requests: list[str] = []

    def swept(client: Client, sparql: str) -> None:
        requests.append(sparql)
        if "DROP SILENT" in sparql:  # the one that puts things in place: someone was faster
            sent(client, f"DROP GRAPH <{mark}>")
        sent(client, sparql)

    mark = staged_iri("MARK")
    monkeypatch.setattr("kg.store.remote.publish._name_after", lambda *_: "MARK")
    monkeypatch.setattr(Client, "update", swept)
    with pytest.raises(StoreError, match="build again"):
        write(few, quads("a", *map(str, range(10))))
    monkeypatch.setattr(Client, "update", sent)
    assert len(requests) > 5
    assert values(open_graph(few)) == ["1"]
    assert generation_of(few) == before
    assert staged(few) == set()


def test_what_a_killed_build_left_is_swept_by_the_next(service: Endpoint) -> None:
    write(service, quads("a", "1"))
    client = Client(service)
    client.update(
        f'INSERT DATA {{ GRAPH <{staged_iri("0009-x", "INSERT", "0")}> {{ <a:b> <a:b> "left" }} }}'
    )
    with writing(service):
        assert staged(service) == set()
    client.update("DROP ALL")  # a first build that was killed: triples, but no finished generation
    client.update(
        f'INSERT DATA {{ GRAPH <{GENERATION_GRAPH}> {{ {POINTER} "0000" }} '
        f'GRAPH <{graph_iri("half")}> {{ <a:b> <a:b> "half" }} }}'
    )
    with pytest.raises(StoreError, match="no graph here"):
        open_graph(service)


def staged(endpoint: Endpoint) -> set[str]:
    query = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
    response = Client(endpoint).query(query)
    found = rdf.parse_query_results(response.content, format=rdf.QueryResultsFormat.JSON)
    return {row[0].value for row in found if row[0].value.startswith(STAGED_GRAPHS)}


def test_a_default_graph_of_others_is_left_alone(oxigraph: Endpoint) -> None:
    client = Client(oxigraph)
    client.update('DROP ALL ; INSERT DATA { <a:mine> <a:b> "mine" }')
    with pytest.raises(StoreError, match="holds data of others"):
        write(oxigraph, quads("a", "1"))
    response = client.query("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")
    (row,) = rdf.parse_query_results(response.content, format=rdf.QueryResultsFormat.JSON)
    assert row["n"].value == "1"


def test_queries_are_guarded_and_their_errors_are_a_line(oxigraph: Endpoint) -> None:
    Client(oxigraph).update("DROP ALL")
    write(oxigraph, quads("a", "1"))
    graph = open_graph(oxigraph)
    for sparql, cause in (
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE"),
        ("INSERT DATA { <a:b> <a:c> 1 }", "(?i)insert"),
        ("SELECT * { ?s ?p", "^[^\n]{10,400}$"),
    ):
        with pytest.raises(QueryError, match=cause):
            graph.query(sparql)


def test_an_unknown_way_to_sign_in_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALDKG_STORE_USER", "me")
    monkeypatch.setenv("ALDKG_STORE_AUTH", "Bearer")
    with pytest.raises(StoreError, match="ALDKG_STORE_AUTH: 'bearer' is neither basic nor digest"):
        open_graph(locate("sparql+http://127.0.0.1:9/"))


@each_row(
    ("address", "cause"),
    [
        ("sparql+http://127.0.0.1:9/", "sparql.http://127.0.0.1:9/: cannot be reached"),
        (
            "sparql+http://127.0.0.1/?query=q&graph=x",
            "'graph'; allowed .* mark: query, triples, update",
        ),
        ("sparql+http://127.0.0.1/?triples=none", "triples=none is not a number above 0"),
        ("sparql+ftp://127.0.0.1/", "write sparql.http://host/path"),
        ("http://127.0.0.1:9/", "write sparql.http://host/path"),
        (
            "sparql+http://me:secret@127.0.0.1/",
            r"^sparql.http://127.0.0.1: the address must not contain a password",
        ),
    ],
)
def test_bad_addresses_are_a_line(address: str, cause: str) -> None:
    with pytest.raises(StoreError, match=cause) as caught:
        open_graph(locate(address))
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)

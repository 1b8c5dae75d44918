"""``/sparql`` as a client sees it."""

from __future__ import annotations

import csv
import io
import warnings
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph

from kg.store import replace
from tests.api.live import eventually
from tests.rows import each_row

ALD = "PREFIX ald: <https://w3id.org/ald-kg/ontology#> "
LABELS = (
    ALD + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    "SELECT ?label { ?study a ald:Study ; rdfs:label ?label } ORDER BY ?label"
)
ALD_NOPE = "https://w3id.org/ald-kg/ontology#nope"
GRAPH = "https://w3id.org/ald-kg/graph/document/overview"

#: Queries that would run for ages, each within what the guard lets through.
RUNAWAYS = {
    "cartesian": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "sorting": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?a",
    "values": "SELECT (COUNT(*) AS ?n) { "
    + " ".join(f"VALUES ?v{i} {{ {' '.join(map(str, range(60)))} }}" for i in range(8))
    + " }",
}


def ask(client: Any, query: str, accept: str = "application/json", **params: str) -> Any:
    return client.get("/sparql", params={"query": query, **params}, headers={"Accept": accept})


def test_select_as_json(client: Any) -> None:
    response = ask(client, LABELS)
    assert response.headers["content-type"] == "application/sparql-results+json"
    bindings = response.json()["results"]["bindings"]
    assert [b["label"]["value"] for b in bindings] == ["Meyer 2015", "Rossi 2019"]


def test_select_as_csv(client: Any) -> None:
    response = ask(client, LABELS, "text/csv")
    assert response.headers["content-type"].startswith("text/csv")
    assert list(csv.reader(io.StringIO(response.text)))[1:] == [["Meyer 2015"], ["Rossi 2019"]]


@pytest.mark.parametrize(
    ("accept", "syntax"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "xml"),
        ("application/ld+json", "json-ld"),
    ],
)
def test_construct_in_every_syntax(client: Any, accept: str, syntax: str) -> None:
    query = ALD + "CONSTRUCT { ?s ald:year ?y } WHERE { ?s ald:year ?y }"
    response = ask(client, query, accept)
    assert response.headers["content-type"].split(";")[0] == accept
    with warnings.catch_warnings():  # rdflib warns of its own JSON-LD parser
        warnings.simplefilter("ignore")
        assert len(Graph().parse(data=response.text, format=syntax)) == 2


def test_prefixes_of_the_ontology_need_no_declaration(client: Any) -> None:
    assert ask(client, "ASK { ?s a ald:Study ; rdfs:label ?label }").json()["boolean"] is True


@pytest.mark.parametrize("name", ["ald:Study", "a:Study"])
def test_a_prefix_is_ours_however_it_is_written(client: Any, name: str) -> None:
    own = "PREFIX a: <https://w3id.org/ald-kg/ontology#> " if name.startswith("a:") else ""
    answer = client.get("/sparql", params={"query": f"{own}ASK {{ ?study a {name} }}"})
    assert (answer.status_code, answer.json()["boolean"]) == (200, True)


def test_ask_and_describe(client: Any) -> None:
    assert ask(client, ALD + "ASK { ?s a ald:Study }").json()["boolean"] is True
    described = ask(client, "DESCRIBE <https://w3id.org/ald-kg/id/material/PbSe>", "text/turtle")
    assert '"PbSe"' in described.text


def test_post_form_and_direct(client: Any) -> None:
    form = client.post("/sparql", data={"query": LABELS})
    direct = client.post(
        "/sparql", content=LABELS, headers={"Content-Type": "application/sparql-query"}
    )
    assert form.json() == direct.json() == ask(client, LABELS).json()


def test_default_graph_is_the_union_unless_the_query_names_one(client: Any) -> None:
    everything = ALD + "ASK { ?s a ald:Study . ald:Study ?p ?o }"  # a document and the ontology
    assert ask(client, everything).json()["boolean"] is True
    with_from = everything.replace("{", f"FROM <{GRAPH}> {{", 1)
    assert ask(client, with_from).json()["boolean"] is False
    by_protocol = ask(client, everything, **{"default-graph-uri": GRAPH})
    assert by_protocol.json()["boolean"] is False


def test_format_parameter(client: Any) -> None:
    assert ask(client, LABELS, format="tsv").text.startswith("?label")
    refused = ask(client, LABELS, format="pdf")
    assert refused.status_code == 400
    assert "unknown format 'pdf'" in refused.json()["detail"]


def test_service_description(client: Any) -> None:
    response = client.get("/sparql", headers={"Accept": "application/n-triples"})
    assert "sparql-service-description#endpoint> <http://testserver/sparql>" in response.text
    assert response.headers["content-type"].startswith("application/n-triples")


@pytest.mark.parametrize(
    ("query", "status", "word"),
    [
        ("SELECT * WHER { ?s ?p ?o }", 400, "query"),
        (
            "SELECT * { ?s nope:x ?o }",
            400,
            "query: bad SPARQL at line 1, column 21: unknown prefix 'nope:'",
        ),
        ("INSERT DATA { <a:b> <a:c> <a:d> }", 400, "update"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 400, "SERVICE"),
        ("SELECT * { SERVICE SILENT ?x { ?s ?p ?o } }", 400, "SERVICE"),
        ("ASK " + "{" * 3000 + "}" * 3000, 400, "nested"),
    ],
)
def test_what_is_refused(client: Any, query: str, status: int, word: str) -> None:
    response = ask(client, query)
    assert response.status_code == status
    assert word in response.json()["detail"]
    assert "Traceback" not in response.text
    assert "Accept" in response.headers["vary"]


def test_not_acceptable(client: Any) -> None:
    assert ask(client, LABELS, "image/png").status_code == 406
    assert ask(client, LABELS, "text/turtle").status_code == 406


def test_methods(client: Any) -> None:
    refused = client.put("/sparql", content=b"")
    assert refused.status_code == 405
    assert "GET" in refused.headers["allow"]
    assert client.options("/sparql").headers["allow"] == "GET, HEAD, POST, OPTIONS"
    head = client.head("/sparql", params={"query": LABELS})
    assert (head.status_code, head.content) == (200, b"")


def test_other_sites_may_ask(client: Any) -> None:
    origin = {"Origin": "https://example.org"}
    for query in (LABELS, "ASK {"):
        response = client.get("/sparql", params={"query": query}, headers=origin)
        assert response.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("name", RUNAWAYS)
def test_runaways_are_ended_and_the_service_goes_on(strict_client: Any, name: str) -> None:
    response = ask(strict_client, RUNAWAYS[name])
    assert response.status_code == 503
    assert "the query was stopped" in response.json()["detail"]
    for _ in range(3):  # the spare answers, and the worker started behind it
        assert ask(strict_client, LABELS).status_code == 200


@each_row(
    ("clause", "named"),
    [
        ("FROM <http://nowhere.example/g>", "http://nowhere.example/g"),
        ("FROM NAMED <g>", "http://testserver/g"),
        ("FROM ald:nope", ALD_NOPE),
        (f"FROM <{GRAPH}> FROM #\n named <file:///etc/passwd>", "file:///etc/passwd"),
    ],
)
def test_a_graph_that_is_not_there_is_named(client: Any, clause: str, named: str) -> None:
    response = ask(client, f"SELECT * {clause} {{ ?s ?p 'FROM <a:b>' }}")
    assert response.status_code == 400
    assert f"no graph <{named}> in this store" in response.json()["detail"]


def test_graphs_of_the_protocol_are_graphs_of_the_store(client: Any) -> None:
    for name in ("default-graph-uri", "named-graph-uri"):
        response = ask(client, "ASK {}", **{name: "http://nowhere.example/g"})
        assert response.status_code == 400
        assert "no graph <http://nowhere.example/g>" in response.json()["detail"]
        assert ask(client, "ASK {}", **{name: GRAPH}).status_code == 200
    prefixed = f"PREFIX from: <{GRAPH.removesuffix('overview')}> ASK FROM NAMED from:overview {{}}"
    assert ask(client, prefixed).status_code == 200


def test_limits_on_question_and_answer(strict_client: Any) -> None:
    answer = ask(strict_client, "SELECT * { ?s ?p ?o }")
    assert answer.status_code == 400
    assert "more than 20000 bytes" in answer.json()["detail"]
    question = strict_client.post("/sparql", data={"query": "ASK {} #" + "x" * 60_000})
    assert question.status_code == 413


def test_workers_follow_a_new_generation(tmp_path: Path, make_client: Any) -> None:
    store = tmp_path / "graph"
    with make_client(store) as client:
        assert client.get("/health").json()["studies"] == 2
        assert len(ask(client, LABELS).json()["results"]["bindings"]) == 2
        replace(store, {}, drop=["overview"])
        assert eventually(lambda: client.get("/health").json()["studies"] == 0)
        assert ask(client, LABELS).json()["results"]["bindings"] == []

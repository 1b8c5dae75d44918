"""The SPARQL page without JavaScript: what it shows of answers, errors and examples."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any
from urllib.parse import urlencode

from api.answers.chart import MOST_BARS, bar_chart
from api.answers.drawing import MOST_NODES, draw_graph
from api.answers.formats import JSON, N_TRIPLES
from api.answers.shown import MOST_CELL, MOST_TEXT, shown
from api.sparql.fault import find_fault
from kg.queries import load_queries
from tests.rows import each_row

HTML = {"Accept": "text/html"}
MEYER = "https://w3id.org/ald-kg/id/study/meyer-2015-aaaa1111"
COUNTED = "SELECT ?f (COUNT(*) AS ?n) { ?s ald:usesMaterial ?m . ?m ald:formula ?f } GROUP BY ?f"


def page(client: Any, status: int = 200, **params: str) -> str:
    response = client.get("/sparql-page", params=params, headers=HTML)
    assert response.status_code == status
    assert len(response.content) < 200_000
    return str(response.text)


def query_in(text: str) -> str:
    """The query that stands in the editor."""
    return unescape(text.partition("<textarea")[2].partition(">\n")[2].partition("</textarea>")[0])


@each_row(
    ("query", "wanted"),
    [
        ("ASK {}", ['<p class="truth">true</p>']),
        (
            "SELECT ?s ?l { ?s a ald:Study ; rdfs:label ?l }",
            ["2 rows", '<a href="/studies/meyer-2015-aaaa1111">', "Rossi 2019"],
        ),
        ("SELECT ?d { ?d a ald:Document }", ['href="/id/document/overview">doc:overview</a>']),
        ("SELECT ?c { ?c a ald:ProcessClaim } LIMIT 0", ["0 rows", "Nothing in the graph"]),
        (COUNTED, ['<svg role="img"', 'width="100.0%"', "n by f", "format=csv"]),
        (
            f"CONSTRUCT {{ <{MEYER}> ?p ?o }} {{ <{MEYER}> ?p ?o }}",
            ["triples", '<g class="node">', "Meyer 2015", "format=ttl", "&lt;b&gt;matrices"],
        ),
        ("DESCRIBE <https://w3id.org/ald-kg/id/material/CdS>", ["ald:formula</a>", "JSON-LD"]),
    ],
)
def test_answers(query: str, wanted: list[str], client: Any) -> None:
    text = page(client, query=query)
    assert query_in(text) == query
    assert [part for part in wanted if part not in text] == []


@each_row(
    ("query", "place", "word"),
    [
        ("SELECT *\nWHER { ?s ?p ?o }", "line 2, column 1", "WHER"),
        ("SELECT * { ?s nope:x ?o }", "line 1, column 15", "nope:"),
        ("SELECT * { ?s a ?o ", "line 1, column 17", "?o"),
        ("ASK { ?s a <script> ; }}", "line 1, column 23", "}}"),
    ],
)
def test_errors_mark_the_word(query: str, place: str, word: str, client: Any) -> None:
    text = page(client, 400, query=query)
    assert f"The error is in {place}:" in text
    marked = re.search(r'<pre class="fault"><code>(.*)<mark>(.*)</mark>', text)
    assert marked
    assert unescape(marked[2]) == word
    assert "<script>" not in text


def test_the_place_of_an_error_counts_characters() -> None:
    fault = find_fault("line 1, column 12: 'WHER' may mean WHERE", 'ASK "𝛼" WHER {}')
    assert fault is not None
    assert (fault.start, fault.end, fault.after) == (8, 12, " {}")
    assert find_fault("the query was stopped after 10 s", "ASK {}") is None


def test_every_question_is_an_example_that_runs_as_it_stands(client: Any) -> None:
    text = page(client)
    assert [name for name in load_queries() if f"?example={name}" not in text] == []
    asked = query_in(page(client, example="studies-of-material"))
    assert asked.startswith("# Studies of a material\n")
    assert "VALUES ?material_iri { <https://w3id.org/ald-kg/id/material/PbSe> }" in asked
    assert "Meyer 2015" in page(client, query=asked)
    other = query_in(page(client, example="studies-of-material", material="Al2O3"))
    assert "material/Al2O3" in other
    assert "no parameter" in page(client, 400, example="studies-of-material", colour="red")
    page(client, 404, example="nothing")


def test_a_long_query_is_sent_in_the_body_and_its_files_too(client: Any) -> None:
    query = f"{COUNTED}\n#{'x' * 9000}"
    form = urlencode({"query": query})
    sent = {**HTML, "Content-Type": "application/x-www-form-urlencoded"}
    text = client.post("/sparql-page", content=form, headers=sent).text
    assert "too long for a link" in text
    assert 'role="status" hidden' not in text
    assert '<svg role="img"' in text
    assert 'id="link"' not in text
    assert 'formmethod="post"' in text
    csv = client.post("/sparql", content=f"{form}&format=csv", headers=sent)
    assert csv.text.splitlines()[0] == "f,n"


def test_a_browser_at_the_endpoint_is_led_to_the_page(client: Any) -> None:
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    led = client.get("/sparql", headers=browser, follow_redirects=False)
    assert (led.status_code, led.headers["location"]) == (303, "sparql-page")
    assert "Accept" in led.headers["vary"].split(", ")
    described = client.get("/sparql", headers={"Accept": "*/*"})
    assert described.headers["content-type"].startswith("text/turtle")


@each_row(
    ("begun", "first"),
    [
        ("ald:onS", "ald:onStudy"),
        ("ald:study", "ald:Study"),
        ("TMA", "chem:trimethylaluminum"),
        ("process:thermal", "process:thermal-ald"),
        ("solid:Pb", "solid:PbSe"),
        ("study:rossi", "study:rossi-2019-bbbb2222"),
        ("rdfs:la", "rdfs:label"),
        ("skos", "skos:"),
        ("no-such-thing", None),
        ("<script>", None),
    ],
)
def test_completion_of_terms(begun: str, first: str | None, client: Any) -> None:
    items = client.get("/sparql-page/terms", params={"q": begun}).json()["items"]
    assert len({item["insert"] for item in items}) == len(items)
    assert (items[0]["insert"] if items else None) == first


def test_a_heavy_answer_is_cut_and_says_so() -> None:
    long = {"type": "literal", "value": "x" * (MOST_CELL + 1)}
    result = {"head": {"vars": ["a"]}, "results": {"bindings": [{"a": long}] * 500}}
    told = shown(JSON, json.dumps(result).encode(), 400)
    assert told["total"] == 500
    assert 0 < len(told["rows"]) < MOST_TEXT / MOST_CELL
    assert "2001 characters" in told["rows"][0][0]["text"]
    lines = b"".join(b"<http://a/%d> <http://p> <http://a/%d> .\n" % (i, i + 1) for i in range(300))
    told = shown(N_TRIPLES, lines, 20)
    assert (told["total"], len(told["rows"])) == (300, 20)
    assert len(told["drawing"]["nodes"]) <= MOST_NODES


def test_what_is_no_chart_and_what_is_no_picture() -> None:
    name, amount = {"kind": "text", "text": "a"}, {"kind": "number", "text": "-2", "number": -2.0}
    rows = [[name, amount]] * 60
    chart = bar_chart(["a", "n"], rows)
    assert chart is not None
    assert len(chart["bars"]) == MOST_BARS
    assert (chart["bars"][0]["x"], chart["bars"][0]["width"]) == (0.0, 100.0)
    for columns, table in (
        (["a", "n"], rows[:1]),
        (["a", "year"], rows),
        (["a", "b", "n"], [[name, name, amount]] * 3),
        (["a", "n", "m"], [[name, amount, amount]] * 3),
        (["a", "n"], [[name, name], [name, amount]]),
    ):
        assert bar_chart(columns, table) is None
    node = {"kind": "iri", "text": "x:a", "iri": "http://a"}
    assert draw_graph([(node, node, node), (node, node, name)]) is None

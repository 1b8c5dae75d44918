"""Look-ups of one subject: which they are, and where they are answered."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from api.answers.evaluate import evaluate
from api.answers.formats import CSV, JSON, Formats
from api.answers.protocol import Operation
from api.errors import HttpError
from api.sparql import lookup
from api.sparql.lookup import Lookups, is_lookup
from api.workers.quota import Quota
from kg.store import EmbeddedGraph
from ontology import rdf
from tests.rows import each_row

BASE = "http://127.0.0.1/sparql"
STUDY = "http://a.example/s"
IN_JSON = Formats(solutions=JSON, boolean=JSON, graph=None)
POINT = f"SELECT ?p ?o WHERE {{ <{STUDY}> ?p ?o }}"

LOOKUPS = [
    POINT,
    f"{POINT}\n# 12",
    f"{POINT} LIMIT 5",
    f"select * {{ <{STUDY}> a ?kind . }}",
    f"SELECT ?label WHERE{{<{STUDY}> rdfs:label?label}}",
    f"PREFIX a: <http://a.example/>\nSELECT ?o {{ a:s <{STUDY}/p> ?o }}",
]
OTHERS = [
    "SELECT ?s WHERE { ?s ?p ?o }",
    f"SELECT ?s WHERE {{ ?s ?p <{STUDY}> }}",
    f"SELECT ?x WHERE {{ <{STUDY}> ?p ?o }}",  # rows without bytes
    f"SELECT ?p WHERE {{ <{STUDY}> ?p ?p }}",  # quads that are no rows
    f"SELECT DISTINCT ?p WHERE {{ <{STUDY}> ?p ?o }}",
    f"SELECT (COUNT(*) AS ?o) WHERE {{ <{STUDY}> ?p ?o }}",
    f"{POINT} ORDER BY ?p",
    f"{POINT} OFFSET 5",
    f"SELECT ?o WHERE {{ <{STUDY}> ?p ?o . ?o ?q ?r }}",
    f"SELECT ?o WHERE {{ <{STUDY}> ?p/?q ?o }}",
    f"SELECT ?o WHERE {{ <{STUDY}> a+ ?o }}",
    f"SELECT ?o WHERE {{ <{STUDY}> <{STUDY}>* ?o }}",
    f"SELECT ?o WHERE {{ <{STUDY}> ?p ?o FILTER(?o > 1) }}",
    f"SELECT ?o WHERE {{ SERVICE <{STUDY}> {{ ?s ?p ?o }} }}",
    POINT.replace("WHERE", f"FROM <{STUDY}>"),
    f"SELECT ?o WHERE {{ GRAPH <{STUDY}> {{ <{STUDY}> ?p ?o }} }}",
    f"SELECT ?o WHERE {{ <{STUDY}> ?p ?o }} VALUES ?o {{ 1 }}",
    f"ASK {{ <{STUDY}> ?p ?o }}",
    f"{POINT} # {'x' * 1000}",
]


@each_row(("query", "is_one"), [*((q, True) for q in LOOKUPS), *((q, False) for q in OTHERS)])
def test_which_queries_are_lookups(query: str, is_one: bool) -> None:
    assert is_lookup(query) is is_one


class Served:
    """Look-ups in a store in memory."""

    def __init__(self, rows: int, seconds: float = 60) -> None:
        nodes = [rdf.NamedNode(f"{STUDY}/{number}") for number in range(rows)]
        quads = [rdf.Quad(rdf.NamedNode(STUDY), rdf.NamedNode(f"{STUDY}/p"), o) for o in nodes]
        self.graph = EmbeddedGraph.in_memory(quads, ontology=False)
        self.quota = Quota(8, seconds)
        served: Any = SimpleNamespace(opened=lambda: SimpleNamespace(store=self.graph))
        self.lookups = Lookups(served, self.quota)

    def ask(self, query: str = POINT, formats: Formats = IN_JSON, **graphs: Any) -> bytes | None:
        operation = Operation(query=query, **graphs)
        found = self.lookups.answer("one", operation, formats, BASE)
        return found and found.body

    def by_worker(self, query: str) -> bytes:
        return evaluate(self.graph.engine, 10**6, Operation(query=query), IN_JSON, BASE)[1]


@each_row("query", LOOKUPS)
def test_the_answer_is_that_of_a_worker(query: str) -> None:
    served = Served(3)
    assert served.ask(query) == served.by_worker(query)


def test_an_answer_of_many_bytes_is_left_to_a_worker() -> None:
    most = next(n for n in range(100, 300) if len(Served(n).by_worker(POINT)) > lookup.MAX_BYTES)
    assert Served(most).ask() is None
    assert Served(most - 1).ask() is not None


@each_row(
    ("query", "formats", "graphs"),
    [
        (POINT, Formats(solutions=CSV, boolean=JSON, graph=None), {}),
        (POINT, IN_JSON, {"default_graphs": (STUDY,)}),
        (POINT, IN_JSON, {"named_graphs": (STUDY,)}),
        ("SELECT ?o { unknown:name ?p ?o }", IN_JSON, {}),
        ("SELECT ?o { <no iri> ?p ?o }", IN_JSON, {}),
    ],
)
def test_what_else_is_left_to_a_worker(
    query: str, formats: Formats, graphs: dict[str, Any]
) -> None:
    assert Served(3).ask(query, formats, **graphs) is None


def test_a_client_that_has_used_its_share_is_refused() -> None:
    served = Served(3, seconds=1)
    assert served.ask()
    served.quota.charge("one", 5)
    with pytest.raises(HttpError, match="too much time"):
        served.ask()


def test_lookups_are_charged() -> None:
    served = Served(3)
    served.ask()
    assert 0 < served.quota.rank("one") < 1


def test_workers_take_over_while_the_disk_is_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """One slow look-up may be chance, and many are not."""
    served = Served(3)
    now = 0.0
    monkeypatch.setattr(lookup, "time", SimpleNamespace(perf_counter=lambda: now))
    look_up = lookup._look_up

    def slowly(*arguments: Any) -> bytes | None:
        nonlocal now
        now += 0.04
        return look_up(*arguments)

    assert served.ask()
    monkeypatch.setattr(lookup, "_look_up", slowly)
    answers = [served.ask() for _ in range(5)]
    assert answers[0]
    assert answers[-1] is None
    now += 60
    assert served.ask()

"""Generations on disk: replaced as a whole, switched in one step, safe against crashes."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import QueryError, StoreError
from kg.store import EmbeddedGraph, current_directory, open_graph, replace, writing
from ontology import rdf
from ontology.graphs import graph_iri

pytestmark = pytest.mark.usefixtures("small_ontology")


def quads(document: str, *values: str) -> list[rdf.Quad]:
    graph = rdf.NamedNode(graph_iri(document))
    subject, predicate = (
        rdf.NamedNode("http://example.org/s"),
        rdf.NamedNode("http://example.org/p"),
    )
    return [rdf.Quad(subject, predicate, rdf.Literal(value), graph) for value in values]


def values(path: Path) -> list[str]:
    rows = open_graph(path).query("SELECT ?o { <http://example.org/s> <http://example.org/p> ?o }")
    return sorted(row["o"].value for row in rows)


def test_document_is_replaced_as_a_whole(tmp_path):
    store = tmp_path / "graph"
    replace(store, {"a": quads("a", "1", "2"), "b": quads("b", "3")})
    replace(store, {"a": quads("a", "4")})
    assert values(store) == ["3", "4"]
    assert open_graph(store).documents() == ("a", "b")
    replace(store, {}, drop=["b"])
    assert values(store) == ["4"]


def test_default_graph_holds_a_shared_triple_once(tmp_path):
    replace(tmp_path / "g", {"a": quads("a", "1"), "b": quads("b", "1")})
    assert values(tmp_path / "g") == ["1"]


def test_open_reader_keeps_its_generation(tmp_path):
    replace(tmp_path / "g", {"a": quads("a", "old")})
    reader = open_graph(tmp_path / "g")
    replace(tmp_path / "g", {"a": quads("a", "new")})
    assert [q.object.value for q in reader.quads("a")] == ["old"]
    assert values(tmp_path / "g") == ["new"]


def test_folder_that_is_no_store_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(StoreError, match="not a store"):
        replace(tmp_path, {"a": quads("a", "1")})
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


def test_a_missing_store_is_named(tmp_path):
    with pytest.raises(StoreError, match="no graph here"):
        open_graph(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT * {", "bad SPARQL"),
        ("INSERT DATA { <a:b> <a:c> 1 }", "(?i)insert"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE"),
    ],
)
def test_what_may_not_be_asked(sparql, message):
    with pytest.raises(QueryError, match=message) as caught:
        EmbeddedGraph.in_memory([]).query(sparql)
    assert "\n" not in str(caught.value)


def test_known_prefixes_need_no_declaration():
    assert bool(EmbeddedGraph.in_memory([]).query("ASK { ald:Study a owl:Class }"))


KILLED = """
import sys
from pathlib import Path
from ontology import rdf
from kg.store import replace
from ontology.graphs import graph_iri
graph = rdf.NamedNode(graph_iri("a"))
def endless():
    number = 0
    while True:
        number += 1
        if number == 5000:
            print("busy", flush=True)
            sys.stdin.read()
        yield rdf.Quad(rdf.NamedNode("http://example.org/s"), rdf.NamedNode("http://example.org/p"),
                      rdf.Literal(str(number)), graph)
replace(Path(sys.argv[1]), {"a": endless()})
"""


def test_killed_build_leaves_the_old_graph_answering(tmp_path):
    store = tmp_path / "g"
    replace(store, {"a": quads("a", "old")})
    before = current_directory(store)
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(store)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=root,
    ) as build:
        assert build.stdout.readline() == b"busy\n"
        with pytest.raises(StoreError, match="another build"):
            replace(store, {"a": quads("a", "second")})
        build.send_signal(signal.SIGKILL)
        build.wait()
    assert current_directory(store) == before
    assert values(store) == ["old"]
    replace(store, {"a": quads("a", "new")})
    assert values(store) == ["new"]


def test_killed_first_build_can_be_built_again(tmp_path):
    store = tmp_path / "g"
    (store / "generation-0001").mkdir(parents=True)  # what a kill before the first switch leaves
    (store / "generation-0001" / "part.sst").write_bytes(b"\x00")
    (store / "LOCK").touch()
    with pytest.raises(StoreError, match="no graph here"):
        open_graph(store)
    replace(store, {"a": quads("a", "1")})
    assert values(store) == ["1"]
    assert not (store / "generation-0001" / "part.sst").exists()


def test_kill_between_writing_and_switching_leaves_the_old_graph(tmp_path, monkeypatch):
    store = tmp_path / "g"
    replace(store, {"a": quads("a", "old")})

    def die(path, name):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("kg.store.generations.switch", die)
        with pytest.raises(KeyboardInterrupt):
            replace(store, {"a": quads("a", "new")})
    assert values(store) == ["old"]
    replace(store, {"b": quads("b", "more")})
    assert values(store) == ["more", "old"]


def test_only_the_live_generation_and_the_one_before_stay(tmp_path):
    directories = [replace(tmp_path, {"a": quads("a", str(n))}) for n in range(4)]
    assert [d.exists() for d in directories] == [False, False, True, True]
    assert current_directory(tmp_path) == directories[-1]


def test_writer_renames_what_it_carries_over(tmp_path):
    replace(tmp_path, {"a": quads("a", "1"), "b": quads("b", "2")})
    with writing(tmp_path) as writer:
        assert writer.documents() == ("a", "b")
        assert {q.object.value for q in writer.carried(["a"])} == {"2"}
        names = {"b": {"http://example.org/s": "http://example.org/t"}}
        writer.replace({"a": quads("a", "3")}, rename=names)
    subjects = {q.object.value: q.subject.value[-1] for q in open_graph(tmp_path).quads()}
    assert subjects == {"2": "t", "3": "s"}


def test_store_that_is_a_file_is_named(tmp_path):
    (tmp_path / "file").write_text("mine")
    for path in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(StoreError, match="cannot be written"):
            replace(path, {})
    assert (tmp_path / "file").read_text() == "mine"

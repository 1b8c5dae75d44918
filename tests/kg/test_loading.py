"""What is loaded stands in its graph and in the default graph, whatever its text looks like."""

from __future__ import annotations

import pytest

from kg.store import loading
from kg.store.loading import Loader
from kg.store.quads import render_quads
from ontology import embedded, rdf

GRAPH, LEDGER, NODE = (rdf.NamedNode(f"urn:{name}") for name in ("graph", "ledger", "node"))


@pytest.mark.parametrize(
    "value",
    [
        NODE,
        rdf.Literal("plain"),
        rdf.Literal("it ends like a graph <urn:graph> ."),
        rdf.Literal("in lines\n<urn:a> <urn:b> <urn:graph> .\nand \u2028 so on"),
        rdf.Literal("a > b .", language="en"),
        rdf.Literal("pulses <5 s"),
        rdf.Literal("1", datatype=rdf.NamedNode("http://www.w3.org/2001/XMLSchema#integer")),
    ],
    ids=str,
)
def test_each_quad_stands_in_its_graph_and_in_the_default_graph(tmp_path, value):
    store = embedded.Store(str(tmp_path))
    loader = Loader(store, tmp_path)
    loader.keep(render_quads([rdf.Quad(NODE, NODE, value, LEDGER)]))
    loader.load(render_quads([rdf.Quad(NODE, LEDGER, value, GRAPH)]))
    assert {*store} == {rdf.Quad(NODE, LEDGER, value)}
    loader.finish()
    assert {*store} == {
        rdf.Quad(NODE, NODE, value, LEDGER),
        rdf.Quad(NODE, LEDGER, value, GRAPH),
        rdf.Quad(NODE, LEDGER, value),
    }
    assert not list(tmp_path.glob("*.nq"))


def test_quads_are_taken_until_they_are_worth_loading_and_kept_ones_loaded_between(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(loading, "LOAD_BYTES", 100)
    store = embedded.Store(str(tmp_path))
    loader = Loader(store, tmp_path)
    quads = [rdf.Quad(NODE, NODE, rdf.Literal(str(number)), GRAPH) for number in range(9)]
    sizes = []
    for quad in quads:
        loader.take(render_quads([quad]))
        sizes.append(len(store))
    loader.flush()
    assert sizes == [0, 0, 3, 3, 3, 6, 6, 6, 9]
    steps = 0
    for _ in loader.loading_kept():
        steps += 1
        assert len(store) > 9
        if steps == 1:
            loader.keep(render_quads([rdf.Quad(NODE, NODE, NODE, LEDGER)]))
    assert steps > 1
    loader.finish()
    triples = {rdf.Quad(NODE, NODE, quad.object) for quad in quads}
    assert {*store} == triples | {*quads, rdf.Quad(NODE, NODE, NODE, LEDGER)}

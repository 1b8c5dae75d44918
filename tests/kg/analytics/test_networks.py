"""Projection, centrality, communities, paths: small networks whose answers are plain to see."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pytest

from kg.analytics.centrality import rank_things
from kg.analytics.communities import community_table, find_communities
from kg.analytics.facts import Facts
from kg.analytics.paths import path_table
from kg.analytics.projection import linked_network
from kg.errors import QueryError
from tests.kg.analytics.world import link, sample, solid, term, use, world

ALD, TMA = term("process:ald"), term("chemical:trimethylaluminum")
YIELD = term("property:photoluminescence_quantum_yield")


@pytest.fixture(scope="module")
def facts() -> Facts:
    """PbSe - Al2O3 - TMA, and beside it a chain over the yield: PbSe/Al2O3 - yield - TMA."""
    return world(
        links=[
            link(solid("Al2O3"), "on", solid("PbSe"), "Alpha 2011", "Alumina on PbSe."),
            link(solid("AlOx"), "on", solid("PbSe"), "Beta 2012", "The oxide covers PbSe."),
            link(ALD, "makes", solid("Al2O3")),
            link(TMA, "precursor for", solid("Al2O3"), "Beta 2012"),
            link(TMA, "causes: decrease", YIELD, "Gamma 2013"),
            link(YIELD, "property of", sample("PbSe", "Al2O3"), "Gamma 2013"),
            link(term("parameter:temperature"), "condition of", ALD),
            link(solid("CdS"), "on", solid("CdS"), "Gamma 2013"),
            link(solid("ZnO"), "on", solid("InP"), "Delta 2014"),
        ],
        uses=[use("Beta 2012", "precursor", TMA)],
        same={solid("AlOx"): solid("Al2O3")},
    )


def test_only_stated_links_join_and_families_are_one(facts: Facts):
    network = linked_network(facts)
    labels = nx.get_node_attributes(network, "label")
    assert sorted(tuple(sorted((labels[a], labels[b]))) for a, b in network.edges) == [
        ("Al2O3", "PbSe"),
        ("Al2O3", "PbSe/Al2O3"),
        ("Al2O3", "atomic layer deposition"),
        ("Al2O3", "trimethylaluminum"),
        ("InP", "ZnO"),
        ("PbSe", "PbSe/Al2O3"),
        ("PbSe/Al2O3", "photoluminescence quantum yield"),
        ("photoluminescence quantum yield", "trimethylaluminum"),
    ]
    coated = network.edges[solid("Al2O3"), solid("PbSe")]
    assert (coated["weight"], [one.study for one in coated["links"]]) == (
        2,
        ["Alpha 2011", "Beta 2012"],
    )


def test_centrality_counts_studies_and_neighbours(facts: Facts):
    """Al2O3 has four neighbours in three studies: PbSe, the sample, ALD and TMA."""
    table = rank_things(facts, kind="material")
    first = dict(zip(table.columns, table.rows[0], strict=True))
    assert (first["name"], first["studies"], first["neighbours"]) == ("Al2O3", 3, 4)
    assert first["linked_most_to"] == "PbSe (2), atomic layer deposition (1), trimethylaluminum (1)"
    assert [row[2] for row in rank_things(facts, kind="material", at_least=2).rows] == [
        "Al2O3",
        "PbSe",
    ]
    assert [row[2] for row in rank_things(facts, kind="precursor").rows] == ["trimethylaluminum"]


def test_betweenness_of_a_chain():
    """In a - b - c - d - e, c lies between 4 of 6 pairs, b between 3."""
    chain = "CdSe CdS ZnS ZnSe ZnTe".split()
    facts = world(links=[link(solid(b), "on", solid(a)) for a, b in pairwise(chain)])
    rows = {row[2]: row[5] for row in rank_things(facts, kind="material").rows}
    assert (rows["ZnS"], rows["CdS"], rows["CdSe"]) == (0.6667, 0.5, 0)


def test_communities_are_named_by_their_strongest_terms():
    """Two triangles that one link joins."""
    triangles = [("CdSe", "CdS"), ("CdS", "ZnS"), ("ZnS", "CdSe")]
    triangles += [("Al2O3", "TiO2"), ("TiO2", "HfO2"), ("HfO2", "Al2O3"), ("Al2O3", "ZnS")]
    facts = world(links=[link(solid(a), "on", solid(b)) for a, b in triangles])
    table = community_table(facts).without("reagents", "processes", "properties", "techniques")
    assert table.rows == (
        (1, "Al2O3, HfO2, TiO2", 3, 1, 0.86, "Al2O3, HfO2, TiO2"),
        (2, "CdS, CdSe, ZnS", 3, 1, 0.86, "CdS, CdSe, ZnS"),
    )
    assert community_table(facts, at_least=4).rows == ()


def test_communities_do_not_depend_on_the_order():
    two = nx.relabel_nodes(nx.barbell_graph(4, 1), str)
    turned = nx.Graph()
    turned.add_edges_from(reversed(list(two.edges)))
    assert find_communities(turned) == find_communities(two)
    with pytest.raises(ValueError, match="positive"):
        find_communities(two, resolution=0)


def test_paths_are_chains_of_stated_links(facts: Facts):
    table = path_table(facts, start="PbSe", end="TMA")
    shown = table.without("chain", "place").rows
    assert shown[0] == (1, 1, "Al2O3", "on", "PbSe", "Alpha 2011, Beta 2012", "Alumina on PbSe.")
    assert [row[:5] for row in shown] == [
        (1, 1, "Al2O3", "on", "PbSe"),
        (1, 2, "trimethylaluminum", "precursor for", "Al2O3"),
        (2, 1, "PbSe", "layer of", "PbSe/Al2O3"),
        (2, 2, "photoluminescence quantum yield", "property of", "PbSe/Al2O3"),
        (2, 3, "trimethylaluminum", "causes: decrease", "photoluminescence quantum yield"),
    ]
    assert set(table.column("chain")) == {
        "PbSe – Al2O3 – trimethylaluminum",
        "PbSe – PbSe/Al2O3 – photoluminescence quantum yield – trimethylaluminum",
    }
    assert len(set(path_table(facts, start="PbSe", end="TMA", count=1).column("path"))) == 1


def test_no_path_and_no_such_thing(facts: Facts):
    assert path_table(facts, start="alumina", end="InP").rows == ()
    assert path_table(facts, start="Al₂O₃", end="alumina").rows == ()
    with pytest.raises(QueryError, match="end: nothing in this graph is called 'GaN'"):
        path_table(facts, start="PbSe", end="GaN")
    with pytest.raises(QueryError, match=r"did you mean: .*trimethylaluminum"):
        path_table(facts, start="trimethylaluminim x", end="PbSe")

"""Projection, centrality, communities, paths: small networks whose answers are plain to see."""

from __future__ import annotations

import networkx as nx
import pytest

from kg.analytics import (
    centrality_table,
    community_table,
    find_communities,
    material_network,
    path_table,
    rank_by_centrality,
    shortest_path,
    study_material_network,
)
from kg.analytics.projection import network_of_links
from kg.errors import QueryError


def link(study: str, material: str, role: str = "film", year: int | None = 2015):
    return {
        "study_iri": f"s:{study}",
        "study": study,
        "year": year,
        "material_iri": f"m:{material}",
        "material": material,
        "role": role,
    }


@pytest.fixture
def network():
    return network_of_links(
        [
            link("A", "PbSe", "nanocrystal"),
            link("A", "Al2O3", "matrix"),
            link("A", "Al2O3", "overlayer"),
            link("B", "Al2O3", "matrix"),
            link("B", "CdSe", "core", year=None),
            link("C", "CdSe", "core"),
            link("C", "CdS", "shell"),
            link("D", "TiO2"),
        ]
    )


def test_projection_is_bipartite_with_attributes(network):
    assert network.nodes["s:A"] == {"bipartite": 0, "kind": "study", "label": "A", "year": 2015}
    assert network.nodes["m:PbSe"]["kind"] == "material"
    assert network.edges["s:A", "m:Al2O3"]["roles"] == "matrix, overlayer"
    assert network.number_of_edges() == 7


def test_materials_of_one_study_are_joined(network):
    materials = material_network(network)
    assert sorted(materials.edges) == [
        ("m:Al2O3", "m:CdSe"),
        ("m:Al2O3", "m:PbSe"),
        ("m:CdS", "m:CdSe"),
    ]
    assert materials.nodes["m:TiO2"]["label"] == "TiO2"
    assert materials.edges["m:Al2O3", "m:PbSe"]["weight"] == 1


def test_what_joins_the_rest_is_most_central(network):
    ranked = rank_by_centrality(network, kind="material")
    assert [c.label for c in ranked[:2]] == ["Al2O3", "CdSe"]
    assert ranked[0].degree == 2
    assert {c.kind for c in ranked} == {"material"}


def test_communities_cover_every_node_once(network):
    groups = find_communities(network)
    assert sorted(node for group in groups for node in group) == sorted(network.nodes)
    assert ("m:TiO2", "s:D") in groups


def test_communities_do_not_depend_on_the_order(network):
    turned = network_of_links([])
    for node in reversed(list(network.nodes)):
        turned.add_node(node, **network.nodes[node])
    turned.add_edges_from(reversed(list(network.edges(data=True))))
    assert find_communities(turned) == find_communities(network)


def test_path_names_the_studies_between(network):
    steps = shortest_path(network, "PbSe", "CdS")
    assert [s.label for s in steps] == ["PbSe", "A", "Al2O3", "B", "CdSe", "C", "CdS"]
    assert [s.kind for s in steps[:2]] == ["material", "study"]


def test_no_path_and_no_material(network):
    assert shortest_path(network, "PbSe", "TiO2") == ()
    with pytest.raises(QueryError, match="GaN"):
        shortest_path(network, "PbSe", "GaN")


def test_joined_materials_know_their_studies(network):
    edge = material_network(network).edges["m:Al2O3", "m:CdSe"]
    assert (edge["studies"], edge["weight"]) == (("s:B",), 1)


def test_betweenness_of_a_chain():
    """In A - s - B - t - C only B and the two studies lie between; B between 4 of 6 pairs."""
    chain = network_of_links([link("s", "A"), link("s", "B"), link("t", "B"), link("t", "C")])
    ranked = {c.label: (c.degree, c.betweenness) for c in rank_by_centrality(chain)}
    assert ranked["A"] == (1, 0)
    assert ranked["B"] == (2, pytest.approx(4 / 6))
    assert ranked["s"] == (2, pytest.approx(3 / 6))


def test_centrality_as_a_table(network):
    table = centrality_table(network, kind="study")
    assert table.columns == ("label", "kind", "degree", "betweenness", "label_iri")
    assert set(table.column("kind")) == {"study"}
    assert "betweenness" in table.readable().columns


def test_two_triangles_joined_by_an_edge_are_two_communities():
    """Also where the weights say otherwise than the bare edges."""
    triangles = nx.relabel_nodes(nx.barbell_graph(3, 0), str)
    assert find_communities(triangles) == (("0", "1", "2"), ("3", "4", "5"))
    triangles.edges["2", "3"]["weight"] = 100
    assert ("2", "3") in find_communities(triangles)
    with pytest.raises(ValueError, match="positive"):
        find_communities(triangles, resolution=0)


def test_communities_as_a_table(network):
    table = community_table(network)
    assert table.column("community") == tuple(sorted(table.column("community")))
    assert sorted(table.column("label_iri")) == sorted(network)


def test_path_table_lists_every_study_that_joins(network):
    network.add_node("s:E", label="E", kind="study", bipartite=0)
    network.add_edges_from([("s:E", "m:PbSe"), ("s:E", "m:Al2O3")])
    table = path_table(network, "PbSe", "CdSe")
    assert table.without("study_iri").rows == (
        (1, "PbSe", "Al2O3", "A", 2015),
        (1, "PbSe", "Al2O3", "E", None),
        (2, "Al2O3", "CdSe", "B", 2015),
    )
    assert path_table(network, "PbSe", "TiO2").rows == ()
    assert path_table(network, "PbSe", "PbSe").rows == ()


def test_formulas_are_found_as_printed(network):
    assert shortest_path(network, "Al₂O₃", "m:PbSe")[0].node == "m:Al2O3"


def test_network_of_a_store(answers):
    network = study_material_network(answers)
    liu = next(n for n, data in network.nodes(data=True) if data["label"] == "Liu 2011")
    formulas = {network.nodes[n]["label"]: network.edges[liu, n]["roles"] for n in network[liu]}
    assert formulas == {"PbSe": "nanocrystal", "Al2O3": "matrix"}
    assert network.nodes[liu]["year"] == 2011

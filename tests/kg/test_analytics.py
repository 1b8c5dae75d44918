"""Projection, centrality, communities, paths: small networks whose answers are plain to see."""

from __future__ import annotations

import pytest

from kg.analytics import (
    find_communities,
    material_network,
    rank_by_centrality,
    shortest_path,
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

"""The graph as networks: who used what, what holds together, how two materials are joined."""

from __future__ import annotations

from kg.analytics.centrality import centrality_table
from kg.analytics.communities import community_table, find_communities
from kg.analytics.paths import Step, find_material, find_path, path_table
from kg.analytics.projection import bipartite_graph, material_graph, nodes_of_kind

__all__ = [
    "Step",
    "bipartite_graph",
    "centrality_table",
    "community_table",
    "find_communities",
    "find_material",
    "find_path",
    "material_graph",
    "nodes_of_kind",
    "path_table",
]

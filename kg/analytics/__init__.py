"""The graph as a network: who used what, what stands in the middle, what belongs together."""

from __future__ import annotations

from kg.analytics.centrality import Centrality, centrality_table, rank_by_centrality
from kg.analytics.communities import community_table, find_communities
from kg.analytics.paths import Step, path_table, shortest_path
from kg.analytics.projection import material_network, nodes_of_kind, study_material_network

__all__ = [
    "Centrality",
    "Step",
    "centrality_table",
    "community_table",
    "find_communities",
    "material_network",
    "nodes_of_kind",
    "path_table",
    "rank_by_centrality",
    "shortest_path",
    "study_material_network",
]

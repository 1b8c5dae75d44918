"""The graph as a network: who used what, what stands in the middle, what belongs together."""

from __future__ import annotations

from kg.analytics.centrality import Centrality, rank_by_centrality
from kg.analytics.communities import find_communities
from kg.analytics.paths import Step, shortest_path
from kg.analytics.projection import material_network, study_material_network

__all__ = [
    "Centrality",
    "Step",
    "find_communities",
    "material_network",
    "rank_by_centrality",
    "shortest_path",
    "study_material_network",
]

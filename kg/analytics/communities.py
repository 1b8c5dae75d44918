"""What belongs together: communities of a network."""

from __future__ import annotations

import networkx as nx


def find_communities(
    network: nx.Graph[str], *, resolution: float = 1.0
) -> tuple[tuple[str, ...], ...]:
    """Groups of nodes that are joined more among themselves than to the rest.

    Parameters
    ----------
    network
        Edges may have a ``weight``.
    resolution
        Above 1 smaller groups, below 1 larger ones.

    Returns
    -------
    Each node in one group; groups from the largest to the smallest, nodes sorted.

    Notes
    -----
    Louvain's method with a fixed seed over nodes in sorted order, so the answer does not depend on
    the order in which the network was built. It is a heuristic: other groupings can score as well.

    References
    ----------
    V. D. Blondel et al., "Fast unfolding of communities in large networks", J. Stat. Mech. P10008
    (2008), doi:10.1088/1742-5468/2008/10/P10008.

    Examples
    --------
    >>> two = nx.relabel_nodes(nx.barbell_graph(3, 0), str)
    >>> find_communities(two)
    (('0', '1', '2'), ('3', '4', '5'))
    """
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(sorted(network.nodes))
    ordered.add_edges_from(sorted((min(a, b), max(a, b)) for a, b in network.edges))
    for a, b, weight in network.edges(data="weight", default=1):
        ordered.edges[a, b]["weight"] = weight
    groups = nx.community.louvain_communities(ordered, resolution=resolution, seed=7)
    return tuple(sorted((tuple(sorted(group)) for group in groups), key=lambda g: (-len(g), g)))

"""Which studies and materials belong together, seen from their links alone."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx

from kg.table import Iri, Table

#: Seed of the random order in which Louvain visits nodes; any number does, but always the same.
SEED = 2003


def find_communities(network: nx.Graph, *, resolution: float = 1.0) -> tuple[frozenset[str], ...]:
    """Part the network into communities, the largest first.

    Parameters
    ----------
    network
        A network of :mod:`kg.analytics.projection`; an edge's ``weight`` counts, else 1.
    resolution
        Above 1 favours small communities, below 1 large ones.

    Returns
    -------
    tuple of frozenset
        Every node is in exactly one of them. Of two as large, the one with the first node in
        sorted order comes first.

    Raises
    ------
    ValueError
        If ``resolution`` is not positive.

    Notes
    -----
    The Louvain method [1]_ maximises modularity greedily: near linear in the number of edges, no
    guarantee of the optimum. Nodes are visited in a random order with a fixed seed, so that the answer depends on the network alone. For a bipartite network the
    modularity is still that of an ordinary graph.

    References
    ----------
    .. [1] V. D. Blondel et al., "Fast unfolding of communities in large networks",
       J. Stat. Mech. P10008 (2008), doi:10.1088/1742-5468/2008/10/P10008.
    """
    if resolution <= 0:
        raise ValueError(f"resolution must be positive, not {resolution}")
    names = sorted(network)
    found = nx.community.louvain_communities(
        _numbered(network, names), resolution=resolution, seed=SEED
    )
    named = [frozenset(names[number] for number in numbers) for numbers in found]
    return tuple(sorted(named, key=lambda nodes: (-len(nodes), min(nodes))))


def _numbered(network: nx.Graph, names: Sequence[str]) -> nx.Graph:
    """The same network on the numbers of its sorted nodes: sets of numbers have a fixed order."""
    number = {name: position for position, name in enumerate(names)}
    numbered = nx.Graph()
    numbered.add_nodes_from(range(len(names)))
    edges = ((*sorted((number[u], number[v])), w) for u, v, w in network.edges(data="weight"))
    numbered.add_weighted_edges_from(sorted((u, v, w or 1) for u, v, w in edges))
    return numbered


def community_table(network: nx.Graph, *, resolution: float = 1.0) -> Table:
    """The communities as a table, one row a node.

    Parameters
    ----------
    network
        As for :func:`find_communities`.
    resolution
        As for :func:`find_communities`.

    Returns
    -------
    Table
        Columns ``community`` (from 1, the largest), ``label``, ``kind``, ``label_iri``.

    Raises
    ------
    ValueError
        If ``resolution`` is not positive.
    """
    rows = [
        (number, str(network.nodes[node]["label"]), str(network.nodes[node]["kind"]), Iri(node))
        for number, nodes in enumerate(find_communities(network, resolution=resolution), start=1)
        for node in nodes
    ]
    ordered = sorted(rows, key=lambda row: (row[0], row[2], row[1], row[3]))
    return Table(columns=("community", "label", "kind", "label_iri"), rows=tuple(ordered))

"""What belongs together: communities of a network."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx

from kg.table import Iri, Table

#: Seed of the order in which Louvain visits nodes; any number does, but always the same.
SEED = 7


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

    Raises
    ------
    ValueError
        If ``resolution`` is not positive.

    Notes
    -----
    Louvain's method with a fixed seed over nodes in sorted order, so the answer does not depend on
    the order in which the network was built. Near linear in the number of edges. It is a
    heuristic: other groupings can score as well.

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
    if resolution <= 0:
        raise ValueError(f"resolution must be positive, not {resolution}")
    names = sorted(network)
    groups = nx.community.louvain_communities(
        _numbered(network, names), resolution=resolution, seed=SEED
    )
    named = (tuple(sorted(names[number] for number in group)) for group in groups)
    return tuple(sorted(named, key=lambda group: (-len(group), group)))


def _numbered(network: nx.Graph[str], names: Sequence[str]) -> nx.Graph[int]:
    """The same network on the numbers of its nodes: sets of numbers, unlike texts, keep order."""
    number = {name: position for position, name in enumerate(names)}
    edges = ((*sorted((number[a], number[b])), w) for a, b, w in network.edges(data="weight"))
    numbered: nx.Graph[int] = nx.Graph()
    numbered.add_nodes_from(range(len(names)))
    numbered.add_weighted_edges_from(sorted((a, b, 1 if w is None else w) for a, b, w in edges))
    return numbered


def community_table(network: nx.Graph[str], *, resolution: float = 1.0) -> Table:
    """The answer of :func:`find_communities` as a table, one row a node; numbers start at 1.

    Raises
    ------
    ValueError
        If ``resolution`` is not positive.
    """
    nodes = network.nodes
    rows = (
        (number, str(nodes[node]["label"]), str(nodes[node]["kind"]), Iri(node))
        for number, group in enumerate(find_communities(network, resolution=resolution), start=1)
        for node in group
    )
    ordered = sorted(rows, key=lambda row: (row[0], row[2], row[1], row[3]))
    return Table(columns=("community", "label", "kind", "label_iri"), rows=tuple(ordered))

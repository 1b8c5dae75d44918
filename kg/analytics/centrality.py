"""What stands in the middle: degree and betweenness."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

from kg.table import Iri, Table

#: Networks up to this many nodes are measured exactly; beyond, betweenness is sampled.
EXACT_UP_TO = 2_000
_SAMPLES = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Centrality:
    """How central one node is. ``degree`` counts neighbours; ``betweenness`` is 0 to 1."""

    node: str
    label: str
    kind: str
    degree: int
    betweenness: float


def rank_by_centrality(
    network: nx.Graph[str], *, kind: str | None = None
) -> tuple[Centrality, ...]:
    """Nodes from the most to the least central, by betweenness, then degree, then label.

    Parameters
    ----------
    network
        Nodes with ``label`` and ``kind``.
    kind
        Only nodes of this kind (``"material"``, ``"study"``); all if left out.

    Notes
    -----
    Betweenness is exact up to :data:`EXACT_UP_TO` nodes, O(nodes * edges); in larger networks it is
    estimated from 256 source nodes drawn with a fixed seed, so the answer repeats itself.

    References
    ----------
    U. Brandes, "A faster algorithm for betweenness centrality", J. Math. Sociol. 25, 163 (2001),
    doi:10.1080/0022250X.2001.9990249.

    Examples
    --------
    >>> star = nx.star_graph(3)
    >>> rank_by_centrality(nx.relabel_nodes(star, str))[0].node
    '0'
    """
    size = network.number_of_nodes()
    samples = None if size <= EXACT_UP_TO else _SAMPLES
    between = nx.betweenness_centrality(network, k=samples, seed=7)
    ranked = [
        Centrality(
            node=node,
            label=str(data.get("label", node)),
            kind=str(data.get("kind", "")),
            degree=network.degree(node),
            betweenness=between[node],
        )
        for node, data in network.nodes(data=True)
        if kind is None or data.get("kind") == kind
    ]
    return tuple(sorted(ranked, key=lambda c: (-c.betweenness, -c.degree, c.label, c.node)))


def centrality_table(network: nx.Graph[str], *, kind: str | None = None) -> Table:
    """The answer of :func:`rank_by_centrality` as a table, one row a node.

    Betweenness is rounded to 9 digits: the order of summation shows in the last ones.
    """
    rows = tuple(
        (c.label, c.kind, c.degree, round(c.betweenness, 9), Iri(c.node))
        for c in rank_by_centrality(network, kind=kind)
    )
    return Table(columns=("label", "kind", "degree", "betweenness", "label_iri"), rows=rows)

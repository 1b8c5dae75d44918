"""Which studies and materials hold the literature together."""

from __future__ import annotations

import networkx as nx

from kg.table import Iri, Table


def centrality_table(network: nx.Graph, kind: str | None = None) -> Table:
    """How central each node is, the most linked first.

    Parameters
    ----------
    network
        A network of :mod:`kg.analytics.projection`.
    kind
        Only nodes of this kind; all if left out. The numbers are those in the whole network.

    Returns
    -------
    Table
        Columns ``label``, ``kind``, ``degree`` (number of links), ``degree_centrality`` (share of
        the other nodes that are linked), ``betweenness`` (share of the shortest paths between
        other nodes that lead through this one) and ``label_iri``.

    Notes
    -----
    Betweenness by Brandes' algorithm [1]_ on the unweighted network: *O(nm)* time for *n* nodes and
    *m* edges, so seconds at ten thousand edges. Numbers are rounded to 12 digits, because the
    order of summation would otherwise show in the last ones.

    References
    ----------
    .. [1] U. Brandes, "A faster algorithm for betweenness centrality", J. Math. Sociol. 25,
       163-177 (2001), doi:10.1080/0022250X.2001.9990249.
    """
    shares = nx.degree_centrality(network)
    between = nx.betweenness_centrality(network)
    rows = [
        (
            str(data["label"]),
            str(data["kind"]),
            network.degree(node),
            round(shares[node], 12),
            round(between[node], 12),
            Iri(node),
        )
        for node, data in network.nodes(data=True)
        if kind is None or data["kind"] == kind
    ]
    ordered = sorted(rows, key=lambda row: (-row[2], -row[4], row[0], row[5]))
    return Table(columns=_COLUMNS, rows=tuple(ordered))


_COLUMNS = ("label", "kind", "degree", "degree_centrality", "betweenness", "label_iri")

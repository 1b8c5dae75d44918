"""How two materials hang together: through which studies and materials."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

from kg.errors import QueryError


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One node on a path: a material, or a study that joins two of them."""

    node: str
    label: str
    kind: str


def shortest_path(network: nx.Graph[str], start: str, end: str) -> tuple[Step, ...]:
    """The shortest chain of studies that joins two materials, the materials included.

    Parameters
    ----------
    network
        A graph from :func:`kg.analytics.study_material_network`.
    start, end
        Materials, by formula (the node's label) or IRI.

    Returns
    -------
    The steps from ``start`` to ``end``; empty where nothing joins them. Of equally short paths the
    first by label is taken, so the answer repeats itself.

    Raises
    ------
    QueryError
        If a material is not in the network.

    Notes
    -----
    O(nodes + edges) plus the number of shortest paths.
    """
    source, target = _material(network, start), _material(network, end)
    try:
        paths = nx.all_shortest_paths(network, source, target)
        best = min(paths, key=lambda path: [network.nodes[n]["label"] for n in path] + path)
    except nx.NetworkXNoPath:
        return ()
    return tuple(
        Step(node=n, label=network.nodes[n]["label"], kind=network.nodes[n]["kind"]) for n in best
    )


def _material(network: nx.Graph[str], name: str) -> str:
    if name in network:
        return name
    named: list[str] = sorted(
        node
        for node, data in network.nodes(data=True)
        if data["kind"] == "material" and data["label"] == name
    )
    if not named:
        raise QueryError(f"no material {name!r} in the network")
    return named[0]

"""From the graph of claims to networks: who used what, and what was used together.

A node is the IRI of a thing, so that two networks of one store can be laid over each other.
Nodes carry ``label``, ``kind`` (``"study"`` or ``"material"``) and, for studies, ``year``. Nodes
and edges are added in a fixed order; the same store always gives the same network.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx

from kg.queries import run
from kg.table import Cell

if TYPE_CHECKING:
    from kg.store import Store

STUDY = "study"
MATERIAL = "material"


def bipartite_graph(store: Store) -> nx.Graph:
    """The network of studies and the materials they made or used.

    Parameters
    ----------
    store
        The graph of claims.

    Returns
    -------
    networkx.Graph
        Studies have ``bipartite=0``, materials ``bipartite=1``. An edge carries ``roles``, the
        roles of the material in the study, sorted and joined by ``"; "``.

    Notes
    -----
    Built from material claims only: a study without one is not in the network. Time and memory
    are linear in the number of claims.

    See Also
    --------
    material_graph : The projection on the materials.
    """
    links = run(store, "study-material-links")
    return _link(zip(*(links.column(name) for name in _LINK_COLUMNS), strict=True))


_LINK_COLUMNS = ("study_iri", "study", "year", "material_iri", "material", "role")


def _link(links: Iterable[tuple[Cell, ...]]) -> nx.Graph:
    network = nx.Graph()
    roles: dict[tuple[str, str], set[str]] = {}
    for study, label, year, material, formula, role in links:
        dated = {} if year is None else {"year": year}
        network.add_node(str(study), label=str(label), kind=STUDY, bipartite=0, **dated)
        network.add_node(str(material), label=str(formula), kind=MATERIAL, bipartite=1)
        roles.setdefault((str(study), str(material)), set()).add(str(role))
    for (study, material), found in roles.items():
        network.add_edge(study, material, roles="; ".join(sorted(found)))
    return network


def nodes_of_kind(network: nx.Graph, kind: str) -> tuple[str, ...]:
    """The nodes whose ``kind`` is this one, sorted.

    Parameters
    ----------
    network
        A network of this package.
    kind
        ``"study"`` or ``"material"``.
    """
    return tuple(sorted(node for node, data in network.nodes(data=True) if data["kind"] == kind))


def material_graph(network: nx.Graph) -> nx.Graph:
    """The network of materials that were used in the same study.

    Parameters
    ----------
    network
        The bipartite network of studies and materials (:func:`bipartite_graph`).

    Returns
    -------
    networkx.Graph
        An edge carries ``studies``, the studies that used both materials (a sorted tuple of IRIs),
        and ``weight``, their number. Materials that share no study with another stand alone.

    Notes
    -----
    A study of *m* materials adds *m* (*m* - 1) / 2 pairs, so time is the sum of the squares of
    the studies' degrees. That the network is bipartite is not checked.

    References
    ----------
    .. [1] M. E. J. Newman, "Scientific collaboration networks. II. Shortest paths, weighted
       networks, and centrality", Phys. Rev. E 64, 016132 (2001), doi:10.1103/PhysRevE.64.016132.
    """
    projected = nx.Graph()
    for material in nodes_of_kind(network, MATERIAL):
        projected.add_node(material, **network.nodes[material])
    for study in nodes_of_kind(network, STUDY):
        for pair in combinations(sorted(network[study]), 2):
            known = projected.get_edge_data(*pair, default={"studies": ()})["studies"]
            projected.add_edge(*pair, studies=(*known, study), weight=len(known) + 1)
    return projected

"""From RDF to networkx: studies and the materials they used, and materials used together.

Nodes are IRIs, so that two networks of one store can be laid over each other; they carry ``label``,
``kind`` (``"study"`` or ``"material"``) and, for studies, ``year``. The same store always gives the
same network, in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.queries import run

if TYPE_CHECKING:
    from kg.store import Graph

#: The query whose rows are the edges.
LINKS = "study-material-links"

STUDY = "study"
MATERIAL = "material"


def study_material_network(store: Graph) -> nx.Graph[str]:
    """The bipartite graph of studies and materials.

    Parameters
    ----------
    store
        The graph that is projected.

    Returns
    -------
    An undirected graph. Nodes are IRIs with the attributes ``bipartite`` (0 for studies, 1 for
    materials), ``kind``, ``label``, and ``year`` where it is known; edges have ``roles``, the roles
    in which the study used the material, as one text.

    Raises
    ------
    QueryError
        If the store cannot answer.

    Notes
    -----
    Time and memory grow with the number of links. Studies without a material are left out.
    """
    table = run(store, LINKS)
    return network_of_links([dict(zip(table.columns, row, strict=True)) for row in table.rows])


def network_of_links(links: Iterable[Mapping[str, Any]]) -> nx.Graph[str]:
    """The bipartite graph of rows with ``study_iri``, ``study``, ``year``, ``material_iri``, ...

    See :func:`study_material_network` for the attributes.
    """
    network: nx.Graph[str] = nx.Graph()
    roles: dict[tuple[str, str], set[str]] = {}
    for link in links:
        study, material = str(link["study_iri"]), str(link["material_iri"])
        year = {"year": link["year"]} if link.get("year") is not None else {}
        network.add_node(study, bipartite=0, kind=STUDY, label=str(link["study"]), **year)
        network.add_node(material, bipartite=1, kind=MATERIAL, label=str(link["material"]))
        roles.setdefault((study, material), set()).update({str(link["role"])} - {"", "None"})
    for (study, material), found in roles.items():
        network.add_edge(study, material, roles=", ".join(sorted(found)))
    return network


def nodes_of_kind(network: nx.Graph[str], kind: str) -> tuple[str, ...]:
    """The nodes whose ``kind`` is this one, sorted."""
    return tuple(sorted(node for node, data in network.nodes(data=True) if data["kind"] == kind))


def material_network(network: nx.Graph[str]) -> nx.Graph[str]:
    """Materials that occur in one study, joined.

    Parameters
    ----------
    network
        A graph from :func:`study_material_network`.

    Returns
    -------
    An undirected graph of the material nodes, with their attributes. An edge has ``studies``, the
    nodes of the studies that used both (sorted), and ``weight``, their number.

    Notes
    -----
    A study of ``k`` materials adds ``k * (k - 1) / 2`` edges, so one long list weighs much. That
    the graph is bipartite is not checked.

    References
    ----------
    T. Zhou, J. Ren, M. Medo, Y.-C. Zhang, "Bipartite network projection and personal
    recommendation", Phys. Rev. E 76, 046115 (2007), doi:10.1103/PhysRevE.76.046115.
    """
    projected: nx.Graph[str] = nx.Graph()
    for material in nodes_of_kind(network, MATERIAL):
        projected.add_node(material, **network.nodes[material])
    for study in nodes_of_kind(network, STUDY):
        for pair in combinations(sorted(network[study]), 2):
            known = projected.get_edge_data(*pair, default={"studies": ()})["studies"]
            projected.add_edge(*pair, studies=(*known, study), weight=len(known) + 1)
    return projected

"""From RDF to networkx: studies and the materials they used, and materials used together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from kg.queries import run
from kg.store import Store

#: The query whose rows are the edges.
LINKS = "study-material-links"


def study_material_network(store: Store) -> nx.Graph[str]:
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
    for link in links:
        study, material = str(link["study_iri"]), str(link["material_iri"])
        year = {"year": link["year"]} if link.get("year") is not None else {}
        network.add_node(study, bipartite=0, kind="study", label=str(link["study"]), **year)
        network.add_node(material, bipartite=1, kind="material", label=str(link["material"]))
        roles = {str(link["role"])} if link.get("role") else set()
        if network.has_edge(study, material):
            roles |= set(network.edges[study, material]["roles"].split(", ")) - {""}
        network.add_edge(study, material, roles=", ".join(sorted(roles)))
    return network


def material_network(network: nx.Graph[str]) -> nx.Graph[str]:
    """Materials that occur in one study, joined; ``weight`` counts the studies.

    Parameters
    ----------
    network
        A graph from :func:`study_material_network`.

    Returns
    -------
    An undirected graph of the material nodes, with their attributes.

    Notes
    -----
    A study of ``k`` materials adds ``k * (k - 1) / 2`` edges, so one long list weighs much.

    References
    ----------
    T. Zhou, J. Ren, M. Medo, Y.-C. Zhang, "Bipartite network projection and personal
    recommendation", Phys. Rev. E 76, 046115 (2007), doi:10.1103/PhysRevE.76.046115.
    """
    materials = [node for node, part in network.nodes(data="bipartite") if part == 1]
    projected: nx.Graph[str] = nx.bipartite.weighted_projected_graph(network, sorted(materials))
    return projected

"""How two materials are joined: through which others, and by which studies."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

from kg.analytics.projection import MATERIAL, material_graph, nodes_of_kind
from kg.errors import QueryError
from kg.queries.terms import flatten
from kg.table import Iri, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From one material to the next: the studies that used both (IRIs, sorted)."""

    source: str
    target: str
    studies: tuple[str, ...]


def find_material(network: nx.Graph, formula: str) -> str:
    """The node of a formula.

    Parameters
    ----------
    network
        A network of :mod:`kg.analytics.projection`.
    formula
        As printed, with or without subscripts.

    Raises
    ------
    QueryError
        If no study in the network used it.
    """
    asked = flatten(formula)
    for node in nodes_of_kind(network, MATERIAL):
        if network.nodes[node]["label"] == asked:
            return node
    raise QueryError(f"no material {formula!r} in the graph")


def find_path(network: nx.Graph, source: str, target: str) -> tuple[Step, ...]:
    """The shortest way from one material to another over studies that used both ends of a step.

    Parameters
    ----------
    network
        The bipartite network of studies and materials.
    source, target
        Nodes of materials (:func:`find_material`).

    Returns
    -------
    tuple of Step
        Empty if both are the same material or nothing joins them. Of several shortest ways, the
        one whose materials come first in sorted order.

    Raises
    ------
    networkx.NodeNotFound
        If one of them is not in the network.

    Notes
    -----
    Breadth-first search from the target on the projection, then the smallest neighbour that is
    nearer at each step: *O(n + m)* besides the projection.
    """
    projected = material_graph(network)
    for node in (source, target):
        if node not in projected:
            raise nx.NodeNotFound(f"{node} is not a material of the network")
    distance = nx.single_source_shortest_path_length(projected, target)
    steps: list[Step] = []
    here = source
    while here != target and here in distance:
        ahead = min(node for node in projected[here] if distance[node] < distance[here])
        steps.append(Step(source=here, target=ahead, studies=projected[here][ahead]["studies"]))
        here = ahead
    return tuple(steps)


def path_table(network: nx.Graph, source: str, target: str) -> Table:
    """The shortest way between two formulas as a table, one row a study of a step.

    Parameters
    ----------
    network
        The bipartite network of studies and materials.
    source, target
        Formulas.

    Returns
    -------
    Table
        Columns ``step`` (from 1), ``material``, ``next``, ``study``, ``year``, ``study_iri``.

    Raises
    ------
    QueryError
        If one of them is unknown, or nothing joins them.
    """
    ends = find_material(network, source), find_material(network, target)
    steps = find_path(network, *ends)
    if not steps and ends[0] != ends[1]:
        raise QueryError(f"no chain of studies joins {source} and {target}")
    nodes = network.nodes
    rows = tuple(
        (
            number,
            nodes[step.source]["label"],
            nodes[step.target]["label"],
            nodes[study]["label"],
            nodes[study].get("year"),
            Iri(study),
        )
        for number, step in enumerate(steps, start=1)
        for study in step.studies
    )
    return Table(columns=("step", "material", "next", "study", "year", "study_iri"), rows=rows)

"""How two materials hang together: through which studies and materials."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

from kg.analytics.projection import MATERIAL, nodes_of_kind
from kg.errors import QueryError
from kg.grounding import flatten
from kg.table import Iri, Row, Table


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
        Materials, by formula (the node's label, subscripts allowed) or IRI.

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
    O(nodes + edges): breadth-first search from the end, then always the first neighbour by label
    that lies nearer to it.
    """
    source, target = _material(network, start), _material(network, end)
    distance = nx.single_source_shortest_path_length(network, target)
    if source not in distance:
        return ()
    nodes = network.nodes
    return tuple(
        Step(node=node, label=nodes[node]["label"], kind=nodes[node]["kind"])
        for node in _descend(network, distance, source)
    )


def _descend(network: nx.Graph[str], distance: dict[str, int], node: str) -> Iterator[str]:
    yield node
    while distance[node]:
        nearer = (n for n in network[node] if distance[n] < distance[node])
        node = min(nearer, key=lambda n: (network.nodes[n]["label"], n))
        yield node


def _material(network: nx.Graph[str], name: str) -> str:
    if name in network:
        return name
    asked = flatten(name)
    for node in nodes_of_kind(network, MATERIAL):
        if network.nodes[node]["label"] == asked:
            return node
    raise QueryError(f"no material {name!r} in the network")


def path_table(network: nx.Graph[str], start: str, end: str) -> Table:
    """The materials of the shortest path, with every study that joins each to the next.

    Parameters
    ----------
    network, start, end
        As for :func:`shortest_path`.

    Returns
    -------
    Columns ``step`` (from 1), ``material``, ``next``, ``study``, ``year``, ``study_iri``; a row for
    each study of each step. No row where nothing joins the two.

    Raises
    ------
    QueryError
        If a material is not in the network.
    """
    steps = shortest_path(network, start, end)
    materials = [step for step in steps if step.kind == MATERIAL]
    rows = tuple(_joins(network, materials))
    return Table(columns=("step", "material", "next", "study", "year", "study_iri"), rows=rows)


def _joins(network: nx.Graph[str], materials: Sequence[Step]) -> Iterator[Row]:
    for number, (here, ahead) in enumerate(pairwise(materials), start=1):
        joining = set(network[here.node]) & set(network[ahead.node])
        for study in sorted(joining, key=lambda node: (network.nodes[node]["label"], node)):
            data = network.nodes[study]
            yield number, here.label, ahead.label, data["label"], data.get("year"), Iri(study)

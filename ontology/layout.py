"""A layered layout of graphs from left to right with few crossings; deterministic.

An arrow across several layers gets a passage in each, so that it runs between the boxes.

References
----------
Sugiyama, Tagawa and Toda, IEEE Trans. Syst. Man Cybern. 1981, 11, 109: 10.1109/TSMC.1981.4308636
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter
from itertools import pairwise
from typing import Final

#: The number of sweeps, in alternating directions, that order each layer by its neighbours.
_SWEEPS: Final = 12

#: The node at which an edge begins, and the node at which it ends.
Edge = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The nodes of each layer from top to bottom, and the nodes that each edge runs through.

    A route begins and ends with the nodes of its edge; between them are passages, which are also
    listed in the layers.
    """

    layers: tuple[tuple[str, ...], ...]
    routes: Mapping[Edge, tuple[str, ...]]


def lay_out(edges: Iterable[Edge]) -> Layout:
    """Return the layout of a graph; edges from a node to itself are ignored.

    >>> lay_out([("a", "b"), ("b", "c"), ("a", "c")]).routes["a", "c"]
    ('a', 'a|c|1', 'c')
    """
    listed = sorted({(a, b) for a, b in edges if a != b})
    depth = _depths(listed)
    routes = {edge: _route(edge, depth) for edge in listed}
    layers: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for node in sorted(depth):
        layers[depth[node]][node] = None
    for edge in listed:
        first = min(depth[edge[0]], depth[edge[1]])
        for offset, node in enumerate(_forward(routes[edge], depth), start=first):
            layers[offset][node] = None
    ordered = _ordered([list(layers[n]) for n in sorted(layers)], _neighbours(routes.values()))
    return Layout(layers=tuple(map(tuple, ordered)), routes=routes)


def _depths(edges: Sequence[Edge]) -> dict[str, int]:
    """Return the length of the longest path to each node, without edges that close a cycle."""
    before: defaultdict[str, set[str]] = defaultdict(set)
    for a, b in _without_circles(edges):
        before[b].add(a)
        before.setdefault(a, set())
    depth: dict[str, int] = {}
    for node in TopologicalSorter(before).static_order():
        depth[node] = max((depth[one] + 1 for one in before[node]), default=0)
    return depth


def _without_circles(edges: Sequence[Edge]) -> list[Edge]:
    """Return the edges except those that lead back to a node on the path from the first node."""
    targets = {b for _, b in edges}
    kept: list[Edge] = []
    done: set[str] = set()

    def visit(node: str, above: frozenset[str]) -> None:
        done.add(node)
        for _, target in (edge for edge in edges if edge[0] == node):
            if target not in above:
                kept.append((node, target))
                if target not in done:
                    visit(target, above | {target})

    for node in sorted({a for a, _ in edges}, key=lambda name: (name in targets, name)):
        if node not in done:
            visit(node, frozenset({node}))
    return kept


def _route(edge: Edge, depth: Mapping[str, int]) -> tuple[str, ...]:
    start, end = edge
    step = 1 if depth[end] >= depth[start] else -1
    between = range(depth[start] + step, depth[end], step)
    return start, *(f"{start}|{end}|{layer}" for layer in between), end


def _forward(route: tuple[str, ...], depth: Mapping[str, int]) -> tuple[str, ...]:
    return route if depth[route[0]] <= depth[route[-1]] else route[::-1]


def _neighbours(routes: Iterable[tuple[str, ...]]) -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for route in routes:
        for a, b in pairwise(route):
            found[a].append(b)
            found[b].append(a)
    return found


def _ordered(layers: list[list[str]], neighbours: Mapping[str, list[str]]) -> list[list[str]]:
    """Sort each layer by the mean height of neighbours in the previous layer, then in the next."""
    for sweep in range(_SWEEPS):
        numbers = range(1, len(layers))
        for number in numbers if sweep % 2 == 0 else [n - 1 for n in reversed(numbers)]:
            fixed = layers[number - 1] if sweep % 2 == 0 else layers[number + 1]
            height = {node: place / max(len(fixed), 1) for place, node in enumerate(fixed)}
            layers[number] = _by_mean(layers[number], height, neighbours)
    return layers


def _by_mean(
    layer: list[str], height: Mapping[str, float], neighbours: Mapping[str, list[str]]
) -> list[str]:
    def mean(item: tuple[int, str]) -> float:
        place, node = item
        known = [height[other] for other in neighbours.get(node, ()) if other in height]
        return sum(known) / len(known) if known else place / max(len(layer), 1)

    return [node for _, node in sorted(enumerate(layer), key=mean)]

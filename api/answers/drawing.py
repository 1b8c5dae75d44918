"""Draws a small graph: places its nodes by a force-directed layout.

References
----------
M. Jacomy, T. Venturini, S. Heymann, M. Bastian, ForceAtlas2, PLoS ONE 9, e98679 (2014), as
``networkx.forceatlas2_layout`` implements it. Its gravity keeps unconnected parts together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import networkx as nx

#: The most nodes of a picture; the list of triples has all.
MOST_NODES: Final = 40
MOST_EDGES: Final = 80
#: The most edges with which each edge has its name in the picture.
MOST_NAMED: Final = 24
#: The width and height of the picture and its horizontal and vertical margins, in SVG units.
WIDTH, HEIGHT, SIDE, EDGE = 1000, 620, 120, 40
_LABELS: Final = frozenset({"rdfs:label", "skos:prefLabel"})
_LONGEST: Final = 28

Cell = Mapping[str, Any]
Triple = tuple[Cell, Cell, Cell]


def draw_graph(triples: Sequence[Triple]) -> dict[str, Any] | None:
    """Return the nodes and edges of a picture; ``None`` if no two things are connected.

    Parameters
    ----------
    triples
        Subject, predicate and object as cells of the page. Literals do not become nodes, but labels
        name the nodes.
    """
    import networkx as nx  # slow to import, and only drawing needs it

    labels = {s["iri"]: o["text"] for s, p, o in triples if p["text"] in _LABELS and "iri" not in o}
    whole = nx.Graph()
    for subject, predicate, value in triples:
        if "iri" in value and value["iri"] != subject["iri"]:
            for cell in (subject, value):
                whole.add_node(cell["iri"], cell=cell)
            if not whole.has_edge(subject["iri"], value["iri"]):
                whole.add_edge(subject["iri"], value["iri"], name=predicate["text"])
    if not whole.number_of_edges():
        return None
    graph = _best_connected(whole)
    places = _placed(
        nx.forceatlas2_layout(
            graph, seed=1, max_iter=200, scaling_ratio=10, gravity=0.5, strong_gravity=True
        )
    )
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "nodes": [{**places[node], **_named(graph.nodes[node]["cell"], labels)} for node in graph],
        "edges": [
            {"from": places[a], "to": places[b], "name": name}
            for a, b, name in graph.edges(data="name")
        ],
        "is_named": graph.number_of_edges() <= MOST_NAMED,
        "left_out": len(whole) - len(graph),
    }


def _best_connected(whole: nx.Graph) -> nx.Graph:
    """Return the part of a graph that fits in a picture."""
    best = set(sorted(whole, key=lambda node: (-whole.degree(node), node))[:MOST_NODES])
    kept = [edge for edge in whole.edges if best.issuperset(edge)][:MOST_EDGES]
    return whole.edge_subgraph(kept).copy()


def _placed(layout: Mapping[str, Sequence[float]]) -> dict[str, dict[str, float]]:
    """Return the positions of a layout, stretched to fill the picture."""
    across = _stretched([place[0] for place in layout.values()], SIDE, WIDTH - SIDE)
    down = _stretched([place[1] for place in layout.values()], EDGE, HEIGHT - EDGE)
    return {node: {"x": x, "y": y} for node, x, y in zip(layout, across, down, strict=True)}


def _stretched(values: Sequence[float], first: float, last: float) -> list[float]:
    low, size = min(values), max(values) - min(values) or 1.0
    return [round(first + float((value - low) / size) * (last - first), 1) for value in values]


def _named(cell: Cell, labels: Mapping[str, str]) -> dict[str, str]:
    text = labels.get(cell["iri"], cell["text"])
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return {"label": short, "title": f"{text} ({cell['text']})", "href": cell.get("href", "")}

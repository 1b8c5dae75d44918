"""A small graph as a picture: places for its nodes by a force-directed layout.

References
----------
T. M. J. Fruchterman, E. M. Reingold, Graph drawing by force-directed placement, 1991, as
``networkx.spring_layout`` has it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

#: Nodes and edges of a picture; the list of triples has all.
MOST_NODES: Final = 40
MOST_EDGES: Final = 80
#: Edges up to which each carries its name in the picture.
MOST_NAMED: Final = 24
#: The size of the picture, and what is kept free at its sides, in units of the SVG.
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
        Subject, predicate, object as cells of the page; texts are no nodes, but labels name them.
    """
    import networkx as nx  # loaded by those who draw

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
    best = sorted(whole, key=lambda node: (-whole.degree(node), node))[:MOST_NODES]
    graph = nx.Graph()
    graph.add_nodes_from((node, whole.nodes[node]) for node in best)
    kept = [edge for edge in whole.edges(data=True) if edge[0] in graph and edge[1] in graph]
    graph.add_edges_from(kept[:MOST_EDGES])
    graph.remove_nodes_from(list(nx.isolates(graph)))
    places = nx.spring_layout(graph, seed=1, iterations=80, k=2 / max(1, len(graph)) ** 0.5)
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "nodes": [
            {**_at(places[node]), **_named(graph.nodes[node]["cell"], labels)} for node in graph
        ],
        "edges": [
            {"from": _at(places[a]), "to": _at(places[b]), "name": name}
            for a, b, name in graph.edges(data="name")
        ],
        "is_named": graph.number_of_edges() <= MOST_NAMED,
        "left_out": len(whole) - len(graph),
    }


def _at(place: Sequence[float]) -> dict[str, float]:
    """A place between -1 and 1 as one in the picture."""
    x, y = (float(number) for number in place)
    return {
        "x": round(WIDTH / 2 + x * (WIDTH / 2 - SIDE), 1),
        "y": round(HEIGHT / 2 + y * (HEIGHT / 2 - EDGE), 1),
    }


def _named(cell: Cell, labels: Mapping[str, str]) -> dict[str, str]:
    text = labels.get(cell["iri"], cell["text"])
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return {"label": short, "title": f"{text} ({cell['text']})", "href": cell.get("href", "")}

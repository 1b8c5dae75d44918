"""The graph as Turtle and as N-Quads."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from ontology import rdf
from ontology.iri import PREFIXES

if TYPE_CHECKING:
    from kg.store import Graph


def render_turtle(store: Graph) -> str:
    """What all documents say, as one graph in Turtle, sorted by subject."""
    triples = sorted({quad.triple for quad in store.quads()}, key=str)
    data = rdf.serialize(triples, format=rdf.RdfFormat.TURTLE, prefixes=dict(PREFIXES))
    return with_sorted_prefixes(data.decode("utf-8") if data is not None else "")


def with_sorted_prefixes(turtle: str) -> str:
    """Turtle or TriG whose prefixes are sorted; the engine lists them in a new order each time."""
    lines = turtle.splitlines(keepends=True)
    prefixes = sorted(takewhile(lambda line: line.startswith("@prefix"), lines))
    return "".join([*prefixes, *lines[len(prefixes) :]])


def render_nquads(store: Graph) -> str:
    """What each document says, as N-Quads with a named graph a document, in sorted lines."""
    lines = sorted(f"{quad} .\n" for quad in store.quads())
    return "".join(lines)

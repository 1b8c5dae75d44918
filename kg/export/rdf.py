"""The graph as Turtle and as N-Quads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import TYPE_CHECKING, BinaryIO, cast

from kg.export.spill import sorted_lines, sorted_triples
from ontology import rdf
from ontology.iri import PREFIXES

if TYPE_CHECKING:
    from kg.store import Graph


def write_turtle(store: Graph, out: BinaryIO) -> None:
    """Write what all documents say, as one graph in Turtle, sorted by subject."""
    write_sorted_prefixes(sorted_triples(store.quads()), out, rdf.RdfFormat.TURTLE, PREFIXES)


def write_nquads(store: Graph, out: BinaryIO) -> None:
    """Write what each document says, with a named graph a document, in sorted lines."""
    out.writelines(line.encode() for line in sorted_lines(f"{quad} .\n" for quad in store.quads()))


def with_sorted_prefixes(turtle: str) -> str:
    """Turtle or TriG whose prefixes are sorted; the engine lists them in a new order each time."""
    lines = turtle.splitlines(keepends=True)
    prefixes = sorted(takewhile(lambda line: line.startswith("@prefix"), lines))
    return "".join([*prefixes, *lines[len(prefixes) :]])


def write_sorted_prefixes(
    statements: Iterable[rdf.Triple] | Iterable[rdf.Quad],
    out: BinaryIO,
    form: rdf.RdfFormat,
    prefixes: Mapping[str, str],
) -> None:
    """Write Turtle or TriG as :func:`with_sorted_prefixes` gives it; statements pass through."""
    sink = cast("BinaryIO", _SortedPrefixes(out, prefixes))  # has all that the engine calls
    rdf.serialize(statements, sink, format=form, prefixes=dict(prefixes))


class _SortedPrefixes:
    """Passes Turtle on, with sorted prefixes in place of those that it begins with."""

    def __init__(self, out: BinaryIO, prefixes: Mapping[str, str]) -> None:
        self._out = out
        lines = (f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes.items())
        self._head = "".join(sorted(lines)).encode()
        self._left = len(self._head)  # in whatever order, they have as many bytes

    def write(self, data: bytes) -> int:
        if self._left == len(self._head):
            self._out.write(self._head)
        self._out.write(data[self._left :])
        self._left = max(0, self._left - len(data))
        return len(data)

    def flush(self) -> None:
        self._out.flush()

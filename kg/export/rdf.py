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
    """Write the content of all documents as one graph in Turtle, sorted by subject."""
    write_sorted_prefixes(sorted_triples(store.quads()), out, rdf.RdfFormat.TURTLE, PREFIXES)


def write_nquads(store: Graph, out: BinaryIO) -> None:
    """Write the content of each document as a named graph, in sorted lines."""
    out.writelines(line.encode() for line in sorted_lines(f"{quad} .\n" for quad in store.quads()))


def with_sorted_prefixes(turtle: str) -> str:
    """Return Turtle or TriG with sorted prefixes; the engine lists them in varying order."""
    lines = turtle.splitlines(keepends=True)
    prefixes = sorted(takewhile(lambda line: line.startswith("@prefix"), lines))
    return "".join([*prefixes, *lines[len(prefixes) :]])


def write_sorted_prefixes(
    statements: Iterable[rdf.Triple] | Iterable[rdf.Quad],
    out: BinaryIO,
    form: rdf.RdfFormat,
    prefixes: Mapping[str, str],
) -> None:
    """Write Turtle or TriG with sorted prefixes; the statements are streamed."""
    sink = cast("BinaryIO", _SortedPrefixes(out, prefixes))  # has all methods that the engine calls
    rdf.serialize(statements, sink, format=form, prefixes=dict(prefixes))


class _SortedPrefixes:
    """A stream that passes Turtle on with its prefixes sorted."""

    def __init__(self, out: BinaryIO, prefixes: Mapping[str, str]) -> None:
        self._out = out
        lines = (f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes.items())
        self._head = "".join(sorted(lines)).encode()
        self._left = len(self._head)  # the same number of bytes in any order

    def write(self, data: bytes) -> int:
        if self._left == len(self._head):
            self._out.write(self._head)
        self._out.write(data[self._left :])
        self._left = max(0, self._left - len(data))
        return len(data)

    def flush(self) -> None:
        self._out.flush()

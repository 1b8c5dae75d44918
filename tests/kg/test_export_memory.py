"""Exports of a graph that no memory could hold: what a writer keeps does not grow with it."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kg.export.formats import FORMATS, StoreFormat
from kg.model import Document
from kg.rdf import document_quads
from ontology import rdf
from tests.rows import each_row


class Copies:
    """A graph of many documents alike, each made when it is asked for."""

    def __init__(self, document: Document, count: int) -> None:
        self._document, self._count = document, count

    def documents(self) -> tuple[str, ...]:
        return tuple(f"copy-{number:04}" for number in range(self._count))

    def quads(self, document: str | None = None) -> Iterator[rdf.Quad]:
        for name in self.documents() if document is None else [document]:
            claims = tuple(replace(claim, doc=name) for claim in self._document.claims)
            yield from document_quads(replace(self._document, id=name, claims=claims))


class Nowhere(io.RawIOBase):
    """Counts what is written and keeps nothing."""

    size = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        size = len(memoryview(data))  # type: ignore[arg-type]
        self.size += size
        return size


def peak(name: str, graph: Copies) -> tuple[int, int]:
    """The bytes that a writer held at most, and those that it wrote."""
    out, chosen = Nowhere(), FORMATS[name]
    assert isinstance(chosen, StoreFormat)
    tracemalloc.start()
    try:
        chosen.write(graph, out)
        return tracemalloc.get_traced_memory()[1], out.size
    finally:
        tracemalloc.stop()


@pytest.fixture(scope="module")
def document(tiny_documents: tuple[Document, ...]) -> Document:
    one = max(tiny_documents, key=lambda document: len(document.claims))
    return replace(one, claims=one.claims[:2], references=())


@each_row("name", ["nq", "claims", "nanopub", "jsonld", "ttl"])
def test_five_times_the_graph_takes_no_more_memory(name: str, document: Document):
    few, size = peak(name, Copies(document, 6))
    many, more = peak(name, Copies(document, 30))
    assert more > 4 * size
    assert many < 1.5 * few + 100_000

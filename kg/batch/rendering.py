"""Documents to the bytes of their graphs, by several processes, while the store takes them up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.batch.workers import Failure, each
from kg.errors import BuildError
from kg.model import Document
from kg.rdf import document_quads
from kg.store import render_quads
from ontology import rdf

#: Claims and references that are rendered at a time.
_PORTION = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """The graphs of some documents as the store loads them, and how many triples they have."""

    data: bytes
    triples: int


def render_graphs(
    documents: Sequence[Document], slugs: Mapping[str, str], *, workers: int = 1
) -> Iterator[Rendered]:
    """The graphs of all documents, a portion at a time, in any order.

    Raises
    ------
    BuildError
        If a process dies on the way, or a document cannot stand in a graph.
    """
    portions = list(_portions(documents))

    def render(portion: Sequence[Document]) -> Rendered:
        quads = [quad for document in portion for quad in _quads(document, slugs)]
        return Rendered(data=render_quads(quads), triples=len(quads))

    if min(workers, len(portions)) < 2:
        yield from map(render, portions)
        return
    for number, rendered in each(render, portions, workers=workers):
        if isinstance(rendered, Failure):
            names = ", ".join(document.id for document in portions[number])
            raise BuildError(f"{names}: the graph cannot be written: {rendered.cause}")
        yield rendered


def _quads(document: Document, slugs: Mapping[str, str]) -> Iterator[rdf.Quad]:
    try:
        return document_quads(document, slugs)
    except ValueError as error:  # a name that gives no IRI
        raise BuildError(f"{document.id}: cannot stand in a graph: {error}") from error


def _portions(documents: Sequence[Document]) -> Iterator[list[Document]]:
    """Neighbours together, up to so many claims and references."""
    portion: list[Document] = []
    size = 0
    for document in documents:
        portion.append(document)
        size += 1 + len(document.claims) + len(document.references)
        if size >= _PORTION:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion

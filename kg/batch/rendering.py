"""Documents to the bytes of their graphs, by several processes, while the store takes them up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.batch.told import Told, whole
from kg.errors import BuildError
from kg.isolate import Failure, each
from kg.rdf import document_quads
from kg.store import render_quads
from ontology import rdf

#: Claims and studies that are rendered at a time.
_PORTION = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """The graphs of some documents as the store loads them, and how many triples they have."""

    data: bytes
    triples: int


def render_graphs(
    documents: Iterable[Told], slugs: Mapping[str, str], *, workers: int = 1
) -> Iterator[Rendered]:
    """The graphs of all documents, a portion at a time, in any order.

    Raises
    ------
    BuildError
        If a process dies on the way, a document cannot stand in a graph, or its file was changed.
    """
    portions = list(_portions(documents))

    def render(portion: list[Told]) -> Rendered | Failure:
        try:
            quads = [quad for told in portion for quad in _quads(told, slugs)]
        except BuildError as error:
            return Failure(cause=str(error))
        return Rendered(data=render_quads(quads), triples=len(quads))

    if min(workers, len(portions)) < 2:
        done: Iterable[tuple[int, Rendered | Failure]] = enumerate(map(render, portions))
    else:
        done = each(render, portions, workers=workers)
    for number, rendered in done:
        if isinstance(rendered, Failure):
            names = ", ".join(told.document.id for told in portions[number])
            raise BuildError(f"{names}: the graph cannot be written: {rendered.cause}")
        yield rendered


def _quads(told: Told, slugs: Mapping[str, str]) -> Iterator[rdf.Quad]:
    try:
        return document_quads(whole(told), slugs)
    except ValueError as error:  # a name that gives no IRI
        raise BuildError(f"{told.document.id}: cannot stand in a graph: {error}") from error


def _portions(documents: Iterable[Told]) -> Iterator[list[Told]]:
    """Neighbours together, up to so many claims and studies."""
    portion: list[Told] = []
    size = 0
    for told in documents:
        portion.append(told)
        size += told.size
        if size >= _PORTION:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion

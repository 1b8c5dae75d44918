"""Render documents as the bytes of their graphs, in processes, while the store loads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from kg.batch.summary import Summary, whole
from kg.errors import BuildError
from kg.isolate import Failure, ForkedPool
from kg.portions import portions
from kg.rdf import document_quads
from kg.store import render_quads
from ontology import rdf

#: Number of claims and studies that are rendered at a time.
_PORTION = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """The graphs of some documents as the store loads them, and the number of their triples."""

    data: bytes
    triples: int


#: The name of :func:`render` in a pool.
RENDER: Final = "graphs"


def render_graphs(
    documents: Iterable[Summary], slugs: Mapping[str, str], pool: ForkedPool | None = None
) -> Iterator[Rendered]:
    """Yield the graphs of all documents, a portion at a time, in any order.

    Parameters
    ----------
    documents, slugs
        As in :func:`kg.rdf.document_quads`.
    pool
        Processes with the function :data:`RENDER` for the same slugs; if left out, this process
        renders.

    Raises
    ------
    BuildError
        If a process dies, a document cannot be written as a graph, or its file was changed.
    """
    shares = list(portions(documents, lambda told: told.size, _PORTION))
    if pool is None:
        done: Iterable[tuple[int, Any]] = enumerate(render(one, slugs) for one in shares)
    else:
        done = pool.each(RENDER, shares)
    for number, rendered in done:
        if isinstance(rendered, Failure):
            names = ", ".join(told.document.id for told in shares[number])
            raise BuildError(f"{names}: the graph cannot be written: {rendered.cause}")
        yield rendered


def render(portion: Iterable[Summary], slugs: Mapping[str, str]) -> Rendered | Failure:
    """Return the graphs of some documents."""
    try:
        quads = [quad for told in portion for quad in _quads(told, slugs)]
    except BuildError as error:
        return Failure(cause=str(error))
    return Rendered(data=render_quads(quads), triples=len(quads))


def _quads(told: Summary, slugs: Mapping[str, str]) -> Iterator[rdf.Quad]:
    try:
        return document_quads(whole(told), slugs)
    except ValueError as error:  # a name that gives no IRI
        raise BuildError(f"{told.document.id}: cannot be written to the graph: {error}") from error

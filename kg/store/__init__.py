"""Stores of graphs: embedded generations on disk, or a SPARQL 1.1 service, behind one protocol.

:func:`open_graph` returns a :class:`Graph` for queries and :func:`writing` a writer, for a folder
or an address.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from kg.graph import Graph
from kg.store import writer as _local
from kg.store.embedded import EmbeddedGraph
from kg.store.generations import READING, current_directory
from kg.store.location import Endpoint, Location, locate
from kg.store.quads import Renames, ontology_quads, render_quads
from kg.store.writer import Graphs, Writer, replace

__all__ = [
    "READING",
    "EmbeddedGraph",
    "Endpoint",
    "Graph",
    "Graphs",
    "Location",
    "Renames",
    "Writer",
    "current_directory",
    "generation_of",
    "locate",
    "ontology_quads",
    "open_graph",
    "render_quads",
    "replace",
    "writing",
]


def open_graph(location: Location) -> Graph:
    """Open the graph at a place for reading.

    Raises
    ------
    StoreError
        If there is none, or it cannot be read.
    """
    if isinstance(location, Path):
        return EmbeddedGraph.open(location)
    from kg.store.remote import RemoteGraph  # loads HTTP, so only when needed

    return RemoteGraph.open(location)


def generation_of(location: Location) -> str:
    """Return the name of the generation that a reader would get now.

    Raises
    ------
    StoreError
        If there is no graph.
    """
    if isinstance(location, Path):
        return current_directory(location).name
    from kg.store.remote import generation_at

    return generation_at(location)


def writing(location: Location) -> AbstractContextManager[Writer]:
    """Lock the store at a place for writing and return its writer.

    Raises
    ------
    StoreError
        If it is not a store, cannot be written, or another build is writing.
    """
    if isinstance(location, Path):
        return _local.writing(location)
    from kg.store.remote import writing_remote

    return writing_remote(location)

"""The types of a worker's opened graph and of its answers."""

from __future__ import annotations

from dataclasses import dataclass

from kg.store import Graph
from ontology import embedded


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An opened generation: the engine's store for free SPARQL, if local, and the graph."""

    engine: embedded.Store | None
    store: Graph


#: A media type and a body.
Result = tuple[str, bytes]

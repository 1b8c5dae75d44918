"""The graph that a worker has open, and its answers."""

from __future__ import annotations

from dataclasses import dataclass

from kg.store import Graph
from ontology import embedded


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A generation that is open: for the engine's own queries, if it is in reach, and for ours."""

    engine: embedded.Store | None
    store: Graph


#: A media type and a body.
Result = tuple[str, bytes]

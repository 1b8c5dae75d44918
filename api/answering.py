"""The backend that answers queries of users, for the web service and other interfaces."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from api.graph import ServedGraph
from api.settings import Settings
from api.workers.pool import Pool

if TYPE_CHECKING:
    from api.sparql.forward import Forward


def answering(graph: ServedGraph, settings: Settings) -> Pool | Forward:
    """Return what answers queries within limits: local processes, or the service of the graph."""
    if isinstance(graph.path, Path):
        return Pool(graph.directory, settings)
    from api.sparql.forward import Forward  # loads the HTTP client only if it is needed

    return Forward(graph.path, settings)

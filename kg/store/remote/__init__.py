"""A graph in a SPARQL 1.1 service: Oxigraph, Fuseki and others; see ``docs/stores.md``."""

from __future__ import annotations

from kg.store.remote.client import Client
from kg.store.remote.graph import RemoteGraph, generation_at
from kg.store.remote.writer import writing_remote

__all__ = ["Client", "RemoteGraph", "generation_at", "writing_remote"]

"""The graph that is served: where its current generation lies, and the catalog read from it."""

from __future__ import annotations

import threading
from pathlib import Path

from api.catalog import Catalog, read_catalog
from kg.errors import StoreError
from kg.store import Graph, Location, current_directory, generation_of, open_graph


class ServedGraph:
    """A store that may be built again while it is served.

    Whoever asks gets the current generation; the catalog is read again when that has changed.
    """

    def __init__(self, path: Location) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._store: Graph | None = None
        self._catalog: Catalog | None = None

    def directory(self) -> Path:
        """Return the directory of the current generation.

        Raises
        ------
        StoreError
            If there is no graph, or it lies in a service.
        """
        if not isinstance(self.path, Path):
            raise StoreError(f"{self.path}: lies in no folder")
        return current_directory(self.path)

    def store(self) -> Graph:
        """Return the current generation, opened for reading.

        Raises
        ------
        StoreError
            If there is no graph.
        """
        with self._lock:
            return self._renewed()

    def catalog(self) -> Catalog:
        """Return the catalog of the current generation.

        Raises
        ------
        StoreError
            If there is no graph.
        """
        with self._lock:
            store = self._renewed()
            if self._catalog is None:
                self._catalog = read_catalog(store)
            return self._catalog

    def close(self) -> None:
        """Let go of the store and the catalog."""
        with self._lock:
            self._drop()

    def _renewed(self) -> Graph:
        if self._store is None or self._store.generation != generation_of(self.path):
            self._drop()
            self._store = open_graph(self.path)
        return self._store

    def _drop(self) -> None:
        if self._catalog is not None:
            self._catalog.close()
        self._catalog = self._store = None


def has_graph(path: Location) -> bool:
    """Tell whether there is a graph at the path."""
    try:
        generation_of(path)
    except StoreError:
        return False
    return True

"""The graph that is served: where its current generation lies, and the catalog read from it."""

from __future__ import annotations

import threading
from pathlib import Path

from api.catalog import Catalog, read_catalog
from kg.errors import StoreError
from kg.store import Store, current_directory


class ServedGraph:
    """A store that may be built again while it is served.

    Whoever asks gets the current generation; the catalog is read again when that has changed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._store: Store | None = None
        self._catalog: Catalog | None = None

    def directory(self) -> Path:
        """Return the directory of the current generation.

        Raises
        ------
        StoreError
            If there is no graph.
        """
        return current_directory(self.path)

    def store(self) -> Store:
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

    def _renewed(self) -> Store:
        if self._store is None or self._store.directory != current_directory(self.path):
            self._drop()
            self._store = Store.open(self.path)
        return self._store

    def _drop(self) -> None:
        if self._catalog is not None:
            self._catalog.close()
        self._catalog = self._store = None


def has_graph(path: Path) -> bool:
    """Tell whether there is a graph at the path."""
    try:
        current_directory(path)
    except StoreError:
        return False
    return True

"""The served graph: its current generation, opened for reading together with its catalog."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
import threading
import time
import weakref
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from api.catalog import Catalog
from api.settings import package_version
from kg.catalog import CATALOG_FILE
from kg.errors import StoreError
from kg.store import Endpoint, Graph, Location, current_directory, generation_of, open_graph
from kg.store.generations import CURRENT

_LOG = logging.getLogger(__name__)

#: Seconds that a request waits for a new generation before it is answered from the old one. Opening
#: a generation takes some hundredths of a second.
_PATIENCE = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """One opened generation, which never changes.

    ``tag`` identifies it to HTTP caches. It is closed after the last request that reads it; the
    temporary folder with the catalog of a remote graph is removed then too.
    """

    directory: Path
    store: Graph
    catalog: Catalog
    tag: str


class ServedGraph:
    """A store that may be rebuilt while it is served.

    Each request is answered from one generation. The first request that notices a new generation
    starts to open it; the old one answers until the new one is ready.
    """

    def __init__(self, path: Location) -> None:
        self.path = path
        self._pointer = str(path / CURRENT) if isinstance(path, Path) else ""
        self._opening = threading.Lock()
        self._generation: Generation | None = None
        self._stamp: object = None

    def current(self) -> Generation:
        """Return the generation to answer from.

        Raises
        ------
        StoreError
            If there is no graph, or it has been closed.
        """
        known = self._generation
        if known is None:
            with self._opening:
                if self._generation is None:
                    self._open()
        elif self.opened() is None and self._opening.acquire(blocking=False):
            opener = threading.Thread(target=self._follow, daemon=True)
            opener.start()
            opener.join(_PATIENCE)
        found = self._generation or known
        if found is None:
            raise StoreError(f"{self.path}: the graph is closed")
        return found

    def opened(self) -> Generation | None:
        """Return the open generation if it is still the live one, else ``None``; in microseconds.

        Raises
        ------
        StoreError
            If there is no graph any more.
        """
        return self._generation if self._stamp == self._present_stamp() else None

    def directory(self) -> Path:
        """Return the directory of the live generation, for processes that open it themselves.

        Raises
        ------
        StoreError
            If there is no graph, or it is in a remote service.
        """
        if not isinstance(self.path, Path):
            raise StoreError(f"{self.path}: is not in a folder")
        opened = self.opened()
        return opened.directory if opened is not None else current_directory(self.path)

    def store(self) -> Graph:
        """Return the triples of the current generation; raises the errors of :meth:`current`."""
        return self.current().store

    def catalog(self) -> Catalog:
        """Return the catalog of the current generation; raises the errors of :meth:`current`."""
        return self.current().catalog

    def close(self) -> None:
        """Release the generation."""
        self._generation = self._stamp = None

    def _open(self) -> None:
        stamp = self._present_stamp()
        self._generation, self._stamp = _open_generation(self.path), stamp

    def _present_stamp(self) -> object:
        """Return a value that changes when another generation becomes the live one.

        Raises
        ------
        StoreError
            If there is no graph.
        """
        if not isinstance(self.path, Path):
            return _generation_within_a_second(self.path, int(time.monotonic()))
        try:
            found = os.stat(self._pointer)
        except OSError:
            return current_directory(self.path).name
        return found.st_ino, found.st_mtime_ns

    def _follow(self) -> None:
        try:
            self._open()
        except StoreError as error:  # replaced or removed meanwhile; the next request tries again
            _LOG.warning("the new generation is not served yet: %s", error)
        finally:
            self._opening.release()


@lru_cache(maxsize=8)
def _generation_within_a_second(location: Endpoint, second: int) -> str:
    """Return the generation that a service holds; ``second`` limits requests to one a second."""
    return generation_of(location)


def _open_generation(location: Location) -> Generation:
    store = open_graph(location)
    directory = store.directory or Path(tempfile.mkdtemp(prefix="aldkg-"))
    file = directory / CATALOG_FILE
    try:
        catalog = Catalog(file)
    except OSError:
        file = _made_catalog(store, file)
        catalog = _opened(file)
    if store.directory is None:
        weakref.finalize(catalog, shutil.rmtree, directory, ignore_errors=True)
    changed = file.stat().st_mtime_ns
    tag = f"{store.generation}-{changed:x}-{package_version()}"
    return Generation(directory=directory, store=store, catalog=catalog, tag=tag)


def _opened(file: Path) -> Catalog:
    try:
        return Catalog(file)
    except OSError as error:
        raise StoreError(f"the catalog cannot be opened: {error}") from error


def _made_catalog(store: Graph, file: Path) -> Path:
    """Make the missing catalog of a generation beside it, or else in a temporary folder."""
    _LOG.warning(
        "%s has no catalog of this version; making one, which takes some seconds for each 100,000"
        " triples (a new `aldkg build` writes it)",
        file.parent,
    )
    try:
        store.write_catalog(file)
    except OSError:
        file = Path(tempfile.mkdtemp(prefix="aldkg-")) / CATALOG_FILE
        try:
            store.write_catalog(file)
        except OSError as error:
            raise StoreError(f"{file}: {error}") from error
    return file


def has_graph(path: Location) -> bool:
    """Return whether there is a graph at the path."""
    try:
        generation_of(path)
    except StoreError:
        return False
    return True

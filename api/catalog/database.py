"""The file of the catalog, opened for reading by several threads at once."""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Iterable
from pathlib import Path
from queue import LifoQueue
from typing import Any
from urllib.parse import quote

#: The number of requests that can read at the same time; others wait for a connection.
_CONNECTIONS = 6
#: Memory of a connection for pages of the file, in KiB.
_CACHE_KIB = 4_000

Row = tuple[Any, ...]


class Database:
    """Reads one SQLite file that nothing writes any more.

    All connections are opened at the start, so that the file may be removed while it is read. They
    are closed when no object refers to the database any more.

    Raises
    ------
    OSError
        If the file is missing or is not a database.
    """

    def __init__(self, path: Path) -> None:
        try:
            opened = [_connect(path) for _ in range(_CONNECTIONS)]
        except sqlite3.Error as error:
            raise OSError(f"{path}: {error}") from error
        self._free: LifoQueue[sqlite3.Connection] = LifoQueue()
        for connection in opened:
            self._free.put(connection)
        weakref.finalize(self, _close, opened)

    def rows(self, query: str, values: Iterable[Any] = ()) -> list[Row]:
        """Return the rows that answer a query."""
        connection = self._free.get()
        try:
            return connection.execute(query, tuple(values)).fetchall()
        finally:
            self._free.put(connection)

    def row(self, query: str, values: Iterable[Any] = ()) -> Row | None:
        """Return the first row that answers a query; ``None`` if there is none."""
        return next(iter(self.rows(query, values)), None)

    def numbers(self, query: str, values: Iterable[Any] = ()) -> list[int]:
        """Return the first column of the rows that answer a query."""
        return [number for (number, *_) in self.rows(query, values)]


def _connect(path: Path) -> sqlite3.Connection:
    address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    connection = sqlite3.connect(address, uri=True, check_same_thread=False)
    connection.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")
    connection.execute("SELECT value FROM meta WHERE name = 'version'").fetchone()
    return connection


def _close(connections: Iterable[sqlite3.Connection]) -> None:
    for connection in connections:
        connection.close()

"""Cursors: the beginning of a page of an answer, as a text in links and for clients."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Final

from kg.queries.paging import Place

if TYPE_CHECKING:
    from kg.graph import Graph

#: Rows before the page; first group, groups and skipped rows of a block; mark of the graph.
CURSOR: Final = r"^\d{1,10}\.\d{1,10}\.\d{1,10}\.\d{1,10}\.[0-9a-f]{8}$"


def mark_of(store: Graph) -> str:
    """Return a mark of the graph's present content; it changes with each build."""
    directory = store.directory
    changed = directory.stat().st_mtime_ns if directory is not None else ""
    return f"{zlib.crc32(f'{store.generation} {directory} {changed}'.encode()):08x}"


def write_cursor(rows: int, place: Place, mark: str) -> str:
    """Return the cursor of a page with this number of rows before it.

    >>> write_cursor(150, Place(group=20, size=64, skip=129), "0000abcd")
    '150.20.64.129.0000abcd'
    """
    return f"{rows}.{place.group}.{place.size}.{place.skip}.{mark}"


def read_cursor(cursor: str, mark: str) -> tuple[int, Place | None]:
    """Return the number of rows before a page, and its place; 0 and ``None`` if malformed.

    A cursor of another state of the graph gives only the number of rows.

    >>> read_cursor("150.20.64.129.0000abcd", "0000abcd")
    (150, Place(group=20, size=64, skip=129))
    >>> read_cursor("150.20.64.129.0000abcd", "00000001")
    (150, None)
    """
    if not re.fullmatch(CURSOR, cursor):
        return 0, None
    rows, group, size, skip, marked = cursor.split(".")
    place = Place(group=int(group), size=int(size), skip=int(skip))
    return int(rows), place if marked == mark else None

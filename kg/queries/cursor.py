"""Cursors: where a page of an answer begins, as a text that links and clients carry."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Final

from kg.queries.paging import Place

if TYPE_CHECKING:
    from kg.store.graph import Graph

#: Rows before the page; first group, groups and rows passed over of a block; mark of the graph.
CURSOR: Final = r"^\d{1,10}\.\d{1,10}\.\d{1,10}\.\d{1,10}\.[0-9a-f]{8}$"


def mark_of(store: Graph) -> str:
    """The mark of what a graph holds now; another one after each build."""
    directory = store.directory
    changed = directory.stat().st_mtime_ns if directory is not None else ""
    return f"{zlib.crc32(f'{store.generation} {directory} {changed}'.encode()):08x}"


def write_cursor(rows: int, place: Place, mark: str) -> str:
    """The cursor of a page with so many rows before it.

    >>> write_cursor(150, Place(group=20, size=64, skip=129), "0000abcd")
    '150.20.64.129.0000abcd'
    """
    return f"{rows}.{place.group}.{place.size}.{place.skip}.{mark}"


def read_cursor(cursor: str, mark: str) -> tuple[int, Place | None]:
    """How many rows are before a page, and where it begins; one that is malformed is the first.

    A cursor of another state of the graph tells the number of rows only.

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

"""Pages of a list, and the links between them: pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from api.schemas import Links

#: Items on a page at most.
MAX_LIMIT = 200
#: What a cursor looks like: offset, number of the last item, mark of the generation.
CURSOR = r"^\d{1,10}\.\d{1,10}\.[0-9a-f]{8}$"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Which items of a list are wanted: ``limit`` from ``offset`` on, which is after ``above``."""

    limit: int
    offset: int = 0
    above: int | None = None

    def status(self, found: Sequence[object]) -> int:
        """Return the HTTP status of a page: 404 after the end of a list."""
        return 404 if self.offset and not found else 200


def read_window(limit: int, offset: int, cursor: str, mark: str) -> Window:
    """Return the window that was asked for.

    A cursor says where the last page ended, so that the next one is found at once however far down
    the list it is. One of another generation still tells the offset.

    Parameters
    ----------
    limit, offset
        As they were asked.
    cursor
        As a link gave it; ``""`` if there is none.
    mark
        The mark of the generation that answers.

    >>> read_window(50, 0, "100.4711.0000abcd", "0000abcd")
    Window(limit=50, offset=100, above=4711)
    """
    if not re.fullmatch(CURSOR, cursor):
        return Window(limit=limit, offset=offset)
    at, number, marked = cursor.split(".")
    return Window(limit=limit, offset=int(at), above=int(number) if marked == mark else None)


def page_fields(
    items: Sequence[Any],
    *,
    total: int,
    window: Window,
    path: str,
    params: Mapping[str, str],
    cursor: str = "",
) -> dict[str, Any]:
    """Return the fields of a page: its items, and links that keep the filters.

    Parameters
    ----------
    items
        Those of this page.
    total
        How many were found.
    window
        What was asked for.
    path
        The address of the list.
    params
        The filters, as they were asked.
    cursor
        The cursor after the last item; without one the next page is linked by its offset.
    """

    def link(**at: object) -> str:
        return f"{path}?{urlencode({**params, 'limit': window.limit, **at})}"

    following = window.offset + window.limit
    onward = {"cursor": cursor} if cursor else {"offset": following}
    before = max(0, window.offset - window.limit)
    return {
        "items": tuple(items),
        "total": total,
        "limit": window.limit,
        "offset": window.offset,
        "links": Links(
            self_=link(offset=window.offset),
            next=link(**onward) if following < total else None,
            prev=link(offset=before) if window.offset else None,
        ),
    }


def cursor_behind(window: Window, numbers: Sequence[int], mark: str) -> str:
    """Return the cursor after a page of numbers; ``""`` if the page is empty.

    >>> cursor_behind(Window(limit=2, offset=4), [8, 9], "0000abcd")
    '6.9.0000abcd'
    """
    return f"{window.offset + window.limit}.{numbers[-1]}.{mark}" if numbers else ""

"""Pages of a list, and the links between them. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from api.schemas import Links

#: The most items on a page.
MAX_LIMIT = 200
#: The pattern of a cursor: offset, number of the last item, mark of the generation.
CURSOR = r"^\d{1,10}\.\d{1,10}\.[0-9a-f]{8}$"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A part of a list: ``limit`` items from ``offset`` on, whose numbers are ``above`` one."""

    limit: int
    offset: int = 0
    above: int | None = None

    def status(self, found: Sequence[object]) -> int:
        """Return the HTTP status of a page: 404 after the end of a list."""
        return 404 if self.offset and not found else 200


def read_window(limit: int, offset: int, cursor: str, mark: str) -> Window:
    """Return the requested window.

    A cursor holds the position at which the last page ended, so that the next one is found at once,
    however far down the list. Of a cursor from another generation only the offset is used.

    Parameters
    ----------
    limit, offset
        The requested values.
    cursor
        The cursor from a link; ``""`` if there is none.
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
        The items on this page.
    total
        The number of items found.
    window
        The requested part of the list.
    path
        The address of the list.
    params
        The requested filters, as in the address.
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

"""Pages of a list, and the links between them: pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar
from urllib.parse import urlencode

from api.schemas import Links, Page

T = TypeVar("T")


def make_page(
    items: Sequence[T], *, path: str, params: Mapping[str, str], limit: int, offset: int
) -> Page[T]:
    """Return the items from ``offset`` on, at most ``limit``, with links that keep the filters.

    Parameters
    ----------
    items
        Everything that was found.
    path
        The address of the list.
    params
        The filters, as they were asked.
    limit, offset
        Which items are wanted.
    """

    def link(at: int) -> str:
        return f"{path}?{urlencode({**params, 'limit': limit, 'offset': at})}"

    following = offset + limit
    return Page[Any](
        items=tuple(items[offset:following]),
        total=len(items),
        limit=limit,
        offset=offset,
        links=Links(
            self_=link(offset),
            next=link(following) if following < len(items) else None,
            prev=link(max(0, offset - limit)) if offset else None,
        ),
    )

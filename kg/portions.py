"""Long sequences divided into portions of a limited size."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def portions(
    items: Iterable[Item], size: Callable[[Item], int], limit: int
) -> Iterator[list[Item]]:
    """Yield lists of consecutive items; a list ends when its total size reaches the limit.

    >>> list(portions(["a", "bcd", "ef", "g"], size=len, limit=3))
    [['a', 'bcd'], ['ef', 'g']]
    """
    portion: list[Item] = []
    total = 0
    for item in items:
        portion.append(item)
        total += size(item)
        if total >= limit:
            yield portion
            portion, total = [], 0
    if portion:
        yield portion

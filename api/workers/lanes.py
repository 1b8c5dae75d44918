"""Lanes with a limited number of places; the waiting client with the least usage comes next."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import count


class Lane:
    """A limited number of places in which tasks run.

    Parameters
    ----------
    places
        The number of tasks that may run at once.
    """

    def __init__(self, places: int) -> None:
        self.places = places
        self.free = places
        self._waiting: dict[int, tuple[asyncio.Future[None], Callable[[], float]]] = {}
        self._numbers = count()

    @property
    def waiting(self) -> int:
        """The number of waiting clients."""
        return len(self._waiting)

    def try_enter(self) -> bool:
        """Take a place if one is free, and return whether one was."""
        if self.free:  # then nobody waits
            self.free -= 1
            return True
        return False

    async def enter(self, rank: Callable[[], float]) -> None:
        """Take a place as soon as there is one.

        Parameters
        ----------
        rank
            Called whenever a place becomes free: the task with the lowest value enters, and among
            equals the one that has waited longest.
        """
        if self.try_enter():
            return
        number, place = next(self._numbers), asyncio.get_running_loop().create_future()
        self._waiting[number] = place, rank
        try:
            await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled():  # it was cancelled after it had got a place
                self.leave()
            raise
        finally:
            self._waiting.pop(number, None)

    def leave(self) -> None:
        """Give the place to the next waiting task, or leave it free."""
        here = [number for number, (place, _) in self._waiting.items() if not place.done()]
        if not here:
            self.free += 1
            return
        first = min(here, key=lambda number: (self._waiting[number][1](), number))
        place, _ = self._waiting.pop(first)
        place.set_result(None)

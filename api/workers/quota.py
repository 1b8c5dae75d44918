"""Limits on what one client may run at a time, and on its seconds of worker time.

Each client has a bucket of seconds, which its tasks empty and which refills by one second per
second. A client that keeps one worker busy is never refused; one that keeps several busy is refused
in the end.

References
----------
The token bucket of RFC 2697, section 3, with one rate.
"""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from api.errors import HttpError

#: The most clients that are remembered; those seen longest ago are forgotten first.
MAX_CLIENTS = 10_000


@dataclass(slots=True)
class Account:
    """The usage of a client: ``used`` seconds of its bucket at ``time``, and ``running`` tasks."""

    time: float
    used: float = 0.0
    running: int = 0

    def settle(self, now: float) -> float:
        """Subtract the time that has passed from the used seconds, and return the rest."""
        self.used = max(0.0, self.used - (now - self.time))
        self.time = now
        return self.used


class Quota:
    """The accounts of all clients.

    Parameters
    ----------
    tasks
        The most tasks of a client that may run or wait at once.
    seconds
        The most seconds of worker time that a client may use in a burst.
    clock
        Returns the time in seconds.
    """

    def __init__(
        self, tasks: int, seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._tasks = tasks
        self._seconds = seconds
        self._clock = clock
        self._accounts: OrderedDict[str, Account] = OrderedDict()

    def rank(self, client: str) -> float:
        """Return the seconds that a client has used; a running task counts as one second."""
        account = self._accounts.get(client)
        return account.settle(self._clock()) + account.running if account else 0.0

    def running(self) -> int:
        """Return the number of running and waiting tasks of all clients."""
        return sum(account.running for account in self._accounts.values())

    def charge(self, client: str, seconds: float) -> None:
        """Add the seconds of a finished task to the usage of a client."""
        account = self._account(client)
        account.used = account.settle(self._clock()) + seconds

    @contextmanager
    def admit(self, client: str) -> Iterator[None]:
        """Count a task of a client while it runs or waits.

        Raises
        ------
        HttpError
            429 if the client has too many tasks or has used too much time; its ``Retry-After`` has
            the seconds to wait.
        """
        account = self._account(client)
        over = account.settle(self._clock()) - self._seconds
        if over > 0:
            wait = str(math.ceil(over))
            text = f"this client has used too much time of the service; try again in {wait} s"
            raise HttpError(429, text, headers={"Retry-After": wait})
        if account.running >= self._tasks:
            text = f"this client has {self._tasks} questions running; wait for one to finish"
            raise HttpError(429, text, headers={"Retry-After": "1"})
        account.running += 1
        try:
            yield
        finally:
            account.running -= 1

    def _account(self, client: str) -> Account:
        account = self._accounts.setdefault(client, Account(self._clock()))
        self._accounts.move_to_end(client)
        if len(self._accounts) > MAX_CLIENTS:
            self._forget()
        return account

    def _forget(self) -> None:
        """Forget the client without running tasks that was seen longest ago."""
        idle = (name for name, account in self._accounts.items() if not account.running)
        name = next(idle, None)
        if name is not None:
            del self._accounts[name]

"""Quotas of one client: tasks at the same time, and seconds of worker time.

A bucket of seconds for each client, emptied by what its tasks take and filled by one second a
second: whoever keeps one worker busy is never refused, whoever keeps several busy is, in the end.

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

#: Clients that are remembered; beyond, those are forgotten that were seen longest ago.
MAX_CLIENTS = 10_000


@dataclass(slots=True)
class Account:
    """The usage of a client: ``used`` seconds of its bucket at the ``time``, ``running`` tasks."""

    time: float
    used: float = 0.0
    running: int = 0

    def settle(self, now: float) -> float:
        """Let what was used flow off until now, and return what is left of it."""
        self.used = max(0.0, self.used - (now - self.time))
        self.time = now
        return self.used


class Quota:
    """The accounts of all clients.

    Parameters
    ----------
    tasks
        How many tasks of a client may run or wait at once.
    seconds
        How many seconds of workers a client may use at a stretch.
    clock
        Tells the time in seconds.
    """

    def __init__(
        self, tasks: int, seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._tasks = tasks
        self._seconds = seconds
        self._clock = clock
        self._accounts: OrderedDict[str, Account] = OrderedDict()

    def rank(self, client: str) -> float:
        """The seconds that a client has used; a running task counts as one second."""
        account = self._accounts.get(client)
        return account.settle(self._clock()) + account.running if account else 0.0

    def running(self) -> int:
        """The number of running and waiting tasks of all clients."""
        return sum(account.running for account in self._accounts.values())

    def charge(self, client: str, seconds: float) -> None:
        """Let a client pay for a task that ran."""
        account = self._account(client)
        account.used = account.settle(self._clock()) + seconds

    @contextmanager
    def admit(self, client: str) -> Iterator[None]:
        """Count a task of a client while it runs or waits.

        Raises
        ------
        HttpError
            429 if the client has too many or has used too much; it says when to come back.
        """
        account = self._account(client)
        over = account.settle(self._clock()) - self._seconds
        if over > 0:
            wait = str(math.ceil(over))
            text = f"this client has used too much time of the service; try again in {wait} s"
            raise HttpError(429, text, headers={"Retry-After": wait})
        if account.running >= self._tasks:
            text = f"this client has {self._tasks} questions at work; wait for one to end"
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
        """Forget the client that was seen longest ago and has nothing at work."""
        idle = (name for name, account in self._accounts.items() if not account.running)
        name = next(idle, None)
        if name is not None:
            del self._accounts[name]

"""Passes requests to the pool, and cancels them when the client disconnects."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from fastapi import Request

from api.settings import Settings
from api.workers.pool import Answer, Pool, Task

Result = TypeVar("Result")

#: Seconds before the first check whether the client has disconnected.
_MOMENT = 0.02


class ClientGoneError(Exception):
    """The client has closed the connection, so no answer is sent."""


async def ask(request: Request, task: Task) -> Answer:
    """Run a task for a request, and cancel it if the client disconnects.

    Raises
    ------
    HttpError
        The errors of :meth:`Pool.run`.
    ClientGoneError
        If the client disconnects.
    """
    pool: Pool = request.app.state.pool
    known = pool.known(task)
    if known is not None:
        return known
    return await while_connected(request, pool.run(task, client_of(request)))


def client_of(request: Request) -> str:
    """Return the identity of a client: its address, or the one that a trusted proxy reports.

    Only the last value of the header is used, because the proxy itself has added it.
    """
    settings: Settings = request.app.state.settings
    told = request.headers.get(settings.client_header, "") if settings.client_header else ""
    address = told.rpartition(",")[2].strip()
    return address or (request.client.host if request.client else "")


async def while_connected(request: Request, work: Coroutine[Any, Any, Result]) -> Result:
    """Run a coroutine while the client is connected; the request's body must have been read.

    The connection is checked only after a moment, since most answers take less time. The work runs
    in the asyncio task of the request, because a separate task would cost more than the rest.

    Raises
    ------
    ClientGoneError
        If the client disconnects; the work has been cancelled and has ended by then.
    """
    watch = _Watch(request)
    try:
        return await work
    except asyncio.CancelledError:
        if watch.has_cancelled:
            raise ClientGoneError from None
        raise
    finally:
        await watch.end()


class _Watch:
    """Cancels the asyncio task of a request if its client disconnects; checks after a moment."""

    def __init__(self, request: Request) -> None:
        self.has_cancelled = False
        self._request = request
        self._task = asyncio.current_task()
        self._timer = asyncio.get_running_loop().call_later(_MOMENT, self._begin)
        self._looking: asyncio.Task[None] | None = None

    async def end(self) -> None:
        """Stop watching."""
        self._timer.cancel()
        if self._looking is not None:
            self._looking.cancel()
            await asyncio.gather(self._looking, return_exceptions=True)
            if self.has_cancelled and self._task is not None:
                self._task.uncancel()

    def _begin(self) -> None:
        self._looking = asyncio.ensure_future(self._until_gone())

    async def _until_gone(self) -> None:
        while (await self._request.receive())["type"] != "http.disconnect":
            pass
        if self._task is not None:
            self.has_cancelled = self._task.cancel()

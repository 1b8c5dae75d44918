"""Requests for the pool: the client, and whether it is still connected."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from fastapi import Request

from api.settings import Settings
from api.workers.pool import Answer, Pool, Task

Result = TypeVar("Result")

#: Seconds in which it is not checked whether the client has disconnected.
_MOMENT = 0.02


class ClientGoneError(Exception):
    """The client has closed the connection; no answer is sent."""


async def ask(request: Request, task: Task) -> Answer:
    """Do a task for a request, and end it when the client goes.

    Raises
    ------
    HttpError
        As :meth:`Pool.run`.
    ClientGoneError
        If the client goes.
    """
    pool: Pool = request.app.state.pool
    known = pool.known(task)
    if known is not None:
        return known
    return await while_connected(request, pool.run(task, client_of(request)))


def client_of(request: Request) -> str:
    """Return the identity of a client: its address, or the one that a trusted proxy states.

    The last value of the header is the one that the proxy itself has added.
    """
    settings: Settings = request.app.state.settings
    told = request.headers.get(settings.client_header, "") if settings.client_header else ""
    address = told.rpartition(",")[2].strip()
    return address or (request.client.host if request.client else "")


async def while_connected(request: Request, work: Coroutine[Any, Any, Result]) -> Result:
    """Do something while the client is there; its body must have been read.

    Whether the client is still there is asked after a moment only, since most answers take less.
    The work runs in the task of the request, as a task of its own would cost more than the rest.

    Raises
    ------
    ClientGoneError
        If the client goes; the work is cancelled, and has ended.
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
    """Cancels the task of a request when its client goes; begins to look after a moment."""

    def __init__(self, request: Request) -> None:
        self.has_cancelled = False
        self._request = request
        self._task = asyncio.current_task()
        self._timer = asyncio.get_running_loop().call_later(_MOMENT, self._begin)
        self._looking: asyncio.Task[None] | None = None

    async def end(self) -> None:
        """Look no more."""
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

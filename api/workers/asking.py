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

    Raises
    ------
    ClientGoneError
        If the client goes; the work is cancelled, and has ended.
    """
    working = asyncio.ensure_future(work)
    tasks: list[asyncio.Future[Any]] = [working]
    try:
        await asyncio.wait(tasks, timeout=_MOMENT)
        if not working.done():
            tasks.append(asyncio.ensure_future(_until_gone(request)))
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            return working.result()
        raise ClientGoneError
    finally:
        if not working.done() or len(tasks) > 1:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def _until_gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass

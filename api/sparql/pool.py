"""A pool of worker processes that answer SPARQL queries and are killed when they take too long.

The engine cannot be interrupted, can run out of memory and can crash on hostile queries; so every
query runs in a process of its own that we can do without. A warm spare takes the place of a worker
that was killed, and a new spare starts behind it. When the graph has been rebuilt, workers of the
old generation are replaced one by one as they are met.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from api.errors import HttpError
from api.settings import Settings
from api.sparql.formats import Formats
from api.sparql.protocol import Operation
from api.sparql.worker import LENGTH
from ontology.errors import AldkgError
from ontology.iri import PREFIXES

_SCRIPT = Path(__file__).with_name("worker.py")

#: How long a worker may take to start, in seconds.
_START_SECONDS = 60.0
#: glibc sets aside 64 MB of addresses for each thread that finds the others busy. On a busy machine
#: the bounded address space of a worker then has no room for the threads of the engine.
_FEW_ARENAS = {"MALLOC_ARENA_MAX": "2"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The bytes of a result and their media type."""

    media_type: str
    body: bytes


class Worker:
    """One process, and our end of the socket to it."""

    def __init__(
        self,
        directory: Path,
        process: subprocess.Popen[bytes],
        streams: tuple[asyncio.StreamReader, asyncio.StreamWriter],
    ) -> None:
        self.directory = directory
        self._process = process
        self._reader, self._writer = streams

    @classmethod
    async def start(cls, directory: Path, megabytes: int) -> Worker:
        """Start a process on this directory of a store and wait until it is ready.

        Raises
        ------
        HttpError
            503 if it does not come up.
        """
        ours, theirs = socket.socketpair()
        with theirs:
            process = _spawn(theirs.fileno(), directory, megabytes)
        worker = cls(directory, process, await asyncio.open_connection(sock=ours, limit=1 << 20))
        try:
            async with asyncio.timeout(_START_SECONDS):
                await worker._receive()
        except (TimeoutError, asyncio.IncompleteReadError, ConnectionError):
            await worker.stop()
            raise HttpError(503, "no query worker could be started on the graph") from None
        return worker

    async def ask(self, message: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Send one message and wait for its answer."""
        encoded = json.dumps(message).encode()
        self._writer.write(LENGTH.pack(len(encoded)) + encoded)
        await self._writer.drain()
        return await self._receive()

    async def _receive(self) -> tuple[dict[str, Any], bytes]:
        sizes = await self._reader.readexactly(2 * LENGTH.size)
        header_size, body_size = (n for (n,) in LENGTH.iter_unpack(sizes))
        header = json.loads(await self._reader.readexactly(header_size))
        return header, await self._reader.readexactly(body_size)

    async def stop(self) -> None:
        """Kill the process and wait for its end."""
        self._process.kill()
        self._writer.close()
        with contextlib.suppress(ConnectionError):
            await self._writer.wait_closed()
        await asyncio.to_thread(self._process.wait)


def _spawn(descriptor: int, directory: Path, megabytes: int) -> subprocess.Popen[bytes]:
    arguments = [str(descriptor), str(directory), str(megabytes), json.dumps(dict(PREFIXES))]
    return subprocess.Popen(  # noqa: S603 (our own script, by this very interpreter)
        [sys.executable, "-P", str(_SCRIPT), *arguments],
        pass_fds=(descriptor,),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | _FEW_ARENAS,
    )


class Pool:
    """The workers on the current generation of a store.

    Parameters
    ----------
    current
        Gives the directory that holds the current generation; asked before every query.
    settings
        Numbers of workers, time, memory and size limits.
    """

    def __init__(self, current: Callable[[], Path], settings: Settings) -> None:
        self._current = current
        self._settings = settings
        self._slots: asyncio.Queue[Worker | None] = asyncio.Queue()  # None: start one when needed
        self._spares: list[Worker] = []
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Pool:
        for _ in range(self._settings.workers):
            self._slots.put_nowait(await self._start())
        for _ in range(self._settings.spare_workers):
            self._spares.append(await self._start())
        return self

    async def __aexit__(self, *_: object) -> None:
        await asyncio.gather(*self._tasks, return_exceptions=True)
        workers = list(self._spares)
        while not self._slots.empty():
            workers += [worker for worker in (self._slots.get_nowait(),) if worker]
        await asyncio.gather(*(worker.stop() for worker in workers))

    async def query(self, operation: Operation, formats: Formats, *, base: str) -> Answer:
        """Answer a query within the limits.

        Parameters
        ----------
        operation
            What is asked, of which graphs.
        formats
            The format for each kind of answer.
        base
            The base IRI of the query.

        Raises
        ------
        HttpError
            400 if the query is wrong, 406 if no format fits, 503 if it takes too long, takes too
            much memory, or all workers are busy.
        """
        message = {
            **asdict(operation),
            "formats": asdict(formats),
            "base": base,
            "seconds": self._settings.query_seconds,
            "max_bytes": self._settings.max_result_bytes,
        }
        header, body = await self._ask(await self._acquire(), message)
        if header["status"] != 200:
            raise HttpError(header["status"], header["message"])
        return Answer(media_type=header["type"], body=body)

    async def _acquire(self) -> Worker:
        """Return a worker on the current generation, as soon as a slot is free."""
        try:
            async with asyncio.timeout(self._settings.queue_seconds):
                worker = await self._slots.get()
        except TimeoutError:
            raise HttpError(
                503, "all query workers are busy, try again", headers={"Retry-After": "2"}
            ) from None
        try:
            return await self._renewed(worker)
        except BaseException:
            self._slots.put_nowait(None)
            raise

    async def _renewed(self, worker: Worker | None) -> Worker:
        """Return the worker itself, or a new one if there is none or the graph was built again."""
        if worker is not None and worker.directory == self._current():
            return worker
        if worker is not None:
            await worker.stop()
        return await self._start()

    async def _ask(self, worker: Worker, message: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Ask the worker; whatever goes wrong, the slot is filled again."""
        seconds = self._settings.query_seconds
        try:
            async with asyncio.timeout(seconds):
                answer = await worker.ask(message)
        except TimeoutError:
            self._replace(worker)
            raise HttpError(503, f"the query was ended after {seconds:g} s") from None
        except (asyncio.IncompleteReadError, ConnectionError):
            self._replace(worker)
            text = "the query was ended: it needs more memory or nesting than allowed"
            raise HttpError(503, text) from None
        except BaseException:  # cancelled: the client has gone
            self._replace(worker)
            raise
        self._slots.put_nowait(worker)
        return answer

    def _replace(self, worker: Worker) -> None:
        """Let a spare take over at once, and start the next spare behind it."""
        self._slots.put_nowait(self._spares.pop() if self._spares else None)
        task = asyncio.ensure_future(self._refill(worker))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _refill(self, dead: Worker) -> None:
        await dead.stop()
        if len(self._spares) < self._settings.spare_workers:
            with contextlib.suppress(AldkgError):  # the next query says what is wrong
                self._spares.append(await self._start())

    async def _start(self) -> Worker:
        return await Worker.start(self._current(), self._settings.worker_memory_mb)

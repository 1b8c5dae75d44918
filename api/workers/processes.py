"""The service's side of the processes: the zygote, and the workers that it forks."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from api.cache import Place
from api.errors import HttpError
from api.workers.frames import Answers, Frame, encode, receive

#: Seconds that a worker may take to start.
_START_SECONDS = 60.0
#: Seconds that the zygote may take to end itself and its workers before it is killed.
_END_SECONDS = 10.0
#: glibc may reserve 64 MB of address space for each thread. On a busy machine the limited address
#: space of a worker then has no room for the threads of the engine. The threads of numpy would take
#: address space too, although a forked process does not have them.
_FEW_ARENAS = {"MALLOC_ARENA_MAX": "2", "OPENBLAS_NUM_THREADS": "1"}
#: Puts the heap of the engine on large memory pages, if the system has them, which makes a short
#: query a sixth faster. A value that is already set is kept.
_LARGE_PAGES = {"GLIBC_TUNABLES": "glibc.malloc.hugetlb=1"}
#: The increment of ``nice`` of a worker whose task takes long.
_YIELD = 10


class Zygote:
    """The process that forks workers; it starts at once and is ready a second later."""

    def __init__(self) -> None:
        self._control, theirs = socket.socketpair()
        with theirs:
            self._process = _spawn(theirs.fileno())
        self._lock = threading.Lock()
        self._loaded: set[str] = set()

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def is_gone(self) -> bool:
        """Whether the process has ended."""
        return self._process.poll() is not None

    def fork(self, connection: socket.socket, directory: Path, megabytes: int) -> int:
        """Fork a worker that serves this connection, and return its process id. Blocks.

        Raises
        ------
        ConnectionError
            If the zygote has ended.
        """
        message = {"directory": str(directory), "megabytes": megabytes}
        pid: int = self._ask(message, connection.fileno())["pid"]
        return pid

    def load(self, module: str) -> None:
        """Import a module, so that the workers forked from now on have it. Blocks."""
        if module not in self._loaded:
            self._loaded.add(module)
            with contextlib.suppress(ConnectionError):  # no zygote, so no workers will need it
                self._ask({"load": module})

    def end(self, pid: int) -> None:
        """End a worker and wait until it has ended. Blocks."""
        with contextlib.suppress(ConnectionError):  # without a zygote the worker has ended too
            self._ask({"end": pid})

    def _ask(self, message: dict[str, Any], *descriptors: int) -> Mapping[str, Any]:
        frame = encode(message)
        answer: Frame | None = None
        with self._lock, contextlib.suppress(OSError):  # including that of a closed socket
            sent = socket.send_fds(self._control, [frame], descriptors)
            self._control.sendall(frame[sent:])
            answer = receive(self._control)
        if answer is None:
            raise ConnectionError("the process that forks workers is gone")
        return answer[0]

    def close(self) -> None:
        """End the process with all its workers. Blocks, but never for long."""
        with contextlib.suppress(OSError):  # it may already be closed
            self._control.shutdown(socket.SHUT_RDWR)  # wakes any thread that waits for an answer
        self._control.close()
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()  # its workers end with it
            self._process.wait()


def _spawn(descriptor: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 (a module of this package, with the same interpreter)
        [sys.executable, "-P", "-m", "api.workers.zygote", str(descriptor)],
        pass_fds=(descriptor,),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=_LARGE_PAGES
        | os.environ
        | _FEW_ARENAS
        | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )


class Worker:
    """One worker process, and the service's end of the socket to it."""

    def __init__(
        self,
        zygote: Zygote,
        pid: int,
        place: Place,
        answers: Answers,
    ) -> None:
        self.pid = pid
        self.place = place
        self.is_fresh = True
        self._zygote = zygote
        self._answers = answers

    @classmethod
    async def start(cls, zygote: Zygote, directory: Path, place: Place, megabytes: int) -> Worker:
        """Fork a worker on this generation of a store and wait until it is ready.

        Raises
        ------
        HttpError
            503 if it does not start.
        """
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                pid = await asyncio.to_thread(zygote.fork, theirs, directory, megabytes)
            except ConnectionError as error:
                ours.close()
                raise HttpError(503, f"no worker could be started: {error}") from None
        loop = asyncio.get_running_loop()
        _, answers = await loop.create_unix_connection(Answers, sock=ours)
        worker = cls(zygote, pid, place, answers)
        try:
            async with asyncio.timeout(_START_SECONDS):
                await answers.answer  # it is ready
        except (TimeoutError, ConnectionError):
            await worker.stop()
            raise HttpError(503, "no worker could be started on the graph") from None
        return worker

    @property
    def is_gone(self) -> bool:
        """Whether the process has ended by itself, or is about to end with the zygote."""
        return self._zygote.is_gone or self._answers.is_closed

    @property
    def is_usable(self) -> bool:
        """Whether the worker may get another task: it never ran too long, and is connected."""
        return self.is_fresh and not self._answers.is_closed

    def ask(self, frame: bytes) -> asyncio.Future[Frame]:
        """Send a task with its limits, and return a future of the answer."""
        return self._answers.ask(frame)

    def yield_to_others(self) -> None:
        """Lower the priority of the process for the rest of its life."""
        self.is_fresh = False
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.pid, _YIELD)

    def kill(self) -> None:
        """End the process at once; :meth:`stop` must follow."""
        self.is_fresh = False
        if self._zygote.is_gone:  # another process may have the id by now
            return
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    async def stop(self) -> None:
        """End the process and wait for its end."""
        self.kill()
        await self._answers.close()
        await asyncio.to_thread(self._zygote.end, self.pid)

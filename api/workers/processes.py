"""Our side of the processes: the zygote, and the workers that it forks."""

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

#: How long a worker may take to start, in seconds.
_START_SECONDS = 60.0
#: How long the zygote may take to end itself and its workers, in seconds; then it is killed.
_END_SECONDS = 10.0
#: glibc sets aside 64 MB of addresses for each thread that finds the others busy. On a busy machine
#: the bounded address space of a worker then has no room for the threads of the engine. The threads
#: of numpy would take addresses too, and a fork has none of them.
_FEW_ARENAS = {"MALLOC_ARENA_MAX": "2", "OPENBLAS_NUM_THREADS": "1"}
#: The heap of the engine on large pages of memory, where the system has them: a short query takes a
#: sixth less. Whoever has set it otherwise has his way.
_LARGE_PAGES = {"GLIBC_TUNABLES": "glibc.malloc.hugetlb=1"}
#: What a worker whose task takes long yields to all others, in steps of ``nice``.
_YIELD = 10


class Zygote:
    """The process that forks workers; started at once, ready a second later."""

    def __init__(self) -> None:
        self._control, theirs = socket.socketpair()
        with theirs:
            self._process = _spawn(theirs.fileno())
        self._lock = threading.Lock()
        self._loaded: set[str] = set()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def is_gone(self) -> bool:
        """Whether the process has ended."""
        return self._process.poll() is not None

    def fork(self, connection: socket.socket, directory: Path, megabytes: int) -> int:
        """Fork a worker that serves this connection; its process number. Blocks.

        Raises
        ------
        ConnectionError
            If the zygote is gone.
        """
        message = {"directory": str(directory), "megabytes": megabytes}
        pid: int = self._ask(message, connection.fileno())["pid"]
        return pid

    def load(self, module: str) -> None:
        """Load a module, so that the workers forked from now on have it. Blocks."""
        if module not in self._loaded:
            self._loaded.add(module)
            with contextlib.suppress(ConnectionError):  # then there is nobody to fork
                self._ask({"load": module})

    def end(self, pid: int) -> None:
        """End a worker and wait until it is gone. Blocks."""
        with contextlib.suppress(ConnectionError):  # then the worker is gone, too
            self._ask({"end": pid})

    def _ask(self, message: dict[str, Any], *descriptors: int) -> Mapping[str, Any]:
        frame = encode(message)
        answer: Frame | None = None
        with self._lock, contextlib.suppress(OSError):  # of a closed socket, too
            sent = socket.send_fds(self._control, [frame], descriptors)
            self._control.sendall(frame[sent:])
            answer = receive(self._control)
        if answer is None:
            raise ConnectionError("the process that forks workers is gone")
        return answer[0]

    def close(self) -> None:
        """End the process with all its workers. Blocks, but never for long."""
        with contextlib.suppress(OSError):  # where it is closed already
            self._control.shutdown(socket.SHUT_RDWR)  # wakes a thread that waits for an answer
        self._control.close()
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()  # and the system its workers
            self._process.wait()


def _spawn(descriptor: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 (our own module, by this very interpreter)
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
    """One process, and our end of the socket to it."""

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
        """Fork a process on this generation of a store and wait until it is ready.

        Raises
        ------
        HttpError
            503 if it does not come up.
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
        """Whether another task may be given to it, as far as its connection tells."""
        return self.is_fresh and not self._answers.is_closed

    def ask(self, frame: bytes) -> asyncio.Future[Frame]:
        """Send a task with its limits, and return the answer to come."""
        return self._answers.ask(frame)

    def yield_to_others(self) -> None:
        """Let every other process go first, for the rest of this worker's life."""
        self.is_fresh = False
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.pid, _YIELD)

    def kill(self) -> None:
        """End the process at once; :meth:`stop` must follow."""
        self.is_fresh = False
        if self._zygote.is_gone:  # the number may be that of another process by now
            return
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    async def stop(self) -> None:
        """End the process and wait for its end."""
        self.kill()
        await self._answers.close()
        await asyncio.to_thread(self._zygote.end, self.pid)

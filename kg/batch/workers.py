"""Work spread over processes that may die: one job at a time each, and a dead one is named.

The processes are forked from this one when the models are loaded, so they share its memory and
start in no time. A job that kills its process (out of memory, a crash in compiled code) or takes
too long fails alone: a fresh process goes on with the next. Where the system does not fork safely
(anything but Linux), jobs run in this process, one after the other.
"""

from __future__ import annotations

import ctypes
import logging
import multiprocessing
import os
import resource
import signal
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")

#: A job may take so long, in seconds: a text of 50 MB does not need it, a runaway one never ends.
MAX_SECONDS = 1800.0
#: Memory that a job may take beyond what the process had before, in MiB.
MAX_MEGABYTES = 4096
#: Linux: the signal that a process gets when its parent dies.
_PR_SET_PDEATHSIG = 1
#: A process is started for so many documents; fewer are read faster than it starts.
_WORTH = 4
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A job that came to nothing; the cause is one phrase."""

    cause: str


def default_workers(jobs: int) -> int:
    """How many processes so many documents are worth: one for four, one a processor at most.

    >>> default_workers(3)
    1
    """
    processors = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    return max(1, min(processors, jobs // _WORTH))


def each(
    work: Callable[[Job], Result],
    jobs: Sequence[Job],
    *,
    workers: int,
    seconds: float = MAX_SECONDS,
    megabytes: int = MAX_MEGABYTES,
) -> Iterator[tuple[int, Result | Failure]]:
    """Do every job and yield its number and result, in the order in which they are done.

    Parameters
    ----------
    work
        What is done with a job, in another process; its result is pickled.
    jobs
        What it is done with.
    workers
        How many processes at most.
    seconds, megabytes
        What one job may take.
    """
    if sys.platform != "linux":
        yield from ((number, _done(work, job)) for number, job in enumerate(jobs))
        return
    yield from _Pool(work, jobs, seconds, megabytes).run(min(workers, len(jobs)))


def _done(work: Callable[[Job], Result], job: Job) -> Result | Failure:
    """Do one job; the door behind which no document's error stops the others."""
    try:
        return work(job)
    except MemoryError:
        return Failure(cause="needs more memory than it may take")
    except Exception as error:  # a bug of ours: the trace goes to the log, the batch goes on
        _LOG.exception("%s", job)
        text = " ".join(str(error).split())
        return Failure(cause=f"an error of ours, please report it ({type(error).__name__}: {text})")


class _Worker:
    """One process, our end of the pipe to it, and the job that it does."""

    def __init__(self, serve: Callable[[Connection, Connection], None]) -> None:
        context: Any = multiprocessing.get_context("fork")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, self.pipe), daemon=True)
        with warnings.catch_warnings():  # threads of ours hold no lock that a child could need
            warnings.simplefilter("ignore", DeprecationWarning)
            self.process.start()
        theirs.close()
        self.job = -1
        self.started = 0.0

    def give(self, job: int) -> None:
        self.job, self.started = job, time.monotonic()
        with suppress(OSError):  # it has died since: seen when its answer is waited for
            self.pipe.send(job)

    def end(self) -> int | None:
        """End the process at once and say by which code it ended."""
        self.process.kill()
        self.process.join()
        code: int | None = self.process.exitcode
        self.pipe.close()
        self.process.close()
        return code


class _Pool(Generic[Job, Result]):
    """The processes at work on a list of jobs."""

    def __init__(
        self, work: Callable[[Job], Result], jobs: Sequence[Job], seconds: float, megabytes: int
    ) -> None:
        self._work = work
        self._jobs = jobs
        self._seconds = seconds
        self._megabytes = megabytes
        self._next = 0
        self._busy: list[_Worker] = []

    def run(self, workers: int) -> Iterator[tuple[int, Result | Failure]]:
        try:
            for _ in range(workers):
                self._engage(_Worker(self._serve))
            while self._busy:
                yield from self._collect()
        finally:
            for worker in self._busy:
                worker.end()

    def _engage(self, worker: _Worker) -> None:
        """Give the process its next job; without one it may go."""
        if self._next == len(self._jobs):
            worker.end()
            return
        worker.give(self._next)
        self._busy.append(worker)
        self._next += 1

    def _collect(self) -> Iterator[tuple[int, Result | Failure]]:
        """Wait until something happens, and say what came of it."""
        first = min(worker.started for worker in self._busy) + self._seconds
        ready = wait([w.pipe for w in self._busy], max(0.0, first - time.monotonic()))
        for worker in list(self._busy):
            if worker.pipe in ready:
                yield worker.job, self._received(worker)
            elif time.monotonic() - worker.started >= self._seconds:
                self._busy.remove(worker)
                worker.end()
                self._engage_anew()
                yield worker.job, Failure(cause=f"took longer than {self._seconds:g} s")

    def _received(self, worker: _Worker) -> Result | Failure:
        self._busy.remove(worker)
        try:
            answer: Result | Failure = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join()
            code = worker.process.exitcode
            worker.end()
            self._engage_anew()
            return Failure(cause=_cause_of_death(code))
        self._engage(worker)
        return answer

    def _engage_anew(self) -> None:
        if self._next < len(self._jobs):
            self._engage(_Worker(self._serve))

    def _serve(self, pipe: Connection, parents: Connection) -> None:
        """Do jobs until there are no more: the life of a process."""
        parents.close()  # a copy of the other end, which would keep the pipe open for ever
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
        _die_with_parent()
        _limit_memory(self._megabytes)
        with suppress(EOFError, OSError):  # the parent has gone
            while True:
                pipe.send(_done(self._work, self._jobs[pipe.recv()]))


def _cause_of_death(code: int | None) -> str:
    if code is None or code >= 0:
        return f"its process ended (exit code {code})"
    name = signal.Signals(-code).name
    guess = ", most likely out of memory" if name == "SIGKILL" else ""
    return f"its process was ended by {name}{guess}"


def _die_with_parent() -> None:
    """Let the system end this process when the parent is killed: it holds the parent's locks."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _limit_memory(megabytes: int) -> None:
    """Let this process grow by so much and no more, and leave no core dump behind."""
    with open("/proc/self/statm", encoding="ascii") as file:
        present = int(file.read().split()[0]) * resource.getpagesize()
    limit = present + (megabytes << 20)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

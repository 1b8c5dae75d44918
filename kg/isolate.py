"""Work in processes that may crash: each does one job at a time, within limits.

A job that kills its process (out of memory, a crash in compiled code) or takes too long fails
alone; a new process does the next job. :func:`each` forks the processes from this one after the
models are loaded, so they share its memory and start at once. Where forking is not safe (anywhere
but on Linux), jobs run in this process, one after the other. A program with threads must not fork;
there :func:`alone` does a job in a newly started process.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from kg.processes import die_with_parent, interrupts_held, limit_growth

Job = TypeVar("Job")
Result = TypeVar("Result")

#: Time limit of a job in seconds; a text of 50 MB stays below it.
MAX_SECONDS = 1800.0
#: Memory that a job may take in addition to that of its process before, in MiB.
MAX_MEGABYTES = 4096
#: Documents per process; starting one for fewer takes longer than reading them.
_WORTH = 4
#: The program of a new process.
_START = "import sys; from kg.isolate import serve_started; serve_started(*map(int, sys.argv[1:]))"
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A job that failed; the cause is one phrase.

    ``ends_all`` is true if other jobs would fail for the same cause.
    """

    cause: str
    ends_all: bool = False


def default_workers(jobs: int) -> int:
    """Return the default number of processes: one for four documents, at most one per processor.

    >>> default_workers(3)
    1
    """
    processors = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    return max(1, min(processors, jobs // _WORTH))


def each(
    work: Callable[[Job], Result],
    jobs: Iterable[Job],
    *,
    workers: int,
    seconds: float = MAX_SECONDS,
    megabytes: int = MAX_MEGABYTES,
) -> Iterator[tuple[int, Result | Failure]]:
    """Do every job and yield its number and result, in the order of completion.

    Parameters
    ----------
    work
        The function that does a job, in another process; its result is pickled.
    jobs
        The jobs, which are pickled. The next one is taken when a process is free for it.
    workers
        The greatest number of processes.
    seconds, megabytes
        Limits of time and memory for one job.
    """
    if sys.platform != "linux":
        yield from ((number, _done(work, job)) for number, job in enumerate(jobs))
        return
    pool = _Pool(work, seconds, megabytes)
    try:
        yield from pool.run(jobs, workers)
    finally:
        pool.end()


class ForkedPool:
    """Processes that are forked at once and do several rounds of jobs.

    They have the state of this process at the fork, and nothing that it opens later. A store must
    not be open yet, because its threads are not forked.

    Parameters
    ----------
    works
        The functions that do jobs, by name.
    workers
        The number of processes.
    """

    def __init__(self, works: Mapping[str, Callable[[Any], Any]], workers: int) -> None:
        def work(named: tuple[str, Any]) -> Any:
            name, job = named
            return works[name](job)

        self._work = work
        self._workers = workers
        self._pool = _Pool(work, MAX_SECONDS, MAX_MEGABYTES)
        if sys.platform == "linux":
            self._pool.fork(workers)

    def __enter__(self) -> ForkedPool:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.end()

    def each(self, name: str, jobs: Iterable[Any]) -> Iterator[tuple[int, Any]]:
        """Do every job with the function of this name, as the function :func:`each` does."""
        named = ((name, job) for job in jobs)
        if sys.platform != "linux":
            yield from ((number, _done(self._work, job)) for number, job in enumerate(named))
            return
        yield from self._pool.run(named, self._workers)

    def in_order(self, name: str, jobs: Iterable[Any]) -> Iterator[Any]:
        """Yield the result of every job, in the order of the jobs.

        Raises
        ------
        ChildProcessError
            If a job fails.
        """
        waiting: dict[int, Any] = {}
        following = 0
        for number, done in self.each(name, jobs):
            if isinstance(done, Failure):
                raise ChildProcessError(done.cause)
            waiting[number] = done
            while following in waiting:
                yield waiting.pop(following)
                following += 1


def alone(
    work: Callable[[Job], Result],
    job: Job,
    *,
    seconds: float = MAX_SECONDS,
    megabytes: int = MAX_MEGABYTES,
) -> Result | Failure:
    """Do a job in a process that belongs to this thread and is kept for the next job.

    Parameters
    ----------
    work
        An importable function.
    job, seconds, megabytes
        As in :func:`each`.
    """
    worker: _Started | None = getattr(_OF_THREAD, "worker", None)
    if worker is None or worker.limit != megabytes:
        worker = _OF_THREAD.worker = _Started(megabytes)
    try:
        answer: Result | Failure = worker.ask((work, job), seconds)
    except TimeoutError:
        answer = Failure(cause=_took_longer(seconds))
    except (EOFError, OSError):
        answer = Failure(cause=_cause_of_death(worker.process.wait()))
    else:
        return answer
    worker.end()
    _OF_THREAD.worker = None
    return answer


def _done(work: Callable[[Job], Result], job: Job) -> Result | Failure:
    """Run one job and return its result, or a Failure for its error: other jobs continue."""
    try:
        return work(job)
    except MemoryError:
        return Failure(cause="needs more memory than the limit")
    except Exception as error:  # a bug: log the traceback and continue the batch
        _LOG.exception("%s", job)
        text = " ".join(str(error).split())
        return Failure(cause=f"internal error; please report it ({type(error).__name__}: {text})")


#: The process that does the jobs of :func:`alone` for each thread.
_OF_THREAD = threading.local()


class _Forked:
    """A process forked from this one, this end of the pipe to it, and the number of its job."""

    def __init__(self, serve: Callable[[Connection, Connection], None]) -> None:
        context: Any = multiprocessing.get_context("fork")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, self.pipe), daemon=True)
        with warnings.catch_warnings():  # our threads hold no lock that the child needs
            warnings.simplefilter("ignore", DeprecationWarning)
            with interrupts_held():
                self.process.start()
        theirs.close()
        self.job = -1
        self.started = 0.0

    def give(self, number: int, job: object) -> None:
        self.job, self.started = number, time.monotonic()
        with suppress(OSError):  # the process has died; noticed when its answer is awaited
            self.pipe.send(job)

    def end(self) -> int | None:
        """End the process at once and return its exit code."""
        self.process.kill()
        self.process.join()
        code: int | None = self.process.exitcode
        self.pipe.close()
        self.process.close()
        return code


class _Started:
    """A newly started process, which imports what it needs, and this end of the pipe to it."""

    def __init__(self, megabytes: int) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self.process = subprocess.Popen(  # noqa: S603 (our own code)
                [sys.executable, "-c", _START, str(theirs.fileno()), str(megabytes)],
                pass_fds=[theirs.fileno()],
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
        self.pipe = Connection(ours.detach())
        self.limit = megabytes
        self._is_ready = False

    def ask(self, job: object, seconds: float) -> Any:
        """Send a job and return its result; the time to start the process is not counted.

        Raises
        ------
        EOFError, OSError
            If the process dies.
        TimeoutError
            If the job takes longer than the limit.
        """
        if not self._is_ready:
            self._is_ready = self.pipe.recv()
        self.pipe.send(job)
        if not self.pipe.poll(seconds):
            raise TimeoutError
        return self.pipe.recv()

    def end(self) -> None:
        """End the process at once."""
        self.process.kill()
        self.process.wait()
        self.pipe.close()


class _Pool(Generic[Job, Result]):
    """The processes that work on some jobs."""

    def __init__(self, work: Callable[[Job], Result], seconds: float, megabytes: int) -> None:
        self._work = work
        self._seconds = seconds
        self._megabytes = megabytes
        self._waiting: Iterator[tuple[int, Job]] = iter(())
        self._busy: list[_Forked] = []
        self._idle: list[_Forked] = []

    def fork(self, workers: int) -> None:
        """Fork processes before there are jobs for them."""
        self._idle += [_Forked(self._serve) for _ in range(workers)]

    def run(self, jobs: Iterable[Job], workers: int) -> Iterator[tuple[int, Result | Failure]]:
        self._waiting = enumerate(jobs)
        try:
            for _ in range(workers):
                self._engage(None)
            while self._busy:
                yield from self._collect()
        finally:
            for worker in self._busy:
                worker.end()
            self._busy.clear()

    def end(self) -> None:
        """End the processes that have no job."""
        for worker in self._idle:
            worker.end()
        self._idle.clear()

    def _engage(self, worker: _Forked | None) -> None:
        """Give the next job to a process, to a new one for ``None``; without a job keep it idle."""
        numbered = next(self._waiting, None)
        if numbered is None:
            self._idle += [worker] if worker is not None else []
            return
        if worker is None:
            worker = self._idle.pop() if self._idle else _Forked(self._serve)
        worker.give(*numbered)
        self._busy.append(worker)

    def _collect(self) -> Iterator[tuple[int, Result | Failure]]:
        """Wait for the next event and yield the results of the jobs that ended."""
        first = min(worker.started for worker in self._busy) + self._seconds
        ready = wait([w.pipe for w in self._busy], max(0.0, first - time.monotonic()))
        for worker in list(self._busy):
            if worker.pipe in ready:
                yield worker.job, self._received(worker)
            elif time.monotonic() - worker.started >= self._seconds:
                self._busy.remove(worker)
                worker.end()
                self._engage(None)
                yield worker.job, Failure(cause=_took_longer(self._seconds))

    def _received(self, worker: _Forked) -> Result | Failure:
        self._busy.remove(worker)
        try:
            answer: Result | Failure = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join()
            code = worker.process.exitcode
            worker.end()
            self._engage(None)
            return Failure(cause=_cause_of_death(code))
        self._engage(worker)
        return answer

    def _serve(self, pipe: Connection, parents: Connection) -> None:
        """Do jobs until there are no more: the main function of a forked process."""
        parents.close()  # this copy of the other end would keep the pipe open
        serve(self._work, pipe, self._megabytes)


def serve(work: Callable[[Job], Result], pipe: Connection, megabytes: int) -> None:
    """Do the jobs that arrive on a pipe, within limits, until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent handles Ctrl-C
    die_with_parent()
    limit_growth(megabytes)
    with suppress(EOFError, OSError):  # the parent has gone
        while True:
            pipe.send(_done(work, pipe.recv()))


def _took_longer(seconds: float) -> str:
    return f"took longer than {seconds:g} s"


def _cause_of_death(code: int | None) -> str:
    if code is None or code >= 0:
        return f"its process ended (exit code {code})"
    name = signal.Signals(-code).name
    guess = ", most likely out of memory" if name == "SIGKILL" else ""
    return f"its process was ended by {name}{guess}"


def serve_started(descriptor: int, megabytes: int) -> None:
    """Do the jobs of :func:`alone` that arrive on an inherited socket, in a new process."""
    pipe = Connection(descriptor)
    pipe.send(True)
    serve(_do, pipe, megabytes)


def _do(given: tuple[Callable[[Job], Result], Job]) -> Result:
    work, job = given
    return work(job)

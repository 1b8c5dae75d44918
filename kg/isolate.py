"""Work in processes that may crash: each does one job at a time, within limits.

A job that kills its process (out of memory, a crash in compiled code) or takes too long fails
alone: a fresh process goes on with the next. :func:`each` forks the processes from this one when
the models are loaded, so they share its memory and start in no time; where the system does not fork
safely (anything but Linux), jobs run in this process, one after the other. A program with threads
must not fork: there :func:`alone` does a job in a process that was newly started.
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

#: A job may take so long, in seconds: a text of 50 MB does not need it, a runaway one never ends.
MAX_SECONDS = 1800.0
#: Memory that a job may take beyond what the process had before, in MiB.
MAX_MEGABYTES = 4096
#: Documents per process; starting one for fewer takes longer than reading them.
_WORTH = 4
#: The program of a new process.
_START = "import sys; from kg.isolate import serve_started; serve_started(*map(int, sys.argv[1:]))"
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A job that came to nothing; the cause is one phrase.

    ``ends_all`` if other jobs would come to nothing for the same cause.
    """

    cause: str
    ends_all: bool = False


def default_workers(jobs: int) -> int:
    """The default number of processes: one for four documents, at most one per processor.

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
    """Do every job and yield its number and result, in the order in which they are done.

    Parameters
    ----------
    work
        What is done with a job, in another process; its result is pickled.
    jobs
        What it is done with; pickled. The next one is asked for when a process is free for it.
    workers
        How many processes at most.
    seconds, megabytes
        What one job may take.
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
    """Processes that are forked now and do several rounds of jobs.

    They have what this process has now, and nothing that it opens later. A store must not be open
    yet, because its threads are not forked.

    Parameters
    ----------
    works
        What can be done, by name.
    workers
        How many processes.
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
        """Do one thing with every job; as :func:`each`."""
        named = ((name, job) for job in jobs)
        if sys.platform != "linux":
            yield from ((number, _done(self._work, job)) for number, job in enumerate(named))
            return
        yield from self._pool.run(named, self._workers)

    def in_order(self, name: str, jobs: Iterable[Any]) -> Iterator[Any]:
        """Yield what comes of every job, in the order of the jobs.

        Raises
        ------
        ChildProcessError
            If one comes to nothing.
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
    """Do a job in a process that belongs to this thread and lives on for the next job.

    Parameters
    ----------
    work
        An importable function.
    job, seconds, megabytes
        As of :func:`each`.
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
    """Run one job; its error becomes an outcome, so that other jobs go on."""
    try:
        return work(job)
    except MemoryError:
        return Failure(cause="needs more memory than it may take")
    except Exception as error:  # a bug of ours: the trace goes to the log, the batch goes on
        _LOG.exception("%s", job)
        text = " ".join(str(error).split())
        return Failure(cause=f"internal error; please report it ({type(error).__name__}: {text})")


#: The process that does the jobs of :func:`alone` for each thread.
_OF_THREAD = threading.local()


class _Forked:
    """A process forked from this one, our end of the pipe to it, and the number of its job."""

    def __init__(self, serve: Callable[[Connection, Connection], None]) -> None:
        context: Any = multiprocessing.get_context("fork")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, self.pipe), daemon=True)
        with warnings.catch_warnings():  # threads of ours hold no lock that a child could need
            warnings.simplefilter("ignore", DeprecationWarning)
            with interrupts_held():
                self.process.start()
        theirs.close()
        self.job = -1
        self.started = 0.0

    def give(self, number: int, job: object) -> None:
        self.job, self.started = number, time.monotonic()
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


class _Started:
    """A new process, which loads what it needs, and our end of the pipe to it."""

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
        """Give it a job, and wait for what comes of it; the time of its start does not count.

        Raises
        ------
        EOFError
            If the process dies; OSError, too.
        TimeoutError
            If it takes longer.
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
    """The processes at work on some jobs."""

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
        """Give a process its next job, another one if it is gone."""
        numbered = next(self._waiting, None)
        if numbered is None:
            self._idle += [worker] if worker is not None else []
            return
        if worker is None:
            worker = self._idle.pop() if self._idle else _Forked(self._serve)
        worker.give(*numbered)
        self._busy.append(worker)

    def _collect(self) -> Iterator[tuple[int, Result | Failure]]:
        """Wait for the next event, and return its outcomes."""
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
        """Do jobs until there are no more: the life of a process."""
        parents.close()  # a copy of the other end, which would keep the pipe open for ever
        serve(self._work, pipe, self._megabytes)


def serve(work: Callable[[Job], Result], pipe: Connection, megabytes: int) -> None:
    """Do the jobs that come over a pipe, within limits, until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
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
    """Serve :func:`alone` over an inherited socket: the main loop of a new process."""
    pipe = Connection(descriptor)
    pipe.send(True)
    serve(_do, pipe, megabytes)


def _do(given: tuple[Callable[[Job], Result], Job]) -> Result:
    work, job = given
    return work(job)

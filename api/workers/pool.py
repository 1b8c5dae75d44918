"""The pool: gives tasks to workers within limits of time, memory, size and number.

The engine cannot be interrupted, can run out of memory and can crash on hostile queries, so every
task runs in a process that may be killed. A task starts in a *short* lane: SPARQL and named
questions have one each, so that SPARQL queries never delay the questions. A task that takes more
than a moment moves to the *long* lane, where its process has a lower priority, and its place goes
to the next task; if the long lane is full, the task is ended. Runaway tasks therefore block a short
task only for a moment. A task whose client has disconnected is cancelled, and its worker is killed.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from api.cache import AnswerCache, Place, place_of
from api.errors import HttpError
from api.settings import Settings
from api.workers.frames import Frame, encode
from api.workers.lanes import Lane
from api.workers.processes import Worker, Zygote
from api.workers.quota import Quota
from kg.guard import may_have
from ontology.errors import AldkgError

LaneName = Literal["sparql", "question"]

_AGAIN = {"Retry-After": "2"}
#: Functions of SPARQL that give a different value each time.
_FLEETING = re.compile(r"\b(?:rand|now|uuid|struuid|bnode)\b", re.IGNORECASE)
_FLEETING_WORDS = ("rand", "now", "uuid", "bnode")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The bytes of a result and their media type."""

    media_type: str
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A request to a worker: a task of :data:`api.workers.tasks.TASKS` and its arguments.

    ``loads`` names a module that takes long to import; workers forked later have it imported.
    ``key`` is the name and arguments as JSON: it is sent to the worker, and it is the key under
    which the answer is cached.
    """

    name: str
    arguments: dict[str, Any] = field(default_factory=dict)
    lane: LaneName = "question"
    loads: str = ""
    key: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", json.dumps([self.name, self.arguments], sort_keys=True))


class TaskError(Exception):
    """A bug that occurred in a worker; the message is the traceback from there."""


class Pool:
    """The workers on the current generation of a store.

    Parameters
    ----------
    current
        Returns the directory of the current generation; called before every task.
    settings
        The number of workers, and the limits of time, memory and size.
    """

    def __init__(self, current: Callable[[], Path], settings: Settings) -> None:
        self._current = current
        self._settings = settings
        self.lanes = {"sparql": Lane(settings.workers), "question": Lane(settings.question_workers)}
        self.long = Lane(settings.long_workers)
        self.quota = Quota(settings.client_tasks, settings.client_seconds)
        self._answers: AnswerCache[Answer] = AnswerCache(settings.answer_bytes)
        self._present: tuple[Path, Place] | None = None
        self._idle: list[Worker] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._zygote: Zygote | None = None
        self._refilling = asyncio.Lock()
        self._replacing = asyncio.Lock()

    async def __aenter__(self) -> Pool:
        self._zygote = Zygote()
        self._do(self._refill(sum(lane.places for lane in self.lanes.values())))
        return self

    async def __aexit__(self, *_: object) -> None:
        zygote, self._zygote = self._zygote, None  # no worker starts from now on
        if zygote is not None:  # first, so that nothing below waits for a dead worker
            await asyncio.to_thread(zygote.close)
        while self._tasks:  # a task that ends may schedule the end of a worker
            await asyncio.wait(self._tasks)
            await asyncio.sleep(0)
        await asyncio.gather(*(worker.stop() for worker in self._idle))

    @property
    def zygote(self) -> int | None:
        """The id of the process from which workers are forked; ``None`` outside ``with``."""
        return self._zygote.pid if self._zygote else None

    @property
    def is_ready(self) -> bool:
        """Whether there are workers, idle or at work."""
        at_work = any(lane.free < lane.places for lane in self.lanes.values())
        alive = self._zygote is not None and not self._zygote.is_gone
        return alive and (bool(self._idle) or at_work)

    @property
    def unsettled(self) -> int:
        """The number of workers that are being started or stopped in the background."""
        return len(self._tasks)

    @property
    def idle(self) -> list[int]:
        """The process ids of the idle workers."""
        return [worker.pid for worker in self._idle]

    def known(self, task: Task) -> Answer | None:
        """Return the cached answer of the current generation to the same task, if any."""
        return self._answers.find(self._generation()[1], task.key)

    async def run(self, task: Task, client: str) -> Answer:
        """Run a task within the limits.

        Parameters
        ----------
        task
            The task.
        client
            The identity of the client, for its :class:`Quota`.

        Raises
        ------
        HttpError
            The errors of the task; 429 if the client has used up its quota; 503 if the task takes
            too long or too much memory, or too many others are running.
        TaskError
            If a bug occurs in the worker.
        """
        with self.quota.admit(client):
            place = self.lanes[task.lane]
            if not place.try_enter():
                await self._wait_for(place, client)
            answer = await self._run(task, client, place)
            if task.loads and self._zygote is not None:
                self._do(asyncio.to_thread(self._zygote.load, task.loads))
            return answer

    async def _wait_for(self, place: Lane, client: str) -> None:
        try:
            async with asyncio.timeout(self._settings.queue_seconds):
                await place.enter(lambda: self.quota.rank(client))
        except TimeoutError:
            raise HttpError(503, "all workers are busy, try again", headers=_AGAIN) from None

    async def _run(self, task: Task, client: str, place: Lane) -> Answer:
        """Run a task in this place, and give the place back."""
        clock = asyncio.get_running_loop().time
        started = clock()
        held = _Held(place)
        try:
            worker = await self._take()
            asked = worker.ask(encode(self._limits(), task.key.encode()))
            try:
                if not await _is_done(asked, self._settings.short_seconds):
                    self._move(worker, held)
                    left = self._settings.query_seconds - self._settings.short_seconds
                    if not await _is_done(asked, left):
                        raise self._ended(self._settings.query_seconds)
                return self._kept(task, worker.place, _answer(asked.result()))
            except ConnectionError:
                raise HttpError(503, _TOO_MUCH) from None
            finally:
                if not asked.done():
                    asked.cancel()
                    worker.kill()
                self.quota.charge(client, clock() - started)
                self._release(worker)
        finally:
            held.leave()

    def _generation(self) -> tuple[Path, Place]:
        """Return the directory of the current generation, and its place.

        The directory is the same object as long as the same generation is open.
        """
        current = self._current()
        if self._present is None or self._present[0] is not current:
            self._present = current, place_of(current)
        return self._present

    def _kept(self, task: Task, place: Place, answer: Answer) -> Answer:
        """Cache an answer for later requests of the same task on the same generation."""
        if not _is_fleeting(task):
            self._answers.keep(place, task.key, answer, len(answer.body))
        return answer

    def _limits(self) -> dict[str, Any]:
        return {
            "seconds": self._settings.query_seconds,
            "max_bytes": self._settings.max_result_bytes,
        }

    def _move(self, worker: Worker, held: _Held) -> None:
        """Move a task to the long lane, and free its place in the short one.

        Raises
        ------
        HttpError
            503 if the long lane is full.
        """
        if not self.long.try_enter():
            raise self._ended(self._settings.short_seconds, "; too many long queries are running")
        held.change(self.long)
        worker.yield_to_others()
        self._do(self._refill(self._settings.spare_workers))

    @staticmethod
    def _ended(seconds: float, why: str = "") -> HttpError:
        message = (
            f"the query was stopped after {seconds:g} s{why}; ask for less, or try again later"
        )
        return HttpError(503, message, headers=_AGAIN)

    async def _take(self) -> Worker:
        """Return a worker on the current generation: an idle one, or a new one."""
        _, place = self._generation()
        while self._idle:
            worker = self._idle.pop()
            if worker.place == place and not worker.is_gone:
                return worker
            self._do(worker.stop())
        starting = asyncio.ensure_future(self._start())
        try:
            return await asyncio.shield(starting)
        except asyncio.CancelledError:  # the client has gone; another one gets the worker
            self._do(self._keep(starting))
            raise

    async def _keep(self, starting: asyncio.Future[Worker]) -> None:
        with contextlib.suppress(AldkgError):
            self._release(await starting)

    def _release(self, worker: Worker) -> None:
        """Keep a usable worker for the next task, unless enough are idle; otherwise end it."""
        wanted = sum(lane.places for lane in self.lanes.values())
        if worker.is_usable and len(self._idle) < wanted:
            self._idle.append(worker)
            return
        self._do(worker.stop())
        self._do(self._refill(self._settings.spare_workers))

    async def _refill(self, wanted: int) -> None:
        """Start workers until ``wanted`` are idle."""
        async with self._refilling:
            with contextlib.suppress(AldkgError):  # the next task reports the error
                while len(self._idle) < wanted:
                    self._idle.append(await self._start())

    async def _start(self) -> Worker:
        zygote = await self._living_zygote()
        directory, place = self._generation()
        return await Worker.start(zygote, directory, place, self._settings.worker_memory_mb)

    async def _living_zygote(self) -> Zygote:
        async with self._replacing:  # only one zygote, however many callers wait
            if self._zygote is not None and self._zygote.is_gone:  # all workers ended with it
                await asyncio.to_thread(self._zygote.close)
                self._zygote = self._zygote and Zygote()  # none if the pool was closed
            if self._zygote is None:
                raise HttpError(503, "the service is not running")
            return self._zygote

    def _do(self, work: Any) -> None:
        """Run a coroutine in the background, independently of the request."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


_TOO_MUCH = "the query was stopped: it needs more memory or nesting than allowed"


class _Held:
    """The place of a task: first in a short lane, later in the long one."""

    def __init__(self, lane: Lane) -> None:
        self._lane = lane

    def change(self, lane: Lane) -> None:
        """Leave the place for one in another lane, which the task has already entered."""
        self._lane.leave()
        self._lane = lane

    def leave(self) -> None:
        """Give the place back."""
        self._lane.leave()


def _is_fleeting(task: Task) -> bool:
    """Return whether the answer to a task may differ the next time."""
    query = task.arguments.get("operation", {}).get("query", "")
    return may_have(query, _FLEETING_WORDS) and _FLEETING.search(query) is not None


async def _is_done(future: asyncio.Future[Any], seconds: float) -> bool:
    """Wait at most ``seconds`` for a future; return whether it is done.

    This is ``asyncio.wait`` for one future, in a third of the time.
    """
    loop = asyncio.get_running_loop()
    waiter = loop.create_future()

    def wake(_: object = None) -> None:
        if not waiter.done():
            waiter.set_result(None)

    timer = loop.call_later(seconds, wake)
    future.add_done_callback(wake)
    try:
        await waiter
    finally:
        timer.cancel()
        future.remove_done_callback(wake)
    return future.done()


def _answer(result: Frame) -> Answer:
    header, body = result
    if header["status"] == 200:
        return Answer(media_type=header["type"], body=body)
    if header["status"] == 500:
        raise TaskError(header["message"])
    raise HttpError(header["status"], header["message"] or _TOO_MUCH)

"""The engine in a thread of its own: it loads one part while Python makes the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, Final, Self

from kg.store.loading import LOAD_BYTES

#: Bytes from which an idle engine loads quads; smaller loads would leave many small files.
_WORTH: Final = 8_000_000


class EngineThread:
    """One thread in which the engine carries out its tasks in order.

    Parameters
    ----------
    load
        The function that loads some quads, as bytes.
    """

    def __init__(self, load: Callable[[bytes], None]) -> None:
        self._load = load
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._given: list[Future[Any]] = []
        self._taken = bytearray()
        self._spare: Iterator[object] = iter(())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._spare = iter(())
        try:
            if kind is None:
                self._wait()
        finally:
            self._thread.shutdown()

    def do(self, *tasks: Callable[[], object]) -> list[Future[Any]]:
        """Run tasks one after the other, after all earlier tasks are done.

        An exception of an earlier task is raised here.
        """
        self._wait()
        self._given = [self._thread.submit(task) for task in tasks]
        return self._given

    def load_made(self, parts: Iterable[bytes]) -> None:
        """Make parts and load them one by one, both in the thread."""

        def load() -> None:
            for part in parts:
                self._load(part)

        self.do(load)

    def load(self, parts: Iterable[bytes]) -> None:
        """Load parts as they arrive, and return when all are loaded."""
        for part in parts:
            self.take(part)
        self.flush()

    def take(self, part: bytes) -> None:
        """Load a part together with others, once there are enough and the thread is free.

        If the thread is busy and a full load is waiting, this method waits too, so that memory does
        not grow.
        """
        self._taken += part
        is_free = self._is_free()
        if len(self._taken) >= (_WORTH if is_free else LOAD_BYTES):
            self._load_taken()
        elif is_free:
            self.do(self._use_spare_time)

    def spare(self, steps: Iterator[object]) -> None:
        """Set tasks for idle times, run one step at a time while the thread is free."""
        self._spare = steps

    def flush(self) -> None:
        """Return when all parts are loaded; no further idle step is begun."""
        self._spare = iter(())
        if self._taken:
            self._load_taken()
        self._wait()

    def _use_spare_time(self) -> None:
        steps = self._spare
        for _ in steps:
            if len(self._taken) >= _WORTH or self._spare is not steps:
                return

    def _load_taken(self) -> None:
        self.do(partial(self._load, bytes(self._taken)))
        self._taken.clear()

    def _is_free(self) -> bool:
        return all(one.done() for one in self._given)

    def _wait(self) -> None:
        given, self._given = self._given, []
        for one in given:
            one.result()

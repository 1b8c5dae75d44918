"""The engine in a thread beside Python: it loads one part while the next is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, Final, Self

from kg.store.loading import LOAD_BYTES

#: An engine that has nothing to do loads so many; fewer would leave many small files behind.
_WORTH: Final = 8_000_000


class EngineThread:
    """One thread in which the engine does what it is given, in order.

    Parameters
    ----------
    load
        Loads some quads, as bytes.
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
        """Do one thing after the other, when what was given before is done.

        What that raised is raised.
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
        """Load parts as they come, and return when all are loaded."""
        for part in parts:
            self.take(part)
        self.flush()

    def take(self, part: bytes) -> None:
        """Load a part with others as soon as they are worth it and the thread is free.

        When the thread has as much as it takes at a time, and as much waits, this waits for it, so
        that memory does not grow.
        """
        self._taken += part
        is_free = self._is_free()
        if len(self._taken) >= (_WORTH if is_free else LOAD_BYTES):
            self._load_taken()
        elif is_free:
            self.do(self._use_spare_time)

    def spare(self, steps: Iterator[object]) -> None:
        """Have something to do, one step at a time, when the thread is free and nothing waits."""
        self._spare = steps

    def flush(self) -> None:
        """Return when all that was taken is loaded; no spare step is begun any more."""
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

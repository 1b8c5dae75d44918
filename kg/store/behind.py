"""The engine in a thread beside Python: it loads one part while the next is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, Final, Self

from kg.store.loading import LOAD_BYTES

#: An engine that has nothing to do loads so many; fewer would leave many small files behind.
_WORTH: Final = 8_000_000


class Behind:
    """One thread that does things in the order in which they are given.

    Parameters
    ----------
    load
        Loads some quads, as bytes.
    """

    def __init__(self, load: Callable[[bytes], None]) -> None:
        self._load = load
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._given: list[Future[Any]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
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
        """Load parts as they come, and return when all are loaded.

        What has come is loaded as soon as the thread is free. When it has as much as it takes at a
        time, and as much waits, no more are asked for, so that memory does not grow.
        """
        waiting = bytearray()
        for part in parts:
            waiting += part
            if len(waiting) >= (_WORTH if self._is_free() else LOAD_BYTES):
                self.do(partial(self._load, bytes(waiting)))
                waiting.clear()
        if waiting:
            self.do(partial(self._load, bytes(waiting)))
        self._wait()

    def _is_free(self) -> bool:
        return all(one.done() for one in self._given)

    def _wait(self) -> None:
        given, self._given = self._given, []
        for one in given:
            one.result()

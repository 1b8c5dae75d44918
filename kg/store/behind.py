"""The engine in a thread beside Python: it loads one part while the next is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, Final, Self

#: Bytes that an engine loads at a time, at most.
LOAD_BYTES: Final = 16_000_000
#: An engine that has nothing to do loads so many; fewer would leave many small files behind.
_WORTH: Final = 2_000_000


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
        self._last: Future[Any] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._wait()
        finally:
            self._thread.shutdown()

    def do(self, task: Callable[[], object]) -> None:
        """Do something, as soon as what was given before is done; what that raised is raised."""
        self._wait()
        self._last = self._thread.submit(task)

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
        return self._last is None or self._last.done()

    def _wait(self) -> None:
        last, self._last = self._last, None
        if last is not None:
            last.result()

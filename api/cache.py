"""A cache of computed values, limited in bytes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable
from pathlib import Path
from typing import Generic, TypeVar

T = TypeVar("T")
#: A directory with numbers that distinguish it from an earlier directory of the same name.
Place = tuple[str, int, int] | None


class ByteCache(Generic[T]):
    """Values by key; the least recently used are dropped when it is full. Safe for threads.

    Parameters
    ----------
    max_bytes
        The capacity; a value larger than a quarter of it is not kept.
    """

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._lock = threading.Lock()
        self._values: OrderedDict[Hashable, tuple[T, int]] = OrderedDict()
        self.bytes = 0

    def __len__(self) -> int:
        return len(self._values)

    def get(self, key: Hashable) -> T | None:
        """Return the value of a key; ``None`` if there is none."""
        with self._lock:
            found = self._values.get(key)
            if found is None:
                return None
            self._values.move_to_end(key)
            return found[0]

    def put(self, key: Hashable, value: T, size: int) -> T:
        """Cache a value of this size in bytes, and return it."""
        if size * 4 > self._max_bytes:
            return value
        with self._lock:
            self.bytes += size - self._values.pop(key, (value, 0))[1]
            self._values[key] = value, size
            while self.bytes > self._max_bytes:
                _, (_, freed) = self._values.popitem(last=False)
                self.bytes -= freed
        return value


class AnswerCache(Generic[T]):
    """Answers to questions, by the generation of the graph that gave them.

    Nobody asks for the answers of an older generation any more, so they are dropped first.

    Parameters
    ----------
    max_bytes
        The capacity.
    """

    def __init__(self, max_bytes: int) -> None:
        self._kept: ByteCache[T] = ByteCache(max_bytes)

    def find(self, place: Place, question: str) -> T | None:
        """Return the kept answer to a question; ``None`` if there is none.

        Parameters
        ----------
        place
            The place of the generation; see :func:`place_of`.
        question
            A text that holds everything that the answer depends on.
        """
        return self._kept.get((place, question)) if place else None

    def keep(self, place: Place, question: str, answer: T, size: int) -> None:
        """Cache an answer of this size in bytes; ``place`` is the place of its generation."""
        if place:
            self._kept.put((place, question), answer, size + len(question))


def place_of(directory: Path) -> Place:
    """Return what distinguishes a generation directory from all others; ``None`` if it is gone.

    A rebuilt store may have a generation of the same name, but never the same directory.
    """
    try:
        found = directory.stat()
    except OSError:
        return None
    return str(directory), found.st_ino, found.st_mtime_ns

"""What was worked out before, kept within a number of bytes.

Keys name the generation of the graph that they hold for, so nothing old is ever told; what belongs
to an older generation is not asked for any more and makes room as the least recently used.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class ByteCache(Generic[T]):
    """Values by key; those not used for longest go when there is no more room. Safe for threads.

    Parameters
    ----------
    max_bytes
        How much is kept; a value of more than a quarter of it is not kept at all.
    """

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._lock = threading.Lock()
        self._values: OrderedDict[Hashable, tuple[T, int]] = OrderedDict()
        self.bytes = 0

    def __len__(self) -> int:
        return len(self._values)

    def get(self, key: Hashable) -> T | None:
        """Return the value; ``None`` if there is none."""
        with self._lock:
            found = self._values.get(key)
            if found is None:
                return None
            self._values.move_to_end(key)
            return found[0]

    def put(self, key: Hashable, value: T, size: int) -> T:
        """Keep a value of so many bytes, and return it."""
        if size * 4 > self._max_bytes:
            return value
        with self._lock:
            self.bytes += size - self._values.pop(key, (value, 0))[1]
            self._values[key] = value, size
            while self.bytes > self._max_bytes:
                _, (_, freed) = self._values.popitem(last=False)
                self.bytes -= freed
        return value

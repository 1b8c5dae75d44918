"""Settings of a process: its parent, its memory and its signals."""

from __future__ import annotations

import ctypes
import resource
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

#: Linux: the signal that a process gets when its parent dies.
_PR_SET_PDEATHSIG = 1


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Delay an interrupt (Ctrl-C) of the main thread until the end of the block.

    It is meant for a fork: Python runs hooks around a fork, some of :mod:`logging`, and drops their
    exceptions, so that a ``KeyboardInterrupt`` at that moment would be lost.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # signals reach only the main thread
        return
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if came:
            signal.raise_signal(signal.SIGINT)


def die_with_parent() -> None:
    """End this process when its parent is killed (Linux); it may hold the parent's locks."""
    with suppress(OSError, AttributeError):  # not Linux
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def limit_memory(size: int) -> None:
    """Limit the address space of this process, in bytes, and disable core dumps."""
    with suppress(ValueError, OSError):  # macOS refuses RLIMIT_AS
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_growth(megabytes: int) -> None:
    """Limit the memory that this process may add to its present size, in MiB."""
    with suppress(OSError), open("/proc/self/statm", encoding="ascii") as file:
        limit_memory(int(file.read().split()[0]) * resource.getpagesize() + (megabytes << 20))

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
    """Let an interrupt (Ctrl-C) of the main thread wait for the end of the block.

    For a fork: Python runs hooks around it, those of :mod:`logging` among them, and drops every
    exception from them, so that a ``KeyboardInterrupt`` at that moment would be lost.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # signals never come here
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
    """Let the system end this process when the parent is killed: it may hold the parent's locks."""
    with suppress(OSError, AttributeError):  # not Linux
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def limit_memory(size: int) -> None:
    """Bound the address space of this process, in bytes, and leave no core dump behind."""
    with suppress(ValueError, OSError):  # macOS refuses RLIMIT_AS
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_growth(megabytes: int) -> None:
    """Let this process grow by so much and no more."""
    with suppress(OSError), open("/proc/self/statm", encoding="ascii") as file:
        limit_memory(int(file.read().split()[0]) * resource.getpagesize() + (megabytes << 20))

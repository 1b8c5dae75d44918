"""Processor time of a command's threads, observed from outside, and the duration derived from it.

On a machine with other work, elapsed seconds mean little, but the processor time of each thread in
each interval shows how long the command would take on a number of free processors: an interval
takes at least the time of its busiest thread, and at least the time of all threads divided by the
number of processors. The sum over all intervals is :attr:`Usage.ideal`. This assumes that threads
that ran in parallel here would also do so there, and ignores waiting for disks. Linux only.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

#: Seconds; on a busy machine, parallel threads take turns within an interval.
_INTERVAL = 0.4
_NANOSECONDS = 1e-9
_Thread = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Usage:
    """Processor seconds of a command: the least duration, all threads, the first thread.

    ``alone`` is that of intervals in which one thread did nine tenths of the work.
    """

    ideal: float
    total: float
    main: float
    alone: float


def watch(command: Sequence[str], processors: int, *, cwd: Path) -> tuple[str, Usage]:
    """Run a command; return its output, and the processor time of its threads.

    Raises
    ------
    subprocess.CalledProcessError
        If the command fails.
    """
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, text=True)
    before: dict[_Thread, float] = {}
    ideal = total = main = alone = 0.0
    while process.poll() is None:
        time.sleep(_INTERVAL)
        now = dict(_threads(process.pid))
        spent = {thread: now[thread] - before.get(thread, 0.0) for thread in now}
        before |= now
        used, most = sum(spent.values()), max(spent.values(), default=0.0)
        ideal += max(most, used / processors)
        total += used
        main += spent.get((process.pid, process.pid), 0.0)
        alone += used if most > 0.9 * used else 0.0
    printed = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return printed, Usage(ideal=ideal, total=total, main=main, alone=alone)


def _threads(pid: int) -> Iterator[tuple[_Thread, float]]:
    """Yield the processor time so far of each thread of a process and of its child processes."""
    for folder in Path(f"/proc/{pid}/task").glob("*"):
        try:
            spent = int((folder / "schedstat").read_text().split()[0]) * _NANOSECONDS
            children = (folder / "children").read_text().split()
        except (OSError, IndexError):  # the thread has ended meanwhile
            continue
        yield (pid, int(folder.name)), spent
        for child in children:
            yield from _threads(int(child))

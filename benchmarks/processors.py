"""Processor time of a command's threads, looked at from outside, and what it says of its duration.

On a machine with other work seconds say little, but which thread used how much processor time in
each interval says most of what there is to know. On so many free processors an interval
cannot take less than the time of its busiest thread, nor less than the time of all divided by the
processors. The sum of these is :attr:`Usage.ideal`. It takes for granted that threads which ran
side by side here would do so there, and leaves waiting for disks out. Linux only.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

#: Seconds; on a busy machine threads that work side by side take turns within it.
_INTERVAL = 0.4
_NANOSECONDS = 1e-9
_Thread = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Usage:
    """Processor seconds of a command: least duration, those of all threads, of the first one.

    ``alone`` are those of intervals in which one thread did nine tenths of the work.
    """

    ideal: float
    total: float
    main: float
    alone: float


def watch(command: Sequence[str], processors: int, *, cwd: Path) -> tuple[str, Usage]:
    """Run a command; what it printed, and what its threads used.

    Raises
    ------
    subprocess.CalledProcessError
        If it fails.
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
    """The processor time so far of each thread of a process and of those that it started."""
    for folder in Path(f"/proc/{pid}/task").glob("*"):
        try:
            spent = int((folder / "schedstat").read_text().split()[0]) * _NANOSECONDS
            children = (folder / "children").read_text().split()
        except (OSError, IndexError):  # it has ended meanwhile
            continue
        yield (pid, int(folder.name)), spent
        for child in children:
            yield from _threads(int(child))

"""The process that workers are forked from: it has loaded all that a task needs, and nothing else.

A fork takes milliseconds where a start takes a second, so a worker that was ended is replaced at
once. Run as a module by :mod:`api.workers.processes`; orders come over an inherited socket:

- ``{"directory", "megabytes"}`` with a socket: fork a worker on this generation that serves this
  socket; the answer is ``{"pid"}``;
- ``{"load": module}``: load a module for the workers to come; the answer, ``{}``, comes then;
- ``{"end": pid}``: end that worker; the answer, ``{}``, comes when it is gone. Until then nobody
  waits for the process, so its number cannot become that of another one.

The end of the socket, even by the death of the service, ends this process and all its workers.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import socket
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from api.workers.frames import receive, send
from api.workers.worker import leave_network, work
from kg.grounding import prepare
from kg.material_classes import material_classes
from kg.processes import die_with_parent
from kg.queries import load_queries


def main(descriptor: str) -> None:
    """Load what tasks need, then fork workers until the service closes the connection."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the service's to handle
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # sent to the group: the service ends us
    leave_network()
    load_queries()
    prepare()  # the tables of names; each worker would make them anew
    material_classes()
    import_module("networkx")  # analyses load it when they run, which would be in each worker anew
    import_module("sqlite3")  # as the keys of questions do
    gc.collect()
    gc.freeze()  # so that collecting garbage in a worker does not copy the memory that it shares
    with socket.socket(fileno=int(descriptor)) as control:
        serve(control)


def serve(control: socket.socket) -> None:
    """Obey orders until the other end closes; then end every worker."""
    workers: set[int] = set()
    try:
        while (order := receive_order(control)) is not None:
            message, descriptors = order
            if "end" in message:
                _end(message["end"])
                workers.discard(message["end"])
                send(control, {})
            elif "load" in message:
                import_module(message["load"])
                gc.freeze()
                send(control, {})
            else:
                pid = _fork(control, descriptors[0], message)
                workers.add(pid)
                send(control, {"pid": pid})
    finally:
        for pid in workers:
            _end(pid)


def receive_order(control: socket.socket) -> tuple[Mapping[str, Any], list[int]] | None:
    """Return the next order with the descriptors that came along; ``None`` at the end."""
    try:
        first, descriptors, _, _ = socket.recv_fds(control, 1, 1)
    except ConnectionError:
        return None
    frame = receive(control, first) if first else None
    return None if frame is None else (frame[0], descriptors)


def _fork(control: socket.socket, descriptor: int, message: Mapping[str, Any]) -> int:
    pid = os.fork()
    if pid:
        os.close(descriptor)
        return pid
    try:
        control.close()
        die_with_parent()
        work(socket.socket(fileno=descriptor), Path(message["directory"]), message["megabytes"])
    finally:
        os._exit(0)  # never back into the loop above


def _end(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, ChildProcessError):
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


if __name__ == "__main__":
    main(*sys.argv[1:])

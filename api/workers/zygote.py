"""The process from which workers are forked, which has imported everything that tasks need.

A fork takes milliseconds and a new start takes a second, so an ended worker is replaced quickly.
:mod:`api.workers.processes` runs this module; orders come over an inherited socket:

- ``{"directory", "megabytes"}`` with a socket: fork a worker on this generation that serves this
  socket; the answer is ``{"pid"}``;
- ``{"load": module}``: import a module for later workers; the answer, ``{}``, follows;
- ``{"end": pid}``: end that worker; the answer, ``{}``, follows when it has ended. Only then is the
  process reaped, so that no other process can get its id before.

When the socket closes, even because the service has died, this process ends with all its workers.
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
    """Import what tasks need, then fork workers until the service closes the connection."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the service handles Ctrl-C
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # sent to the group: the service ends us
    leave_network()
    load_queries()
    prepare()  # builds the tables of names once, instead of in each worker
    material_classes()
    import_module("networkx")  # analyses would otherwise import it in each worker
    import_module("sqlite3")  # and so would the keys of questions
    gc.collect()
    gc.freeze()  # garbage collection in a worker must not copy shared memory
    with socket.socket(fileno=int(descriptor)) as control:
        serve(control)


def serve(control: socket.socket) -> None:
    """Carry out orders until the other end closes; then end every worker."""
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
    """Return the next order with its file descriptors; ``None`` when the socket is closed."""
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
        os._exit(0)  # never return into the loop of the zygote


def _end(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, ChildProcessError):
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


if __name__ == "__main__":
    main(*sys.argv[1:])

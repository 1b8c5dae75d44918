"""The worker process: runs tasks on a read-only store, and can be killed at any moment.

Layers of safety: the store is opened read-only; the address space is limited; the process has its
own network namespace if the system permits it, so that ``SERVICE`` reaches nothing; an alarm ends
the process if nothing else does; and it ends together with the process from which it was forked.
"""

from __future__ import annotations

import ctypes
import json
import signal
import socket
import traceback
from pathlib import Path

from api.errors import status_of
from api.workers.frames import Frame, receive, send
from api.workers.opened import Opened
from api.workers.tasks import TASKS
from kg.processes import limit_memory
from kg.store import EmbeddedGraph
from ontology import embedded
from ontology.errors import AldkgError

#: Linux namespace flags: a network without any interface, with or without a user namespace.
_NEW_NETWORK = 0x40000000
_NEW_USER = 0x10000000

#: Seconds between the time limit of the service and the alarm that ends this process.
_GRACE_SECONDS = 5.0


def leave_network() -> bool:
    """Move this process to an empty network namespace, and return whether that worked."""
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        return any(libc.unshare(flags) == 0 for flags in (_NEW_NETWORK, _NEW_USER | _NEW_NETWORK))
    except (OSError, AttributeError):  # not Linux
        return False


def work(connection: socket.socket, directory: Path, megabytes: int) -> None:
    """Open a generation of a store and run tasks on it until the connection is closed."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    limit_memory(megabytes << 20)
    with connection:
        engine = embedded.Store.read_only(str(directory))
        graph = Opened(engine=engine, store=EmbeddedGraph(engine, directory))
        send(connection, {"status": 200})  # ready
        while (asked := receive(connection)) is not None:
            limits, task = asked
            signal.setitimer(signal.ITIMER_REAL, limits["seconds"] + _GRACE_SECONDS)
            header, body = answer(graph, task, limits["max_bytes"])
            signal.setitimer(signal.ITIMER_REAL, 0)
            send(connection, header, body)


def answer(graph: Opened, task: bytes, limit: int) -> Frame:
    """Run a task, and return a header (``status`` and ``type`` or ``message``) and the bytes.

    Parameters
    ----------
    graph
        The opened graph.
    task
        The name of one of :data:`TASKS` and its arguments, as JSON.
    limit
        The most bytes of the answer.
    """
    try:
        name, arguments = json.loads(task)
        media, body = TASKS[name](graph, limit, **arguments)
    except AldkgError as error:
        return {"status": status_of(error), "message": str(error)}, b""
    except MemoryError:
        return {"status": 503, "message": ""}, b""
    except Exception:  # a bug: the service logs the trace
        return {"status": 500, "message": traceback.format_exc()}, b""
    if len(body) > limit:
        return {"status": 400, "message": f"the answer has more than {limit} bytes"}, b""
    return {"status": 200, "type": media}, body

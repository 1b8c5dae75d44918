"""A service on a real socket, with tight limits, that tests may ask, stop and starve."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import httpx
import uvicorn

from api.app import create_app
from api.connections import TimedProtocol, bounded_protocol
from api.settings import Settings
from api.workers.lanes import Lane
from api.workers.pool import Answer, Pool, Task

#: Runs for ages on any graph, within what the guard lets through.
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
_DIGITS = " ".join(f"VALUES ?v{i} {{ {' '.join(map(str, range(40)))} }}" for i in range(3))
#: Takes a while, and has the answer 64000.
LONG = f"SELECT (COUNT(DISTINCT ?v0 * 1600 + ?v1 * 40 + ?v2) AS ?n) {{ {_DIGITS} }}"
SHORT = "SELECT * { ?s ?p ?o } LIMIT 5"
CLIENT = "X-Client"
#: Clients of such names have all the time in the world: see :meth:`Live.limited`.
ORDINARY = "ordinary"
#: How long tests wait for what must happen at last, on however busy a machine.
PATIENCE = 30.0
#: How long they wait for a service to start, which takes seconds of a processor.
START = 180.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """The address of a service, and its inside."""

    address: tuple[str, int]
    server: uvicorn.Server
    protocol: type[TimedProtocol]
    pool: Pool
    settings: Settings

    @property
    def url(self) -> str:
        return "http://{}:{}".format(*self.address)

    def ask(self, path: str, client: str = ORDINARY, **params: str) -> httpx.Response:
        headers = {CLIENT: client, "Accept": "application/json"}
        return httpx.get(self.url + path, params=params, headers=headers, timeout=PATIENCE)

    def connect(self) -> socket.socket:
        return socket.create_connection(self.address, timeout=PATIENCE)

    def workers(self) -> list[int]:
        """The processes forked from the zygote, whether they are idle, at work or zombies."""
        children = Path(f"/proc/{self.pool.zygote}/task/{self.pool.zygote}/children")
        with suppress(OSError):
            return sorted(map(int, children.read_text().split()))
        return []  # the zygote is gone

    @contextmanager
    def limited(self, **limits: float) -> Iterator[None]:
        """Set other limits for all but ordinary clients, whom a busy machine may delay for long."""
        tight, run = copy(self.pool), self.pool.run
        tight._settings = replace(self.settings, **limits)

        def choose(task: Task, client: str) -> Coroutine[Any, Any, Answer]:
            return run(task, client) if client.startswith(ORDINARY) else tight.run(task, client)

        with patch.object(self.pool, "run", choose):
            yield

    @contextmanager
    def taken(self, lane: Lane) -> Iterator[None]:
        """Take a place that somebody else could have."""
        assert lane.try_enter()
        try:
            yield
        finally:
            lane.leave()

    def crash(self) -> None:
        """Crash the workers of the long lane; nothing else may be at work."""
        assert eventually(lambda: not (self.pool.long.free or self.pool.unsettled))
        for pid in set(self.workers()) - set(self.pool.idle):
            os.kill(pid, signal.SIGSEGV)

    def files(self) -> int:
        """The open files of the service, but for the one of each idle worker."""
        return len(os.listdir("/proc/self/fd")) - len(self.pool.idle)

    def leftovers(self) -> dict[str, object]:
        """What is held by nobody once all is quiet, by its name; nothing if all is well."""
        lanes = {**self.pool.lanes, "long": self.pool.long}
        found: dict[str, object] = {
            f"places in {name}": lane.places - lane.free
            for name, lane in lanes.items()
            if lane.free != lane.places
        }
        if self.pool.quota.running():
            found["tasks"] = self.pool.quota.running()
        if self.pool.unsettled:
            found["unsettled"] = self.pool.unsettled
        if self.workers() != sorted(self.pool.idle):
            found["workers"] = set(self.workers()) ^ set(self.pool.idle)
        if self.server.server_state.connections:
            found["connections"] = len(self.server.server_state.connections)
        return found


def eventually(holds: Callable[[], object], patience: float = PATIENCE) -> bool:
    """Whether something holds before patience ends."""
    end = time.monotonic() + patience
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


@contextmanager
def serving(settings: Settings) -> Iterator[Live]:
    """Serve on a free port of this machine until the end."""
    app = create_app(settings.store, settings)
    protocol = bounded_protocol(settings)
    config = uvicorn.Config(
        app,
        http=protocol,
        ws="none",
        log_level="critical",
        timeout_keep_alive=1,
        timeout_graceful_shutdown=int(PATIENCE),
    )
    server = uvicorn.Server(config)
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        listener.bind(("127.0.0.1", 0))
        listener.listen(512)
        thread = threading.Thread(target=asyncio.run, args=[server.serve([listener])], daemon=True)
        thread.start()
        try:
            assert eventually(lambda: server.started, START)
            live = Live(
                address=listener.getsockname(),
                server=server,
                protocol=protocol,
                pool=app.state.pool,
                settings=settings,
            )
            assert eventually(lambda: len(live.pool.idle) >= 2, START)
            yield live
        finally:
            server.should_exit = True
            thread.join(2 * PATIENCE)
            assert not thread.is_alive(), "the service does not end"


def send_query(connection: socket.socket, query: str, client: str) -> None:
    body = query.encode()
    head = f"POST /sparql HTTP/1.1\r\nHost: x\r\n{CLIENT}: {client}\r\n"
    head += f"Content-Type: application/sparql-query\r\nContent-Length: {len(body)}\r\n\r\n"
    connection.sendall(head.encode() + body)

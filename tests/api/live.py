"""A service on a real socket, with tight limits, that tests may ask, stop and starve."""

from __future__ import annotations

import asyncio
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import uvicorn

from api.app import create_app
from api.connections import bounded_protocol
from api.settings import Settings
from api.workers.pool import Pool

#: Runs for ages on any graph, within what the guard lets through.
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
SHORT = "SELECT * { ?s ?p ?o } LIMIT 5"
CLIENT = "X-Client"
#: How long tests wait for what must happen at last.
PATIENCE = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """The address of a service, and its inside."""

    address: tuple[str, int]
    server: uvicorn.Server
    pool: Pool
    settings: Settings

    @property
    def url(self) -> str:
        return "http://{}:{}".format(*self.address)

    def ask(self, path: str, client: str = "ordinary", **params: str) -> httpx.Response:
        headers = {CLIENT: client, "Accept": "application/json"}
        return httpx.get(self.url + path, params=params, headers=headers, timeout=PATIENCE)

    def connect(self) -> socket.socket:
        return socket.create_connection(self.address, timeout=PATIENCE)

    def workers(self) -> list[int]:
        """The processes forked from the zygote, whether they are idle, at work or zombies."""
        children = Path(f"/proc/{self.pool.zygote}/task/{self.pool.zygote}/children")
        return sorted(map(int, children.read_text().split()))

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
    config = uvicorn.Config(
        app,
        http=bounded_protocol(settings),
        ws="none",
        log_level="critical",
        timeout_graceful_shutdown=10,
    )
    server = uvicorn.Server(config)
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        listener.bind(("127.0.0.1", 0))
        listener.listen(512)
        thread = threading.Thread(target=lambda: asyncio.run(server.serve([listener])))
        thread.start()
        try:
            assert eventually(lambda: server.started)
            live = Live(
                address=listener.getsockname(),
                server=server,
                pool=app.state.pool,
                settings=settings,
            )
            assert eventually(lambda: len(live.pool.idle) >= 2)
            yield live
        finally:
            server.should_exit = True
            thread.join()

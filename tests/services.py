"""SPARQL services as processes of their own, one of each kind for a session, on this machine only.

Oxigraph keeps a default graph of its own and carries out a request as one transaction.
rdflib-endpoint shows the union of all graphs as its default graph, and has no transactions.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store import Endpoint, locate
from kg.store.remote.client import Client

OXIGRAPH = Path(sysconfig.get_path("scripts")) / "oxigraph"
RDFLIB = """
import sys, uvicorn
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint
app = SparqlEndpoint(graph=Dataset(default_union=True), enable_update=True)
uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="error")
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(command: Sequence[str | Path], endpoint: Endpoint) -> Iterator[Endpoint]:
    """Run a service until the block ends; it is ended by its own process id."""
    with subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _wait_until_ready(process, endpoint)
            yield endpoint
        finally:
            process.terminate()


def _wait_until_ready(process: subprocess.Popen[bytes], endpoint: Endpoint) -> None:
    client = Client(endpoint)
    until = time.monotonic() + 60
    while True:
        try:
            client.query("SELECT ?s WHERE { ?s ?p ?o } LIMIT 1").close()
            return
        except StoreError as error:
            if time.monotonic() > until or process.poll() is not None:
                raise AssertionError(f"the service does not start: {error}") from error
            time.sleep(0.1)


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    if not OXIGRAPH.is_file():
        pytest.skip("the Oxigraph server is not installed (pip install oxigraph)")
    port = free_port()
    command = [OXIGRAPH, "serve", "--bind", f"127.0.0.1:{port}"]
    command += ["--location", tmp_path_factory.mktemp("oxigraph")]
    with serving(command, locate(f"sparql+http://127.0.0.1:{port}/")) as endpoint:
        yield endpoint


@pytest.fixture(scope="session")
def rdflib_endpoint() -> Iterator[Endpoint]:
    if find_spec("rdflib_endpoint") is None:
        pytest.skip("rdflib-endpoint is not installed (pip install rdflib-endpoint)")
    port = free_port()
    address = f"sparql+http://127.0.0.1:{port}/?query=&update="
    with serving([sys.executable, "-c", RDFLIB, str(port)], locate(address)) as endpoint:
        yield endpoint

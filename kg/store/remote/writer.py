"""The one writer of a remote store: it builds on this disk, and publishes the difference.

The generation of the service is copied into a folder of temporary files. The next one is written
there exactly as in an embedded store, and the difference is sent. So a build works in the same way
for both kinds of store, but must read the graph once over the network.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kg.errors import StoreError
from kg.store import generations, quads
from kg.store.embedded import open_generation
from kg.store.filling import fill
from kg.store.location import Endpoint
from kg.store.remote.client import Client
from kg.store.remote.graph import NOTHING, POINTER, fetch, generation, rows
from kg.store.remote.publish import difference, drops, publish
from kg.store.writer import Writer
from ontology.graphs import GENERATION_GRAPH, LEDGER_GRAPH, STAGED_GRAPHS

_LOG: Final = logging.getLogger("aldkg")


class RemoteWriter(Writer):
    """The writer of a local copy, which publishes each generation that it writes."""

    def __init__(self, copy: Path, client: Client, held: str, *, default: bool) -> None:
        super().__init__(copy)
        self._client = client
        self._held = held
        self._default = default

    def _go_live(self, fresh: Path) -> Path:
        """Publish a generation of the local copy.

        Raises
        ------
        StoreError
            If the service does not take it, or another build came first.
        """
        before = self._live
        super()._go_live(fresh)
        if before is None:
            raise StoreError(f"{self._client.endpoint}: its local copy is missing")
        change = difference(open_generation(before), open_generation(fresh), default=self._default)
        if (
            not self._default
            and self._held != NOTHING
            and change.size > self._client.endpoint.triples
        ):
            _LOG.warning(
                "%s: its default graph is the union of all graphs, so readers may see parts of "
                "this large change before it is in place",
                self._client.endpoint,
            )
        self._held = publish(self._client, change, before=self._held)
        return fresh


@contextmanager
def writing_remote(endpoint: Endpoint) -> Iterator[RemoteWriter]:
    """Lock a copy of a remote store for writing; remains of killed builds there are removed.

    Raises
    ------
    StoreError
        If the service gives no answer, or its default graph holds foreign data.
    """
    client = Client(endpoint)
    held = _prepare(client)
    _sweep(client)
    default = not _any(client, f"{POINTER} ?s")
    with tempfile.TemporaryDirectory(prefix="aldkg-") as folder:
        copy = Path(folder) / "copy"
        with generations.locked(copy):
            first = generations.next_generation(copy)
            ledger = quads.render_quads(quad for _, quad in fetch(client, LEDGER_GRAPH))
            fill(first, _held(client), ledger=ledger, derived=False)
            generations.switch(copy, first.name)
            yield RemoteWriter(copy, client, held, default=default)
    client.close()


def _held(client: Client) -> Iterator[bytes]:
    """Yield the graphs of the service as parts of N-Quads, without its ledger."""
    own = {GENERATION_GRAPH, LEDGER_GRAPH}
    yield from quads.rendered(quad for name, quad in fetch(client) if name not in own)


def _prepare(client: Client) -> str:
    """Return the generation in the pointer; a store without a pointer gets an empty one.

    Foreign named graphs are never touched. A foreign default graph would be mixed with ours.
    """
    found = generation(client)
    if found is not None:
        return found
    if _any(client, "?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } }"):
        raise StoreError(
            f"{client.endpoint}: its default graph holds data of others and is left unchanged"
        )
    client.update(f'INSERT DATA {{ GRAPH <{GENERATION_GRAPH}> {{ {POINTER} "{NOTHING}" }} }}')
    return NOTHING


def _sweep(client: Client) -> None:
    query = (
        "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } "
        f'FILTER(STRSTARTS(STR(?g), "{STAGED_GRAPHS}")) }}'
    )
    left = [row[0].value for row in rows(client, query)]
    if left:
        client.update(drops(left))


def _any(client: Client, pattern: str) -> bool:
    """Return whether there is a match for ``?s``; some services answer an ASK in their own way."""
    return any(True for _ in rows(client, f"SELECT ?s WHERE {{ {pattern} }} LIMIT 1"))

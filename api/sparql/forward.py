"""Questions on a remote store: forwards SPARQL to its service, runs named questions in threads."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict
from typing import Any

from api.answers.formats import Formats
from api.answers.protocol import Operation
from api.answers.shown import shown
from api.errors import HttpError, status_of
from api.settings import Settings
from api.workers.opened import Opened
from api.workers.pool import Answer, Task
from api.workers.quota import Quota
from api.workers.tasks import TASKS
from kg.errors import QueryError, StoreError
from kg.guard import refuse
from kg.store import Endpoint, open_graph
from kg.store.remote import Client
from ontology.errors import AldkgError
from ontology.iri import PREFIXES

_CHUNK = 65_536


class Forward:
    """The counterpart of :class:`api.workers.pool.Pool` for a graph in a SPARQL service."""

    is_ready = True

    def __init__(self, endpoint: Endpoint, settings: Settings) -> None:
        self._endpoint = endpoint
        self._settings = settings
        self._places = asyncio.Semaphore(settings.workers + settings.question_workers)
        self._quota = Quota(settings.client_tasks, settings.client_seconds)

    async def __aenter__(self) -> Forward:
        return self

    async def __aexit__(self, *_: object) -> None:
        return None

    def known(self, task: Task) -> Answer | None:
        """Return ``None``: answers of a service may change at any time, so none are kept."""
        return None

    async def run(self, task: Task, client: str) -> Answer:
        """Run a task within the limits of time, size and number.

        Raises
        ------
        HttpError
            The errors of the task; 429 if the client has used up its quota; 503 if the service does
            not answer in time.
        """
        seconds = self._settings.query_seconds
        with self._quota.admit(client):
            try:
                async with asyncio.timeout(seconds), self._places:
                    return await asyncio.to_thread(self._do, task)
            except TimeoutError:
                message = (
                    f"the query was stopped after {seconds:g} s; ask for less, or try again later"
                )
                raise HttpError(503, message) from None
            except StoreError as error:
                raise HttpError(503, str(error)) from error
            except AldkgError as error:
                raise HttpError(status_of(error), str(error)) from error

    def _do(self, task: Task) -> Answer:
        if task.name in ("sparql", "sparql_shown"):
            return self._forward(**task.arguments)
        opened = Opened(engine=None, store=open_graph(self._endpoint))
        limit = self._settings.max_result_bytes
        media, body = TASKS[task.name](opened, limit, **task.arguments)
        if len(body) > limit:
            raise HttpError(400, f"the answer has more than {limit} bytes")
        return Answer(media_type=media, body=body)

    def _forward(
        self,
        *,
        operation: dict[str, Any],
        formats: dict[str, str | None],
        base: str,
        max_rows: int | None = None,
    ) -> Answer:
        """Forward a query; with ``max_rows``, return only what a page shows of the answer."""
        found = self._pass_on(Operation(**operation), Formats(**formats), base)
        if max_rows is None:
            return found
        media = found.media_type.split(";")[0]
        body = json.dumps(shown(media, found.body, max_rows)).encode()
        return Answer(media_type="application/json", body=body)

    def _pass_on(self, operation: Operation, formats: Formats, base: str) -> Answer:
        refused = refuse(operation.query)
        if refused:
            raise HttpError(400, f"query: {refused}")
        client = Client(self._endpoint, seconds=self._settings.query_seconds)
        header = " ".join(f"PREFIX {name}: <{space}>" for name, space in PREFIXES.items())
        dataset = [("default-graph-uri", iri) for iri in operation.default_graphs]
        dataset += [("named-graph-uri", iri) for iri in operation.named_graphs]
        try:
            query = f"BASE <{base}> {header} {operation.query}"
            response = client.query(query, _accepted(formats), dataset=dataset)
            return Answer(media_type=response.headers["Content-Type"], body=self._read(response))
        except QueryError as error:
            raise HttpError(400, f"query: {error}") from error
        finally:
            client.close()

    def _read(self, response: Any) -> bytes:
        limit = self._settings.max_result_bytes
        body = bytearray()
        for chunk in response.iter_content(_CHUNK):
            body += chunk
            if len(body) > limit:
                raise QueryError(f"the result has more than {limit} bytes: add a LIMIT")
        return bytes(body)


def _accepted(formats: Formats) -> str:
    """Return the ``Accept`` header for these formats; graphs and rows come before yes or no."""
    ranks = {"solutions": 1.0, "graph": 1.0, "boolean": 0.9}
    wanted = [f"{media};q={ranks[kind]}" for kind, media in asdict(formats).items() if media]
    if not wanted:
        raise HttpError(406, "no acceptable format for this query")
    return ", ".join(dict.fromkeys(wanted))

"""Queries on a remote store: passed on to its service, which answers in the client's own format."""

from __future__ import annotations

import asyncio
from typing import Any

from api.errors import HttpError
from api.settings import Settings
from api.sparql.formats import Formats
from api.sparql.pool import Answer
from api.sparql.protocol import Operation
from kg.errors import QueryError, StoreError
from kg.store import Endpoint
from kg.store.remote import Client
from ontology.iri import PREFIXES

_CHUNK = 65_536


class Forward:
    """What a :class:`api.sparql.pool.Pool` is for a folder; the service bounds its own memory."""

    def __init__(self, endpoint: Endpoint, settings: Settings) -> None:
        self._endpoint = endpoint
        self._settings = settings

    async def __aenter__(self) -> Forward:
        return self

    async def __aexit__(self, *_: object) -> None:
        return None

    async def query(self, operation: Operation, formats: Formats, *, base: str) -> Answer:
        """Answer a query within the limits; see :meth:`api.sparql.pool.Pool.query`.

        Raises
        ------
        HttpError
            400 if the query is wrong or its answer too large, 406 if no format fits, 503 if the
            service gives no answer, or none in time.
        """
        media = (formats.solutions, formats.graph, formats.boolean)
        wanted = [
            f"{one};q={rank}" for one, rank in zip(media, (1.0, 1.0, 0.9), strict=True) if one
        ]
        if not wanted:
            raise HttpError(406, "no acceptable format for this query")
        accept = ", ".join(dict.fromkeys(wanted))
        seconds = self._settings.query_seconds
        try:
            async with asyncio.timeout(seconds):
                return await asyncio.to_thread(self._ask, operation, accept, base)
        except TimeoutError:
            raise HttpError(503, f"the query was ended after {seconds:g} s") from None
        except QueryError as error:
            raise HttpError(400, f"query: {error}") from error
        except StoreError as error:
            raise HttpError(503, str(error)) from error

    def _ask(self, operation: Operation, accept: str, base: str) -> Answer:
        client = Client(self._endpoint, seconds=self._settings.query_seconds)
        header = " ".join(f"PREFIX {name}: <{space}>" for name, space in PREFIXES.items())
        dataset = [("default-graph-uri", iri) for iri in operation.default_graphs]
        dataset += [("named-graph-uri", iri) for iri in operation.named_graphs]
        try:
            query = f"BASE <{base}> {header} {operation.query}"
            response = client.query(query, accept, dataset=dataset)
            return Answer(media_type=response.headers["Content-Type"], body=self._read(response))
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

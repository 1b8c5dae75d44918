"""Telemetry of the service: writes a log line for each request, and metrics for Prometheus.

References
----------
The text format of Prometheus: https://prometheus.io/docs/instrumenting/exposition_formats/
"""

from __future__ import annotations

import json
import logging
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.access_log import ACCESS
from api.workers.asking import client_of
from api.workers.pool import Pool

#: The variable that names the folder of the processes' counts; the library reads it too.
SHARED_COUNTS = "PROMETHEUS_MULTIPROC_DIR"
#: The most characters of a path that are logged.
_LONGEST = 500
_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH"})

router = APIRouter(include_in_schema=False)


class Metrics:
    """The metrics of one application.

    If the environment has the variable :data:`SHARED_COUNTS`, the requests are those of all web
    processes; lanes and workers are those of the process that answers, marked with its number.
    """

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._is_shared = SHARED_COUNTS in os.environ
        own = None if self._is_shared else self.registry
        if self._is_shared:
            self.registry.register(SharedCounts(Path(os.environ[SHARED_COUNTS])))
        self._requests = Counter(
            "aldkg_requests",
            "Answered requests; status 499: the client had disconnected",
            ("method", "route", "status"),
            registry=own,
        )
        self._seconds = Histogram(
            "aldkg_request_seconds",
            "Time from the head of a request to the end of its answer",
            ("route",),
            registry=own,
        )

        # cached because the library looks up the metric of labels under a lock each time
        self._counter = cache(self._requests.labels)
        self._timer = cache(self._seconds.labels)

    def watch(self, pool: Pool) -> None:
        """Add the metrics of the workers of this pool."""
        labels = {"pid": str(os.getpid())} if self._is_shared else {}
        self.registry.register(PoolCollector(pool, labels))

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request."""
        known = method if method in _METHODS else "other"
        self._counter(known, route, status).inc()
        self._timer(route).observe(seconds)


class SharedCounts(Collector):
    """Adds up the counts of the web processes, which each writes to its own files in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def collect(self) -> Iterable[Metric]:
        """Return the sums.

        Empty files are left out, because the library cannot read them: a file is empty until its
        process has set its size, and stays empty if the process ends before that.
        """
        files = [str(file) for file in self._folder.glob("*.db") if file.stat().st_size]
        found: Iterable[Metric] = MultiProcessCollector.merge(files)  # type: ignore[no-untyped-call]
        return found


class PoolCollector(Collector):
    """Reads the state of the lanes and workers of a pool at each request for metrics."""

    def __init__(self, pool: Pool, labels: Mapping[str, str]) -> None:
        self._pool = pool
        self._labels = labels

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Yield the gauges."""
        lanes = {**self._pool.lanes, "long": self._pool.long}
        names, values = ["lane", *self._labels], [*self._labels.values()]
        busy = GaugeMetricFamily("aldkg_lane_busy", "Tasks running", labels=names)
        waiting = GaugeMetricFamily("aldkg_lane_waiting", "Tasks waiting", labels=names)
        places = GaugeMetricFamily(
            "aldkg_lane_places", "Largest number of tasks at a time", labels=names
        )
        for name, lane in lanes.items():
            busy.add_metric([name, *values], lane.places - lane.free)
            waiting.add_metric([name, *values], lane.waiting)
            places.add_metric([name, *values], lane.places)
        yield from (busy, waiting, places)
        idle = GaugeMetricFamily("aldkg_workers_idle", "Idle workers", labels=[*self._labels])
        idle.add_metric(values, len(self._pool.idle))
        yield idle


class Telemetry:
    """Counts and logs every request."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, then count and log it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status, size, started = 500, 0, time.perf_counter()

        async def send_and_count(message: Message) -> None:
            nonlocal status, size
            status = message.get("status", status)
            size += len(message.get("body", b""))
            await send(message)

        try:
            await self.app(scope, receive, send_and_count)
        finally:
            seconds = time.perf_counter() - started
            route = getattr(scope.get("route"), "path", "none")
            self.metrics.count(scope["method"], route, status, seconds)
            if ACCESS.isEnabledFor(logging.INFO):
                ACCESS.info(_line(scope, status, size, seconds))


def _line(scope: Scope, status: int, size: int, seconds: float) -> str:
    """Return a request as one line of JSON; no byte of a client can start another line."""
    return json.dumps(
        {
            "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "client": client_of(Request(scope)),
            "method": scope["method"],
            "path": scope["path"][:_LONGEST],
            "status": status,
            "bytes": size,
            "seconds": round(seconds, 4),
        }
    )


@router.get("/metrics")
def metrics(request: Request) -> Response:
    """Return the metrics in the text format of Prometheus."""
    known: Metrics = request.app.state.metrics
    return Response(generate_latest(known.registry), media_type=CONTENT_TYPE_LATEST)

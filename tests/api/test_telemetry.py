"""What operators see: readiness, numbers, a line for each request, and a stop without loss."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.mmap_dict import MmapedDict, mmap_key
from prometheus_client.parser import text_string_to_metric_families

from api.access_log import ACCESS, log_access
from api.settings import Settings, SettingsError
from api.telemetry import SharedCounts
from api.workers.processes import Zygote
from tests.api.live import LONG, PATIENCE, SHORT, eventually, serving


def numbers(client: Any) -> dict[tuple[str, ...], float]:
    text = client.get("/metrics").text
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_requests_are_counted_by_route(client: Any) -> None:
    name = ("aldkg_requests_total", "GET", "/studies/{study_id}", "404")
    before = numbers(client).get(name, 0)
    for study in ("no-1", "no-2"):
        client.get(f"/studies/{study}")
    client.request("BREW", "/no/such/address")
    after = numbers(client)
    assert after[name] == before + 2
    assert after["aldkg_requests_total", "other", "none", "404"] >= 1
    assert after["aldkg_request_seconds_count", "/studies/{study_id}"] >= 2


def test_lanes_are_shown(client: Any) -> None:
    client.get("/sparql", params={"query": SHORT})
    shown = numbers(client)
    assert shown["aldkg_lane_places", "sparql"] == 1
    assert shown["aldkg_lane_busy", "sparql"] == shown["aldkg_lane_waiting", "long"] == 0
    assert shown["aldkg_workers_idle",] >= 1


def test_ready_means_a_worker(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    client.get("/sparql", params={"query": SHORT})
    assert client.get("/ready").json() == {"status": "ready"}
    assert eventually(lambda: not client.app.state.pool.unsettled)
    monkeypatch.setattr(Zygote, "is_gone", True)
    refused = client.get("/ready", headers={"Accept": "text/html"})
    assert (refused.status_code, refused.json()["status"]) == (503, 503)


def test_each_request_is_one_line(client: Any, tmp_path: Path) -> None:
    log = tmp_path / "access.log"
    log_access(Settings(store=tmp_path, access_log=str(log)))
    try:
        client.get("/api/v1/studies?q=private")
        client.get("/a%0Ab" + "c" * 2000)
    finally:
        for handler in [*ACCESS.handlers]:
            ACCESS.removeHandler(handler)
            handler.close()
    first, second = map(json.loads, log.read_text().splitlines())
    assert (first["method"], first["path"], first["status"]) == ("GET", "/api/v1/studies", 200)
    assert first["bytes"] > 100
    assert first["client"] == "testclient"
    assert "private" not in str(first)
    assert second["path"].startswith("/a\nb")
    assert len(second["path"]) == 500


def test_a_log_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    name = str(tmp_path / "nowhere" / "access.log")
    with pytest.raises(SettingsError, match=r"ALDKG_ACCESS_LOG: .* cannot be written"):
        log_access(Settings(store=tmp_path, access_log=name))


def test_a_stop_finishes_what_is_at_work(tiny_store: Path) -> None:
    settings = Settings(store=tiny_store, workers=1, question_workers=1, query_seconds=PATIENCE)
    with ThreadPoolExecutor(1) as threads, serving(settings) as live:
        zygote = live.pool.zygote
        asked = threads.submit(live.ask, "/sparql", query=LONG)
        assert eventually(lambda: live.pool.quota.running() or asked.done())
        live.server.should_exit = True
        assert asked.result().status_code == 200
    assert not os.path.exists(f"/proc/{zygote}")


def test_counts_of_all_processes_are_added_up_though_one_has_just_made_its_file(
    tmp_path: Path,
) -> None:
    key = mmap_key("aldkg_requests", "aldkg_requests_total", ["route"], ["/health"], "Requests")
    for process, count in ((1, 2.0), (2, 3.0)):
        with closing(MmapedDict(str(tmp_path / f"counter_{process}.db"))) as counts:
            counts.write_value(key, count, 0.0)
    (tmp_path / "counter_3.db").touch()
    registry = CollectorRegistry()
    registry.register(SharedCounts(tmp_path))
    assert b'aldkg_requests_total{route="/health"} 5.0\n' in generate_latest(registry)

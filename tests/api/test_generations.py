"""The graph is built again while it is served: nobody notices but by the answers."""

from __future__ import annotations

import itertools
import shutil
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from api.graph import ServedGraph
from kg.catalog import CATALOG_FILE
from kg.errors import StoreError
from kg.rebuild import rebuild
from kg.store import current_directory
from tests.api.conftest import TINY, write_store
from tests.api.live import eventually

PATHS = ("/health", "/api/v1/studies", "/api/v1/search?q=TMA", "/", "/api/v1/claims?material=PbSe")


class Readers:
    """Two clients that ask all the while; ``failed`` are answers other than 200."""

    def __init__(self, client: Any) -> None:
        self.failed: list[str] = []
        self.asked = 0
        self._client = client
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._ask) for _ in range(2)]

    def __enter__(self) -> Readers:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _ask(self) -> None:
        for address in itertools.cycle(PATHS):
            answer = self._client.get(address)
            self.asked += 1
            if answer.status_code != 200:
                self.failed.append(f"{address}: {answer.status_code} {answer.text[:200]}")
            if self._stop.wait(0.05):
                return


@pytest.mark.usefixtures("small_ontology")
def test_three_rebuilds_under_load(tmp_path: Path, make_client: Any) -> None:
    path = tmp_path / "graph"
    with make_client(path) as client, Readers(client) as readers:
        for _ in range(3):
            rebuild(path, derived=False)
        wanted = current_directory(path).name
        for _ in range(100):  # opened in the background, so not always at once
            tag = client.get("/api/v1/studies").headers["etag"]
            if wanted in tag:
                break
            time.sleep(0.05)
    assert not readers.failed
    assert readers.asked > len(PATHS)
    assert wanted in tag


@pytest.mark.usefixtures("small_ontology")
def test_a_request_reads_one_generation_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "graph"
    write_store(path, TINY.read_bytes())
    graph = ServedGraph(path)
    old = graph.current()
    for _ in range(2):  # the second build removes the files of the first
        rebuild(path, derived=False)
    assert eventually(lambda: graph.current() is not old)  # a request waits for a moment only
    new = graph.current()
    assert new.directory == current_directory(path) != old.directory
    assert not (old.directory / CATALOG_FILE).exists()
    for generation in (old, new):
        found = generation.catalog.find("study", {}).result
        assert found.total == 2
        assert len(generation.catalog.studies(found.numbers(limit=9))) == 2
        assert any(True for _ in generation.store.query("SELECT * { ?s ?p ?o } LIMIT 1"))  # type: ignore[union-attr]


@pytest.mark.usefixtures("small_ontology")
def test_a_catalog_that_is_missing_is_made_and_a_graph_that_is_gone_is_said_to_be(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "graph"
    write_store(path, TINY.read_bytes())
    file = current_directory(path) / CATALOG_FILE
    file.unlink()
    assert ServedGraph(path).catalog().size.study == 2
    assert "has no catalog of this version" in caplog.text
    assert file.is_file()
    file.write_bytes(b"no database")
    assert ServedGraph(path).catalog().size.study == 2
    caplog.clear()
    graph = ServedGraph(path)
    assert graph.catalog().size.study == 2
    assert not caplog.text

    shutil.rmtree(path)
    with pytest.raises(StoreError, match="no graph here"):
        graph.current()

"""A tiny graph on disk, its service in process, and the command in process."""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from api.app import create_app
from api.cli import make_app
from api.settings import Settings
from kg.store import replace
from ontology import rdf
from ontology.iri import segments
from tests.api.live import CLIENT, PATIENCE, Live, eventually, serving

with warnings.catch_warnings():  # httpx and httpx2 serve these tests equally well
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

TINY = Path(__file__).with_name("tiny.trig")
NOTE = """---
key: meyer-2015
title: "Oxide coats on dots"
authors: ["Meyer, A."]
year: 2015
journal: J. Films
---

PbSe quantum dots were coated with Al2O3 by ALD from trimethylaluminum and water at 80 °C.
"""


def write_store(path: Path, trig: bytes) -> None:
    """Write a store from TriG, one document for each named graph."""
    graphs: defaultdict[str, list[rdf.Quad]] = defaultdict(list)
    for quad in rdf.parse(trig, format=rdf.RdfFormat.TRIG):
        graphs[segments(quad.graph_name.value)[-1]].append(quad)
    replace(path, graphs)


@pytest.fixture(scope="session")
def tiny_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tiny") / "graph"
    write_store(path, TINY.read_bytes())
    return path


@pytest.fixture(scope="session")
def client(tiny_store: Path) -> Iterator[TestClient]:
    settings = Settings(store=tiny_store, workers=1, spare_workers=1, query_seconds=30)
    app = create_app(tiny_store, settings)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="session")
def strict_client(tiny_store: Path) -> Iterator[TestClient]:
    """A service with tight limits, for queries that must be ended."""
    settings = Settings(
        store=tiny_store,
        workers=1,
        spare_workers=1,
        query_seconds=0.5,
        worker_memory_mb=1024,
        max_result_bytes=20_000,
        max_query_bytes=50_000,
    )
    with TestClient(create_app(tiny_store, settings), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="session")
def app() -> Iterator[typer.Typer]:
    """The command line; the runner makes its many commands once, and not anew for each call."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("typer.testing._get_command", cache(typer.main.get_command))
        yield make_app()


@pytest.fixture
def aldkg(app: typer.Typer) -> Callable[..., Result]:
    """The command line in process: ``aldkg("query", "--list")``."""

    def run(*arguments: object, stdin: str | None = None) -> Result:
        return CliRunner().invoke(app, [str(a) for a in arguments], input=stdin)

    return run


@pytest.fixture
def make_client() -> Callable[[Path], TestClient]:
    """Make the service of a store of its own at a path."""

    def make(path: Path) -> TestClient:
        write_store(path, TINY.read_bytes())
        return TestClient(create_app(path, Settings(store=path, workers=1, spare_workers=1)))

    return make


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """A note of one sentence on a study of 2015."""
    path = tmp_path / "meyer-2015.md"
    path.write_text(NOTE, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def live(tiny_store: Path) -> Iterator[Live]:
    """A patient service; each test tightens the one limit that it is about."""
    settings = Settings(
        store=tiny_store,
        workers=2,
        question_workers=1,
        long_workers=1,
        short_seconds=PATIENCE,
        query_seconds=2 * PATIENCE,
        queue_seconds=PATIENCE,
        client_tasks=4,
        client_seconds=1000.0,
        client_header=CLIENT,
        header_seconds=PATIENCE,
        body_seconds=PATIENCE,
        max_connections=80,
        answer_bytes=0,
        max_result_bytes=2_000_000,
    )
    with serving(settings) as live:
        yield live


@pytest.fixture
def quiet(live: Live) -> Iterator[None]:
    """Whatever a test does, in the end nothing is left of it."""
    assert eventually(lambda: not live.leftovers()), live.leftovers()
    yield
    assert eventually(lambda: not live.leftovers()), live.leftovers()


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(64) as threads:
        yield threads

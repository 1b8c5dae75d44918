"""The commands and the service on a graph that lies in an Oxigraph server."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import Result

from api.app import create_app
from api.settings import Settings
from kg.store import Endpoint
from kg.store.remote import Client
from tests.services import oxigraph

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

__all__ = ["oxigraph"]

Aldkg = Callable[..., Result]


@pytest.fixture
def store(oxigraph: Endpoint, monkeypatch: pytest.MonkeyPatch) -> Iterator[Endpoint]:
    Client(oxigraph).update("DROP ALL")
    monkeypatch.setenv("ALDKG_STORE", str(oxigraph))
    yield oxigraph
    Client(oxigraph).update("DROP ALL")


def test_commands_and_pages_work_on_a_remote_store(
    store: Endpoint, aldkg: Aldkg, small_ontology: None, tmp_path: Path
) -> None:
    missing = aldkg("query", "studies")
    assert missing.exit_code == 1
    assert "no graph here" in missing.stderr
    built = aldkg("import", table(tmp_path, "first"))
    assert built.exit_code == 0, built.stderr
    assert f"the graph goes to {store}" in built.stderr
    assert "first" in aldkg("query", "studies", "--format", "csv").stdout
    asked = ("query", "studies-by-process", "--format", "csv", "--sure")
    assert ",0.95," in aldkg(*asked, "0.9").stdout
    assert "no row has a belief of at least 0.99" in aldkg(*asked, "0.99").stderr
    assert "10.9999/first" in aldkg("export", "--format", "bibtex").stdout
    refused = aldkg("store", "verify")
    assert refused.exit_code == 2
    assert refused.stderr.startswith("aldkg: store verify: works on a folder")
    settings = Settings(store=store, query_seconds=30)
    with TestClient(create_app(store, settings), raise_server_exceptions=False) as client:
        assert labels(client) == {"first"}
        assert client.get("/").status_code == 200
        sparql = "SELECT ?l { ?s a ald:Study ; rdfs:label ?l }"
        for accept in ("text/csv", "application/sparql-results+json"):
            answer = client.get("/sparql", params={"query": sparql}, headers={"Accept": accept})
            assert answer.status_code == 200
            assert answer.headers["content-type"].startswith(accept)
            assert "first" in answer.text
        assert client.get("/sparql", params={"query": "SELECT {"}).status_code == 400
        aldkg("import", table(tmp_path, "second"))
        for _ in range(50):  # a running service follows, and asks at most once a second
            if labels(client) == {"first", "second"}:
                break
            time.sleep(0.2)
        assert labels(client) == {"first", "second"}


def labels(client: TestClient) -> set[str]:
    found = {study["label"] for study in client.get("/api/v1/studies").json()["items"]}
    return {label for label in found if not label.startswith("Claims entered")}


def table(folder: Path, study: str) -> Path:
    """Claims entered by hand: quicker to read than a sentence."""
    path = folder / f"{study}.csv"
    header = "study,doi,kind,process,technique,curator"
    path.write_text(f"{header}\n{study},10.9999/{study},process,ald,,Kim\n", encoding="utf-8")
    return path

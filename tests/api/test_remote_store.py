"""The commands and the service on a graph that lies in an Oxigraph server."""

from __future__ import annotations

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
    store: Endpoint, aldkg: Aldkg, note: Path, small_ontology: None, tmp_path: Path
) -> None:
    missing = aldkg("query", "studies")
    assert missing.exit_code == 1
    assert "no graph here" in missing.stderr
    built = aldkg("build", note, "--workers", "1")
    assert (built.exit_code, built.stderr.split(":")[0]) == (0, "sparql+http"), built.stderr
    asked = aldkg("query", "studies", "--format", "csv")
    assert "Meyer 2015" in asked.stdout
    assert "Meyer" in aldkg("export", "--format", "bibtex").stdout
    refused = aldkg("store", "verify")
    assert refused.exit_code == 2
    assert refused.stderr.startswith("aldkg: store verify: works on a folder")
    settings = Settings(store=store, query_seconds=30)
    with TestClient(create_app(store, settings), raise_server_exceptions=False) as client:
        assert [s["label"] for s in client.get("/api/studies").json()["items"]] == ["Meyer 2015"]
        sparql = "SELECT ?l { ?s a ald:Study ; rdfs:label ?l }"
        for accept, kind in (
            ("text/csv", "text/csv"),
            ("application/sparql-results+json", "application/sparql-results+json"),
        ):
            answer = client.get("/sparql", params={"query": sparql}, headers={"Accept": accept})
            assert answer.status_code == 200
            assert answer.headers["content-type"].startswith(kind)
            assert "Meyer 2015" in answer.text
        assert client.get("/sparql", params={"query": "SELECT {"}).status_code == 400
        aldkg("build", _other(tmp_path), "--workers", "1")
        labels = [s["label"] for s in client.get("/api/studies").json()["items"]]
        assert labels == ["Meyer 2015", "Novak 2018"]  # a running service follows


def _other(folder: Path) -> Path:
    path = folder / "novak-2018.md"
    path.write_text(
        '---\nkey: novak-2018\ntitle: Sulfides\nauthors: ["Novak, B."]\nyear: 2018\n---\n\n'
        "CdSe quantum dots were coated with ZnS by thermal ALD.\n",
        encoding="utf-8",
    )
    return path

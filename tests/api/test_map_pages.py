"""Maps by page, file and command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from typer.testing import Result

from api.app import create_app
from api.errors import HttpError, status_of
from api.graph import ServedGraph
from api.settings import Settings
from api.workers.opened import Opened
from api.workers.pool import Answer, Task
from api.workers.tasks import TASKS
from kg.maps import MAPS
from kg.model import Document
from kg.rdf import document_quads, study_iris
from kg.store import EmbeddedGraph, Graph
from ontology.errors import AldkgError
from tests.api.conftest import TestClient
from tests.rows import each_row

Aldkg = Callable[..., Result]
HTML = {"Accept": "text/html"}
#: Maps for which the tiny corpus has no number.
NO_PICTURE = frozenset({"growth", "material-by-process"})


class InProcess:
    """Does tasks at once, where processes of their own would cost seconds."""

    def __init__(self, graph: Graph) -> None:
        self.opened = Opened(engine=None, store=graph)

    def known(self, task: Task) -> None:
        """No answer is kept."""

    async def run(self, task: Task, client: str) -> Answer:
        try:
            media, body = TASKS[task.name](self.opened, 10**8, **task.arguments)
        except AldkgError as error:
            raise HttpError(status_of(error), str(error)) from error
        return Answer(media_type=media, body=body)


@pytest.fixture(scope="module")
def graph(tiny_documents: tuple[Document, ...]) -> Graph:
    """The tiny corpus in memory."""
    slugs = study_iris(tiny_documents)
    return EmbeddedGraph.in_memory(q for d in tiny_documents for q in document_quads(d, slugs))


@pytest.fixture(scope="module")
def client(tiny_store: Path, graph: Graph) -> TestClient:
    """The pages with maps of the tiny corpus."""
    app = create_app(tiny_store, Settings(store=tiny_store))
    app.state.graph, app.state.pool = ServedGraph(tiny_store), InProcess(graph)
    return TestClient(app, raise_server_exceptions=False)


def test_the_maps_are_listed(client: Any, aldkg: Aldkg) -> None:
    page = client.get("/maps", headers=HTML).text
    assert all(f'href="/maps/{name}"' in page for name in MAPS)
    assert 'href="/maps"' in client.get("/", headers=HTML).text
    listed = aldkg("map", "--list").stdout
    assert all(name in listed for name in MAPS)


@each_row("name", MAPS)
def test_each_map_has_a_page(name: str, client: Any) -> None:
    response = client.get(f"/maps/{name}", headers=HTML)
    assert response.status_code == 200, response.text
    rows = client.get(f"/maps/{name}.json").json()
    count = len(rows["rows"])
    assert f"<h2>{count} {'row' if count == 1 else 'rows'}</h2>" in response.text
    has_picture = "<svg" in response.text
    assert has_picture or "nothing to draw for these values" in response.text
    assert has_picture == (name not in NO_PICTURE)
    assert "style=" not in response.text


def test_a_mark_leads_to_the_rows_behind_it(client: Any) -> None:
    page = client.get("/maps/core-by-shell", headers=HTML).text
    root = etree.HTML(page)
    (href, *_) = root.xpath("//*[local-name()='svg']//*[local-name()='a']/@href")
    narrowed = client.get(href, headers=HTML)
    assert narrowed.status_code == 200
    assert "All rows" in narrowed.text
    asked = href.partition("?")[2].partition("#")[0]
    few = client.get(f"/maps/core-by-shell.json?{asked}").json()["rows"]
    every = client.get("/maps/core-by-shell.json").json()["rows"]
    assert 0 < len(few) < len(every)
    assert few[0]["study"]


def test_the_files_of_a_map(
    client: Any, aldkg: Aldkg, graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.store.open_graph", lambda _: graph)
    for suffix, media in (("svg", "image/svg+xml"), ("csv", "text/csv; charset=utf-8")):
        served = client.get(f"/maps/links.{suffix}?count=3")
        assert (served.status_code, served.headers["content-type"]) == (200, media)
        file = tmp_path / f"links.{suffix}"
        done = aldkg("map", "links", "--count", "3", "--store", tmp_path, "-o", file)
        assert done.exit_code == 0, done.stderr
        assert file.read_bytes() == served.content


@each_row(
    ("path", "status", "message"),
    [
        ("/maps/nope", 404, "no map 'nope'"),
        ("/maps/links.exe", 404, "no map 'links.exe'"),
        ("/maps/links?colour=red", 400, "links: no parameter 'colour'"),
        ("/maps/links?count=0", 400, "count: 0 is not from 1 to 60"),
        ("/maps/links?thing=%3Cscript%3E", 400, "nothing in this graph is called"),
        (f"/maps/links?thing={'x' * 10_000}", 400, "a name has at most 200 characters"),
        ("/maps/links?thing=%FF%FE", 400, "The address is not valid UTF-8."),
        ("/maps/core-by-shell?first=Xx", 400, "no row of this map is about Xx and any"),
        ("/maps/links?offset=-1", 422, "offset"),
        ("/maps/growth.svg", 400, "nothing in this graph matches"),
    ],
)
def test_what_is_wrong_is_said(path: str, status: int, message: str, client: Any) -> None:
    page = client.get(path, headers=HTML)
    assert page.status_code == status
    assert "<script>" not in page.text.replace('<script src="', "")
    if ".svg" in path or status in (404, 422):
        assert message in client.get(path).json()["detail"]
    else:
        assert message in page.text.replace("&#39;", "'")


def test_misuse_of_the_command(aldkg: Aldkg, tiny_store: Path, tmp_path: Path) -> None:
    for words, code, message in (
        (("map",), 2, "map: give a NAME"),
        (("map", "links"), 2, "-o FILE must end in one of .svg"),
        (("map", "links", "-o", tmp_path / "x.gif"), 2, "-o FILE must end in one of .svg"),
        (("map", "growth", "--store", tiny_store, "-o", tmp_path / "x.svg"), 1, "nothing in this"),
    ):
        result = aldkg(*words)
        assert (result.exit_code, message in result.stderr) == (code, True), words


def test_two_graphs_are_compared(aldkg: Aldkg, tiny_store: Path, tmp_path: Path) -> None:
    same = aldkg("diff", tiny_store, tiny_store)
    assert (same.exit_code, same.stdout) == (0, "Both graphs make the same statements.\n")
    assert json.loads(aldkg("diff", tiny_store, tiny_store, "-f", "json").stdout) == []
    assert aldkg("diff", tiny_store, tmp_path / "none").exit_code == 1

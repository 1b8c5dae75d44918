"""Every answer other than 2xx, of every endpoint, is problem details as of RFC 9457."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from fastapi import FastAPI

from api.app import create_app
from api.middleware import SECURITY_HEADERS
from api.settings import Settings

JSON = {"Accept": "application/json"}
KEYS = {"type", "title", "status", "detail"}


def assert_shape(response: Any, status: int) -> None:
    assert response.status_code == status, response.text
    body = response.json()
    assert response.headers["content-type"] == "application/problem+json"
    assert set(body) - {"errors"} == KEYS
    assert (body["type"], body["status"]) == ("about:blank", status)
    assert body["title"] == HTTPStatus(status).phrase
    assert body["detail"]


def paths_of(app: FastAPI) -> list[str]:
    schema = app.openapi()["paths"]
    return [*schema, "/", "/queries", "/queries/{name}", "/studies/{study_id}", "/sparql-page"]


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    nowhere = tmp_path_factory.mktemp("none")
    return paths_of(create_app(nowhere, Settings(store=nowhere)))


def test_the_list_of_endpoints(paths: list[str]) -> None:
    assert {"/api/v1/studies", "/api/v1/claims", "/api/v1/search", "/sparql", "/health"} <= set(
        paths
    )


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_no_endpoint_writes(client: Any, paths: list[str], method: str) -> None:
    for path in paths:
        response = client.request(method, path.replace("{", "").replace("}", ""), headers=JSON)
        assert_shape(response, 405)
        assert "GET, HEAD" in response.headers["allow"]


def test_unknown_things(client: Any, paths: list[str]) -> None:
    for path in paths:
        if "{" in path:
            assert_shape(client.get(path.replace("{", "no-").replace("}", ""), headers=JSON), 404)
    for path in (
        "/nope",
        "/api",
        "/api/nope",
        "/api/v2/studies",
        "/static/nope.css",
        "/static/../app.py",
    ):
        assert_shape(client.get(path, headers=JSON), 404)


def test_bad_parameters(client: Any, paths: list[str]) -> None:
    for path in paths:
        if path.startswith("/api/") and "{" not in path:
            assert_shape(client.get(path, params={"limit": "many"}, headers=JSON), 422)


def test_bodies_that_are_not_taken(client: Any) -> None:
    refused = client.post("/sparql", content=b"ASK {}", headers={"Content-Type": "text/plain"})
    assert_shape(refused, 415)
    limit = client.app.state.settings.max_query_bytes
    kind = {"Content-Type": "application/sparql-query"}
    assert_shape(client.post("/sparql", content=b"#" * (limit + 1), headers=kind), 413)
    assert client.post("/sparql", content=b"ASK {}".ljust(limit), headers=kind).status_code == 200


def test_our_own_bugs(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr("api.catalog.catalog.Catalog.find", fail)
    response = client.get("/api/v1/claims")
    assert_shape(response, 500)
    assert "secret" not in response.text
    assert response.headers["content-security-policy"]


def test_browsers_get_a_page(client: Any) -> None:
    response = client.get("/studies/<script>alert(1)<", headers={"Accept": "text/html"})
    assert response.status_code == 404
    assert response.headers["content-type"].startswith("text/html")
    assert "<script>" not in response.text
    assert "&lt;script&gt;" in response.text
    assert_shape(client.get("/api/nope", headers={"Accept": "text/html"}), 404)


def test_safety_headers_everywhere(client: Any) -> None:
    for path in ("/", "/api/v1/studies", "/nope", "/static/app.css", "/sparql", "/health"):
        headers = client.get(path).headers
        for name, value in SECURITY_HEADERS.items():
            assert headers[name] == value
    assert "unsafe" not in SECURITY_HEADERS["Content-Security-Policy"]


def test_a_service_without_a_graph_does_not_start(tmp_path: Any) -> None:
    from fastapi.testclient import TestClient

    from kg.errors import StoreError

    app = create_app(tmp_path, Settings(store=tmp_path))
    with pytest.raises(StoreError, match="no graph"), TestClient(app):
        pass


def test_head_is_get_without_body(client: Any) -> None:
    for path in ("/", "/api/v1/studies", "/health"):
        response = client.head(path)
        assert (response.status_code, response.content) == (200, b"")


def test_openapi_has_examples_and_errors(client: Any) -> None:
    schema = client.get("/openapi.json").json()
    assert "Problem" in schema["components"]["schemas"]
    assert schema["components"]["schemas"]["Ref"]["properties"]["id"]["examples"]
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            assert operation["summary"], (path, method)
            assert operation["description"], (path, method)

"""The API keeps what it describes: every example answers, and so do requests made up from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings

from api.app import create_app
from api.settings import Settings
from api.v1.resources import RESOURCES

GRAPH = "https://w3id.org/ald-kg/graph/document/overview"
DECISIONS = "/api/v1/decisions"
#: Requests that are made up for an operation: so many that fit its description, and that do not.
MADE_UP = 2


def operations(description: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in description["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


@pytest.fixture(scope="module")
def description(client: Any) -> dict[str, Any]:
    return dict(client.get("/openapi.json").json())


def require(description: dict[str, Any], schema: dict[str, Any], value: Any) -> None:
    """See that a value is what a schema of the description allows."""
    whole = {**schema, "components": description["components"]}
    jsonschema.Draft202012Validator(whole).validate(value)


def test_every_operation_has_examples_that_hold(description: dict[str, Any]) -> None:
    assert description["openapi"].startswith("3.1")
    for path, method, operation in operations(description):
        assert operation["summary"], path
        assert operation["description"], path
        done = "201" if (path, method) == (DECISIONS, "post") else "200"
        assert {done, "4XX", "5XX"} <= set(operation["responses"]), (path, method)
        for response in operation["responses"].values():
            for media, content in response["content"].items():
                if media.endswith("json") and "$ref" in content["schema"]:
                    require(description, content["schema"], content["example"])
        for param in operation.get("parameters", ()):
            if "example" in param:
                wanted = param["schema"]
                require(description, wanted, param["example"])


def test_every_example_answers(client: Any, description: dict[str, Any]) -> None:
    """Each filter alone and all that belongs to the address, with the ids of this graph."""
    tried = 0
    for path, method, operation in operations(description):
        if method != "get" or "{name}" in path:
            continue
        params = {p["name"]: p for p in operation.get("parameters", ())}
        if path.endswith("{id}") and "example" not in params["id"]:
            assert client.get(path.removesuffix("/{id}")).json()["total"] == 0
            continue
        needed = {name: p["example"] for name, p in params.items() if p.get("required")}
        address = path.format(id=needed.pop("id", ""))
        for name, param in params.items():
            if param["in"] == "query" and "example" in param:
                answer = client.get(address, params={**needed, name: param["example"]})
                assert answer.status_code == 200, (address, name, param["example"], answer.text)
                schema = operation["responses"]["200"]["content"].get("application/json", {})
                if schema.get("schema"):
                    require(description, schema["schema"], answer.json())
                tried += 1
    assert tried > 100


def test_items_are_found_again_and_rest_on_evidence(client: Any) -> None:
    for resource in RESOURCES.values():
        page = client.get(resource.path).json()
        for item in page["items"]:
            assert item["id"]
            assert item["label"]
            one = client.get(item["links"]["self"]).json()
            assert one["iri"] == item["iri"]
            studies = client.get(item["links"]["study"]).json()
            assert studies.get("items", [studies])[0]["label"]
            evidence = client.get(item["links"]["evidence"]).json()
            found = evidence.get("items") or evidence.get("evidence") or [evidence]
            assert found[0]["document"] == "overview"
            assert found[0]["spans"]


@pytest.fixture(scope="module")
def app(tiny_store: Path) -> FastAPI:
    return create_app(tiny_store, Settings(store=tiny_store, workers=1, query_seconds=20))


def test_made_up_requests_find_nothing(app: FastAPI) -> None:
    """Some requests for each operation, the same ones each time.

    A request for a format that the answer cannot have is refused with 406, which no description of
    single parameters can say; only a grammar could say what a query is; and nobody may decide here.
    """
    import schemathesis
    from hypothesis import strategies as st

    queries = ("ASK {}", "SELECT ?s { ?s a ald:Study }", "DESCRIBE <https://example.org/x>")
    schemathesis.openapi.format("sparql-query", st.sampled_from(queries))
    schemathesis.openapi.format("graph-iri", st.just(GRAPH))
    refused = ["2xx", "3xx", "403", "404", "406", "5xx"]
    config = {
        "request-timeout": 30,  # longer than the service itself takes for a query
        "checks": {"positive_data_acceptance": {"expected-statuses": refused}},
    }
    schema = schemathesis.openapi.from_asgi(
        "/openapi.json", app, config=schemathesis.Config.from_dict(config)
    )
    tried, problems = 0, []
    for result in schema.get_all_operations():
        operation = result.ok()
        fits, fits_not = schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE
        can_be_wrong = len(operation.query) or len(operation.body)
        for mode in (fits, fits_not) if can_be_wrong else (fits,):
            count, found = try_operation(operation, mode)
            tried += count
            problems += found
    assert not problems, "\n".join(problems)
    assert tried > 70


def try_operation(operation: Any, mode: Any) -> tuple[int, list[str]]:
    """Make requests that fit an operation, or that do not: how many, and what went wrong."""
    tried = 0

    @settings(
        max_examples=MADE_UP,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy(generation_mode=mode))
    def hold(case: Any) -> None:
        nonlocal tried
        tried += 1
        case.call_and_validate()

    try:
        hold()
    except BaseExceptionGroup as group:
        return tried, [f"{operation.label}: {group} {group.exceptions}"]
    return tried, []

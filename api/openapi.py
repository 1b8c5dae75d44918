"""The OpenAPI description: adds problems and examples to what FastAPI derives.

References
----------
https://spec.openapis.org/oas/v3.1.0
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any, Final

from fastapi import FastAPI

from api.catalog import Catalog
from api.graph import ServedGraph
from api.problem import PROBLEM, Problem, problem
from api.v1.resources import RESOURCES
from kg.errors import StoreError

#: Schemas of FastAPI's own errors, which this service never returns.
_UNUSED: Final = ("HTTPValidationError", "ValidationError")
_REF: Final = "#/components/schemas/"
#: Filter whose values depend on the graph -> the resource that lists them.
_OF_GRAPH: Final = {"study": "studies", "document": "documents", "system": "systems"}

Description = dict[str, Any]


def describe_with_problems(app: FastAPI) -> None:
    """Add problems and examples to the application's description, with ids of its graph."""
    derive = app.openapi
    known: list[Description] = []

    def describe() -> Description:
        if not known:
            known.append(_completed(copy.deepcopy(derive())))
        graph: ServedGraph | None = getattr(app.state, "graph", None)
        return _with_ids(known[0], graph) if graph else known[0]

    app.openapi = describe  # type: ignore[method-assign]


def _completed(description: Description) -> Description:
    """Add problems and examples to the derived description."""
    schemas = description["components"]["schemas"]
    for name in _UNUSED:
        schemas.pop(name, None)
    schemas["Problem"] = Problem.model_json_schema()
    for resource in RESOURCES.values():
        for shape in (resource.shape, resource.shape_of_one):
            schemas[shape.__name__]["required"] = ["id"]  # `fields` may leave out all others
    for operation in _operations(description):
        operation["responses"].pop("422", None)
        operation["responses"] |= _PROBLEMS
        for param in operation.get("parameters", ()):
            shown = list(_examples(param["schema"]))
            if shown:
                param["example"] = shown[0]
        _show_answer(operation, schemas)
    return description


def _operations(description: Description) -> Iterator[Description]:
    for methods in description["paths"].values():
        yield from methods.values()


def _examples(schema: Description) -> Iterator[Any]:
    yield from schema.get("examples", ())
    for one in schema.get("anyOf", ()):
        yield from _examples(one)


def _problem(status: int, detail: str, description: str) -> Description:
    content = {"schema": {"$ref": f"{_REF}Problem"}, "example": problem(status, detail)}
    return {"description": description, "content": {PROBLEM: content}}


_PROBLEMS: Final = {
    "4XX": _problem(404, "no study 'x'", "The request is invalid."),
    "5XX": _problem(503, "all workers are busy, try again", "The service cannot answer now."),
}


def _show_answer(operation: Description, schemas: Mapping[str, Description]) -> None:
    """Add an example to a JSON answer, made from the examples of its fields."""
    content = operation["responses"].get("200", {}).get("content", {}).get("application/json")
    if content and content.get("schema"):
        content["example"] = _example(content["schema"], schemas)


def _example(schema: Description, schemas: Mapping[str, Description]) -> Any:
    """Return a value that a schema allows: its example or default, else one made from its parts."""
    if "$ref" in schema:
        return _example(schemas[schema["$ref"].removeprefix(_REF)], schemas)
    for value in (*schema.get("examples", ()), *schema.get("enum", ())):
        return value
    if "const" in schema:
        return schema["const"]
    if "default" in schema:
        return schema["default"]
    if "anyOf" in schema:
        may_be_left_out = {"type": "null"} in schema["anyOf"]
        return None if may_be_left_out else _example(schema["anyOf"][0], schemas)
    if schema.get("type") == "array":
        return [_example(schema["items"], schemas)] if "items" in schema else []
    if schema.get("type") == "object":
        return {name: _example(one, schemas) for name, one in schema.get("properties", {}).items()}
    return {"integer": 0, "number": 0.0, "boolean": False}.get(schema.get("type", ""), "")


def _with_ids(description: Description, graph: ServedGraph) -> Description:
    """Return the description with ids of this graph as examples, so that each example works."""
    try:
        listing = graph.catalog()
    except StoreError:
        return description
    found = copy.deepcopy(description)
    ids = {name: _first_id(listing, name) for name in RESOURCES}
    for path, methods in found["paths"].items():
        for operation in methods.values():
            for param in operation.get("parameters", ()):
                name = path.removeprefix("/api/v1/").removesuffix("/{id}")
                listed = name if param["in"] == "path" else _OF_GRAPH.get(param["name"], "")
                if ids.get(listed):
                    param["example"] = ids[listed]
    return found


def _first_id(listing: Catalog, name: str) -> str | None:
    resource = RESOURCES[name]
    return listing.first_id(resource.level, resource.field)

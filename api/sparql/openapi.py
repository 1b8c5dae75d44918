"""The OpenAPI description of ``/sparql``: the parameters, bodies and answers of the protocol."""

from __future__ import annotations

from typing import Any, Final

from api.answers.formats import BOOLEAN, GRAPH, NAMES, SOLUTIONS
from api.answers.protocol import FORM, QUERY

EXAMPLE: Final = "SELECT ?study { ?study a ald:Study } LIMIT 5"

_IRIS: Final = {
    "type": "array",
    "items": {"type": "string", "format": "graph-iri"},
}
_NAME: Final = {"type": "string", "enum": sorted(NAMES)}
_ABOUT: Final = {
    "query": "a SPARQL 1.1 query; the prefixes of the ontology need no declaration",
    "default-graph-uri": "graphs that make up the default graph, instead of all",
    "named-graph-uri": "graphs that the query may name",
    "format": "format of the answer, if the Accept header cannot be set",
}
_SCHEMAS: Final[dict[str, dict[str, Any]]] = {
    "query": {"type": "string", "format": "sparql-query", "minLength": 1},
    "default-graph-uri": _IRIS,
    "named-graph-uri": _IRIS,
    "format": _NAME,
}
_MEDIA: Final = dict.fromkeys((*SOLUTIONS, *BOOLEAN, *GRAPH))
_ANSWERS: Final = {
    "200": {
        "description": "Rows, a truth value or a graph, depending on the form of the query.",
        "content": {media: {"schema": {}} for media in _MEDIA},
    }
}


def _parameters(*names: str) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "in": "query",
            "required": False,
            "description": _ABOUT[name],
            "schema": _SCHEMAS[name] | ({"examples": [EXAMPLE]} if name == "query" else {}),
        }
        for name in names
    ]


#: The parts of the description that FastAPI cannot derive from the functions, by method.
GET: Final = {"parameters": _parameters(*_SCHEMAS), "responses": _ANSWERS}
POST: Final = {
    "parameters": _parameters("default-graph-uri", "named-graph-uri", "format"),
    "requestBody": {
        "required": True,
        "content": {
            FORM: {
                "schema": {"type": "object", "properties": _SCHEMAS, "required": ["query"]},
                "example": {"query": EXAMPLE},
            },
            QUERY: {"schema": _SCHEMAS["query"], "example": EXAMPLE},
        },
    },
    "responses": _ANSWERS,
}

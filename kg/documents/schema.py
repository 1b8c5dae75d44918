"""The JSON Schema of document files, made from the types of claims and records.

``python -m kg.documents.schema`` writes ``docs/document.schema.json``. The first line of a file is
a ``header``, every other one a ``claim``.
"""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any, Final, get_args

from corpus.model import WorkType
from kg.csl import FIELDS
from kg.documents.disagreements import RECEIPT, REQUIRED
from kg.documents.form import FORMAT, GENRES, PLACES, VERSION
from kg.model import KINDS, LINKS_OF, THING_KINDS, Content
from kg.records.links import KEYS
from kg.records.values import LONGEST_TEXT
from ontology.iri import DOCUMENT_SCHEMA

Schema = dict[str, Any]

_TEXT: Final[Schema] = {"type": "string"}
_NAME: Final[Schema] = {"type": "string", "minLength": 1}
_NUMBER: Final[Schema] = {"type": ["number", "null"]}
_HASH: Final[Schema] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _list(items: Schema, least: int = 0) -> Schema:
    return {"type": "array", "items": items, **({"minItems": least} if least else {})}


def _object(properties: Schema, required: list[str]) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def schema() -> Schema:
    """Return the JSON Schema of a line of a document file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{DOCUMENT_SCHEMA}{VERSION}",
        "title": f"A line of a document file of ald-kg, version {VERSION}",
        "oneOf": [_ref("header"), _ref("claim")],
        "$defs": {
            "header": _header(),
            "record": _record(),
            "disagreement": _disagreement(),
            "claim": {"oneOf": [_ref(kind) for kind in KINDS]},
            **{kind: _claim(kind, content) for kind, content in KINDS.items()},
            "condition_of_test": _object(
                {"parameter": _NAME, **_quantity()}, required=["parameter"]
            ),
            "thing": {"type": "string", "pattern": f"^({'|'.join(THING_KINDS)}):."},
            "span": {
                "type": "array",
                "items": {"type": "integer", "minimum": 0, "maximum": LONGEST_TEXT},
                "minItems": 2,
                "maxItems": 2,
            },
        },
    }


def _header() -> Schema:
    properties = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "doc": {"type": "string", "minLength": 1, "maxLength": 200},
        "source": _TEXT,
        "genre": {"enum": list(GENRES)},
        "written_from": _TEXT,
        "sha256": _HASH,
        "text_sha256": _HASH,
        "nonblank_sha256": _HASH,
        **dict.fromkeys(("reader", "extractor", "code"), _TEXT),
        "claims": {"type": "integer", "minimum": 0},
        "record": _ref("record"),
        "references": _list(_ref("record")),
        "disagreements": _list(_ref("disagreement")),
    }
    return _object(properties, required=["format", "version", "doc", "sha256", "claims"])


def _record() -> Schema:
    name = _object({"family": _TEXT, "given": _TEXT}, required=[])
    year = {"type": "integer", "minimum": 1000, "maximum": 9999}
    one = {"minItems": 1, "maxItems": 1}
    properties = {
        **dict.fromkeys(("citation-number", "part", "citation-key", *FIELDS.values()), _TEXT),
        "type": {"enum": list(get_args(WorkType))},
        "author": _list(name),
        "issued": _object({"date-parts": _list(_list(year) | one) | one}, required=["date-parts"]),
        "span": _ref("span"),
    }
    return _object(properties, required=[])


def _disagreement() -> Schema:
    properties = {
        "studies": _list(_NAME, least=1),
        "cue": _NAME,
        "about": _list(_ref("thing")),
        "evidence": _list(_ref("span"), least=1),
        **dict.fromkeys(RECEIPT, _TEXT),
        PLACES: _list(_ref("span"), least=1),
    }
    return _object(properties, required=list(REQUIRED))


def _claim(kind: str, content: type[Content]) -> Schema:
    own: Schema = {}
    for item in fields(content):
        if item.name == "layers":
            own["layers"] = _list(_NAME, least=1)
        elif item.name != "quantity":
            own[item.name] = _NAME
    needed = list(own)
    if any(item.name == "quantity" for item in fields(content)):
        own |= _quantity()
    if "chemical" in own:
        own["substance"] = _NAME
    properties = {
        **{"doc": _NAME, "study": _NAME, "kind": {"const": kind}},
        **own,
        **{KEYS.get(name, name): _link(name) for name in LINKS_OF.get(content, ())},
        "evidence": _list(_ref("span"), least=1),
        "confidence": {"type": "number", "minimum": 0, "maximum": 1},
        **dict.fromkeys(("rule", "extractor", "quote", "place", "curator", "source"), _TEXT),
        PLACES: _list(_ref("span"), least=1),
    }
    return _object(properties, required=["doc", "study", "kind", *needed, "evidence"])


def _link(name: str) -> Schema:
    if name == "of":
        return _list(_NAME)
    return _list(_ref("condition_of_test" if name == "under" else "thing"))


def _quantity() -> Schema:
    return {
        **dict.fromkeys(("from", "value", "value_max"), _NUMBER),
        **{"unit": _TEXT, "bound": _TEXT, "approximate": {"type": "boolean"}, "raw": _TEXT},
    }


def render_schema() -> str:
    """Return the schema as text, as in ``docs/document.schema.json``."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    target = Path(__file__).parents[2] / "docs" / "document.schema.json"
    target.write_text(render_schema(), encoding="utf-8")

"""Items as JSON, JSON-LD or CSV, with all or some of their fields. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, get_args

from pydantic import BaseModel

from api.answers.formats import JSON_LD
from api.catalog.reading import Record
from api.representations import CSV, JSON, csv_text
from api.schemas import Shape
from api.v1.linked import linked
from api.v1.resources import Resource

#: Suffix of an address -> the media type; the first is the default.
SUFFIXES: Final = {"json": JSON, "jsonld": JSON_LD, "csv": CSV}


def render_list(resource: Resource, page: Record, media: str, fields: Sequence[str]) -> str:
    """Return a page of items in a format.

    Parameters
    ----------
    resource
        The resource of the items.
    page
        The fields of a page, with ``items``.
    media
        One of the media types in :data:`SUFFIXES`.
    fields
        The requested fields of each item; empty means all. JSON-LD always has the IRIs.
    """
    items = page["items"]
    if media == JSON_LD:
        return _json(linked(items, resource.shape))
    if media == CSV:
        return _csv(resource.shape, items, fields)
    return _json({**page, "items": [_only_fields(item, fields) for item in items]})


def render_item(resource: Resource, item: Record, media: str, fields: Sequence[str]) -> str:
    """Return one item in a format; the parameters are those of :func:`render_list`."""
    if media == JSON:
        return _json(_only_fields(item, fields))
    return render_list(resource, {"items": [item]}, media, fields)


def _only_fields(item: Record, fields: Sequence[str]) -> Record:
    if not fields:
        return item
    return {name: value for name, value in item.items() if name == "id" or name in fields}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _csv(shape: type[Shape], items: Sequence[Record], fields: Sequence[str]) -> str:
    """Return CSV with a row per item, and a column per part of a field: ``quantity.lower``."""
    columns = [
        column
        for column in _columns(shape)
        if column[0] != "links" and (not fields or column[0] in ("id", *fields))
    ]
    rows = ([_cell(item, column) for column in columns] for item in items)
    return csv_text([".".join(column) for column in columns], rows)


def _columns(shape: type[BaseModel]) -> Iterator[tuple[str, ...]]:
    """Yield the path to each value in a schema: the names of fields from the outside in."""
    for name, field in shape.model_fields.items():
        shown = field.serialization_alias or name
        below = _shape_of(field.annotation)
        if below is None:
            yield (shown,)
        else:
            yield from ((shown, *column) for column in _columns(below))


def _shape_of(annotation: Any) -> type[BaseModel] | None:
    """Return the schema of a field with parts, otherwise ``None``; a list is a single cell."""
    for kind in (annotation, *get_args(annotation)):
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return None if getattr(annotation, "__origin__", None) is tuple else kind
    return None


def _cell(item: Any, column: Sequence[str]) -> object:
    value = item
    for name in column:
        value = value.get(name) if isinstance(value, Mapping) else None
    if isinstance(value, list):
        return "; ".join(map(_text, value))
    return value


def _text(value: Any) -> str:
    """Return an element of a list as text: a thing by its label, a span by its ends."""
    if isinstance(value, Mapping):
        return str(value.get("label") or value.get("document") or "")
    return "-".join(map(str, value)) if isinstance(value, list) else str(value)

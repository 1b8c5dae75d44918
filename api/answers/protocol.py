"""SPARQL protocol requests: reads the parts of a request into an :class:`Operation`. Pure.

References
----------
SPARQL 1.1 Protocol, section 2.1 (query operation).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote_to_bytes

from api.errors import HttpError

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"

NO_UPDATES = "this endpoint is read-only: no updates"

_MAX_FIELDS = 200
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|^`\\]*")

#: Parameters that are not a query by themselves.
_OPTIONS = frozenset({"default-graph-uri", "named-graph-uri", "format"})

Params = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """A query with its dataset; without named graphs it is the whole graph."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    format: str | None = None


def read_get(query_string: bytes) -> Operation | None:
    """Return the query of a GET; ``None`` if there is no query.

    Raises
    ------
    HttpError
        400 for what is not a valid query operation, 403 for an update.
    """
    fields = _fields(query_string, "address")
    return None if fields.keys() <= _OPTIONS else _operation(fields)


def read_post(query_string: bytes, content_type: str, body: bytes) -> Operation:
    """Return the query of a POST, as a form or directly in the body.

    Raises
    ------
    HttpError
        400 for what is not a valid query operation, 403 for an update, 415 for another media type.
    """
    media, charset = _media_type(content_type)
    if media == UPDATE:
        raise HttpError(403, NO_UPDATES)
    if media not in (FORM, QUERY):
        raise HttpError(415, f"POST takes {QUERY} or {FORM}, not {media or 'no content type'}")
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise HttpError(415, f"only UTF-8 is accepted, not {charset}")
    fields = _fields(query_string, "address")
    if media == FORM:
        return _operation(_joined(fields, _fields(body, "request")))
    if "query" in fields:
        raise HttpError(400, "the query is given twice, in the address and in the body")
    return _operation({**fields, "query": [_text(body)]})


def _media_type(content_type: str) -> tuple[str, str]:
    media, *params = (part.strip() for part in content_type.split(";"))
    charset = "utf-8"
    for param in params:
        key, _, value = param.partition("=")
        if key.strip().lower() == "charset":
            charset = value.strip(" \"'").lower()
    return media.lower(), charset


def _fields(encoded: bytes, part: str) -> Params:
    try:
        text = encoded.decode("utf-8")
        if text and "&" not in text:  # most queries have one parameter; this takes half the time
            name, _, value = text.partition("=")
            return {_unquoted(name): [_unquoted(value)]}
        return parse_qs(text, keep_blank_values=True, errors="strict", max_num_fields=_MAX_FIELDS)
    except UnicodeDecodeError:
        raise HttpError(400, f"the {part} is not valid UTF-8") from None
    except ValueError:
        raise HttpError(400, f"more than {_MAX_FIELDS} parameters") from None


def _unquoted(text: str) -> str:
    """Return a name or value decoded as :func:`parse_qs` does."""
    if text.isalnum():
        return text
    return unquote_to_bytes(text.replace("+", " ")).decode("utf-8")


def _text(encoded: bytes) -> str:
    try:
        return encoded.decode("utf-8")
    except UnicodeDecodeError as error:
        raise HttpError(400, f"the request is not valid UTF-8 (byte {error.start})") from None


def _joined(*parts: Params) -> Params:
    joined: dict[str, list[str]] = {}
    for part in parts:
        for key, values in part.items():
            joined.setdefault(key, []).extend(values)
    return joined


def _operation(fields: Params) -> Operation:
    if "update" in fields:
        raise HttpError(403, NO_UPDATES)
    return Operation(
        query=_the_query(fields),
        default_graphs=_graphs(fields, "default-graph-uri"),
        named_graphs=_graphs(fields, "named-graph-uri"),
        format=fields.get("format", [None])[-1] or None,
    )


def _the_query(fields: Params) -> str:
    queries = fields.get("query", [])
    if len(queries) != 1:
        raise HttpError(400, f"exactly one parameter 'query' is needed, not {len(queries)}")
    if not queries[0].strip():
        raise HttpError(400, "the query is empty")
    return queries[0]


def _graphs(fields: Params, name: str) -> tuple[str, ...]:
    graphs = tuple(fields.get(name, ()))
    for graph in graphs:
        if not _IRI.fullmatch(graph):
            raise HttpError(400, f"{name}: {graph!r} is not an absolute IRI")
    return graphs

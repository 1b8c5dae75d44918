"""The named queries, loaded from their files."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from kg.errors import QueryError
from kg.queries.named import NamedQuery, parse_query

#: Where to find the names: in a shell, on a page, in a notebook.
_LISTED: Final = "`aldkg query --list`, /queries and questions() list the {count} there are"


@cache
def load_queries() -> Mapping[str, NamedQuery]:
    """Return every named query by name, in the order of the names.

    Raises
    ------
    QueryError
        If a file's header is malformed.
    """
    found = sorted(
        (entry.name.removesuffix(".rq"), entry.read_text(encoding="utf-8"))
        for entry in files("kg.queries").iterdir()
        if entry.name.endswith(".rq")
    )
    return MappingProxyType({name: parse_query(name, text) for name, text in found})


def find_query(name: str) -> NamedQuery:
    """Return the query with this name.

    Raises
    ------
    QueryError
        If there is none; the message lists similar names, or says where all are listed.
    """
    queries = load_queries()
    if name not in queries:
        near = difflib.get_close_matches(name, queries)
        hint = f"did you mean: {', '.join(near)}" if near else _LISTED.format(count=len(queries))
        raise QueryError(f"no query {name!r}; {hint}")
    return queries[name]

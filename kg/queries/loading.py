"""The named queries as their files have them."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from kg.errors import QueryError
from kg.queries.named import NamedQuery, parse_query


@cache
def load_queries() -> Mapping[str, NamedQuery]:
    """Every named query, by name, in the order of the names.

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
    """The query of this name.

    Raises
    ------
    QueryError
        If there is none; the message lists those of a similar name, or else all.
    """
    queries = load_queries()
    if name not in queries:
        near = difflib.get_close_matches(name, queries)
        hint = f"did you mean: {', '.join(near)}" if near else f"there are: {', '.join(queries)}"
        raise QueryError(f"no query {name!r}; {hint}")
    return queries[name]

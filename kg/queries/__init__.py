"""Named questions: one ``.rq`` file each, used by API, CLI, web pages, documentation and tests.

>>> query = load_queries()["studies-of-material"]
>>> [param.name for param in query.params]
['material', 'role', 'sure']
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from kg.queries.asking import bind, prepare, run, study_nodes, unknown_materials
from kg.queries.empty import NOTHING_SAID, why_empty
from kg.queries.loading import find_query, load_queries
from kg.queries.named import NamedQuery, Param
from kg.queries.paging import Page, Pages, Place
from kg.queries.several import gathered, spread, values_of

if TYPE_CHECKING:
    from kg.graph import Graph

__all__ = [
    "NOTHING_SAID",
    "NamedQuery",
    "Page",
    "Pages",
    "Param",
    "Place",
    "bind",
    "explain_empty",
    "find_query",
    "gathered",
    "load_queries",
    "prepare",
    "run",
    "spread",
    "study_nodes",
    "unknown_materials",
    "values_of",
]

#: Greatest number of seconds for counting rows with other values on a large graph.
_BRIEFLY: Final = 0.1


def explain_empty(
    store: Graph, name: str, values: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Return why a named query has no rows: the value that excluded all, and the count without it.

    Raises
    ------
    QueryError
        As in :func:`run`.
    """
    query = find_query(name)
    return why_empty(
        query, values or {}, lambda other: Pages(store, query, other).count(patience=_BRIEFLY)
    )

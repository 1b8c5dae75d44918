"""The embedded SPARQL engine: a store in memory or in a directory, and its answers.

Besides :mod:`ontology.rdf`, this is the only module that imports pyoxigraph.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import Store

from ontology import rdf
from ontology.answers import Answer, Solutions, Triples

__all__ = ["DefaultGraph", "Store", "answer", "as_answer"]


def answer(store: Store, sparql: str, prefixes: Mapping[str, str] | None = None) -> Answer:
    """Return the answer of a store's default graph to a query; rows are computed as they are read.

    Raises
    ------
    OSError
        If the store cannot be read; also later, from the rows.
    RuntimeError
        If the query cannot be evaluated; also later, from the rows.
    SyntaxError
        If the query is malformed.
    """
    return as_answer(store.query(sparql, prefixes=dict(prefixes) if prefixes else None))


def as_answer(result: rdf.QuerySolutions | rdf.QueryBoolean | rdf.QueryTriples) -> Answer:
    """Convert a result of the engine, or of its parsers of results, to one of our answers."""
    if isinstance(result, rdf.QuerySolutions):
        return Solutions(tuple(variable.value for variable in result.variables), result)
    return bool(result) if isinstance(result, rdf.QueryBoolean) else Triples(result)


@dataclass(frozen=True, slots=True)
class DefaultGraph:
    """A store that answers a SELECT over its default graph, for checks."""

    store: Store

    def select(self, sparql: str) -> Solutions:
        """Return the rows of a SELECT.

        Raises
        ------
        TypeError
            If the query is of another form.
        """
        found = answer(self.store, sparql)
        if not isinstance(found, Solutions):
            raise TypeError("not a SELECT")
        return found

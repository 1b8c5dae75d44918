"""RDF terms, and reading and writing them: the only face of pyoxigraph that other modules see.

The term classes are plain values (hashable, immutable, fast), so they are ours through this
module; ``docs/decisions/0003-one-door-to-the-engine.md`` says why. What runs queries stands in
:mod:`ontology.embedded`. Nothing else in the project imports the library, and a test counts.
"""

from __future__ import annotations

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolution,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    Variable,
    parse,
    parse_query_results,
    serialize,
)

__all__ = [
    "BlankNode",
    "DefaultGraph",
    "Literal",
    "NamedNode",
    "Quad",
    "QueryBoolean",
    "QueryResultsFormat",
    "QuerySolution",
    "QuerySolutions",
    "QueryTriples",
    "RdfFormat",
    "Triple",
    "Variable",
    "parse",
    "parse_query_results",
    "serialize",
]

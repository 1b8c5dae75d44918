"""RDF terms, their parser and their serialiser: the classes of pyoxigraph that other modules use.

The term classes are plain values (hashable, immutable, fast). Queries run in
:mod:`ontology.embedded`. No other module imports pyoxigraph, and a test checks it;
``docs/decisions/0003-two-modules-import-the-engine.md`` gives the reason.
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
    "Node",
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
    "text_of",
]

#: Any RDF term.
Node = NamedNode | BlankNode | Literal | Triple


def text_of(node: Node | None) -> str:
    """Return the IRI of a named node or the text of a literal; ``""`` for others and ``None``."""
    return node.value if isinstance(node, NamedNode | Literal) else ""

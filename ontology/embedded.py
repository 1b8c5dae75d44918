"""The embedded SPARQL engine: a store in memory or in a directory, and what its queries give.

Second and last door to pyoxigraph beside :mod:`ontology.rdf`.
"""

from __future__ import annotations

from pyoxigraph import QueryBoolean, QuerySolution, QuerySolutions, QueryTriples, Store

__all__ = ["QueryBoolean", "QuerySolution", "QuerySolutions", "QueryTriples", "Store"]

"""Find studies by names written exactly as in the graph: look-ups that are fast on any graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.table import Cell, table_from_result
from ontology import rdf
from ontology.iri import PREFIXES

if TYPE_CHECKING:
    from kg.graph import Graph

#: ``{name}`` and ``{printed}`` are literals, ``{iri}`` is an IRI.
_QUERY: Final = f"""
PREFIX ald: <{PREFIXES["ald"]}>
PREFIX rdfs: <{PREFIXES["rdfs"]}>
SELECT DISTINCT ?study
WHERE {{{{
  {{{{ ?study rdfs:label {{name}} }}}}
  UNION {{{{ ?study ald:doi {{name}} }}}}
  UNION {{{{ ?study ald:firstAuthor {{name}} }}}}
  UNION {{{{ ?entry ald:number {{printed}} ; ald:refersTo ?study }}}}
  UNION {{{{ VALUES ?study {{{{ {{iri}} }}}} ?study a ald:Study }}}}
  FILTER EXISTS {{{{ ?study a ald:Study }}}}
}}}}
"""


def written_so(store: Graph, name: str) -> tuple[Cell, ...]:
    """Return the IRIs of the studies with this exact label, DOI, first author, number or IRI."""
    try:
        iri = str(rdf.NamedNode(name))
    except ValueError:
        iri = ""
    printed = name.removeprefix("[").removesuffix("]")
    query = _QUERY.format(name=rdf.Literal(name), printed=rdf.Literal(printed), iri=iri)
    return table_from_result(store.query(query)).column("study")

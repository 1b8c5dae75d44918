"""The records of studies with decisions, as the cells of a table of claims."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kg.curation.log import DecisionLog
from kg.model import THIS
from kg.store import Graph
from kg.table import table_from_result
from ontology.iri import document_iri

#: Column of a table of claims -> property of a study.
_PROPERTIES: Final = {
    "doi": "ald:doi",
    "authors": "ald:authors",
    "year": "ald:year",
    "title": "dcterms:title",
    "container": "ald:container",
    "volume": "ald:volume",
    "pages": "ald:pages",
}
_STUDIES: Final = """
SELECT ?number ?study {{
  {{ <{document}> ald:describes ?study . BIND("{this}" AS ?number) }}
  UNION {{ <{document}> ald:hasReference ?entry . ?entry ald:number ?number ; ald:refersTo ?study }}
}}
"""

#: Document and number of a study -> its record, by column.
Cells = Mapping[tuple[str, str], Mapping[str, str]]


def study_cells(graph: Graph, kept: DecisionLog) -> Cells:
    """Return the record of each study with decisions, as far as the graph has it."""
    wanted = {(d.claim.doc, d.claim.study) for d in kept.in_force if d.claim is not None}
    found = {}
    for document in {document for document, _ in wanted}:
        query = _STUDIES.format(document=document_iri(document), this=THIS)
        for number, study in table_from_result(graph.query(query)).rows:
            if (document, str(number)) in wanted:
                found[document, str(number)] = _record(graph, str(study))
    return found


def _record(graph: Graph, study: str) -> dict[str, str]:
    """Return one value of each property, as documents may print a study in several ways."""
    cells = {}
    for column, property_ in _PROPERTIES.items():
        query = f"SELECT (MIN(?said) AS ?one) {{ <{study}> {property_} ?said }}"
        rows = table_from_result(graph.query(query)).rows
        if rows and rows[0][0] is not None:
            cells[column] = str(rows[0][0])
    return cells

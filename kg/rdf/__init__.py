"""Documents and claims as RDF, and back without loss.

Each document is one named graph without blank nodes; the same document gives the same quads.
"""

from __future__ import annotations

from kg.rdf.disagreements import disagreements_from_quads
from kg.rdf.reading import STUDY_PREDICATES, claims_from_quads, studies_from_quads
from kg.rdf.records import own_record, study_label, study_records
from kg.rdf.writing import claims_quads, document_quads, library_quads, study_iris

__all__ = [
    "STUDY_PREDICATES",
    "claims_from_quads",
    "claims_quads",
    "disagreements_from_quads",
    "document_quads",
    "library_quads",
    "own_record",
    "studies_from_quads",
    "study_iris",
    "study_label",
    "study_records",
]

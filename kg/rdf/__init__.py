"""Documents and claims as RDF, and back without loss.

One named graph a document; no blank nodes; the same document gives the same quads.
"""

from __future__ import annotations

from kg.rdf.reading import claims_from_quads
from kg.rdf.writing import document_quads, study_iris

__all__ = ["claims_from_quads", "document_quads", "study_iris"]
